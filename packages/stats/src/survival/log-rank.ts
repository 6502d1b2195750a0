import { gammaSurvival } from '../distributions/gamma.js';
import { invertPositiveDefinite } from '../linear-algebra/cholesky.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { observationsError, riskSets, type SurvivalObservation } from './observations.js';

/** Log-rank test of equal survival. */
export interface LogRankTest {
  readonly kind: 'log-rank';
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Events seen and expected under equal survival, by group. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/** Log-rank test (Mantel 1966) of two or more groups, with the hypergeometric variance. */
export const logRankTest = (
  groups: readonly (readonly SurvivalObservation[])[],
): LogRankTest | Undefined => {
  const k = groups.length;
  if (k < 2) return undefinedBecause('the test needs two groups');
  for (const group of groups) {
    const bad = observationsError(group);
    if (bad) return bad;
  }
  const observed = groups.map((group) => group.filter((o) => o.event).length);
  const expected = groups.map(() => 0);
  const d = k - 1;
  const covariance = new Float64Array(d * d);
  const times = groups.map((group) => group.map((o) => o.time).sort((a, b) => a - b));
  const gone = groups.map(() => 0);
  for (const { time, atRisk, events: all } of riskSets(groups.flat())) {
    const risk = times.map((sorted, g) => {
      let before = gone[g] ?? 0;
      while (before < sorted.length && (sorted[before] ?? 0) < time) before++;
      gone[g] = before;
      return sorted.length - before;
    });
    const spread = atRisk > 1 ? (all * (atRisk - all)) / (atRisk - 1) : 0;
    risk.forEach((size, g) => {
      expected[g] = (expected[g] ?? 0) + (all * size) / atRisk;
      if (g >= d) return;
      for (let h = 0; h < d; h++) {
        const same = g === h ? 1 : 0;
        const share = (size / atRisk) * (same - (risk[h] ?? 0) / atRisk);
        covariance[g * d + h] = (covariance[g * d + h] ?? 0) + spread * share;
      }
    });
  }
  const inverse = invertPositiveDefinite(covariance, d);
  if (isUndefined(inverse)) return undefinedBecause('there are too few events to compare');
  let statistic = 0;
  for (let g = 0; g < d; g++) {
    for (let h = 0; h < d; h++) {
      statistic +=
        ((observed[g] ?? 0) - (expected[g] ?? 0)) *
        (inverse[g * d + h] ?? 0) *
        ((observed[h] ?? 0) - (expected[h] ?? 0));
    }
  }
  return {
    kind: 'log-rank',
    statistic,
    degreesOfFreedom: d,
    pValue: gammaSurvival(statistic / 2, d / 2),
    groups: observed.map((o, g) => ({ observed: o, expected: expected[g] ?? 0 })),
  };
};
