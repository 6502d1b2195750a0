import { normalQuantile, normalSurvival } from '../../distributions/normal.js';
import { tQuantile, tSurvival } from '../../distributions/student-t.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import type { TrainingTable } from '../boosting/model.js';
import { logLikelihoodAt, type RegressionFamily, responseError } from './families.js';
import { maximiseLikelihood } from './maximise.js';
import { inOwnUnits, standardiseColumns } from './standardise.js';

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

  const design = standardiseColumns(x, w, p, l2 > 0);
  if (isUndefined(design)) return design;
  const best = maximiseLikelihood({ family, z: design.z, y, weights: w, offset, l2 });
  if (isUndefined(best)) return best;
  const width = p + 1;
  const { beta, inverse } = best;
  const residual = Math.max(best.residual, 0);

  // Covariance A − l2·A·D·A of the penalised estimate, A the inverse of the penalised information
  // and D the identity but for the intercept.
  let freedom = total - width;
  const scaled = Float64Array.from(inverse);
  for (let a = 0; l2 > 0 && a < width; a++) {
    for (let b = 0; b < width; b++) {
      let sum = 0;
      for (let j = 1; j < width; j++) {
        sum += (inverse[a * width + j] ?? 0) * (inverse[j * width + b] ?? 0);
      }
      scaled[a * width + b] = (scaled[a * width + b] ?? 0) - l2 * sum;
    }
    if (a > 0) freedom += l2 * (inverse[a * width + a] ?? 0);
  }
  if (family === 'linear' && !(freedom > 0)) {
    return undefinedBecause('as many coefficients as rows');
  }
  const variance = family === 'linear' ? residual / freedom : 1;
  const explained =
    family === 'linear'
      ? explainedVariance(y, w, offset, residual)
      : explainedDeviance(family, y, w, best.logLikelihood, best.nullLogLikelihood);
  const density = Math.max(residual, 1e-300) / total;
  const logLikelihood =
    family === 'linear' ? -0.5 * total * (Math.log(2 * Math.PI * density) + 1) : best.logLikelihood;
  const { estimates, covariance } = inOwnUnits(
    design,
    beta,
    scaled.map((value) => value * variance),
  );
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

/** 1 − squared residuals / squared distances from the mean. */
const explainedVariance = (
  y: ArrayLike<number>,
  w: Float64Array,
  offset: ArrayLike<number> | undefined,
  residual: number,
): number | Undefined => {
  const total = w.reduce((sum, weight) => sum + weight, 0);
  const free = Float64Array.from(w, (_, i) => (y[i] ?? 0) - (offset?.[i] ?? 0));
  const centre = free.reduce((sum, value, i) => sum + ((w[i] ?? 0) * value) / total, 0);
  const spread = free.reduce((sum, value, i) => sum + (w[i] ?? 0) * (value - centre) ** 2, 0);
  return spread > 0 ? 1 - residual / spread : undefinedBecause('the response is constant');
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
