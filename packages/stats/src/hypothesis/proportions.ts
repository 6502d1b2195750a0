import { binomialLogMass, binomialTails } from '../distributions/discrete.js';
import { normalQuantile, normalSurvival } from '../distributions/normal.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import type { DifferenceTest } from './means.js';

/** Successes out of trials. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

const valid = ({ successes, trials }: Share): boolean =>
  trials >= 1 && trials <= Number.MAX_SAFE_INTEGER && successes >= 0 && successes <= trials;

/**
 * Two proportions by the pooled z test; the interval of the difference is unpooled (Wald).
 * @returns estimate b − a; undefined when all or none succeed in both
 */
export const proportionTest = (a: Share, b: Share, alpha = 0.05): DifferenceTest | Undefined => {
  if (!valid(a) || !valid(b)) return undefinedBecause('successes lie between 0 and the trials');
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const pa = a.successes / a.trials;
  const pb = b.successes / b.trials;
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  const pooledError = Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials));
  if (!(pooledError > 0)) return undefinedBecause('the outcomes do not vary');
  const standardError = Math.sqrt((pa * (1 - pa)) / a.trials + (pb * (1 - pb)) / b.trials);
  const estimate = pb - pa;
  const statistic = estimate / pooledError;
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

/** A proportion with an interval. */
export interface ProportionInterval {
  readonly kind: 'proportion';
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Wilson's score interval (1927), good also near 0 and 1. */
export const wilsonInterval = (share: Share, alpha = 0.05): ProportionInterval | Undefined => {
  if (!valid(share)) return undefinedBecause('successes lie between 0 and the trials');
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const n = share.trials;
  const p = share.successes / n;
  const z = normalQuantile(alpha / 2);
  const square = z * z;
  const centre = (p + square / (2 * n)) / (1 + square / n);
  const half =
    (Math.abs(z) / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  return {
    kind: 'proportion',
    estimate: p,
    lower: share.successes === 0 ? 0 : Math.max(0, centre - half),
    upper: share.successes === n ? 1 : Math.min(1, centre + half),
  };
};

/**
 * Exact two-sided binomial test of one proportion: sums the outcomes no likelier than the seen.
 * @returns the p-value; undefined for shares that are not whole or above 10 million trials
 */
export const binomialTest = (share: Share, probability: number): number | Undefined => {
  const { successes: k, trials: n } = share;
  if (!valid(share) || !Number.isInteger(k) || !Number.isInteger(n) || n > 1e7) {
    return undefinedBecause('the exact test needs whole successes and up to 10 million trials');
  }
  if (!(probability >= 0 && probability <= 1)) {
    return undefinedBecause('a probability lies between 0 and 1');
  }
  const seen = binomialLogMass(k, n, probability) + 1e-7;
  const mode = Math.min(n, Math.floor((n + 1) * probability));
  // The mass falls on both sides of the mode: find where the far side falls below what was seen.
  if (k === mode) return 1;
  const below = k < mode;
  let near = mode;
  let far = below ? n + 1 : -1;
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2);
    if (binomialLogMass(middle, n, probability) <= seen) far = middle;
    else near = middle;
  }
  const tail = (j: number, upper: boolean): number =>
    upper ? binomialTails(j - 1, n, probability).upper : binomialTails(j, n, probability).lower;
  return Math.min(1, tail(k, !below) + tail(far, below));
};
