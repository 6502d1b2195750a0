import type { MetricQuery, Model, QueryPlan } from '@olympus/semantic';
import type { Statement } from '@olympus/sql';
import { createLruCache, type LruCache } from './lru-cache.js';
import type { TenantMoment } from './query-service.js';

/** A query that was read: its plan, and the statement that answers it. */
export interface PreparedQuery {
  readonly plan: QueryPlan;
  readonly statement: Statement;
}

/** Queries of a model that are kept, and the longest that is. */
const mostKept = 100;
const longestKept = 4_000;

/**
 * Queries as they were read, while all that they follow from stays: the model, the tenant, its data's
 * bounds and rollups, and the minute, since what a timeframe means changes with the minute at most.
 */
export interface PreparedQueries {
  of(
    at: TenantMoment,
    model: Model,
    query: MetricQuery,
    prepare: () => PreparedQuery,
  ): PreparedQuery;
}

export function createPreparedQueries(): PreparedQueries {
  const byModel = new WeakMap<Model, LruCache<PreparedQuery>>();
  return {
    of(at, model, query, prepare) {
      const { tenant, calendar, profile, rollups } = at;
      const key = JSON.stringify([
        tenant.id,
        calendar.timeZone,
        calendar.weekStart,
        Math.floor(calendar.nowMs / 60_000),
        profile?.firstMs,
        profile?.lastMs,
        rollups.map(({ rollup, state }) => [rollup.name, state]),
        query,
      ]);
      if (key.length > longestKept) return prepare();
      let kept = byModel.get(model);
      if (kept === undefined) {
        kept = createLruCache({ entries: mostKept, weight: mostKept, weigh: () => 1 });
        byModel.set(model, kept);
      }
      const known = kept.get(key);
      if (known !== undefined) return known;
      const prepared = prepare();
      kept.set(key, prepared);
      return prepared;
    },
  };
}
