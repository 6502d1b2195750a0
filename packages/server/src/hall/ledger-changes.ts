import { type Bus, inboxChanged, ledgersChanged } from '@olympus/bus';
import type { LedgerChange, LedgerChanges } from '@olympus/contract';
import type { TenantId } from '@olympus/core';

/** How often a viewer is told at most. Changes in between are told together. */
const settleMs = 250;

/** Tells whoever watches a tenant that its ledgers changed. */
export function createLedgerChanges(bus: Bus): LedgerChanges {
  const listeners = new Map<TenantId, Set<(change: LedgerChange) => void>>();
  const pending = new Map<TenantId, LedgerChange>();
  const told = new Map<TenantId, number>();

  function deliver(tenant: TenantId): void {
    const change = pending.get(tenant);
    pending.delete(tenant);
    if (change === undefined) return;
    // counted for each tenant: the number of a commit would tell how much others send
    const version = (told.get(tenant) ?? 0) + 1;
    told.set(tenant, version);
    for (const listener of listeners.get(tenant) ?? []) listener({ ...change, version });
  }

  const note = (payload: Omit<LedgerChange, 'tenantId'>, tenant: TenantId | undefined): void => {
    if (tenant === undefined || !listeners.has(tenant)) return;
    const before = pending.get(tenant);
    if (before === undefined) {
      pending.set(tenant, { tenantId: tenant, ...payload });
      setTimeout(deliver, settleMs, tenant).unref();
      return;
    }
    pending.set(tenant, {
      tenantId: tenant,
      ledgers: [...new Set([...before.ledgers, ...payload.ledgers])],
      version: Math.max(before.version, payload.version),
      events: before.events + payload.events,
    });
  };
  bus.subscribe(ledgersChanged, 'all', note);
  // no ledger, but who watches a tenant wants to know
  bus.subscribe(inboxChanged, 'all', (_, tenant) =>
    note({ ledgers: ['inbox'], version: 0, events: 0 }, tenant),
  );

  return {
    publish: ({ tenantId, ...payload }) => bus.publish(ledgersChanged, tenantId, payload),
    subscribe(tenant, listener) {
      const all = listeners.get(tenant) ?? new Set();
      all.add(listener);
      listeners.set(tenant, all);
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(tenant);
      };
    },
  };
}
