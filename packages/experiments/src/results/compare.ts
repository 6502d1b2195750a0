import type { UnitMetricKind } from '@olympus/semantic';
import {
  type ArmMoments,
  type ArmSummary,
  armMoments,
  bayesianTest,
  estimateEffect,
  fixedHorizonTest,
  isUndefined,
  probabilityOfBest,
  relativeInterval,
  sequentialTest,
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

/** A treatment's change, told from nothing or not, at every look. */
export interface ArmTest {
  readonly absolute: TestedEffect | Undefined;
  /** As a share of the control's; it leaves out 0 exactly when the absolute one does. */
  readonly relative: Interval | null;
  /** The same for one look at a time that was set before. */
  readonly once: TestedEffect | Undefined;
  readonly onceRelative: Interval | null;
  readonly significant: boolean;
}

/**
 * The always-valid test of each treatment against the control, which comes first. The share of false
 * positives is split over the treatments, so that intervals and verdicts agree.
 */
export function testArms(
  [control, ...treatments]: readonly ArmSummary[],
  tuning: number,
): readonly ArmTest[] {
  if (control === undefined) throw new Error('an experiment has arms');
  const rate = rateOf(treatments.length);
  return treatments.map((treatment) => {
    const effect = estimateEffect(control, treatment, 'absolute');
    const absolute = isUndefined(effect) ? effect : sequentialTest(effect, { alpha: rate, tuning });
    const once = isUndefined(effect) ? effect : fixedHorizonTest(effect, rate);
    const relativeOf = (test: TestedEffect | Undefined): Interval | null => {
      if (isUndefined(test)) return null;
      const distance = (test.upper - test.effect.estimate) / test.effect.standardError;
      const interval = relativeInterval(control, treatment, distance);
      return isUndefined(interval) ? null : interval;
    };
    return {
      absolute,
      relative: relativeOf(absolute),
      once,
      onceRelative: relativeOf(once),
      significant: !isUndefined(absolute) && (absolute.lower > 0 || absolute.upper < 0),
    };
  });
}

const rateOf = (treatments: number) => alpha / Math.max(1, treatments);

export const summariesOf = (arms: readonly MetricArm[], kind: UnitMetricKind) => {
  const adjusted = hasCovariate(kind, arms);
  return { adjusted, summaries: arms.map((arm) => toSummary(kind, arm, adjusted)) };
};

/** All arms of an experiment by one metric, the control first. */
export function compareArms(
  arms: readonly MetricArm[],
  { kind, lowerIsBetter, tuning }: CompareOptions,
): MetricComparison {
  const { adjusted, summaries } = summariesOf(arms, kind);
  const plain = arms.map((arm) => armMoments(toSummary(kind, arm, false)));
  const tests = testArms(summaries, tuning);
  const chances = chancesOfBest(plain, lowerIsBetter);
  return {
    adjusted,
    arms: plain.map((moments, index) => {
      const test = tests[index - 1];
      return {
        units: arms[index]?.units ?? 0,
        mean: isUndefined(moments) ? null : moments.mean,
        deviation: isUndefined(moments) ? null : Math.sqrt(moments.variance),
        chanceBest: chances?.[index] ?? null,
        comparison:
          test === undefined
            ? null
            : describeArm(test, { treatments: tests.length, lowerIsBetter }),
      };
    }),
  };
}

function chancesOfBest(
  arms: readonly (ArmMoments | Undefined)[],
  lowerIsBetter: boolean,
): readonly number[] | undefined {
  const beliefs = arms.flatMap((arm) =>
    isUndefined(arm)
      ? []
      : [
          {
            mean: lowerIsBetter ? -arm.mean : arm.mean,
            standardDeviation: Math.sqrt(arm.variance / arm.n),
          },
        ],
  );
  if (beliefs.length < arms.length) return undefined;
  const chances = probabilityOfBest(beliefs);
  return isUndefined(chances) ? undefined : chances;
}

const known = <T>(value: T | Undefined): T | undefined => (isUndefined(value) ? undefined : value);

const intervalOf = (test: TestedEffect | undefined): Interval | null =>
  test === undefined
    ? null
    : { estimate: test.effect.estimate, lower: test.lower, upper: test.upper };

function describeArm(
  test: ArmTest,
  { treatments, lowerIsBetter }: { readonly treatments: number; readonly lowerIsBetter: boolean },
): ArmComparison {
  const rate = rateOf(treatments);
  const absolute = known(test.absolute);
  const posterior =
    absolute && known(bayesianTest(absolute.effect, { alpha: rate, lowerIsBetter }));
  const corrected = (value: number | undefined) =>
    value === undefined ? null : Math.min(1, value * treatments);
  const control = absolute?.effect.controlMean ?? 0;
  return {
    relative: test.relative,
    absolute: intervalOf(absolute),
    once: test.onceRelative,
    pValue: corrected(absolute?.pValue),
    oncePValue: corrected(known(test.once)?.pValue),
    significant: test.significant,
    chanceToWin: posterior?.chanceToWin ?? null,
    expectedLoss: posterior && control > 0 ? posterior.risk.treatment / control : null,
    varianceReduction: absolute?.effect.varianceReduction ?? null,
    reason: isUndefined(test.absolute) ? test.absolute.reason : null,
  };
}
