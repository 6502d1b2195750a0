import { silentLogger, systemClock, tenantId } from '@olympus/core';
import { type Analytics, createAnalytics } from '../../../packages/analytics/src/analytics.js';
import { createStatsPool } from '@olympus/stats/pool';
import { openDuckDbWarehouse } from '@olympus/warehouse';

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
