import { normalQuantile, normalSurvival } from '../../distributions/normal.js';
import { tQuantile, tSurvival } from '../../distributions/student-t.js';
import { leastSquares } from '../../linear-algebra/qr.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import type { TrainingTable } from '../boosting/model.js';
import {
  logLikelihoodAt,
  meanAt,
  type RegressionFamily,
  responseError,
  varianceAt,
} from './families.js';

/** One coefficient with its uncertainty. */
export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the coefficient being 0. */
  readonly pValue: number;
}

/** A fitted regression: plain numbers only, so it survives JSON and structured clone. */
export interface RegressionModel {
  readonly kind: 'regression';
  readonly family: RegressionFamily;
  readonly intercept: Coefficient;
  /** One a column, on the scale of the link (log odds, ln of the mean count). */
  readonly coefficients: readonly Coefficient[];
  /** (columns + 1)² row-major, intercept first. */
  readonly covariance: readonly number[];
  /** Log likelihood; for `linear` at the maximum likelihood variance. */
  readonly logLikelihood: number;
  /** Share of the null deviance that is explained; R² for `linear`. Undefined when that is 0. */
  readonly explained: number | Undefined;
  /** Standard deviation of the residuals for `linear`, otherwise 1. */
  readonly dispersion: number;
  readonly rows: number;
}

/** Options of `fitRegression`. */
export interface RegressionOptions {
  readonly family?: RegressionFamily;
  /**
   * Ridge penalty ½·l2·Σ(s·β)², s the standard deviation of a column: the units of columns do not
   * matter. The intercept is free. Standard errors are then of the shrunk estimates. Default 0.
   */
  readonly l2?: number;
  /** Added to each row's linear predictor (ln exposure of a count), length rows. */
  readonly offset?: ArrayLike<number>;
  readonly alpha?: number;
}

const MOST_ITERATIONS = 100;

/**
 * Linear, logistic or Poisson regression by (penalised) maximum likelihood: iteratively reweighted
 * least squares (Nelder & Wedderburn 1972), each step by QR. O(rows × columns²) a step.
 * @param table numbers without gaps; `weights` are frequencies (case weights)
 * @returns undefined when columns are collinear or classes are separated and `l2` is 0
 */
