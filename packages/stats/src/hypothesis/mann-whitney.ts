import { normalSurvival } from '../distributions/normal.js';
import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Mann–Whitney U of the first sample with its test. */
export interface RankTest {
  readonly kind: 'rank-test';
  /** Pairs in which a exceeds b, ties counting half. */
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  /** Share of pairs in which b exceeds a (ties half): 0.5 is no difference. */
  readonly superiority: number;
  readonly method: 'exact' | 'normal';
}

/** Mid-ranks (1-based) of the values and Σ(t³ − t) over groups of ties. */
export const rank = (
  values: ArrayLike<number>,
): { readonly ranks: Float64Array; readonly tieTerm: number } => {
  const order = Array.from({ length: values.length }, (_, i) => i);
  order.sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Float64Array(values.length);
  let tieTerm = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    const value = values[order[start] ?? 0];
    while (end < order.length && values[order[end] ?? 0] === value) end++;
    const size = end - start;
    tieTerm += size ** 3 - size;
    for (let k = start; k < end; k++) ranks[order[k] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return { ranks, tieTerm };
};

/** P(U ≤ u) without ties: counts of partitions by dynamic programming, as probabilities. */
const exactLowerTail = (u: number, n1: number, n2: number): number => {
  // Ways to reach U = s are the coefficients of the Gaussian binomial [n1+n2 choose n1].
  const size = n1 * n2 + 1;
  let ways = new Float64Array(size);
  ways[0] = 1;
  let total = 1;
  for (let i = 1; i <= n1; i++) {
    // Multiply by (1 − q^(n2+i)) and divide by (1 − q^i).
    for (let s = size - 1; s >= n2 + i; s--) ways[s] = (ways[s] ?? 0) - (ways[s - n2 - i] ?? 0);
    for (let s = i; s < size; s++) ways[s] = (ways[s] ?? 0) + (ways[s - i] ?? 0);
    total *= (n2 + i) / i;
    if (total > 1e250) {
      ways = ways.map((w) => w / total);
      total = 1;
    }
  }
  let sum = 0;
  for (let s = 0; s <= Math.floor(u); s++) sum += ways[s] ?? 0;
  return sum / total;
};

/**
 * Mann–Whitney U test: exact without ties when the smaller sample has at most 8 values (and the
 * product of sizes stays below 20,000), otherwise normal with tie and continuity corrections.
 */
export const mannWhitneyTest = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): RankTest | Undefined => {
  const n1 = a.length;
  const n2 = b.length;
  if (n1 < 1 || n2 < 1) return undefinedBecause('each sample needs a value');
  if (!allFinite(a) || !allFinite(b)) return undefinedBecause('a value is not finite');
  const all = new Float64Array(n1 + n2);
  all.set(a);
  all.set(b, n1);
  const { ranks, tieTerm } = rank(all);
  let rankSum = 0;
  for (let i = 0; i < n1; i++) rankSum += ranks[i] ?? 0;
  const statistic = rankSum - (n1 * (n1 + 1)) / 2;
  const pairs = n1 * n2;
  const superiority = 1 - statistic / pairs;
  const larger = Math.max(statistic, pairs - statistic);
  if (tieTerm === 0 && Math.min(n1, n2) <= 8 && pairs <= 20_000) {
    const pValue = Math.min(1, 2 * exactLowerTail(pairs - larger, n1, n2));
    return { kind: 'rank-test', statistic, pValue, superiority, method: 'exact' };
  }
  const n = n1 + n2;
  const variance = (pairs / 12) * (n + 1 - tieTerm / (n * (n - 1)));
  if (!(variance > 0)) return undefinedBecause('all values are the same');
  const z = (larger - pairs / 2 - 0.5) / Math.sqrt(variance);
  const pValue = Math.min(1, 2 * normalSurvival(z));
  return { kind: 'rank-test', statistic, pValue, superiority, method: 'normal' };
};
