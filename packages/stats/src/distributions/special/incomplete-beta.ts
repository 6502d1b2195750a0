import { deviance, logBinomialKernel } from './gamma-function.js';
import { LARGE_SHAPE, saddlepointTails } from './saddlepoint.js';
import type { Tails } from './tails.js';

/** Continued fraction of the incomplete beta function (DLMF 8.17.22) by modified Lentz. */
const fraction = (a: number, b: number, x: number): number => {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < tiny) d = tiny;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 4e-16) break;
  }
  return h;
};

/**
 * Regularised incomplete beta function I_x(a,b) and its complement (DLMF 8.17); cost O(√max(a,b))
 * near the mean; a saddlepoint formula where both shapes are huge.
 * @param a,b > 0
 * @param x in [0,1]
 * @param y 1 − x, given apart so that x near 1 keeps its digits
 */
export const incompleteBeta = (a: number, b: number, x: number, y = 1 - x): Tails => {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (Math.min(a, b) > LARGE_SHAPE) {
    const n = a + b;
    // Whichever of x and y is smaller gives the distance from the mean with all its digits.
    const gap = x < y ? x - a / n : b / n - y;
    const w = Math.sign(gap) * Math.sqrt(2 * (deviance(a, n * x) + deviance(b, n * y)));
    const spread = Math.sqrt((a / n) * (b / n) * n);
    return saddlepointTails(w, (gap * n) / spread, (b - a) / (3 * n * spread));
  }
  const kernel = Math.exp(logBinomialKernel(a, b, x, y)) / (a + b);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, kernel * b * fraction(a, b, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, kernel * a * fraction(b, a, y));
  return { lower: 1 - upper, upper };
};
