import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';
import {
  durbinCdf,
  kolmogorovSurvival,
  oneSidedTail,
  twoSampleTail,
} from './kolmogorov-distribution.js';

/** Largest distance between two distribution functions with its test. */
export interface DistanceTest {
  readonly kind: 'distance-test';
  /** sup |F − G|, in [0,1]. */
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly method: 'exact' | 'asymptotic';
}

/**
 * Two-sample Kolmogorov–Smirnov test: exact while n₁·n₂ ≤ 10 million, else Kolmogorov's limit.
 * Ties are allowed and make the exact p-value conservative.
 */
export const kolmogorovSmirnovTest = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): DistanceTest | Undefined => {
  const m = a.length;
  const n = b.length;
  if (m < 1 || n < 1) return undefinedBecause('each sample needs a value');
  if (!allFinite(a) || !allFinite(b)) return undefinedBecause('a value is not finite');
  const x = Float64Array.from(a).sort();
  const y = Float64Array.from(b).sort();
  let i = 0;
  let j = 0;
  let reach = 0;
  while (i < m && j < n) {
    const value = Math.min(x[i] ?? 0, y[j] ?? 0);
    while (i < m && x[i] === value) i++;
    while (j < n && y[j] === value) j++;
    reach = Math.max(reach, Math.abs(i * n - j * m));
  }
  const statistic = reach / (m * n);
  if (m * n <= 1e7) {
    const pValue = reach === 0 ? 1 : twoSampleTail(m, n, reach);
    return { kind: 'distance-test', statistic, pValue, method: 'exact' };
  }
  const pValue = kolmogorovSurvival(statistic * Math.sqrt((m * n) / (m + n)));
  return { kind: 'distance-test', statistic, pValue, method: 'asymptotic' };
};

/**
 * One-sample Kolmogorov–Smirnov test against a continuous distribution function. Exact up to 1,000
 * values (Durbin's matrix; twice Smirnov's one-sided tail where that is exact to 1e-9), beyond by
 * Kolmogorov's limit with Vrbik's correction (2018).
 * @param cdf must return values in [0,1]
 */
export const kolmogorovSmirnovOneSample = (
  values: ArrayLike<number>,
  cdf: (x: number) => number,
): DistanceTest | Undefined => {
  const n = values.length;
  if (n < 1) return undefinedBecause('the sample needs a value');
  if (!allFinite(values)) return undefinedBecause('a value is not finite');
  const sorted = Float64Array.from(values).sort();
  let statistic = 0;
  for (let i = 0; i < n; i++) {
    const f = cdf(sorted[i] ?? 0);
    if (!(f >= 0 && f <= 1)) return undefinedBecause('the cdf left the range 0 to 1');
    statistic = Math.max(statistic, (i + 1) / n - f, f - i / n);
  }
  if (n > 1000) {
    const root = Math.sqrt(n);
    const x = statistic * root + 1 / (6 * root) + (statistic * root - 1) / (4 * n);
    return {
      kind: 'distance-test',
      statistic,
      pValue: kolmogorovSurvival(x),
      method: 'asymptotic',
    };
  }
  const upper = 2 * oneSidedTail(n, statistic);
  const pValue =
    statistic >= 0.5 || n * statistic ** 2 > 6
      ? upper
      : n * statistic <= 0.5
        ? 1
        : 1 - durbinCdf(n, statistic);
  return {
    kind: 'distance-test',
    statistic,
    pValue: Math.min(1, Math.max(0, pValue)),
    method: 'exact',
  };
};
