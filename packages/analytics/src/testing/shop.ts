import {
  type CustomerKey,
  createManualClock,
  silentLogger,
  type TenantId,
  tenantId,
} from '@olympus/core';
import { type LedgerName, type LedgerRows, ledgers } from '@olympus/semantic';
import { createStatsPool } from '@olympus/stats/pool';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import { type Analytics, type AnalyticsDependencies, createAnalytics } from '../analytics.js';
import type { CohortStore } from '../cohorts/cohort-store.js';
import type { AnalyticsPlatform, StoredMetric, TenantProfile } from '../ports.js';

import { createMemoryCohorts } from './memory-cohorts.js';

type TestCell = string | number | boolean | null;

/** Analytics on an in-memory warehouse and a control plane made of maps. */
export interface TestShop {
  readonly analytics: Analytics;
  readonly warehouse: DuckDbWarehouse;
  readonly pool: ReturnType<typeof createStatsPool>;
  readonly clock: ReturnType<typeof createManualClock>;
  /** Stands still until told otherwise, as if all work took no time. */
  readonly stopwatch: ReturnType<typeof createManualClock>;
  readonly platform: AnalyticsPlatform;
  readonly cohorts: CohortStore;
  readonly customerKey: AnalyticsDependencies['customerKey'];
  /** Commits rows given by column; times as ISO text, amounts as plain numbers. */
  commit(ledger: LedgerName, rows: readonly Record<string, TestCell>[]): Promise<void>;
  close(): Promise<void>;
}

export const shop = tenantId('shop');

export async function openTestShop(
  nowIso: string,
  more: Pick<AnalyticsDependencies, 'labels' | 'settings'> = {},
): Promise<TestShop> {
  const warehouse = await openDuckDbWarehouse({
    path: ':memory:',
    log: silentLogger,
    threads: 1,
  });
  const clock = createManualClock(Date.parse(nowIso));
  const stopwatch = createManualClock(0);
  const stored = new Map<TenantId, Map<string, StoredMetric>>();
  const of = (tenant: TenantId) => {
    const known = stored.get(tenant) ?? new Map<string, StoredMetric>();
    stored.set(tenant, known);
    return known;
  };
  const profile = (id: TenantId): TenantProfile => ({
    id,
    name: 'Shop',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    weekStart: 'monday',
    locale: 'de-DE',
  });
  const platform: AnalyticsPlatform = {
    tenants: { get: async (id) => (id === 'nobody' ? undefined : profile(id)) },
    metrics: {
      list: async (tenant) => [...of(tenant).values()],
      put: async (tenant, name, definition) => of(tenant).set(name, { name, definition }),
      remove: async (tenant, name) => of(tenant).delete(name),
    },
  };
  const cohorts = createMemoryCohorts();
  // ids are their own keys here
  const customerKey = async (_: TenantId, id: string) => id as CustomerKey;
  let serial = 0;
  const commit: TestShop['commit'] = async (name, rows) => {
    const ledger = ledgers.find((entry) => entry.name === name);
    if (ledger === undefined) throw new Error(`no ledger ${name}`);
    const tenants = new Set<TenantId>();
    const encoded = rows.map((row) => {
      serial += 1;
      tenants.add(tenantId(String(row.tenant_id ?? shop)));
      return ledger.columns.map((column) => {
        const given = row[column.name];
        if (column.type === 'timestamp') {
          return Date.parse(String(given ?? row.occurred_at ?? '2026-01-01T00:00:00Z'));
        }
        if (column.type === 'decimal' && typeof given === 'number') {
          return Math.round(given * 10_000);
        }
        if (given !== undefined) return given;
        if (column.name === 'tenant_id') return shop;
        if (column.optional === true) return null;
        return column.type === 'string' || column.type === 'json' ? `x${serial}` : 0;
      });
    });
    // cells by the declared columns, as the lines above made them
    const byLedger = { [name]: encoded } as unknown as LedgerRows;
    await warehouse.commit({ rows: byLedger, tenants: [...tenants] });
  };
  const pool = createStatsPool({ size: 1 });
  const analytics = createAnalytics({
    ...more,
    warehouse,
    platform,
    cohorts,
    customerKey,
    pool,
    clock,
    stopwatch,
    log: silentLogger,
  });
  const close = async () => {
    await Promise.all([pool.close(), warehouse.close()]);
  };
  return {
    analytics,
    cohorts,
    customerKey,
    warehouse,
    pool,
    clock,
    stopwatch,
    platform,
    commit,
    close,
  };
}