export const fitRegression = (
  table: TrainingTable,
  options: RegressionOptions = {},
): RegressionModel | Undefined => {
  const { family = 'linear', l2 = 0, offset, alpha = 0.05 } = options;
  const { x, y, rows: n, columns: p, weights } = table;
  if (x.length !== n * p || y.length !== n || n < 2) {
    return undefinedBecause('the table’s length is not rows × columns, or it has one row only');
  }
  if (!allFinite(x)) return undefinedBecause('an input is missing or not finite');
  const error = responseError(family, y);
  if (error !== undefined) return undefinedBecause(error);
  if (!(l2 >= 0 && l2 < 1e100) || !(alpha > 0 && alpha < 1)) {
    return undefinedBecause('l2 is not negative, and alpha lies between 0 and 1');
  }
  if ((weights && weights.length !== n) || (offset && offset.length !== n)) {
    return undefinedBecause('weights and offset are as long as the table');
  }
  if ((weights && !allFinite(weights)) || (offset && !allFinite(offset))) {
    return undefinedBecause('a weight or offset is not finite');
  }
  const w = Float64Array.from({ length: n }, (_, i) => weights?.[i] ?? 1);
  const total = w.reduce((sum, weight) => sum + weight, 0);
  if (w.some((weight) => weight < 0) || !(total > 0)) {
    return undefinedBecause('weights are not negative and not all 0');
  }

  // Columns are centred and scaled for the arithmetic; results are turned back at the end.
  const means = new Float64Array(p);
  const scales = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += ((w[i] ?? 0) * (x[i * p + j] ?? 0)) / total;
    let variance = 0;
    for (let i = 0; i < n; i++) {
      variance += ((w[i] ?? 0) * ((x[i * p + j] ?? 0) - mean) ** 2) / total;
    }
    means[j] = mean;
    const scale = Math.sqrt(variance);
    if (!(scale > 1e-12 * Math.abs(mean)) || scale < 1e-150) {
      if (l2 === 0) return undefinedBecause(`column ${j} does not vary`);
      scales[j] = 1;
    } else {
      scales[j] = scale;
    }
  }
  const width = p + 1;
  const height = n + (l2 > 0 ? p : 0);
  const z = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    z[i * width] = 1;
    for (let j = 0; j < p; j++) {
      z[i * width + j + 1] = ((x[i * p + j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
    }
  }
  if (!allFinite(z)) return undefinedBecause('inputs are too large for their squares to be finite');
  const predictor = (beta: Float64Array): Float64Array => {
    const eta = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = offset?.[i] ?? 0;
      for (let j = 0; j < width; j++) sum += (z[i * width + j] ?? 0) * (beta[j] ?? 0);
      eta[i] = sum;
    }
    return eta;
  };
  const objective = (beta: Float64Array, eta: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      if (w[i] !== 0) sum += (w[i] ?? 0) * logLikelihoodAt(family, y[i] ?? 0, eta[i] ?? 0);
    }
    for (let j = 1; j < width; j++) sum -= 0.5 * l2 * (beta[j] ?? 0) ** 2;
    return sum;
  };

  const design = new Float64Array(height * width);
  const response = new Float64Array(height);
  for (let j = 0; j < height - n; j++) design[(n + j) * width + j + 1] = Math.sqrt(l2);
  let meanResponse = 0;
  for (let i = 0; i < n; i++) meanResponse += ((w[i] ?? 0) * (y[i] ?? 0)) / total;
  let beta: Float64Array = new Float64Array(width);
  if (family === 'logistic') beta[0] = Math.log(meanResponse / (1 - meanResponse));
  if (family === 'poisson') {
    let exposure = 0;
    for (let i = 0; i < n; i++) exposure += ((w[i] ?? 0) * Math.exp(offset?.[i] ?? 0)) / total;
    beta[0] = Math.log(meanResponse / exposure);
  }
  let eta = predictor(beta);
  let value = objective(beta, eta);
  const nullValue = value;
  let inverse: Float64Array | undefined;
  let residual = 0;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    for (let i = 0; i < n; i++) {
      const mean = meanAt(family, eta[i] ?? 0);
      const variance = Math.max(varianceAt(family, mean), 1e-12);
      const root = Math.sqrt((w[i] ?? 0) * variance);
      for (let j = 0; j < width; j++) design[i * width + j] = root * (z[i * width + j] ?? 0);
      const working = (eta[i] ?? 0) - (offset?.[i] ?? 0) + ((y[i] ?? 0) - mean) / variance;
      response[i] = root * working;
    }
    const step = leastSquares(design, response, height, width);
    if (isUndefined(step)) return step;
    if (step.rank < width) return undefinedBecause('a column is a combination of others: set l2');
    inverse = step.unscaledCovariance;
    residual = step.residualSumOfSquares;
    let next = step.coefficients;
    let nextEta = predictor(next);
    let nextValue = objective(next, nextEta);
    for (
      let halving = 0;
      halving < 30 && !(nextValue >= value - 1e-9 * Math.abs(value));
      halving++
    ) {
      const from = beta;
      next = next.map((b, j) => (b + (from[j] ?? 0)) / 2);
      nextEta = predictor(next);
      nextValue = objective(next, nextEta);
    }
    let moved = 0;
    for (let j = 0; j < width; j++) {
      moved = Math.max(moved, Math.abs((next[j] ?? 0) - (beta[j] ?? 0)));
    }
    beta = next;
    eta = nextEta;
    value = nextValue;
    if (family === 'linear' || moved <= 1e-11) break;
  }
  if (inverse === undefined || !Number.isFinite(value)) {
    return undefinedBecause('the likelihood is not finite');
  }
  if (family !== 'linear' && l2 === 0) {
    const separated = (slope: number): boolean => Math.abs(slope) > 25;
    if (beta.subarray(1).some(separated)) {
      return undefinedBecause('a column separates the responses perfectly: set l2');
    }
  }

  // Covariance A − l2·A·D·A of the penalised estimate, A the inverse of the penalised information.
  let freedom = n - width;
  const scaled = Float64Array.from(inverse);
  if (l2 > 0) {
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) {
        let sum = 0;
        for (let j = 1; j < width; j++) {
          sum += (inverse[a * width + j] ?? 0) * (inverse[j * width + b] ?? 0);
        }
        scaled[a * width + b] = (scaled[a * width + b] ?? 0) - l2 * sum;
      }
      if (a > 0) freedom += l2 * (inverse[a * width + a] ?? 0);
    }
    for (let j = 1; j < width; j++) residual -= l2 * (beta[j] ?? 0) ** 2;
  }
  let variance = 1;
  let logLikelihood = value;
  if (l2 > 0) {
    for (let j = 1; j < width; j++) logLikelihood += 0.5 * l2 * (beta[j] ?? 0) ** 2;
  }
  let explained: number | Undefined;
  if (family === 'linear') {
    if (!(freedom > 0)) return undefinedBecause('as many coefficients as rows');
    variance = Math.max(residual, 0) / freedom;
    const centre = meanLessOffset(y, w, offset, total);
    let spread = 0;
    for (let i = 0; i < n; i++) {
      spread += (w[i] ?? 0) * ((y[i] ?? 0) - (offset?.[i] ?? 0) - centre) ** 2;
    }
    explained =
      spread > 0
        ? 1 - Math.max(residual, 0) / spread
        : undefinedBecause('the response is constant');
    const density = Math.max(residual, 1e-300) / n;
    logLikelihood = -0.5 * n * (Math.log(2 * Math.PI * density) + 1);
  } else {
    explained = explainedDeviance(family, y, w, logLikelihood, nullValue);
  }
  // Back to the columns' own units: β_j / s_j, intercept less Σ β_j m_j / s_j.
  const turn = new Float64Array(width * width);
  turn[0] = 1;
  for (let j = 1; j < width; j++) {
    turn[j] = -(means[j - 1] ?? 0) / (scales[j - 1] ?? 1);
    turn[j * width + j] = 1 / (scales[j - 1] ?? 1);
  }
  const estimates = new Float64Array(width);
  const covariance = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      estimates[a] = (estimates[a] ?? 0) + (turn[a * width + b] ?? 0) * (beta[b] ?? 0);
    }
  }
  const half = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      const factor = turn[a * width + b] ?? 0;
      if (factor === 0) continue;
      for (let c = 0; c < width; c++) {
        half[a * width + c] =
          (half[a * width + c] ?? 0) + factor * variance * (scaled[b * width + c] ?? 0);
      }
    }
  }
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      const factor = turn[a * width + b] ?? 0;
      if (factor === 0) continue;
      for (let c = 0; c < width; c++) {
        covariance[c * width + a] =
          (covariance[c * width + a] ?? 0) + factor * (half[c * width + b] ?? 0);
      }
    }
  }
  if (!allFinite(estimates) || !allFinite(covariance) || !Number.isFinite(logLikelihood)) {
    return undefinedBecause('the inputs span too wide a range');
  }
  const critical =
    family === 'linear' ? tQuantile(1 - alpha / 2, freedom, alpha / 2) : -normalQuantile(alpha / 2);
  const tail = (ratio: number): number =>
    family === 'linear' ? tSurvival(ratio, freedom) : normalSurvival(ratio);
  const coefficients = Array.from(estimates, (estimate, j): Coefficient => {
    const standardError = Math.sqrt(Math.max(0, covariance[j * width + j] ?? 0));
    const ratio = standardError > 0 ? Math.abs(estimate) / standardError : 1e100;
    return {
      estimate: estimate + 0,
      standardError,
      lower: estimate - critical * standardError,
      upper: estimate + critical * standardError,
      pValue: estimate === 0 ? 1 : Math.min(1, 2 * tail(ratio)),
    };
  });
  const [intercept, ...slopes] = coefficients;
  if (intercept === undefined) return undefinedBecause('there are no coefficients');
  return {
    kind: 'regression',
    family,
    intercept,
    coefficients: slopes,
    covariance: Array.from(covariance, (c) => c + 0),
    logLikelihood,
    explained,
    dispersion: Math.sqrt(variance),
    rows: n,
  };
};

