import { normalCdf, normalQuantile } from '../distributions/normal.js';
import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';
import { createRandom } from './random.js';

/** A bootstrap interval of any statistic. */
export interface BootstrapInterval {
  readonly kind: 'bootstrap';
  /** The statistic of the sample itself. */
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly method: 'percentile' | 'bca';
}

/** Options of `bootstrap`. */
export interface BootstrapOptions {
  /** Default 2000. */
  readonly resamples?: number;
  readonly alpha?: number;
  /** BCa corrects for bias and skewness (Efron 1987); default. */
  readonly method?: 'percentile' | 'bca';
  readonly seed?: number;
}

/** Linear interpolation between order statistics (type 7), values sorted. */
const sortedQuantile = (sorted: Float64Array, p: number): number => {
  const position = p * (sorted.length - 1);
  const low = Math.floor(position);
  const below = sorted[low] ?? 0;
  return below + (position - low) * ((sorted[low + 1] ?? below) - below);
};

/**
 * Bootstrap interval of a statistic of one sample.
 * @param values at least two finite values
 * @param statistic may not keep its argument: the array is reused
 */
export const bootstrap = (
  values: ArrayLike<number>,
  statistic: (sample: Float64Array) => number,
  options: BootstrapOptions = {},
): BootstrapInterval | Undefined => {
  const { resamples = 2000, alpha = 0.05, method = 'bca', seed = 1 } = options;
  const n = values.length;
  if (n < 2 || !allFinite(values)) return undefinedBecause('the sample needs two finite values');
  if (!(alpha > 0 && alpha < 1) || !(resamples >= 100)) {
    return undefinedBecause('a bootstrap needs an alpha and at least 100 resamples');
  }
  const sample = Float64Array.from(values);
  const estimate = statistic(Float64Array.from(sample));
  const random = createRandom(seed);
  const drawn = new Float64Array(n);
  const results = new Float64Array(resamples);
  let below = 0;
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < n; i++) drawn[i] = sample[random.integer(n)] ?? 0;
    const result = statistic(drawn);
    results[r] = result;
    below += result < estimate ? 1 : result === estimate ? 0.5 : 0;
  }
  if (!Number.isFinite(estimate) || !allFinite(results)) {
    return undefinedBecause('the statistic is not finite for every resample');
  }
  let mean = 0;
  for (const result of results) mean += result / resamples;
  let squares = 0;
  for (const result of results) squares += (result - mean) ** 2;
  const standardError = Math.sqrt(squares / (resamples - 1));
  results.sort();
  let tails: readonly [number, number] = [alpha / 2, 1 - alpha / 2];
  if (method === 'bca') {
    const corrected = bcaTails(sample, statistic, below / resamples, tails);
    if (corrected === undefined) {
      return undefinedBecause('the bias cannot be corrected: the statistic is constant or extreme');
    }
    tails = corrected;
  }
  return {
    kind: 'bootstrap',
    estimate,
    standardError,
    lower: sortedQuantile(results, tails[0]),
    upper: sortedQuantile(results, tails[1]),
    method,
  };
};

/** Tail probabilities shifted by bias z₀ and jackknife acceleration (Efron 1987). */
const bcaTails = (
  sample: Float64Array,
  statistic: (sample: Float64Array) => number,
  shareBelow: number,
  tails: readonly [number, number],
): readonly [number, number] | undefined => {
  if (!(shareBelow > 0 && shareBelow < 1)) return undefined;
  const n = sample.length;
  const jackknife = new Float64Array(n);
  const without = new Float64Array(n - 1);
  let mean = 0;
  for (let i = 0; i < n; i++) {
    without.set(sample.subarray(0, i));
    without.set(sample.subarray(i + 1), i);
    const value = statistic(without);
    jackknife[i] = value;
    mean += value / n;
  }
  let squares = 0;
  let cubes = 0;
  for (const value of jackknife) {
    const gap = mean - value;
    squares += gap ** 2;
    cubes += gap ** 3;
  }
  if (!(squares > 0) || !Number.isFinite(cubes)) return undefined;
  const acceleration = cubes / (6 * squares ** 1.5);
  const z0 = normalQuantile(shareBelow);
  const shifted = (p: number): number => {
    const z = z0 + normalQuantile(p);
    return normalCdf(z0 + z / (1 - acceleration * z));
  };
  return [shifted(tails[0]), shifted(tails[1])];
};
