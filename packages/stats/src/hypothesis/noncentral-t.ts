import { normalCdf } from '../distributions/normal.js';
import { logGamma } from '../distributions/special/gamma-function.js';
import { incompleteBeta } from '../distributions/special/incomplete-beta.js';

/**
 * P(T ≤ t) of Student's t with noncentrality δ (Lenth 1989, AS 243), summed around its largest
 * Poisson weight; about 1e-12 absolute.
 * @param nu degrees of freedom > 0
 */
export const noncentralTCdf = (t: number, nu: number, delta: number): number => {
  if (t < 0) return 1 - noncentralTCdf(-t, nu, -delta);
  const base = normalCdf(-delta);
  if (t === 0) return base;
  const x = (t * t) / (nu + t * t);
  const y = nu / (nu + t * t);
  const lambda = (delta * delta) / 2;
  if (lambda === 0) return 0.5 + incompleteBeta(0.5, nu / 2, x, y).lower / 2;
  const logLambda = Math.log(lambda);
  const sign = Math.sign(delta);
  const term = (j: number): number => {
    const even = Math.exp(-lambda + j * logLambda - logGamma(j + 1));
    const odd = Math.exp(-lambda + (j + 0.5) * logLambda - logGamma(j + 1.5));
    return (
      even * incompleteBeta(j + 0.5, nu / 2, x, y).lower +
      sign * odd * incompleteBeta(j + 1, nu / 2, x, y).lower
    );
  };
  const middle = Math.floor(lambda);
  let sum = 0;
  for (let j = middle; ; j++) {
    const value = term(j);
    sum += value;
    const weight = Math.exp(-lambda + j * logLambda - logGamma(j + 1));
    if (weight < 1e-17) break;
  }
  for (let j = middle - 1; j >= 0; j--) {
    sum += term(j);
    if (Math.exp(-lambda + (j + 0.5) * logLambda - logGamma(j + 1)) < 1e-17) break;
  }
  return Math.min(1, Math.max(0, base + sum / 2));
};