const meanLessOffset = (
  y: ArrayLike<number>,
  w: Float64Array,
  offset: ArrayLike<number> | undefined,
  total: number,
): number => {
  let mean = 0;
  for (let i = 0; i < w.length; i++) {
    mean += ((w[i] ?? 0) * ((y[i] ?? 0) - (offset?.[i] ?? 0))) / total;
  }
  return mean;
};

/** 1 − deviance / null deviance, each against the saturated model. */
const explainedDeviance = (
  family: RegressionFamily,
  y: ArrayLike<number>,
  w: Float64Array,
  logLikelihood: number,
  nullLogLikelihood: number,
): number | Undefined => {
  let saturated = 0;
  for (let i = 0; i < w.length; i++) {
    const target = y[i] ?? 0;
    const weight = w[i] ?? 0;
    if (family === 'poisson') {
      if (target > 0) saturated += weight * logLikelihoodAt(family, target, Math.log(target));
    } else if (target > 0 && target < 1) {
      saturated += weight * (target * Math.log(target) + (1 - target) * Math.log(1 - target));
    }
  }
  const nullDeviance = saturated - nullLogLikelihood;
  return nullDeviance > 0
    ? 1 - (saturated - logLikelihood) / nullDeviance
    : undefinedBecause('the responses do not vary');
};
