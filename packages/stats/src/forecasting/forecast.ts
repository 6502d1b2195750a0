import { undefinedBecause } from '../undefined.js';
import { lookAhead } from './choose.js';
import { factorsOutlook, layOutFactors } from './factors.js';
import { completeHistory } from './history.js';
import { toSeries } from './members/member.js';
import { intervalsOf, type Outlook } from './outlook.js';
import { isSeasonal } from './seasonality.js';
import {
  FORECAST_METHODS,
  type ForecastOptions,
  type ForecastResult,
  type Observation,
} from './types.js';

/**
 * Forecasts a series.
 *
 * Without a method, it depends on the look of the series: intermittent demand by Croston's family,
 * several or long seasons by decomposition, everything else by a combination of dynamic optimised
 * theta, theta on logarithms, exponential smoothing, seasonal ARIMA and theta on aggregated values,
 * weighted by a backtest. Cost of the default: a few milliseconds for a hundred observations.
 * @param values  equally spaced observations, oldest first; null, undefined, NaN are gaps
 * @returns mean, intervals and the reason for the method; undefined when nothing is known, the
 * options make no sense or the method asked for does not apply
 */
export function forecast(values: ArrayLike<Observation>, options: ForecastOptions): ForecastResult {
  const problem = checkOptions(options);
  if (problem) return undefinedBecause(problem);
  const { horizon, levels = [0.8, 0.95], method = 'auto', nonNegative = false } = options;
  const seasons = [...new Set([options.seasonLength].flat())]
    .filter((m) => m > 1)
    .sort((a, b) => a - b);
  const shortest = seasons[0] ?? 1;
  const history = completeHistory(values, shortest);
  if (history.values.length === 0) return undefinedBecause('the history holds no observation');
  const scale = sizeOf(history.values);
  if (scale === undefined) return undefinedBecause('the values are too large to add up');
  const scaled = history.values.map((y) => y / scale);
  const steps = horizon + history.trailing;
  const outlookOf = (rest: Float64Array, floor: boolean): Outlook | string =>
    lookAhead(toSeries(rest, shortest), seasons, steps, method, floor);

  let outlook: Outlook | string;
  if (options.regressors && options.regressors.history.length > 0) {
    const factors = layOutFactors(
      options.regressors,
      values.length,
      history.trimmed,
      history.trailing,
      horizon,
    );
    outlook =
      typeof factors === 'string'
        ? factors
        : factorsOutlook(scaled, factors, shortest, scale, (rest) => outlookOf(rest, false));
  } else {
    outlook = outlookOf(scaled, nonNegative);
  }
  if (typeof outlook === 'string') return undefinedBecause(outlook);

  const floor = nonNegative ? 0 : -Infinity;
  const mean = outlook.mean.slice(history.trailing).map((y) => Math.max(floor, y * scale));
  const intervals = intervalsOf(outlook, levels, history.trailing, scale, floor);
  const finite =
    mean.every(Number.isFinite) &&
    intervals.every((i) => i.lower.every(Number.isFinite) && i.upper.every(Number.isFinite));
  if (!finite) return undefinedBecause('the forecast leaves the range of numbers');
  const { filled } = history;
  const gaps = filled > 0 ? `; ${filled} missing value${filled === 1 ? '' : 's'} filled in` : '';
  return {
    kind: 'forecast',
    mean,
    intervals,
    method: outlook.method,
    seasons: seasons.filter((m) => isSeasonal(history.values, m)),
    ...(outlook.heldOut ? { heldOut: outlook.heldOut } : {}),
    why: outlook.why + gaps,
  };
}

/** Mean absolute value, 1 for all zeros; undefined when it overflows. */
function sizeOf(values: Float64Array): number | undefined {
  let size = 0;
  for (const y of values) size += Math.abs(y) / values.length;
  if (!Number.isFinite(size)) return undefined;
  // Below this, dividing by the size would overflow.
  return size > 1e-290 ? size : 1;
}

function checkOptions(options: ForecastOptions): string | undefined {
  const { horizon, levels = [], method = 'auto' } = options;
  if (!Number.isInteger(horizon) || horizon < 1) return 'the horizon must be a whole number ≥ 1';
  if (horizon > 10_000) return 'the horizon must not exceed 10,000 steps';
  for (const m of [options.seasonLength].flat()) {
    if (!Number.isInteger(m) || m < 1) return 'season lengths must be whole numbers ≥ 1';
  }
  if (!levels.every((level) => level > 0 && level < 1)) return 'levels must lie between 0 and 1';
  if (!FORECAST_METHODS.includes(method)) return `there is no method ${String(method)}`;
  return undefined;
}
