import { gammaSurvival } from '../distributions/gamma.js';
import { normalQuantile, normalSurvival } from '../distributions/normal.js';
import { cholesky, inverseFromCholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { observationsError, type SurvivalObservation } from './observations.js';

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

interface Derivatives {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
  readonly hazards: readonly { time: number; increment: number }[];
}

/** Partial likelihood with Efron's ties; rows sorted by falling time, covariates centred. */
const derivativesAt = (
  sorted: readonly SurvivalObservation[],
  x: Float64Array,
  p: number,
  beta: Float64Array,
): Derivatives => {
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  const hazards: { time: number; increment: number }[] = [];
  let logLikelihood = 0;
  let s0 = 0;
  const s1 = new Float64Array(p);
  const s2 = new Float64Array(p * p);
  const d1 = new Float64Array(p);
  const d2 = new Float64Array(p * p);
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    let deaths = 0;
    let d0 = 0;
    d1.fill(0);
    d2.fill(0);
    for (; i < sorted.length && sorted[i]?.time === time; i++) {
      let eta = 0;
      for (let j = 0; j < p; j++) eta += (x[i * p + j] ?? 0) * (beta[j] ?? 0);
      const weight = Math.exp(eta);
      const event = sorted[i]?.event === true;
      s0 += weight;
      if (event) {
        deaths++;
        d0 += weight;
        logLikelihood += eta;
      }
      for (let j = 0; j < p; j++) {
        const xj = x[i * p + j] ?? 0;
        s1[j] = (s1[j] ?? 0) + weight * xj;
        if (event) {
          gradient[j] = (gradient[j] ?? 0) + xj;
          d1[j] = (d1[j] ?? 0) + weight * xj;
        }
        for (let k = 0; k <= j; k++) {
          const product = weight * xj * (x[i * p + k] ?? 0);
          s2[j * p + k] = (s2[j * p + k] ?? 0) + product;
          if (event) d2[j * p + k] = (d2[j * p + k] ?? 0) + product;
        }
      }
    }
    let increment = 0;
    for (let l = 0; l < deaths; l++) {
      const share = l / deaths;
      const risk = s0 - share * d0;
      logLikelihood -= Math.log(risk);
      increment += 1 / risk;
      for (let j = 0; j < p; j++) {
        const mj = ((s1[j] ?? 0) - share * (d1[j] ?? 0)) / risk;
        gradient[j] = (gradient[j] ?? 0) - mj;
        for (let k = 0; k <= j; k++) {
          const mk = ((s1[k] ?? 0) - share * (d1[k] ?? 0)) / risk;
          const second = ((s2[j * p + k] ?? 0) - share * (d2[j * p + k] ?? 0)) / risk;
          information[j * p + k] = (information[j * p + k] ?? 0) + second - mj * mk;
        }
      }
    }
    if (deaths > 0) hazards.push({ time, increment });
  }
  return { logLikelihood, gradient, information, hazards };
};

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
  let state = derivativesAt(sorted, x, p, beta);
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
      next = derivativesAt(sorted, x, p, moved);
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
    concordance: concordanceOf(sorted, risks),
    baseline,
    means,
  };
};

/** Harrell’s C; above 2,000 subjects over an even sample of 2,000 of them. */
const concordanceOf = (
  sorted: readonly SurvivalObservation[],
  risks: Float64Array,
): number | Undefined => {
  let right = 0;
  let pairs = 0;
  const n = Math.min(sorted.length, 2000);
  const stride = sorted.length / n;
  for (let u = 0; u < n; u++) {
    const i = Math.floor(u * stride);
    const early = sorted[i];
    if (!early?.event) continue;
    for (let w = 0; w < n; w++) {
      const j = Math.floor(w * stride);
      const late = sorted[j];
      if (late === undefined || j === i) continue;
      const later = late.time > early.time || (late.time === early.time && !late.event);
      if (!later) continue;
      pairs++;
      const gap = (risks[i] ?? 0) - (risks[j] ?? 0);
      right += gap > 0 ? 1 : gap === 0 ? 0.5 : 0;
    }
  }
  return pairs > 0 ? right / pairs : undefinedBecause('no pair can be ordered');
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
