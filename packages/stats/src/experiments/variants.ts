import { type Correction, correctPValues } from '../hypothesis/corrections.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import {
  type BayesianEffect,
  bayesianTest,
  type EffectPrior,
  fixedHorizonTest,
  sequentialTest,
  type TestedEffect,
} from './decisions.js';
import { type Difference, estimateEffect } from './effect.js';
import { probabilityOfBest } from './probability-of-best.js';
import { type ArmMoments, type ArmSummary, armMoments } from './summaries.js';

/** How each treatment is compared with the control. */
export interface ComparisonOptions {
  readonly difference?: Difference;
  readonly alpha?: number;
  /** `sequential` may be looked at any time; default `fixed-horizon`. */
  readonly rule?: 'fixed-horizon' | 'sequential';
  /** Units at which sequential intervals are tightest; default 5000. */
  readonly tuning?: number;
  /** Applied over the treatments; default `holm`. */
  readonly correction?: Correction;
  readonly prior?: EffectPrior;
  readonly lowerIsBetter?: boolean;
}

/** One treatment against the control. */
export interface VariantResult {
  readonly name: string;
  readonly test: TestedEffect | Undefined;
  /** The test's p-value corrected for the number of treatments. */
  readonly adjustedPValue: number | Undefined;
  readonly significant: boolean;
  readonly posterior: BayesianEffect | Undefined;
}

/** All treatments against one control. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly variants: readonly VariantResult[];
  /** Probability of being the best of all arms, control first, flat priors; sums to 1. */
  readonly probabilityBest: readonly number[] | Undefined;
}

/** Compares any number of treatments with one control, from sufficient statistics only. */
export const compareVariants = (
  control: ArmSummary,
  treatments: readonly { readonly name: string; readonly summary: ArmSummary }[],
  options: ComparisonOptions = {},
): Comparison | Undefined => {
  if (treatments.length === 0) return undefinedBecause('there is no treatment to compare');
  const { alpha = 0.05, correction = 'holm', rule = 'fixed-horizon', difference } = options;
  const { tuning = 5000, prior, lowerIsBetter = false } = options;
  const tested = treatments.map(({ name, summary }) => {
    const effect = estimateEffect(control, summary, difference);
    if (isUndefined(effect)) return { name, test: effect, posterior: effect };
    const test =
      rule === 'sequential'
        ? sequentialTest(effect, { alpha, tuning })
        : fixedHorizonTest(effect, alpha);
    const posterior = bayesianTest(effect, { alpha, lowerIsBetter, ...(prior ? { prior } : {}) });
    return { name, test, posterior };
  });
  const pValues = tested.flatMap(({ test }) => (isUndefined(test) ? [] : [test.pValue]));
  const corrected = correctPValues(pValues, correction);
  if (isUndefined(corrected)) return corrected;
  let next = 0;
  const variants = tested.map((variant): VariantResult => {
    if (isUndefined(variant.test)) {
      return { ...variant, adjustedPValue: variant.test, significant: false };
    }
    const adjustedPValue = corrected[next++] ?? 1;
    return { ...variant, adjustedPValue, significant: adjustedPValue < alpha };
  });
  const arms = [control, ...treatments.map(({ summary }) => summary)].map(armMoments);
  const complete = arms.filter((arm): arm is ArmMoments => !isUndefined(arm));
  const probabilityBest =
    complete.length === arms.length
      ? probabilityOfBest(
          complete.map(({ mean, variance, n }) => ({
            mean: lowerIsBetter ? -mean : mean,
            standardDeviation: Math.sqrt(variance / n),
          })),
        )
      : undefinedBecause('an arm cannot be summarised');
  return { kind: 'comparison', variants, probabilityBest };
};
