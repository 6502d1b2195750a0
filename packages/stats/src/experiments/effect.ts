import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { type ArmMoments, type ArmSummary, armMoments } from './summaries.js';

/** Absolute: treatment − control. Relative: (treatment − control) / control. */
export type Difference = 'absolute' | 'relative';

/** The estimated effect of a treatment against a control, before any decision rule. */
export interface Effect {
  readonly kind: 'effect';
  readonly difference: Difference;
  readonly estimate: number;
  readonly standardError: number;
  /** Welch–Satterthwaite degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Units of both arms together. */
  readonly n: number;
  readonly controlMean: number;
  readonly treatmentMean: number;
  /** Share of the metric's variance that a covariate explained; absent without one. */
  readonly varianceReduction?: number;
}

/** θ = cov(post, pre) / var(pre) pooled over both arms (CUPED). */
const pooledTheta = (a: ArmMoments, b: ArmMoments): number => {
  if (a.covariate === undefined || b.covariate === undefined) return 0;
  const variance = a.covariate.variance * (a.n - 1) + b.covariate.variance * (b.n - 1);
  const covariance = a.covariate.covariance * (a.n - 1) + b.covariate.covariance * (b.n - 1);
  return variance > 0 ? covariance / variance : 0;
};

const adjusted = (arm: ArmMoments, theta: number): { mean: number; variance: number } => {
  const c = arm.covariate;
  if (c === undefined) return arm;
  return {
    mean: arm.mean - theta * c.mean,
    variance: Math.max(0, arm.variance - 2 * theta * c.covariance + theta * theta * c.variance),
  };
};

/**
 * Effect from two arms on the scale of one unit. Relative effects take their standard error from
 * the delta method; with a covariate the effect is the adjusted difference over the control's
 * unadjusted mean.
 * @returns undefined when both variances are 0, or for a relative effect when the control's mean is 0
 */
export const effectFromMoments = (
  control: ArmMoments,
  treatment: ArmMoments,
  difference: Difference = 'relative',
): Effect | Undefined => {
  const theta = pooledTheta(control, treatment);
  const a = adjusted(control, theta);
  const b = adjusted(treatment, theta);
  const va = a.variance / control.n;
  const vb = b.variance / treatment.n;
  const delta = b.mean - a.mean;
  if (!(va + vb > 0)) return undefinedBecause('neither arm varies');
  const share = va / (va + vb);
  const degreesOfFreedom =
    1 / (share ** 2 / (control.n - 1) + (1 - share) ** 2 / (treatment.n - 1));
  let estimate = delta;
  let variance = va + vb;
  if (difference === 'relative') {
    if (control.mean === 0) {
      return undefinedBecause('a relative effect needs a control mean other than 0');
    }
    const m = control.mean;
    estimate = delta / m;
    // Var of (b − a)/m where m is the control's unadjusted mean, correlated with a.
    const covariance =
      (control.variance - theta * (control.covariate?.covariance ?? 0)) / control.n;
    const vm = control.variance / control.n;
    variance = (va + vb + estimate ** 2 * vm + 2 * estimate * covariance) / m ** 2;
  }
  const standardError = Math.sqrt(variance);
  if (!allFinite([1 / standardError, standardError, estimate, degreesOfFreedom])) {
    return undefinedBecause('the standard error of the effect cannot be computed');
  }
  const raw = control.variance / control.n + treatment.variance / treatment.n;
  return {
    kind: 'effect',
    difference,
    estimate,
    standardError,
    degreesOfFreedom,
    n: control.n + treatment.n,
    controlMean: control.mean,
    treatmentMean: treatment.mean,
    ...(control.covariate && treatment.covariate ? { varianceReduction: 1 - (va + vb) / raw } : {}),
  };
};

/** Effect of a treatment against a control from their sufficient statistics. */
export const estimateEffect = (
  control: ArmSummary,
  treatment: ArmSummary,
  difference: Difference = 'relative',
): Effect | Undefined => {
  if (control.kind !== treatment.kind) {
    return undefinedBecause('both arms need the same kind of summary');
  }
  const a = armMoments(control);
  if (isUndefined(a)) return a;
  const b = armMoments(treatment);
  return isUndefined(b) ? b : effectFromMoments(a, b, difference);
};

/**
 * Interval of a relative effect by Fieller (1954): all changes ρ of the control's mean m for which
 * treatment − control − ρ·m lies within so many of its own standard errors of 0. It leaves out 0
 * exactly when the absolute effect, with the same distance, does; the delta method's need not.
 * @param distance standard errors, such as those of an interval of the absolute effect
 * @returns undefined where the control's mean is not told from 0, so that every change is possible
 */
export const relativeInterval = (
  control: ArmSummary,
  treatment: ArmSummary,
  distance: number,
): { readonly estimate: number; readonly lower: number; readonly upper: number } | Undefined => {
  const a = armMoments(control);
  if (isUndefined(a)) return a;
  const b = armMoments(treatment);
  if (isUndefined(b)) return b;
  const theta = pooledTheta(a, b);
  const [before, after] = [adjusted(a, theta), adjusted(b, theta)];
  const delta = after.mean - before.mean;
  const m = a.mean;
  const variance = before.variance / a.n + after.variance / b.n;
  const ofMean = a.variance / a.n;
  const covariance = (a.variance - theta * (a.covariate?.covariance ?? 0)) / a.n;
  const c = distance ** 2;
  const square = m ** 2 - c * ofMean;
  if (!(square > 0)) return undefinedBecause('the mean of the control is not told from 0');
  const half = delta * m + c * covariance;
  const root = Math.sqrt(Math.max(0, half ** 2 - square * (delta ** 2 - c * variance)));
  const bounds = [(half - root) / square, (half + root) / square] as const;
  return allFinite(bounds)
    ? { estimate: delta / m, lower: bounds[0], upper: bounds[1] }
    : undefinedBecause('the interval of the effect cannot be computed');
};
