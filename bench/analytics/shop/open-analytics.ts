import { type CustomerKey, silentLogger, systemClock, tenantId } from '@olympus/core';
import { createStatsPool } from '@olympus/stats/pool';
import { openDuckDbWarehouse } from '@olympus/warehouse';
import { type Analytics, createAnalytics } from '../../../packages/analytics/src/analytics.js';
import { createMemoryCohorts } from '../../../packages/analytics/src/testing/memory-cohorts.js';

/** Analytics of one tenant over a warehouse file. */
export async function openAnalytics(
  path: string,
  tenant: string,
): Promise<{ readonly analytics: Analytics; close(): Promise<void> }> {
  const warehouse = await openDuckDbWarehouse({ path, log: silentLogger, threads: 2 });
  const pool = createStatsPool({ size: 1 });
  const profile = {
    id: tenantId(tenant),
    name: 'Bench',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    weekStart: 'monday',
    locale: 'en',
  } as const;
  const analytics = createAnalytics({
    warehouse,
    platform: {
      tenants: { get: async () => profile },
      metrics: { list: async () => [], put: async () => undefined, remove: async () => undefined },
    },
    cohorts: createMemoryCohorts(),
    customerKey: async (_, id) => id as CustomerKey,
    pool,
    clock: systemClock,
    log: silentLogger,
  });
  return {
    analytics,
    close: async () => {
      await Promise.all([pool.close(), warehouse.close()]);
    },
  };
}
