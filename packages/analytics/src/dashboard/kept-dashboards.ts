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
/** Commits since a build from which on data counts as pouring in. */
const pouringCommits = 4;
/** A dashboard that takes longer than this to build is shown first and built behind in any case. */
const slowBuildMs = 100;
/** How long one may be shown after something changed: this many times as long as it took to build … */
const staleBuilds = 10;
/** … and never longer than this, … */
const maxStaleMs = 15_000;
/** … nor when it was built longer ago than this. */
const maxShownAgeMs = 60_000;
const keptDashboards = 200;

interface Kept {
  readonly dashboard: Dashboard;
  readonly version: number;
  readonly minute: number;
  readonly model: Model;
  readonly tenant: TenantMoment['tenant'];
  /** When the latest builds ended, by the stopwatch; newest last. */
  readonly builtAtMs: readonly number[];
  /** How long the newest build took. */
  readonly buildMs: number;
  /** When, by the stopwatch, a viewer first found that something had changed since. */
  changedAtMs: number | undefined;
}

type Standing = 'current' | 'behind' | 'outdated';

/**
 * Keeps each dashboard as long as nothing that it shows has changed: the tenant's data, model and
 * settings, and the present minute. Viewers who come together share one build. While data comes in
 * so fast that a dashboard was built {@link buildsPerSecond} times within the last second, it is
 * shown up to half a second old. Where building takes long, viewers are not made to wait for it:
 * they see the newest one, marked `stale`, while the next is built. Otherwise what was
 * committed before the question is always in it.
 */
export function keepDashboards(deps: {
  readonly dashboards: Dashboards;
  readonly queries: QueryService;
  readonly models: TenantModels;
  readonly clock: Clock;
  /** Tells how long builds take and how old they are. */
  readonly stopwatch: Clock;
  readonly version: (tenant: TenantId) => number;
}): Dashboards {
  const { dashboards, queries, models, clock, stopwatch } = deps;
  const kept = createLruCache<Kept>({
    entries: keptDashboards,
    weight: keptDashboards * 4,
    weigh: () => 1,
  });
  const flights = createSingleFlight();
  const nowMs = () => stopwatch.now();

  const standingOf = async (entry: Kept, tenant: TenantId): Promise<Standing> => {
    const profile = await queries.tenant(tenant);
    const model = await models.get(tenant);
    if (model !== entry.model) return 'outdated';
    if (JSON.stringify(profile) !== JSON.stringify(entry.tenant)) return 'outdated';
    const sameMinute = nowEndMs({ ...profile, nowMs: clock.now() }) === entry.minute;
    const commits = deps.version(tenant) - entry.version;
    if (commits === 0 && sameMinute) return 'current';
    const ageMs = nowMs() - (entry.builtAtMs.at(-1) ?? 0);
    const recent = entry.builtAtMs.filter((at) => nowMs() - at < 1_000);
    if (sameMinute && recent.length >= buildsPerSecond && ageMs < maxAgeMs) return 'current';
    const patienceMs = Math.min(maxStaleMs, Math.max(maxAgeMs, entry.buildMs * staleBuilds));
    const behind = commits >= (entry.buildMs > slowBuildMs ? 1 : pouringCommits);
    entry.changedAtMs ??= nowMs();
    const shown = ageMs < maxShownAgeMs && nowMs() - entry.changedAtMs < patienceMs;
    return behind && shown ? 'behind' : 'outdated';
  };

  const rebuild = (key: string, tenantId: TenantId, what: Omit<DashboardRequest, 'tenantId'>) =>
    flights.run(
      key,
      () => deps.version(tenantId),
      async (at) => {
        const startedMs = nowMs();
        const tenant = await queries.tenant(tenantId);
        const model = await models.get(tenantId);
        const minute = nowEndMs({ ...tenant, nowMs: clock.now() });
        const dashboard = await dashboards.build({ ...what, tenantId });
        const builtAtMs = [...(kept.get(key)?.builtAtMs ?? []).slice(-buildsPerSecond), nowMs()];
        const buildMs = nowMs() - startedMs;
        kept.set(key, {
          dashboard,
          version: at,
          minute,
          model,
          tenant,
          builtAtMs,
          buildMs,
          changedAtMs: undefined,
        });
        return dashboard;
      },
    );

  /** Keys that are being built with nobody waiting. */
  const building = new Set<string>();
  function rebuildBehind(key: string, entry: Kept, request: DashboardRequest): void {
    const { tenantId, signal: _, ...what } = request;
    const ageMs = nowMs() - (entry.builtAtMs.at(-1) ?? 0);
    // some of the time is left for those who send
    if (building.has(key) || ageMs < 2 * entry.buildMs) return;
    building.add(key);
    rebuild(key, tenantId, what)
      // whoever asks when it is too old builds it again and sees the fault
      .catch(() => {})
      .finally(() => building.delete(key));
  }

  return {
    build: async (request: DashboardRequest) => {
      const { tenantId, signal: _, ...what } = request;
      const key = JSON.stringify([tenantId, what]);
      const known = kept.get(key);
      const standing = known === undefined ? 'outdated' : await standingOf(known, tenantId);
      if (known !== undefined && standing === 'current') return known.dashboard;
      if (known !== undefined && standing === 'behind') {
        rebuildBehind(key, known, request);
        return { ...known.dashboard, stale: true };
      }
      return (await rebuild(key, tenantId, what)).value;
    },
  };
}
