import { betaQuantilePair } from './beta.js';
import { normalLogDensity, normalQuantile, normalSurvival } from './normal.js';
import { deviance, stirlingError } from './special/gamma-function.js';
import { incompleteBeta } from './special/incomplete-beta.js';

/** Above this the t and normal distributions agree to the last digits. */
const NORMAL_ABOVE = 1e15;

/** ln density of Student's t; degrees of freedom ν > 0 need not be whole (Loader 2000). */
export const tLogDensity = (x: number, nu: number): number => {
  if (nu > NORMAL_ABOVE) return normalLogDensity(x);
  const half = nu / 2;
  const t = -deviance(half, half + 0.5) + stirlingError(half + 0.5) - stirlingError(half);
  const ratio = (x * x) / nu;
  const u =
    ratio > 0.2 ? Math.log1p(ratio) * half : -deviance(half, (nu + x * x) / 2) + (x * x) / 2;
  return t - u - 0.5 * Math.log1p(ratio) - 0.9189385332046727;
};

/** P(T > x), accurate in the upper tail. */
export const tSurvival = (x: number, nu: number): number => {
  if (nu > NORMAL_ABOVE) return normalSurvival(x);
  if (Math.abs(x) > 1e150) return x > 0 ? 0 : 1;
  const square = x * x;
  const { lower, upper } = incompleteBeta(nu / 2, 0.5, nu / (nu + square), square / (nu + square));
  return x > 0 ? lower / 2 : 0.5 + upper / 2;
};

/** P(T ≤ x). */
export const tCdf = (x: number, nu: number): number => tSurvival(-x, nu);

/** Quantile of Student's t; `q` = 1 − p may be given. */
export const tQuantile = (p: number, nu: number, q = 1 - p): number => {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (q <= 0) return Number.POSITIVE_INFINITY;
  if (nu > NORMAL_ABOVE) return normalQuantile(p, q);
  if (p === q) return 0;
  const tail = Math.min(p, q);
  const { x, y } = betaQuantilePair(2 * tail, nu / 2, 0.5, 1 - 2 * tail);
  const size = Math.sqrt(nu) * Math.sqrt(y / x);
  return p < q ? -size : size;
};
