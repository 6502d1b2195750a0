import { logGamma } from '../../distributions/special/gamma-function.js';
import { sigmoid } from '../boosting/objectives.js';

/** Response distribution with its canonical link. */
export type RegressionFamily = 'linear' | 'logistic' | 'poisson';

/** Mean and its derivative at a linear predictor. */
export const meanAt = (family: RegressionFamily, eta: number): number =>
  family === 'linear' ? eta : family === 'logistic' ? sigmoid(eta) : Math.exp(eta);

/** Variance of the response at a mean (dispersion 1), which is also dμ/dη. */
export const varianceAt = (family: RegressionFamily, mean: number): number =>
  family === 'linear' ? 1 : family === 'logistic' ? mean * (1 - mean) : mean;

/** Log likelihood of one response given its linear predictor; −½ squared error for `linear`. */
export const logLikelihoodAt = (family: RegressionFamily, y: number, eta: number): number => {
  if (family === 'linear') return -0.5 * (y - eta) ** 2;
  if (family === 'poisson') return y * eta - Math.exp(eta) - logGamma(y + 1);
  return y * eta - (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))));
};

/** What is wrong with a response for the family, if anything. */
export const responseError = (
  family: RegressionFamily,
  y: ArrayLike<number>,
): string | undefined => {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < y.length; i++) {
    const value = y[i] ?? Number.NaN;
    if (!(Math.abs(value) < 1e150)) return 'a response is missing or not finite';
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (family === 'logistic' && !(low >= 0 && high <= 1)) return 'responses lie between 0 and 1';
  if (family === 'logistic' && !(low < high)) return 'all responses are the same';
  if (family === 'poisson' && !(low >= 0)) return 'counts must not be negative';
  if (family === 'poisson' && !(high > 0)) return 'all counts are 0';
  return undefined;
};
