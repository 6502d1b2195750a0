import { addWall, type Grain, printBucket, truncateWall } from '@olympus/core';
import type { Forecast, HeldOutAccuracy } from '@olympus/stats';
import { compute } from './compute.js';
import {
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type MetricRequest,
  startRun,
  type Unsupported,
} from './engine.js';
import { coveredSeasons, type History, readHistory } from './history.js';

export interface OutlookRequest extends MetricRequest {
  /** Size of the buckets; default that of the horizon, else days. */
  readonly grain?: Grain | undefined;
  /**
   * To forecast beyond what is running now: `n` whole steps of its own grain, in buckets of `grain`;
   * default 28 buckets.
   */
  readonly horizon?: { readonly n: number; readonly grain: Grain } | undefined;
  /** Probability that each interval is made to hold, in (0, 1); default .8. */
  readonly level?: number | undefined;
}

/** A finished bucket, in the metric's unit; null for what is unknown. */
export interface PastBucket {
  readonly time: string;
  readonly value: number | null;
}

/** A bucket to come, in the metric's unit. */
export interface ForecastBucket {
  /** Local start of the bucket. */
  readonly time: string;
  readonly mean: number;
  /** Holds the bucket with probability `level`; null where the history says nothing of its width. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** How the buckets to come were found. */
export interface OutlookModel {
  /** Name of the method that the look of the series called for; see `ForecastMethod` of stats. */
  readonly method: string;
  /** Season lengths, in buckets, that show in the history. */
  readonly seasons: readonly number[];
  /** How the method did on what was held out; undefined where there was too little history. */
  readonly heldOut: HeldOutAccuracy | undefined;
}

export interface Outlook {
  readonly kind: 'outlook';
  readonly grain: Grain;
  readonly level: number;
  readonly history: readonly PastBucket[];
  /** The running bucket as a whole, then those up to the horizon's end. */
  readonly ahead: readonly ForecastBucket[];
  readonly model: OutlookModel;
  /** Whether the data ends long before the present: the forecast goes on from its end. */
  readonly ended: boolean;
  readonly source: FiguresSource;
}

/**
 * `no_data`: no finished bucket is known; `not_computable`: values out of the range of numbers, or a
 * horizon or level that makes no sense; `horizon_too_long`: more than `longest` buckets ahead.
 */
export type OutlookResult =
  | Outlook
  | Unsupported<'no_data' | 'not_computable'>
  | (Unsupported<'horizon_too_long'> & { readonly longest: number });

const longestHorizon: Readonly<Record<Grain, number>> = {
  hour: 168,
  day: 180,
  week: 104,
  month: 36,
  quarter: 12,
  year: 10,
};

/**
 * Forecasts a metric from its finished buckets. Computed on the pool's threads.
 * @throws Problem `unknown_metric`, `computation_timeout`, and those of `QueryService.answer`
 */
export async function forecastMetric(
  deps: EngineDependencies,
  request: OutlookRequest,
): Promise<OutlookResult> {
  const { grain = request.horizon?.grain ?? 'day', level = 0.8, signal } = request;
  const { horizon = { n: 28, grain } } = request;
  const longest = longestHorizon[grain];
  const tooLong = { kind: 'unsupported', reason: 'horizon_too_long', longest } as const;
  if (horizon.n > longest && horizon.grain === grain) return tooLong;
  const run = await startRun(deps, request);
  const history = await readHistory(run, grain);
  if (history === undefined || history.values.every((value) => value === null)) {
    return { kind: 'unsupported', reason: 'no_data' };
  }
  const count = bucketsUpTo(horizon, grain, history, run.calendar.weekStart);
  if (count > longest + 1) return tooLong;
  const { times, values, ended } = history;
  const found = await compute(deps, signal, (stats) =>
    stats.forecast(values, {
      seasonLength: coveredSeasons(grain, values.length, 2),
      horizon: count,
      levels: [level],
      nonNegative: values.every((value) => value === null || value >= 0),
    }),
  );
  if (found.kind === 'undefined') return { kind: 'unsupported', reason: 'not_computable' };
  const { method, seasons, heldOut } = found;
  return {
    kind: 'outlook',
    grain,
    level,
    history: times.map((time, index) => ({ time, value: values[index] ?? null })),
    ahead: bucketsAhead(history, grain, found),
    model: { method, seasons, heldOut },
    ended,
    source: run.source(),
  };
}

/** Buckets from the running one to the end of the horizon; beyond the longest it is not counted. */
function bucketsUpTo(
  horizon: NonNullable<OutlookRequest['horizon']>,
  grain: Grain,
  { nextWallMs }: History,
  weekStart: EngineRun['calendar']['weekStart'],
): number {
  if (horizon.grain === grain) return horizon.n + 1;
  const running = truncateWall(nextWallMs, horizon.grain, weekStart);
  const end = addWall(running, horizon.grain, horizon.n + 1);
  let count = 1;
  while (addWall(nextWallMs, grain, count) < end && count <= longestHorizon[grain] + 1) count++;
  return count;
}

function bucketsAhead(
  { nextWallMs }: History,
  grain: Grain,
  { mean, intervals }: Forecast,
): readonly ForecastBucket[] {
  const [interval] = intervals;
  return [...mean].map((value, step) => {
    const low = interval?.lower[step];
    const high = interval?.upper[step];
    // a width of nothing is no certainty: one observation, or values that never differed
    const isKnown = low !== undefined && high !== undefined && high > low;
    return {
      time: printBucket(addWall(nextWallMs, grain, step), grain),
      mean: value,
      interval: isKnown ? { low, high } : null,
    };
  });
}
