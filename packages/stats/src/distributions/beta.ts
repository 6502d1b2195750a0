import { normalQuantile } from './normal.js';
import { logBinomialKernel } from './special/gamma-function.js';
import { incompleteBeta } from './special/incomplete-beta.js';
import { invertTails } from './special/invert-tails.js';

/** ln density of the beta distribution at x in [0,1]; a, b > 0. */
export const betaLogDensity = (x: number, a: number, b: number): number => {
  if (x < 0 || x > 1) return Number.NEGATIVE_INFINITY;
  if (x === 0 || x === 1) {
    const [near, far] = x === 0 ? [a, b] : [b, a];
    if (near < 1) return Number.POSITIVE_INFINITY;
    return near === 1 ? Math.log(far) : Number.NEGATIVE_INFINITY;
  }
  const y = 1 - x;
  return logBinomialKernel(a, b, x, y) + Math.log(a / x) + Math.log(b / y) - Math.log(a + b);
};

/** cdf of the beta distribution. */
export const betaCdf = (x: number, a: number, b: number): number => incompleteBeta(a, b, x).lower;

/** Survival function of the beta distribution. */
export const betaSurvival = (x: number, a: number, b: number): number =>
  incompleteBeta(a, b, x).upper;

/**
 * Quantile of the beta distribution as x and y = 1 − x, each accurate relative to its own size.
 * `q` = 1 − p may be given.
 */
export const betaQuantilePair = (
  p: number,
  a: number,
  b: number,
  q = 1 - p,
): { readonly x: number; readonly y: number } => {
  if (p <= 0) return { x: 0, y: 1 };
  if (q <= 0) return { x: 1, y: 0 };
  // Solved for the log odds u: both ends of [0,1] are then at infinity, where tails are straight.
  const x = (u: number): number =>
    u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));
  const y = (u: number): number => x(-u);
  const spread = Math.sqrt(1 / a + 1 / b);
  const start = Math.log(a / b) + Math.max(-30, Math.min(30, normalQuantile(p, q) * spread));
  const u = invertTails(
    (v) => incompleteBeta(a, b, x(v), y(v)),
    (v) => Math.exp(logBinomialKernel(a, b, x(v), y(v))) * ((a * b) / (a + b)),
    start,
    p,
    q,
  );
  return { x: x(u), y: y(u) };
};

/** Quantile of the beta distribution; `q` = 1 − p may be given. */
export const betaQuantile = (p: number, a: number, b: number, q = 1 - p): number =>
  betaQuantilePair(p, a, b, q).x;
