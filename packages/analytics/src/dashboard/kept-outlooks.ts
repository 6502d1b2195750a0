import { type Calendar, dayMs, type Logger, type TenantId, toWall } from '@olympus/core';
import type { ModelLanguage } from '@olympus/semantic';
import type { EngineDependencies } from '../engines/engine.js';
import { briefLength, type FoundInsights } from '../insights/find-insights.js';
import type { Insights } from '../insights/kept-insights.js';
import { createLruCache } from '../query/lru-cache.js';
import { createSingleFlight } from '../query/single-flight.js';
import type { DashboardPrediction } from './dashboard.js';
import { readPredictions } from './predictions.js';

interface OutlookRequest {
  readonly tenantId: TenantId;
  readonly language: ModelLanguage;
}

export interface FoundOutlook {
  readonly predictions: readonly DashboardPrediction[];
  readonly found: FoundInsights | undefined;
}

/** What goes with a dashboard and takes longer than it: forecasts and findings. */
export interface DashboardOutlooks {
  /** What is known already; undefined while it is being found, which this begins. */
  peek(request: OutlookRequest): Promise<FoundOutlook | undefined>;
  /** @throws Problem `computation_timeout` and those of queries */
  read(request: OutlookRequest): Promise<FoundOutlook>;
  /** Finds a tenant's anew when next asked, as somebody said what is expected. */
  forget(tenant: TenantId): void;
}

const kept = 200;
/** It is about finished days: what comes in meanwhile may wait this long. */
const patienceMs = 10 * 60_000;

/**
 * Keeps forecasts and findings for the tenant's day, beside the dashboard that shows them: nobody
 * waits for them who does not ask to.
 */
export function keepOutlooks(
  deps: EngineDependencies & {
    readonly insights: Insights;
    readonly version: (tenant: TenantId) => number;
    readonly log: Logger;
  },
): DashboardOutlooks {
  const cache = createLruCache<{
    readonly outlook: FoundOutlook;
    readonly version: number;
    readonly model: unknown;
    readonly day: number;
    readonly atMs: number;
    readonly said: number;
  }>({ entries: kept, weight: kept * 4, weigh: () => 1 });
  /** How often something was said that changes findings, by tenant. */
  const said = new Map<TenantId, number>();
  const flights = createSingleFlight();
  const dayOf = ({ timeZone, nowMs }: Calendar) => Math.floor(toWall(timeZone, nowMs) / dayMs);
  const keyOf = ({ tenantId, language }: OutlookRequest) => JSON.stringify([tenantId, language]);

  const known = async (request: OutlookRequest) => {
    const entry = cache.get(keyOf(request));
    if (entry === undefined || entry.said !== (said.get(request.tenantId) ?? 0)) return undefined;
    const { calendar } = await deps.queries.moment(request.tenantId);
    const model = await deps.models.get(request.tenantId, request.language);
    const recent = deps.stopwatch.now() - entry.atMs < patienceMs;
    const same = entry.version === deps.version(request.tenantId) || recent;
    return same && entry.model === model && entry.day === dayOf(calendar)
      ? entry.outlook
      : undefined;
  };

  const find = async (request: OutlookRequest): Promise<FoundOutlook> => {
    const { tenantId, language } = request;
    const { value } = await flights.run(
      keyOf(request),
      () => deps.version(tenantId),
      async (version) => {
        const before = said.get(tenantId) ?? 0;
        const { calendar } = await deps.queries.moment(tenantId);
        const model = await deps.models.get(tenantId, language);
        const [predictions, found] = await Promise.all([
          readPredictions(deps, model, request),
          deps.insights({ tenantId, language, most: briefLength }),
        ]);
        const outlook = { predictions, found };
        const [day, atMs] = [dayOf(calendar), deps.stopwatch.now()];
        cache.set(keyOf(request), { outlook, version, model, day, atMs, said: before });
        return outlook;
      },
    );
    return value;
  };

  return {
    peek: async (request) => {
      const outlook = await known(request);
      if (outlook === undefined) {
        find(request).catch((error: unknown) =>
          deps.log.warn({ error, tenant: request.tenantId }, 'what is to come could not be found'),
        );
      }
      return outlook;
    },
    forget: (tenant) => said.set(tenant, (said.get(tenant) ?? 0) + 1),
    read: async (request) => (await known(request)) ?? find(request),
  };
}
