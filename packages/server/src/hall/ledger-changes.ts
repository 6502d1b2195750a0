import type { LedgerChange, LedgerChanges } from '@olympus/contract';
import type { TenantId } from '@olympus/core';

/** How often a viewer is told at most. Changes in between are told together. */
const settleMs = 250;

/** Tells whoever watches a tenant that its ledgers changed. */
export function createLedgerChanges(): LedgerChanges {
  const listeners = new Map<TenantId, Set<(change: LedgerChange) => void>>();
  const pending = new Map<TenantId, LedgerChange>();

  function deliver(tenant: TenantId): void {
    const change = pending.get(tenant);
    pending.delete(tenant);
    if (change === undefined) return;
    for (const listener of listeners.get(tenant) ?? []) listener(change);
  }

  return {
    publish(change) {
      const tenant = change.tenantId;
      if (!listeners.has(tenant)) return;
      const before = pending.get(tenant);
      if (before === undefined) {
        pending.set(tenant, change);
        setTimeout(deliver, settleMs, tenant).unref();
        return;
      }
      pending.set(tenant, {
        tenantId: tenant,
        ledgers: [...new Set([...before.ledgers, ...change.ledgers])],
        version: Math.max(before.version, change.version),
        events: before.events + change.events,
      });
    },
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
