import type { Grain } from '@olympus/core';
import type { Engines } from '../engines/index.js';
import type { TrendsContext } from './context.js';
import { refuse } from './fault.js';
import type { TrendsRequest } from './request.js';

/** What is to come of one metric of the question; no points where there is no telling. */
export interface TrendOutlook {
  /** Probability that each interval is made to hold. */
  readonly level: number;
  readonly points: readonly {
    readonly t: string;
    readonly mean: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** Why there are no points. */
  readonly reason:
    | 'past'
    | 'ended'
    | 'formula'
    | 'no_data'
    | 'not_computable'
    | 'horizon_too_long'
    | null;
}

const level = 0.8;
const nothing = (reason: NonNullable<TrendOutlook['reason']>): TrendOutlook => ({
  level,
  points: [],
  reason,
});

/**
 * Forecasts of the question's metrics, one a metric, from the running bucket on. A span that ends
 * before it has nothing to come.
 * @throws Problem `forecast_needs_grain`, `forecast_of_groups`, those of the engine
 */
export async function readOutlooks(
  { outlook }: Pick<Engines, 'outlook'>,
  context: TrendsContext,
  request: TrendsRequest,
): Promise<readonly TrendOutlook[]> {
  const { grain, plan, model, metrics } = context;
  const { forecast, filters, tenantId, signal } = request;
  if (forecast === undefined) return [];
  if (grain === undefined) {
    throw refuse('forecast_needs_grain', 'A forecast is by time', '/forecast', 'Give a grain.');
  }
  if (context.dimensions.length > 0 || (request.presentation?.kind ?? 'value') !== 'value') {
    throw refuse(
      'forecast_of_groups',
      'Forecasts are of values as a whole',
      '/forecast',
      'Leave dimensions and the presentation out, or leave "forecast" out.',
    );
  }
  const last = plan.current.buckets.at(-1);
  const reaches = last !== undefined && last.toMs > plan.calendar.nowMs - bucketMs(grain);
  return Promise.all(
    metrics.map(async ({ name }): Promise<TrendOutlook> => {
      if (!reaches) return nothing('past');
      const isFormula = request.metrics.some((one) => typeof one === 'object' && one.name === name);
      if (isFormula || !model.metrics.has(name)) return nothing('formula');
      const found = await outlook({
        tenantId,
        metric: name,
        ...(filters === undefined ? {} : { filters }),
        grain,
        horizon: { n: forecast.buckets, grain },
        level,
        signal,
      });
      if (found.kind === 'unsupported') return nothing(found.reason);
      // it would begin where the data ends, in the midst of the span
      if (found.ended) return nothing('ended');
      return {
        level: found.level,
        reason: null,
        points: found.ahead.map(({ time, mean, interval }) => ({
          t: time,
          mean,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
        })),
      };
    }),
  );
}

/** How long a bucket is at most, and so how far from the present the last may end. */
const bucketMs = (grain: Grain): number =>
  ({ hour: 1, day: 25, week: 169, month: 745, quarter: 2_209, year: 8_785 })[grain] * 3_600_000;
