import type { Observation } from '../forecasting/types.js';
import { medianOf, runningMedian } from './robust.js';

/** Days that an observation is seen together with, so that the week and single days do not count. */
const window = 11;
const smoothing = 5;
/** Share of the variance over the year that other years have to tell. */
const resemblance = 0.3;

/**
 * How each day lies to its year by the same days of the other years, as a factor around 1: the own
 * year takes no part, so that what is unusual in it cannot explain itself. Single days and weeks that
 * were off do not show. Years are counted back from the last day; what is left at the beginning goes
 * by all of them.
 * @param values  by day, oldest first; all known ones positive, or few of them zero
 * @param length  days of a year
 * @returns undefined with fewer than two whole years, or where years do not resemble each other
 */
export function yearlyCourse(
  values: ArrayLike<Observation>,
  length = 365,
): Float64Array | undefined {
  const n = values.length;
  const years = Math.floor(n / length);
  if (years < 2) return undefined;
  const level = smoothLevel(values);
  if (level === undefined) return undefined;
  const first = n - years * length;
  const growth = growthOf(level, length);
  const rest = level.map((value, t) => value - growth * t);
  const at = (year: number, day: number) => rest[first + year * length + day] ?? 0;
  const means = Array.from({ length: years }, (_, year) => {
    let sum = 0;
    for (let day = 0; day < length; day++) sum += at(year, day);
    return sum / length;
  });
  const centred = (year: number, day: number) => at(year, day) - (means[year] ?? 0);
  const without = (own: number | undefined, day: number): number => {
    let sum = 0;
    for (let year = 0; year < years; year++) if (year !== own) sum += centred(year, day);
    return sum / (own === undefined ? years : years - 1);
  };
  let missed = 0;
  let all = 0;
  const course = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    const year = Math.floor((t - first) / length);
    const day = (((t - first) % length) + length) % length;
    const told = without(year < 0 ? undefined : year, day);
    course[t] = Math.exp(told);
    if (year < 0) continue;
    missed += (centred(year, day) - told) ** 2;
    all += centred(year, day) ** 2;
  }
  return all > 0 && 1 - missed / all >= resemblance ? course : undefined;
}

/** Logarithms of what is usual around each day; undefined where that is not positive. */
function smoothLevel(values: ArrayLike<Observation>): Float64Array | undefined {
  const filled = new Float64Array(values.length);
  let last = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (typeof value === 'number' && Number.isFinite(value)) last = value;
    filled[t] = last;
  }
  const medians = runningMedian(filled, window);
  if (!medians.every((value) => value > 0)) return undefined;
  return medians.map((_, t) => {
    const from = Math.max(0, t - smoothing);
    const around = medians.slice(from, t + smoothing + 1);
    return Math.log(around.reduce((sum, value) => sum + value, 0) / around.length);
  });
}

/** Growth a day, by the median of what a year made of each day's level. */
function growthOf(level: Float64Array, length: number): number {
  const steps = new Float64Array(level.length - length);
  for (let t = 0; t < steps.length; t++) steps[t] = (level[t + length] ?? 0) - (level[t] ?? 0);
  return medianOf(steps) / length;
}
