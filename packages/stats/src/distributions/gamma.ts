import { normalQuantile } from './normal.js';
import { logPoissonKernel } from './special/gamma-function.js';
import { incompleteGamma } from './special/incomplete-gamma.js';
import { invertTails } from './special/invert-tails.js';

/** ln density of the gamma distribution with unit scale at x > 0; shape > 0. */
export const gammaLogDensity = (x: number, shape: number): number => {
  if (x < 0) return Number.NEGATIVE_INFINITY;
  if (x === 0) {
    if (shape < 1) return Number.POSITIVE_INFINITY;
    return shape === 1 ? 0 : Number.NEGATIVE_INFINITY;
  }
  return shape < 1
    ? logPoissonKernel(shape, x) + Math.log(shape / x)
    : logPoissonKernel(shape - 1, x);
};

/** P(shape, x): cdf of the gamma distribution with unit scale. */
export const gammaCdf = (x: number, shape: number): number => incompleteGamma(shape, x).lower;

/** Q(shape, x): survival function of the gamma distribution with unit scale. */
export const gammaSurvival = (x: number, shape: number): number => incompleteGamma(shape, x).upper;

/** Quantile of the gamma distribution with unit scale; `q` = 1 − p may be given. */
export const gammaQuantile = (p: number, shape: number, q = 1 - p): number => {
  if (p <= 0) return 0;
  if (q <= 0) return Number.POSITIVE_INFINITY;
  // Wilson & Hilferty's cube where it holds, the leading term of P in the lower tail.
  const z = normalQuantile(p, q);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const start =
    cube > 0.3
      ? Math.log(shape) + 3 * Math.log(cube)
      : (Math.log(p) - logPoissonKernel(shape, 1) - 1) / shape;
  const u = invertTails(
    (v) => incompleteGamma(shape, Math.exp(v)),
    (v) => shape * Math.exp(logPoissonKernel(shape, Math.exp(v))),
    start,
    p,
    q,
  );
  return Math.exp(u);
};
