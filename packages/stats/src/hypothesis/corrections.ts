import { type Undefined, undefinedBecause } from '../undefined.js';

/** Ways to correct p-values for many comparisons. */
export type Correction = 'none' | 'bonferroni' | 'holm' | 'benjamini-hochberg';

const check = (pValues: readonly number[]): Undefined | undefined =>
  pValues.every((p) => p >= 0 && p <= 1)
    ? undefined
    : undefinedBecause('p-values lie between 0 and 1');

/** Holm's step-down adjusted p-values (1979): controls the chance of any false positive. */
export const holm = (pValues: readonly number[]): readonly number[] | Undefined => {
  const bad = check(pValues);
  if (bad) return bad;
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => 0);
  let running = 0;
  order.forEach(({ p, i }, k) => {
    running = Math.max(running, Math.min(1, p * (order.length - k)));
    adjusted[i] = running;
  });
  return adjusted;
};

/**
 * Benjamini & Hochberg's step-up adjusted p-values (1995): controls the share of false positives
 * among the positives.
 */
export const benjaminiHochberg = (pValues: readonly number[]): readonly number[] | Undefined => {
  const bad = check(pValues);
  if (bad) return bad;
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const adjusted = pValues.map(() => 0);
  let running = 1;
  order.forEach(({ p, i }, k) => {
    running = Math.min(running, (p * order.length) / (order.length - k));
    adjusted[i] = running;
  });
  return adjusted;
};

/** Adjusted p-values by the named correction, in the order given. */
export const correctPValues = (
  pValues: readonly number[],
  correction: Correction,
): readonly number[] | Undefined => {
  switch (correction) {
    case 'none':
      return check(pValues) ?? pValues;
    case 'bonferroni':
      return check(pValues) ?? pValues.map((p) => Math.min(1, p * pValues.length));
    case 'holm':
      return holm(pValues);
    case 'benjamini-hochberg':
      return benjaminiHochberg(pValues);
  }
};
