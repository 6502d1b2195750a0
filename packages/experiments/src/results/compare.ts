import type { UnitMetricKind } from '@olympus/semantic';
import {
  armMoments,
  type Comparison,
  compareVariants,
  isUndefined,
  type TestedEffect,
  type Undefined,
} from '@olympus/stats';
import { hasCovariate, type MetricArm, toSummary } from './summaries.js';

/** False positives that are borne, over all treatments of an experiment together. */
export const alpha = 0.05;

/** An effect with its interval; always valid ones hold at every look together. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** A treatment against the control. */
export interface ArmComparison {
  /** Change of the metric as a share of the control's; null where the control has none. */
  readonly relative: Interval | null;
  /** Change in the metric's own unit. */
  readonly absolute: Interval | null;
  /** The same for somebody who looks only once, at the planned end. */
  readonly once: Interval | null;
  readonly pValue: number | null;
  readonly oncePValue: number | null;
  /** Whether it is told from nothing, however often one looked. */
  readonly significant: boolean;
  /** Chance that it is better than the control. */
  readonly chanceToWin: number | null;
  /** What choosing it would cost on average, if it is worse after all; a share of the control's metric. */
  readonly expectedLoss: number | null;
  /** Share of the noise that what units did before took out. */
  readonly varianceReduction: number | null;
  /** Why nothing can be said. */
  readonly reason: string | null;
}

export interface MetricComparison {
  readonly arms: readonly {
    readonly units: number;
    readonly mean: number | null;
    /** Standard deviation of one unit. */
    readonly deviation: number | null;
    readonly chanceBest: number | null;
    /** Of treatments only. */
    readonly comparison: ArmComparison | null;
  }[];
  readonly adjusted: boolean;
}

export interface CompareOptions {
  readonly kind: UnitMetricKind;
  readonly lowerIsBetter: boolean;
  /** Units at which always-valid intervals are tightest. */
  readonly tuning: number;
}

/**
 * All arms of an experiment by one metric, the control first. The share of false positives is split
 * over the treatments, so that intervals and verdicts agree.
 */
export function compareArms(
  arms: readonly MetricArm[],
  { kind, lowerIsBetter, tuning }: CompareOptions,
): MetricComparison {
  const adjusted = hasCovariate(kind, arms);
  const plain = arms.map((arm) => armMoments(toSummary(kind, arm, false)));
  const [control, ...treatments] = arms.map((arm) => toSummary(kind, arm, adjusted));
  if (control === undefined) throw new Error('an experiment has arms');
  const named = treatments.map((summary, index) => ({ name: String(index), summary }));
  const options = {
    alpha: alpha / Math.max(1, treatments.length),
    correction: 'none',
    lowerIsBetter,
    tuning,
  } as const;
  const compare = (difference: 'absolute' | 'relative', rule: 'sequential' | 'fixed-horizon') =>
    compareVariants(control, named, { ...options, difference, rule });
  const absolute = compare('absolute', 'sequential');
  const relative = compare('relative', 'sequential');
  const once = compare('relative', 'fixed-horizon');
  const best = isUndefined(absolute) ? undefined : absolute.probabilityBest;
  return {
    adjusted,
    arms: plain.map((moments, index) => ({
      units: arms[index]?.units ?? 0,
      mean: isUndefined(moments) ? null : moments.mean,
      deviation: isUndefined(moments) ? null : Math.sqrt(moments.variance),
      chanceBest: best === undefined || isUndefined(best) ? null : (best[index] ?? null),
      comparison:
        index === 0
          ? null
          : describe(index - 1, treatments.length, { absolute, relative, once }),
    })),
  };
}

const variantOf = (comparison: Comparison | Undefined, index: number) =>
  isUndefined(comparison) ? undefined : comparison.variants[index];

const intervalOf = (test: TestedEffect | Undefined | undefined): Interval | null =>
  test === undefined || isUndefined(test)
    ? null
    : { estimate: test.effect.estimate, lower: test.lower, upper: test.upper };

function describe(
  index: number,
  treatments: number,
  all: Readonly<Record<'absolute' | 'relative' | 'once', Comparison | Undefined>>,
): ArmComparison {
  const [absolute, relative, once] = [all.absolute, all.relative, all.once].map((one) =>
    variantOf(one, index),
  );
  const test = absolute?.test;
  const change = intervalOf(relative?.test);
  const excludesZero = change === null || change.lower > 0 || change.upper < 0;
  const posterior = relative?.posterior;
  const known = posterior !== undefined && !isUndefined(posterior) ? posterior : undefined;
  const level = absolute?.posterior;
  const chance = level !== undefined && !isUndefined(level) ? level.chanceToWin : null;
  const corrected = (value: number | Undefined | undefined) =>
    typeof value === 'number' ? Math.min(1, value * treatments) : null;
  return {
    relative: change,
    absolute: intervalOf(test),
    once: intervalOf(once?.test),
    pValue: corrected(absolute?.adjustedPValue),
    oncePValue: corrected(once?.adjustedPValue),
    significant: absolute?.significant === true && excludesZero,
    chanceToWin: known?.chanceToWin ?? chance,
    expectedLoss: known === undefined ? null : known.risk.treatment,
    varianceReduction:
      test === undefined || isUndefined(test) ? null : (test.effect.varianceReduction ?? null),
    reason: test !== undefined && isUndefined(test) ? test.reason : null,
  };
}
