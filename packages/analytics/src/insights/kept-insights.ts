import type { TenantId } from '@olympus/core';
import { type Calendar, dayMs, toWall } from '@olympus/core';
import type { EngineDependencies, MetricRequest } from '../engines/engine.js';
import { createLruCache } from '../query/lru-cache.js';
import { createSingleFlight } from '../query/single-flight.js';
import { type FoundInsights, findInsights } from './find-insights.js';
import { type LabelReader, readDayLabels } from './labelled.js';

export interface InsightsRequest extends Pick<MetricRequest, 'tenantId' | 'language'> {
  /** Findings wanted at most. */
  readonly most: number;
}

/** Finds what is worth telling; kept as long as nothing new can be in it. */
export type Insights = (request: InsightsRequest) => Promise<FoundInsights>;

const kept = 200;
/** Findings are about finished days: what comes in meanwhile may wait this long. */
const patienceMs = 10 * 60_000;

/**
 * Keeps findings by tenant and language for the tenant's day, its data and model. They are about
 * finished days: while data pours in they are looked for anew every ten minutes. Callers who come
 * together share one look.
 */
export function keepInsights(
  deps: EngineDependencies & {
    readonly version: (tenant: TenantId) => number;
    readonly labels: LabelReader;
  },
): Insights {
  const cache = createLruCache<{
    readonly found: FoundInsights;
    readonly version: number;
    readonly model: unknown;
    readonly day: number;
    readonly atMs: number;
  }>({ entries: kept, weight: kept * 4, weigh: () => 1 });
  const flights = createSingleFlight();
  const dayOf = ({ timeZone, nowMs }: Calendar) => Math.floor(toWall(timeZone, nowMs) / dayMs);

  return async ({ tenantId, language, most }) => {
    // what somebody labels is known to the next who looks
    const labels = await readDayLabels(deps.labels, tenantId);
    const key = JSON.stringify([tenantId, language, most, [...labels]]);
    const { calendar } = await deps.queries.moment(tenantId);
    const model = await deps.models.get(tenantId, language);
    const known = cache.get(key);
    const version = deps.version(tenantId);
    const recent = known !== undefined && deps.stopwatch.now() - known.atMs < patienceMs;
    const same = known?.version === version || recent;
    if (known !== undefined && same && known.model === model && known.day === dayOf(calendar)) {
      return known.found;
    }
    const { value } = await flights.run(
      key,
      () => deps.version(tenantId),
      async (at) => {
        const found = await findInsights(deps, { tenantId, language }, most, labels);
        const day = dayOf(calendar);
        cache.set(key, { found, version: at, model, day, atMs: deps.stopwatch.now() });
        return found;
      },
    );
    return value;
  };
}
