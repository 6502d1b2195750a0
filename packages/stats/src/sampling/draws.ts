import type { Random } from './random.js';

/** Draws take parameters on trust; impossible ones are a fault of the caller, not an outcome. */
const requireThat = (fits: boolean, what: string): void => {
  if (!fits) throw new RangeError(`A draw needs ${what}.`);
};

/** A standard normal draw by Marsaglia's polar method (1964). */
export const drawNormal = (random: Random, mean = 0, standardDeviation = 1): number => {
  requireThat(Number.isFinite(mean + standardDeviation), 'a finite mean and standard deviation');
  for (;;) {
    const u = 2 * random.next() - 1;
    const v = 2 * random.next() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return mean + standardDeviation * u * Math.sqrt((-2 * Math.log(s)) / s);
  }
};

/** An exponential draw with the given rate ≥ 0 (mean 1/rate; +∞ for a rate of 0). */
export const drawExponential = (random: Random, rate = 1): number => {
  requireThat(rate >= 0, 'a rate that is not negative');
  const time = -Math.log(1 - random.next());
  return rate > 0 ? time / rate : Number.POSITIVE_INFINITY;
};

/**
 * A gamma draw by Marsaglia & Tsang (2000); for shape < 1 boosted by U^(1/shape).
 * @param shape > 0
 * @param scale > 0; the mean is shape × scale
 */
export const drawGamma = (random: Random, shape: number, scale = 1): number => {
  requireThat(
    shape > 0 && shape < 1e300 && scale > 0 && scale < 1e308,
    'a positive shape and scale',
  );
  if (shape < 1) {
    return drawGamma(random, shape + 1, scale) * (1 - random.next()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    const u = 1 - random.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
  }
};

/** A beta draw as a ratio of gammas; a, b > 0. */
export const drawBeta = (random: Random, a: number, b: number): number => {
  const x = drawGamma(random, a);
  const y = drawGamma(random, b);
  if (x + y > 0) return x / (x + y);
  // Both gammas underflowed (tiny shapes): the distribution is then two points.
  return random.next() < a / (a + b) ? 1 : 0;
};

const smallPoisson = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let product = random.next();
  let count = 0;
  while (product > limit) {
    product *= random.next();
    count++;
  }
  return count;
};

/** A Poisson draw: means above 16 are split by gamma arrival times (Ahrens & Dieter 1974). */
export const drawPoisson = (random: Random, mean: number): number => {
  requireThat(mean >= 0 && mean < 1e15, 'a mean from 0 to 1e15');
  let left = mean;
  let count = 0;
  while (left > 16) {
    const m = Math.floor((7 * left) / 8);
    const arrival = drawGamma(random, m);
    if (arrival > left) return count + drawBinomial(random, m - 1, left / arrival);
    count += m;
    left -= arrival;
  }
  return left > 0 ? count + smallPoisson(random, left) : count;
};

/**
 * A binomial draw: large n are halved by beta order statistics (Ahrens & Dieter 1974), exact and
 * O(log n).
 */
export function drawBinomial(random: Random, trials: number, probability: number): number {
  requireThat(Number.isSafeInteger(trials) && trials >= 0, 'a whole number of trials');
  requireThat(probability >= 0 && probability <= 1, 'a probability');
  let n = trials;
  let p = probability;
  let count = 0;
  while (n > 32 && p > 0 && p < 1) {
    const i = 1 + Math.floor(n / 2);
    const median = drawBeta(random, i, n + 1 - i);
    if (median <= p) {
      count += i;
      n -= i;
      p = median < 1 ? (p - median) / (1 - median) : 0;
    } else {
      n = i - 1;
      p /= median;
    }
  }
  if (p >= 1) return count + n;
  if (p <= 0) return count;
  for (let k = 0; k < n; k++) if (random.next() < p) count++;
  return count;
}

/** Shuffles in place (Fisher–Yates) and returns the same array. */
export const shuffle = <T extends { length: number; [index: number]: unknown }>(
  random: Random,
  values: T,
): T => {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
  return values;
};

/** `count` distinct indices of 0…size−1 in random order (count ≤ size). */
export const drawIndices = (random: Random, size: number, count: number): Int32Array => {
  const all = new Int32Array(size);
  for (let i = 0; i < size; i++) all[i] = i;
  const taken = Math.min(count, size);
  for (let i = 0; i < taken; i++) {
    const j = i + random.integer(size - i);
    const kept = all[i] ?? 0;
    all[i] = all[j] ?? 0;
    all[j] = kept;
  }
  return all.subarray(0, taken);
};
