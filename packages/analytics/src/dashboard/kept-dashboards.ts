import { type Clock, nowEndMs, type TenantId } from '@olympus/core';
import type { Model } from '@olympus/semantic';
import { createLruCache } from '../query/lru-cache.js';
import type { QueryService, TenantMoment } from '../query/query-service.js';
import { createSingleFlight } from '../query/single-flight.js';
import type { TenantModels } from '../tenant/models.js';
import type { Dashboards } from './build-dashboard.js';
import type { Dashboard } from './dashboard.js';
import type { DashboardRequest } from './dashboard-request.js';

/** Builds of one dashboard within a second after which the newest is shown until it is half a second old. */
const buildsPerSecond = 4;
const maxAgeMs = 500;
const keptDashboards = 200;

interface Kept {
  readonly dashboard: Dashboard;
  readonly version: number;
  readonly minute: number;
  readonly model: Model;
  readonly tenant: TenantMoment['tenant'];
  /** Real time of the latest builds, newest last. */
  readonly builtAtMs: readonly number[];
}

/**
 * Keeps each dashboard as long as nothing that it shows has changed: the tenant's data, model and
 * settings, and the present minute. Viewers who come together share one build. While data comes in
 * so fast that a dashboard was built {@link buildsPerSecond} times within the last second, it is
 * shown up to half a second old; otherwise what was committed before the question is always in it.
 */
export function keepDashboards(deps: {
  readonly dashboards: Dashboards;
  readonly queries: QueryService;
  readonly models: TenantModels;
  readonly clock: Clock;
  readonly version: (tenant: TenantId) => number;
}): Dashboards {
  const { dashboards, queries, models, clock } = deps;
  const kept = createLruCache<Kept>({
    entries: keptDashboards,
    weight: keptDashboards * 4,
    weigh: () => 1,
  });
  const flights = createSingleFlight();
  const nowMs = () => performance.now();

  const isCurrent = async (entry: Kept, tenant: TenantId): Promise<boolean> => {
    const profile = await queries.tenant(tenant);
    const model = await models.get(tenant);
    const calendar = { ...profile, nowMs: clock.now() };
    if (nowEndMs(calendar) !== entry.minute || model !== entry.model) return false;
    if (JSON.stringify(profile) !== JSON.stringify(entry.tenant)) return false;
    if (entry.version === deps.version(tenant)) return true;
    const recent = entry.builtAtMs.filter((at) => nowMs() - at < 1_000);
    const newest = entry.builtAtMs.at(-1) ?? 0;
    return recent.length >= buildsPerSecond && nowMs() - newest < maxAgeMs;
  };

  return {
    build: async (request: DashboardRequest) => {
      const { tenantId, signal: _, ...what } = request;
      const key = JSON.stringify([tenantId, what]);
      const known = kept.get(key);
      if (known !== undefined && (await isCurrent(known, tenantId))) return known.dashboard;
      const version = () => deps.version(tenantId);
      const { value } = await flights.run(key, version, async (at) => {
        const tenant = await queries.tenant(tenantId);
        const model = await models.get(tenantId);
        const minute = nowEndMs({ ...tenant, nowMs: clock.now() });
        const dashboard = await dashboards.build({ tenantId, ...what });
        const builtAtMs = [...(kept.get(key)?.builtAtMs ?? []).slice(-buildsPerSecond), nowMs()];
        kept.set(key, { dashboard, version: at, minute, model, tenant, builtAtMs });
        return dashboard;
      });
      return value;
    },
  };
}
