import { leastSquares } from '../../linear-algebra/qr.js';
import { isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import { logLikelihoodAt, meanAt, type RegressionFamily, varianceAt } from './families.js';

/** What is maximised: the likelihood of checked data on standardised columns. */
export interface RegressionProblem {
  readonly family: RegressionFamily;
  /** rows × width, row-major, the first column 1. */
  readonly z: Float64Array;
  readonly y: ArrayLike<number>;
  readonly weights: Float64Array;
  readonly offset: ArrayLike<number> | undefined;
  readonly l2: number;
}

/** The maximum of a penalised likelihood. */
export interface RegressionMaximum {
  readonly kind: 'maximum';
  readonly beta: Float64Array;
  /** Inverse of the penalised information (dispersion 1), width × width. */
  readonly inverse: Float64Array;
  /** Weighted squared residuals of the last step, without the penalty. */
  readonly residual: number;
  /** Without the penalty; up to constants for `linear`. */
  readonly logLikelihood: number;
  /** Of the intercept alone. */
  readonly nullLogLikelihood: number;
}

const MOST_ITERATIONS = 100;
/** Standardised slopes beyond this mean that some column separates the responses. */
const SEPARATED = 25;

/** Iteratively reweighted least squares, each step by QR and halved until the likelihood rises. */
export const maximiseLikelihood = (problem: RegressionProblem): RegressionMaximum | Undefined => {
  const { family, z, y, weights, offset, l2 } = problem;
  const n = weights.length;
  const width = z.length / n;
  const predictor = (beta: Float64Array): Float64Array => {
    const eta = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = offset?.[i] ?? 0;
      for (let j = 0; j < width; j++) sum += (z[i * width + j] ?? 0) * (beta[j] ?? 0);
      eta[i] = sum;
    }
    return eta;
  };
  const penalty = (beta: Float64Array): number =>
    beta.reduce((sum, b, j) => sum + (j > 0 ? 0.5 * l2 * b * b : 0), 0);
  const likelihood = (eta: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const weight = weights[i] ?? 0;
      if (weight > 0) sum += weight * logLikelihoodAt(family, y[i] ?? 0, eta[i] ?? 0);
    }
    return sum;
  };

  // The penalty is a row √l2·e_j below the data for each slope.
  const height = n + (l2 > 0 ? width - 1 : 0);
  const design = new Float64Array(height * width);
  const response = new Float64Array(height);
  for (let j = 0; j < height - n; j++) design[(n + j) * width + j + 1] = Math.sqrt(l2);
  let beta: Float64Array = new Float64Array(width);
  beta[0] = startingIntercept(problem);
  let eta = predictor(beta);
  let value = likelihood(eta) - penalty(beta);
  const nullLogLikelihood = value;
  let inverse: Float64Array | undefined;
  let residual = 0;
  let moved = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < MOST_ITERATIONS && moved > 1e-11; iteration++) {
    for (let i = 0; i < n; i++) {
      const mean = meanAt(family, eta[i] ?? 0);
      const variance = Math.max(varianceAt(family, mean), 1e-12);
      const root = Math.sqrt((weights[i] ?? 0) * variance);
      for (let j = 0; j < width; j++) design[i * width + j] = root * (z[i * width + j] ?? 0);
      const working = (eta[i] ?? 0) - (offset?.[i] ?? 0) + ((y[i] ?? 0) - mean) / variance;
      response[i] = root * working;
    }
    const step = leastSquares(design, response, height, width);
    if (isUndefined(step)) return step;
    if (step.rank < width) return undefinedBecause('a column is a combination of others: set l2');
    inverse = step.unscaledCovariance;
    residual = step.residualSumOfSquares - 2 * penalty(step.coefficients);
    const from = beta;
    let next = step.coefficients;
    for (let halving = 0; halving <= 30; halving++) {
      eta = predictor(next);
      const reached = likelihood(eta) - penalty(next);
      if (reached >= value - 1e-9 * Math.abs(value) || halving === 30) {
        value = reached;
        break;
      }
      next = next.map((b, j) => (b + (from[j] ?? 0)) / 2);
    }
    moved = next.reduce((most, b, j) => Math.max(most, Math.abs(b - (from[j] ?? 0))), 0);
    beta = next;
    if (family === 'linear') moved = 0;
  }
  if (inverse === undefined || !Number.isFinite(value)) {
    return undefinedBecause('the likelihood is not finite');
  }
  const separated = beta.subarray(1).some((slope) => Math.abs(slope) > SEPARATED);
  if (family !== 'linear' && ((separated && l2 === 0) || !(moved < 1e-6))) {
    return undefinedBecause('a column separates the responses perfectly: set l2, or a larger one');
  }
  const logLikelihood = value + penalty(beta);
  return { kind: 'maximum', beta, inverse, residual, logLikelihood, nullLogLikelihood };
};

/** The intercept of a model without slopes, exact but for a logistic offset. */
const startingIntercept = ({ family, y, weights, offset }: RegressionProblem): number => {
  let responses = 0;
  let exposure = 0;
  let total = 0;
  weights.forEach((weight, i) => {
    responses += weight * (y[i] ?? 0);
    exposure += weight * Math.exp(family === 'poisson' ? (offset?.[i] ?? 0) : 0);
    total += weight;
  });
  if (family === 'logistic') return Math.log(responses / (total - responses));
  return family === 'poisson' ? Math.log(responses / exposure) : 0;
};
