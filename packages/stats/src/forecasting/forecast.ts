import { undefinedBecause } from '../undefined.js';
import { completeHistory } from './history.js';
import { type Series, toSeries } from './members/member.js';
import { intervalsOf, type Outlook } from './outlook.js';
import { combinationOutlook, plainOutlook, singleOutlook } from './strategies.js';
import {
  FORECAST_METHODS,
  type ForecastMethod,
  type ForecastOptions,
  type ForecastResult,
  type Observation,
} from './types.js';

/** Longest history the iterative models look at: older values cost time and say little. */
const LONGEST_FIT = 1_000;

/**
 * Forecasts a series.
 * @param values  equally spaced observations, oldest first; null, undefined, NaN are gaps
 * @returns mean, intervals and the reason for the method; undefined when nothing is known, the
 * options make no sense or the method asked for does not apply
 */
export function forecast(values: ArrayLike<Observation>, options: ForecastOptions): ForecastResult {
  const problem = checkOptions(options);
  if (problem) return undefinedBecause(problem);
  const { horizon, levels = [0.8, 0.95], method = 'auto', nonNegative = false } = options;
  const seasons = [options.seasonLength].flat().filter((m) => m > 1);
  const shortest = seasons.length > 0 ? Math.min(...seasons) : 1;
  const history = completeHistory(values, shortest);
  if (history.values.length === 0) return undefinedBecause('the history holds no observation');
  let scale = 0;
  for (const y of history.values) scale += Math.abs(y) / history.values.length;
  if (!Number.isFinite(scale)) return undefinedBecause('the values are too large to add up');
  if (scale === 0) scale = 1;
  const steps = horizon + history.trailing;
  const series = toSeries(
    history.values.map((y) => y / scale),
    shortest,
  );
  const outlook = lookAhead(series, seasons, steps, method, nonNegative);
  if (typeof outlook === 'string') return undefinedBecause(outlook);
  const floor = nonNegative ? 0 : -Infinity;
  const mean = outlook.mean.slice(history.trailing).map((y) => Math.max(floor, y * scale));
  const intervals = intervalsOf(outlook, levels, history.trailing, scale, floor);
  const finite =
    mean.every(Number.isFinite) &&
    intervals.every((i) => i.lower.every(Number.isFinite) && i.upper.every(Number.isFinite));
  if (!finite) return undefinedBecause('the forecast leaves the range of numbers');
  const gaps =
    history.filled > 0 ? `; ${history.filled} missing value${plural(history.filled)} filled` : '';
  return { kind: 'forecast', mean, intervals, method: outlook.method, why: outlook.why + gaps };
}

function lookAhead(
  series: Series,
  seasons: readonly number[],
  steps: number,
  method: ForecastMethod,
  nonNegative: boolean,
): Outlook | string {
  const n = series.values.length;
  const first = series.values[0] ?? 0;
  if (method !== 'auto' && method !== 'combination') {
    return singleOutlook(series, method, steps) ?? `${method} does not apply to ${n} such values`;
  }
  if (series.values.every((y) => y === first)) {
    return plainOutlook(series, steps, 'every value is the same');
  }
  if (n < 5) return plainOutlook(series, steps, `only ${n} observations: the last value is kept`);
  const recent =
    n > LONGEST_FIT ? toSeries(series.values.slice(n - LONGEST_FIT), series.seasonLength) : series;
  return (
    combinationOutlook(recent, steps, nonNegative) ??
    plainOutlook(series, steps, 'no model fits: the last value is kept')
  );
}

function checkOptions(options: ForecastOptions): string | undefined {
  const { horizon, levels = [], method = 'auto' } = options;
  if (!Number.isInteger(horizon) || horizon < 1) return 'the horizon must be a whole number ≥ 1';
  if (horizon > 100_000) return 'the horizon must not exceed 100,000 steps';
  for (const m of [options.seasonLength].flat()) {
    if (!Number.isInteger(m) || m < 1) return 'season lengths must be whole numbers ≥ 1';
  }
  if (!levels.every((level) => level > 0 && level < 1)) return 'levels must lie between 0 and 1';
  if (!FORECAST_METHODS.includes(method)) return `there is no method ${String(method)}`;
  return undefined;
}

function plural(count: number): string {
  return count === 1 ? '' : 's';
}
