import { gammaSurvival } from '../distributions/gamma.js';
import { normalQuantile, normalSurvival } from '../distributions/normal.js';
import { cholesky, inverseFromCholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { concordance } from './concordance.js';
import { observationsError, type SurvivalObservation } from './observations.js';
import { partialLikelihood } from './partial-likelihood.js';

/** One covariate of a Cox model. */
export interface CoxCoefficient {
  /** ln hazard ratio of one unit more. */
  readonly estimate: number;
  readonly standardError: number;
  readonly hazardRatio: number;
  /** Interval of the hazard ratio. */
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
}

/** Fitted proportional hazards. */
export interface CoxModel {
  readonly kind: 'cox';
  readonly coefficients: readonly CoxCoefficient[];
  /** Partial log likelihood at the estimate and without covariates. */
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  /** p-value of the likelihood ratio test of all covariates. */
  readonly pValue: number;
  /** Share of comparable pairs whose order of risk is right (Harrell's C); ties count half. */
  readonly concordance: number | Undefined;
  /** Cumulative baseline hazard (Efron) at each event time, at the covariates' means. */
  readonly baseline: readonly { readonly time: number; readonly hazard: number }[];
  /** Means of the covariates. */
  readonly means: readonly number[];
}

/**
 * Cox proportional hazards (1972) by Newton's method with Efron's treatment of ties.
 * @param observations n of them
 * @param covariates n×p, row-major
 * @param p covariates a row, ≥ 1
 * @returns undefined without events, with collinear covariates, or when a covariate separates the
 *   events perfectly (no finite estimate)
 */
export const fitCox = (
  observations: readonly SurvivalObservation[],
  covariates: ArrayLike<number>,
  p: number,
  alpha = 0.05,
): CoxModel | Undefined => {
  const n = observations.length;
  const bad = observationsError(observations);
  if (bad) return bad;
  if (!(Number.isInteger(p) && p >= 1) || covariates.length !== n * p || !allFinite(covariates)) {
    return undefinedBecause('the model needs a finite value of each covariate for each subject');
  }
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  if (!observations.some((o) => o.event)) return undefinedBecause('there are no events');
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (observations[j]?.time ?? 0) - (observations[i]?.time ?? 0),
  );
  const sorted = order.flatMap((i) => observations[i] ?? []);
  // Centred and scaled, so that Newton's first steps are of a fair size for every covariate.
  const means = new Array<number>(p).fill(0);
  const scales = new Array<number>(p).fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) means[j] = (means[j] ?? 0) + (covariates[i * p + j] ?? 0) / n;
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) {
      scales[j] = (scales[j] ?? 0) + ((covariates[i * p + j] ?? 0) - (means[j] ?? 0)) ** 2 / n;
    }
  }
  for (let j = 0; j < p; j++) {
    const scale = Math.sqrt(scales[j] ?? 0);
    if (!(scale > 1e-12 * Math.abs(means[j] ?? 0)) || !Number.isFinite(scale)) {
      return undefinedBecause('a covariate does not vary');
    }
    scales[j] = scale;
  }
  const x = new Float64Array(n * p);
  order.forEach((from, to) => {
    for (let j = 0; j < p; j++) {
      x[to * p + j] = ((covariates[from * p + j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
    }
  });

  let beta: Float64Array = new Float64Array(p);
  let state = partialLikelihood(sorted, x, p, beta);
  const nullLogLikelihood = state.logLikelihood;
  let converged = false;
  for (let iteration = 0; iteration < 60 && !converged; iteration++) {
    const factor = cholesky(state.information, p);
    if (isUndefined(factor)) return undefinedBecause('the covariates are collinear or separate');
    const step = solveCholesky(factor, state.gradient, p);
    let length = 1;
    let next = state;
    let moved = beta;
    for (let halving = 0; halving < 30; halving++) {
      moved = beta.map((b, j) => b + length * (step[j] ?? 0));
      next = partialLikelihood(sorted, x, p, moved);
      if (next.logLikelihood >= state.logLikelihood - 1e-12 * Math.abs(state.logLikelihood)) break;
      length /= 2;
    }
    converged = step.every((s, j) => Math.abs(s) <= 1e-10 * (1 + Math.abs(beta[j] ?? 0)));
    beta = moved;
    state = next;
    if (beta.some((b) => !(Math.abs(b) < 30))) {
      return undefinedBecause('a covariate separates the events perfectly');
    }
  }
  const factor = cholesky(state.information, p);
  if (!converged || isUndefined(factor)) return undefinedBecause('the fit did not converge');
  const covariance = inverseFromCholesky(factor, p);
  const z = -normalQuantile(alpha / 2);
  const coefficients = Array.from(beta, (b, j): CoxCoefficient => {
    const scale = scales[j] ?? 1;
    const estimate = b / scale;
    const standardError = Math.sqrt(covariance[j * p + j] ?? 0) / scale;
    return {
      estimate,
      standardError,
      hazardRatio: Math.exp(estimate),
      lower: Math.exp(estimate - z * standardError),
      upper: Math.exp(estimate + z * standardError),
      pValue: Math.min(1, 2 * normalSurvival(Math.abs(estimate) / standardError)),
    };
  });
  let hazard = 0;
  const baseline = [...state.hazards].reverse().map(({ time, increment }) => {
    hazard += increment;
    return { time, hazard };
  });
  const risks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) risks[i] = (risks[i] ?? 0) + (x[i * p + j] ?? 0) * (beta[j] ?? 0);
  }
  return {
    kind: 'cox',
    coefficients,
    logLikelihood: state.logLikelihood,
    nullLogLikelihood,
    pValue: gammaSurvival(Math.max(0, state.logLikelihood - nullLogLikelihood), p / 2),
    concordance: concordance(sorted, risks),
    baseline,
    means,
  };
};

/** P(T > time) of a subject with the given covariates. */
export const coxSurvival = (
  model: CoxModel,
  covariates: readonly number[],
  time: number,
): number | Undefined => {
  if (covariates.length !== model.coefficients.length || !allFinite(covariates)) {
    return undefinedBecause('a value of each covariate is needed');
  }
  if (Number.isNaN(time)) return undefinedBecause('the time is not a number');
  let hazard = 0;
  for (const point of model.baseline) {
    if (point.time > time) break;
    hazard = point.hazard;
  }
  if (hazard === 0) return 1;
  let eta = 0;
  model.coefficients.forEach((coefficient, j) => {
    eta += coefficient.estimate * ((covariates[j] ?? 0) - (model.means[j] ?? 0));
  });
  return Math.exp(-hazard * Math.exp(eta));
};
