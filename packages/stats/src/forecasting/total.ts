import { type Undefined, undefinedBecause } from '../undefined.js';
import type { Observation } from './types.js';

/** The sum of a forecast's steps. */
export interface ForecastTotal {
  readonly kind: 'total';
  readonly mean: number;
  /** Hold the sum with probability `level`. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /**
   * Variance of the sum over the sum of the steps' variances: 1 where errors are independent, up to
   * the number of steps where they all go together.
   */
  readonly varianceRatio: number;
  /** Stretches of the history that the ratio was measured on; 0 where it had to be assumed. */
  readonly stretches: number;
}

export interface TotalOptions {
  /** Coverage of the steps' bounds given, and so of the interval, in (0, 1). */
  readonly level: number;
  /** Observations a season, 1 for none; errors are measured against the mean of the last seasons. */
  readonly seasonLength: number;
  /** The sum cannot be negative. */
  readonly nonNegative?: boolean;
}

/** Seasons that the yardstick's mean goes over, and observations where there is no season. */
const SEASONS = 4;
const UNSEASONAL = 14;
/** Fewer stretches tell too little of how errors go together. */
const FEWEST = 20;

/**
 * An interval for the sum of several steps. Steps' intervals do not add up: errors of neighbouring
 * steps go together where the level drifts, and cancel where they are noise. How much they do is
 * measured on the history, by the errors of the mean of the last seasons on every stretch as long as
 * the forecast: the variance of their sums over the sum of their variances. The steps' own calibrated
 * half-widths are then added up in squares with that ratio. Cost: history × steps.
 * @param history  equally spaced observations up to the forecast, oldest first; gaps are left out
 * @param ahead  mean of each step and its upper bound at `level`
 * @returns undefined without steps, or where values leave the range of numbers
 */
export function forecastTotal(
  history: ArrayLike<Observation>,
  ahead: { readonly mean: ArrayLike<number>; readonly upper: ArrayLike<number> },
  { level, seasonLength, nonNegative = false }: TotalOptions,
): ForecastTotal | Undefined {
  const steps = ahead.mean.length;
  if (steps === 0 || ahead.upper.length !== steps) return undefinedBecause('there are no steps');
  if (!(level > 0 && level < 1)) return undefinedBecause('the level must lie between 0 and 1');
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < steps; i++) {
    const middle = ahead.mean[i] ?? 0;
    mean += middle;
    squares += ((ahead.upper[i] ?? middle) - middle) ** 2;
  }
  const known = Array.from(history).map((y) =>
    typeof y === 'number' && Number.isFinite(y) ? y : undefined,
  );
  const { ratio, stretches } = varianceRatioOf(known, steps, Math.max(1, seasonLength));
  // few stretches that do not overlap tell the ratio badly, as a small sample does a variance
  const small = stretches === 0 ? 1 : 1 + steps / (stretches + steps - 1);
  const reach = Math.sqrt(squares * ratio * small);
  const lower = nonNegative ? Math.max(0, mean - reach) : mean - reach;
  const upper = mean + reach;
  if (![mean, lower, upper].every(Number.isFinite)) {
    return undefinedBecause('the sum leaves the range of numbers');
  }
  return { kind: 'total', mean, lower, upper, level, varianceRatio: ratio, stretches };
}

type Known = readonly (number | undefined)[];

/**
 * The variance ratio of sums of so many steps. A history too short for stretches of that length is
 * measured on shorter ones and continued as if the level drifted; without any, errors count as alike.
 */
function varianceRatioOf(
  values: Known,
  steps: number,
  season: number,
): { readonly ratio: number; readonly stretches: number } {
  if (steps === 1) return { ratio: 1, stretches: 0 };
  const window = season > 1 ? SEASONS * season : UNSEASONAL;
  const room = values.length - window - FEWEST + 1;
  const length = Math.min(steps, Math.floor(room));
  if (length < 2) return { ratio: steps, stretches: 0 };
  const measured = measure(values, length, season, window);
  if (measured === undefined) return { ratio: steps, stretches: 0 };
  const { ratio, stretches } = measured;
  const longer = 1 + ((ratio - 1) * (steps - 1)) / (length - 1);
  return { ratio: Math.min(steps, Math.max(0.25, longer)), stretches };
}

/** Relative errors of the mean of the last seasons, at every origin: of single steps and of sums. */
function measure(values: Known, length: number, season: number, window: number) {
  const sums: number[] = [];
  const squares = new Float64Array(length);
  const firsts = new Float64Array(length);
  for (let origin = window; origin + length <= values.length; origin++) {
    const errors = errorsFrom(values, origin, { length, season, window });
    if (errors === undefined) continue;
    let sum = 0;
    errors.forEach((error, i) => {
      sum += error;
      firsts[i] = (firsts[i] ?? 0) + error;
      squares[i] = (squares[i] ?? 0) + error * error;
    });
    sums.push(sum);
  }
  const n = sums.length;
  if (n < FEWEST) return undefined;
  let single = 0;
  for (let i = 0; i < length; i++) single += (squares[i] ?? 0) / n - ((firsts[i] ?? 0) / n) ** 2;
  const average = sums.reduce((all, sum) => all + sum, 0) / n;
  const together = sums.reduce((all, sum) => all + (sum - average) ** 2, 0) / n;
  if (!(single > 0) || !Number.isFinite(together / single)) return undefined;
  return { ratio: together / single, stretches: n };
}

/** Errors over one stretch as shares of its level; undefined where something is not known. */
function errorsFrom(
  values: Known,
  origin: number,
  { length, season, window }: { length: number; season: number; window: number },
): readonly number[] | undefined {
  const means = new Float64Array(season);
  const counts = new Float64Array(season);
  let level = 0;
  for (let t = origin - window; t < origin; t++) {
    const y = values[t];
    if (y === undefined) return undefined;
    const place = (t - origin + window) % season;
    means[place] = (means[place] ?? 0) + y;
    counts[place] = (counts[place] ?? 0) + 1;
    level += Math.abs(y) / window;
  }
  if (!(level > 0)) return undefined;
  const errors: number[] = [];
  for (let i = 0; i < length; i++) {
    const y = values[origin + i];
    if (y === undefined) return undefined;
    const place = (i + window) % season;
    errors.push((y - (means[place] ?? 0) / (counts[place] || 1)) / level);
  }
  return errors;
}
