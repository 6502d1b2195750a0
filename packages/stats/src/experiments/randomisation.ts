import { logGamma } from '../distributions/special/gamma-function.js';
import { holm } from '../hypothesis/corrections.js';
import { chiSquaredFitTest } from '../hypothesis/tables.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { fixedHorizonTest } from './decisions.js';
import { estimateEffect } from './effect.js';
import type { ArmSummary } from './summaries.js';

/** Result of a check for sample ratio mismatch. */
export interface SampleRatioCheck {
  readonly kind: 'sample-ratio';
  readonly statistic: number;
  readonly pValue: number;
  /** True when the split differs from the plan beyond chance: do not trust the experiment. */
  readonly mismatch: boolean;
}

/**
 * χ² check of the units in each arm against the planned shares (Fabijan et al. 2019).
 * @param counts units per arm
 * @param shares planned shares, any positive scale; default equal
 * @param threshold p-value below which the split is called broken; default 0.001
 */
export const sampleRatioCheck = (
  counts: readonly number[],
  shares?: readonly number[],
  threshold = 0.001,
): SampleRatioCheck | Undefined => {
  const test = chiSquaredFitTest(counts, shares);
  if (isUndefined(test)) return test;
  const { statistic, pValue } = test;
  return { kind: 'sample-ratio', statistic, pValue, mismatch: pValue < threshold };
};

/**
 * Always-valid check of the split, to be looked at after every batch: multinomial Bayes factor
 * under a Dirichlet prior centred on the plan (Lindon & Malek 2022).
 * @param concentration weight of the prior in units; default 10,000 (mismatches are small)
 * @returns p-value 1 / Bayes factor (keep the smallest over time)
 */
export const sequentialSampleRatioCheck = (
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1),
  { threshold = 0.001, concentration = 10_000 } = {},
): SampleRatioCheck | Undefined => {
  const test = chiSquaredFitTest(counts, shares);
  if (isUndefined(test)) return test;
  if (!(concentration > 0)) return undefinedBecause('the prior needs a positive weight');
  const whole = shares.reduce((a, b) => a + b, 0);
  const total = counts.reduce((a, b) => a + b, 0);
  let log = logGamma(concentration) - logGamma(concentration + total);
  counts.forEach((count, i) => {
    const share = (shares[i] ?? 0) / whole;
    const alpha = concentration * share;
    log += logGamma(alpha + count) - logGamma(alpha) - count * Math.log(share);
  });
  if (Number.isNaN(log)) return undefinedBecause('the counts are too large');
  const pValue = Math.min(1, Math.exp(-log));
  return {
    kind: 'sample-ratio',
    statistic: test.statistic,
    pValue,
    mismatch: pValue < threshold,
  };
};

/** One metric measured before anybody was exposed. */
export interface PreExposureMetric {
  readonly name: string;
  readonly control: ArmSummary;
  readonly treatment: ArmSummary;
}

/** What pre-exposure metrics say about the assignment. */
export interface PreExposureCheck {
  readonly kind: 'pre-exposure';
  readonly metrics: readonly {
    readonly name: string;
    readonly estimate: number;
    /** Holm-adjusted over the metrics that can be compared. */
    readonly pValue: number;
  }[];
  /** Metrics that cannot be compared, with the reason. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  /** True when any metric already differed before the exposure. */
  readonly biased: boolean;
}

/**
 * Compares metrics from before the exposure: a difference there cannot be the treatment's effect,
 * so the assignment is biased (or unlucky, which CUPED corrects).
 */
export const preExposureCheck = (
  metrics: readonly PreExposureMetric[],
  alpha = 0.05,
): PreExposureCheck | Undefined => {
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  const compared: { name: string; estimate: number; pValue: number }[] = [];
  const skipped: { name: string; reason: string }[] = [];
  for (const { name, control, treatment } of metrics) {
    const effect = estimateEffect(control, treatment, 'absolute');
    const test = isUndefined(effect) ? effect : fixedHorizonTest(effect, alpha);
    if (isUndefined(test)) skipped.push({ name, reason: test.reason });
    else compared.push({ name, estimate: test.effect.estimate, pValue: test.pValue });
  }
  if (compared.length === 0) return undefinedBecause('no pre-exposure metric can be compared');
  const adjusted = holm(compared.map((metric) => metric.pValue));
  if (isUndefined(adjusted)) return adjusted;
  const result = compared.map((metric, i) => ({ ...metric, pValue: adjusted[i] ?? 1 }));
  return {
    kind: 'pre-exposure',
    metrics: result,
    skipped,
    biased: result.some((metric) => metric.pValue < alpha),
  };
};
