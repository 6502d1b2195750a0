import { betaQuantilePair } from './beta.js';
import { logBinomialKernel } from './special/gamma-function.js';
import { incompleteBeta } from './special/incomplete-beta.js';
import type { Tails } from './special/tails.js';

/** ln density of Fisher's F with d1, d2 > 0 degrees of freedom. */
export const fLogDensity = (x: number, d1: number, d2: number): number => {
  if (x < 0) return Number.NEGATIVE_INFINITY;
  if (x === 0) {
    if (d1 < 2) return Number.POSITIVE_INFINITY;
    return d1 === 2 ? 0 : Number.NEGATIVE_INFINITY;
  }
  const sum = d1 * x + d2;
  const kernel = logBinomialKernel(d1 / 2, d2 / 2, (d1 * x) / sum, d2 / sum);
  return kernel + Math.log((d1 * d2) / (2 * (d1 + d2))) - Math.log(x);
};

/** Both tails of Fisher's F. */
export const fTails = (x: number, d1: number, d2: number): Tails => {
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const sum = d1 * x + d2;
  return incompleteBeta(d1 / 2, d2 / 2, (d1 * x) / sum, d2 / sum);
};

/** Quantile of Fisher's F; `q` = 1 − p may be given. */
export const fQuantile = (p: number, d1: number, d2: number, q = 1 - p): number => {
  if (q <= 0) return Number.POSITIVE_INFINITY;
  const { x, y } = betaQuantilePair(p, d1 / 2, d2 / 2, q);
  return (d2 * x) / (d1 * y);
};
