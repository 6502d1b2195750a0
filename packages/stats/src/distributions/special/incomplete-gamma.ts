import { deviance, logGamma1p, logPoissonKernel } from './gamma-function.js';
import { LARGE_SHAPE, saddlepointTails } from './saddlepoint.js';
import type { Tails } from './tails.js';

const MAX_TERMS = 1_000_000;

/** Σ xᵏ / ((a+1)…(a+k)), k ≥ 0. */
const lowerSeries = (a: number, x: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MAX_TERMS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
};

/** Legendre's continued fraction for Γ(a,x) eˣ x⁻ᵃ by modified Lentz (DLMF 8.9.2). */
const upperFraction = (a: number, x: number): number => {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MAX_TERMS; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 4e-16) break;
  }
  return h;
};

/** Q(a,x) for a < 1 and x < 1, where 1 − P would cancel. */
const smallUpper = (a: number, x: number): number => {
  const exponent = a * Math.log(x) - logGamma1p(a);
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 200; k++) {
    term *= -x / k;
    const next = sum + term / (a + k);
    if (next === sum) break;
    sum = next;
  }
  return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
};

/**
 * Regularised incomplete gamma functions P(a,x) and Q(a,x) (DLMF 8.2.4): series below the mean,
 * continued fraction above it, at a cost of O(√a) near x ≈ a; a saddlepoint formula for huge a.
 * @param a > 0
 * @param x ≥ 0
 */
export const incompleteGamma = (a: number, x: number): Tails => {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < 1 && a < 1) {
    const upper = smallUpper(a, x);
    const lower = Math.exp(a * Math.log(x) - logGamma1p(a) - x) * lowerSeries(a, x);
    return { lower, upper };
  }
  if (a > LARGE_SHAPE) {
    const w = Math.sign(x - a) * Math.sqrt(2 * deviance(a, x));
    const root = Math.sqrt(a);
    return saddlepointTails(w, (x - a) / root, 1 / (3 * root));
  }
  const kernel = logPoissonKernel(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, Math.exp(kernel) * lowerSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, a * Math.exp(kernel) * upperFraction(a, x));
  return { lower: 1 - upper, upper };
};
