import { normalQuantile } from './normal.js';
import { logBinomialKernel, logPoissonKernel } from './special/gamma-function.js';
import { incompleteBeta } from './special/incomplete-beta.js';
import { incompleteGamma } from './special/incomplete-gamma.js';
import type { Tails } from './special/tails.js';

/** ln P(X = k) of the binomial; −∞ where k is not a whole number of 0…n. */
export const binomialLogMass = (k: number, n: number, p: number): number =>
  Number.isInteger(k) && k >= 0 && k <= n
    ? logBinomialKernel(k, n - k, p, 1 - p)
    : Number.NEGATIVE_INFINITY;

/** P(X ≤ k) and P(X > k) of the binomial. */
export const binomialTails = (k: number, n: number, p: number): Tails => {
  const whole = Math.floor(k);
  if (whole < 0) return { lower: 0, upper: 1 };
  if (whole >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteBeta(whole + 1, n - whole, p, 1 - p);
  return { lower: upper, upper: lower };
};

/** ln P(X = k) of the Poisson; −∞ where k is not a whole number ≥ 0. */
export const poissonLogMass = (k: number, mean: number): number => {
  if (!Number.isInteger(k) || k < 0) return Number.NEGATIVE_INFINITY;
  if (mean === 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  return logPoissonKernel(k, mean);
};

/** P(X ≤ k) and P(X > k) of the Poisson. */
export const poissonTails = (k: number, mean: number): Tails => {
  const whole = Math.floor(k);
  if (whole < 0) return { lower: 0, upper: 1 };
  if (whole === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteGamma(whole + 1, mean);
  return { lower: upper, upper: lower };
};

/**
 * Smallest whole k in [low, high] with P(X ≤ k) ≥ p. A relative slack of 64 ε makes
 * quantile(cdf(k)) = k although both are rounded.
 */
export const discreteQuantile = (
  tails: (k: number) => Tails,
  p: number,
  q: number,
  centre: number,
  spread: number,
  low: number,
  high: number,
): number => {
  if (p <= 0) return low;
  if (q <= 0) return high;
  const slack = 1 + 64 * 2.22e-16;
  const reached = (k: number): boolean => {
    const { lower, upper } = tails(k);
    return p <= q ? lower * slack >= p : upper <= q * slack;
  };
  const clamp = (k: number): number => Math.min(high, Math.max(low, k));
  const guess = clamp(Math.floor(centre + normalQuantile(p, q) * spread));
  let step = Math.max(1, Math.floor(spread / 8));
  let below = guess;
  let above = guess;
  if (reached(guess)) {
    do {
      above = below;
      if (below <= low) return low;
      below = clamp(below - step);
      step *= 2;
    } while (reached(below));
  } else {
    do {
      below = above;
      if (above >= high) return high;
      above = clamp(above + step);
      step *= 2;
    } while (!reached(above));
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (reached(middle)) above = middle;
    else below = middle;
  }
  return above;
};
