import { normalQuantile, normalSurvival } from '../distributions/normal.js';
import { tQuantile, tSurvival } from '../distributions/student-t.js';
import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Size, mean and unbiased variance of one sample. */
export interface SampleSummary {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** A difference with its test. */
export interface DifferenceTest {
  readonly kind: 'difference';
  /** b − a, in the values' unit. */
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  /** Absent for z tests. */
  readonly degreesOfFreedom?: number;
  /** Two-sided. */
  readonly pValue: number;
  /** Confidence interval of mass 1 − alpha. */
  readonly lower: number;
  readonly upper: number;
}

/** Mean and unbiased variance by Welford's recurrence; undefined below two finite values. */
export const summarize = (values: ArrayLike<number>): SampleSummary | Undefined => {
  const n = values.length;
  if (n < 2) return undefinedBecause('a variance needs two values');
  if (!allFinite(values)) return undefinedBecause('a value is not finite');
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i] ?? 0;
    const delta = value - mean;
    mean += delta / (i + 1);
    squares += delta * (value - mean);
  }
  const variance = squares / (n - 1);
  return Number.isFinite(variance)
    ? { n, mean, variance }
    : undefinedBecause('the values are too large for their variance');
};

const usable = (s: SampleSummary): boolean =>
  s.n >= 2 && s.n <= Number.MAX_SAFE_INTEGER && Number.isFinite(s.mean) && s.variance >= 0;

/**
 * Difference in means under unequal variances (Welch 1947).
 * @param a,b summaries; n ≥ 2, values in the metric's unit
 * @returns estimate b − a in the same unit; undefined when both variances are 0
 */
export const welchTest = (
  a: SampleSummary,
  b: SampleSummary,
  alpha = 0.05,
): DifferenceTest | Undefined => {
  if (!usable(a) || !usable(b)) return undefinedBecause('each sample needs two finite values');
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const va = a.variance / a.n;
  const vb = b.variance / b.n;
  const variance = va + vb;
  if (!(variance > 0 && Number.isFinite(variance)))
    return undefinedBecause('neither sample varies');
  const shareA = va / variance;
  const shareB = vb / variance;
  const degreesOfFreedom = 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1));
  const standardError = Math.sqrt(variance);
  const estimate = b.mean - a.mean;
  const statistic = estimate / standardError;
  if (!Number.isFinite(statistic)) return undefinedBecause('the difference is too large');
  const half = -tQuantile(alpha / 2, degreesOfFreedom) * standardError;
  return {
    kind: 'difference',
    estimate,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: Math.min(1, 2 * tSurvival(Math.abs(statistic), degreesOfFreedom)),
    lower: estimate - half,
    upper: estimate + half,
  };
};

/** Difference b − a by the normal approximation, for large samples or known variances. */
export const zTest = (
  a: SampleSummary,
  b: SampleSummary,
  alpha = 0.05,
): DifferenceTest | Undefined => {
  if (!(a.n >= 1 && b.n >= 1 && a.variance >= 0 && b.variance >= 0)) {
    return undefinedBecause('each sample needs a size and a variance');
  }
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const standardError = Math.sqrt(a.variance / a.n + b.variance / b.n);
  const estimate = b.mean - a.mean;
  const statistic = estimate / standardError;
  if (!(standardError > 0) || !Number.isFinite(statistic)) {
    return undefinedBecause('neither sample varies, or a value is not finite');
  }
  const half = -normalQuantile(alpha / 2) * standardError;
  return {
    kind: 'difference',
    estimate,
    standardError,
    statistic,
    pValue: Math.min(1, 2 * normalSurvival(Math.abs(statistic))),
    lower: estimate - half,
    upper: estimate + half,
  };
};
