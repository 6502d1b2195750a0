import {
  type ArmSums,
  addArms,
  emptySums,
  metricSums,
  type OutcomePlan,
  type Outcomes,
  type UnitMetricKind,
} from '@olympus/semantic';
import { armMoments, correctPValues, isUndefined } from '@olympus/stats';
import {
  compareArms,
  type Interval,
  type MetricComparison,
  summariesOf,
  testArms,
} from './compare.js';
import { checkHealth, type HealthFinding } from './health.js';
import { pastSummary, toSummary } from './summaries.js';
import { type GuardrailStatus, guardrailStatus, judge, type Verdict } from './verdict.js';

/** A metric of an experiment, with what more of it means. */
export interface ReckonedMetric {
  readonly metric: string;
  readonly kind: UnitMetricKind;
  readonly role: 'primary' | 'secondary' | 'guardrail';
  readonly margin: number | null;
  readonly lowerIsBetter: boolean;
}

export interface ReckonInput {
  readonly plan: OutcomePlan;
  readonly outcomes: Outcomes;
  readonly metrics: readonly ReckonedMetric[];
  /** Metrics of the plan that the model does not have any more. */
  readonly gone: readonly string[];
  readonly arms: readonly { readonly key: string; readonly share: number }[];
  readonly plannedUnits: number | null;
  readonly minimumEffect: number;
  /** The last instant that is known. */
  readonly knownToMs: number;
}

export interface MetricResult extends ReckonedMetric {
  readonly comparison: MetricComparison;
  /** By treatment; null for what is no guardrail. */
  readonly guardrail: readonly (GuardrailStatus | null)[];
  /** By treatment: p-values corrected over all metrics but the primary, by Benjamini and Hochberg. */
  readonly corrected: readonly (number | null)[];
}

/** What was known at the end of a day. */
export interface DayResult {
  readonly day: string;
  readonly units: readonly number[];
  readonly means: readonly (number | null)[];
  /** Of each treatment: relative change with its always-valid interval. */
  readonly changes: readonly (Interval | null)[];
  /** Of each treatment: told from nothing, had one looked then. */
  readonly significant: readonly boolean[];
}

export interface Reckoned {
  readonly verdict: Verdict;
  readonly health: readonly HealthFinding[];
  readonly units: readonly number[];
  readonly mixed: number;
  readonly metrics: readonly MetricResult[];
  readonly days: readonly DayResult[];
}

/** Units at which always-valid intervals are tightest, where nobody planned a size. */
const defaultTuning = 5_000;

/** What the sums of an experiment say: the same figures whichever way they were come by. */
export function reckon(input: ReckonInput): Reckoned {
  const { plan, outcomes, metrics, arms } = input;
  const tuning = input.plannedUnits ?? defaultTuning;
  const daily = dailySums(input);
  const last = daily.at(-1)?.arms ?? [];
  const units = arms.map((_, index) => last[index]?.units ?? 0);
  const total = units.reduce((sum, count) => sum + count, 0);
  const results = metrics.map((metric, index): MetricResult => {
    const comparison = compareAt(input, last, index, tuning);
    const guardrail = comparison.arms.slice(1).map(({ comparison: one }) => {
      if (metric.role !== 'guardrail' || one === null) return null;
      const { relative, significant } = one;
      return guardrailStatus(relative, significant, metric.lowerIsBetter, metric.margin ?? 0);
    });
    return { ...metric, comparison, guardrail, corrected: [] };
  });
  const corrected = correctOverMetrics(results);
  const known = new Set(arms.map(({ key }) => key));
  const health = checkHealth({
    arms: arms.map((arm, index) => ({ ...arm, units: units[index] ?? 0 })),
    mixed: outcomes.mixed,
    unknown: new Map([...outcomes.shown].filter(([key]) => !known.has(key))),
    gaps: gapsOf(input, daily),
    gone: input.gone,
    before: metrics.map((metric, index) => ({
      name: metric.metric,
      arms: last.map((arm) => pastSummary(metric.kind, metricArm(plan, arm, index))),
    })),
  });
  const [primary] = corrected;
  if (primary === undefined) throw new Error('an experiment has a metric');
  return {
    health,
    units,
    mixed: outcomes.mixed,
    metrics: corrected,
    days: daily.map(({ day, arms: standing }) => dayResult(input, day, standing, tuning)),
    verdict: judge({
      arms: arms.map(({ key }) => key),
      health,
      primary: primary.comparison,
      lowerIsBetter: primary.lowerIsBetter,
      guardrails: corrected.flatMap(({ role, metric, guardrail }) =>
        role === 'guardrail' ? [{ metric, status: guardrail.map((one) => one ?? 'open') }] : [],
      ),
      minimumEffect: input.minimumEffect,
      units: total,
      plannedUnits: input.plannedUnits,
    }),
  };
}

/** Sums of all arms up to the end of each day on which anything is known. */
function dailySums({ plan, outcomes, arms, knownToMs }: ReckonInput) {
  let standing: readonly ArmSums[] = arms.map(() => emptySums(plan));
  return plan.steps.steps.flatMap(({ step, label, fromMs }) => {
    if (fromMs >= knownToMs) return [];
    standing = standing.map((sums, index) => {
      const added = outcomes.at(arms[index]?.key ?? '', String(step));
      return added === undefined ? sums : addArms(sums, added);
    });
    return [{ day: label, arms: standing }];
  });
}

export function metricArm(plan: OutcomePlan, arm: ArmSums, index: number) {
  const sums = metricSums(plan, arm)[index];
  if (sums === undefined) throw new Error(`no metric ${index}`);
  return { units: arm.units, sums };
}

function compareAt(
  { plan, metrics }: Pick<ReckonInput, 'plan' | 'metrics'>,
  arms: readonly ArmSums[],
  index: number,
  tuning: number,
): MetricComparison {
  const metric = metrics[index];
  if (metric === undefined) throw new Error(`no metric ${index}`);
  const { kind, lowerIsBetter } = metric;
  return compareArms(
    arms.map((arm) => metricArm(plan, arm, index)),
    { kind, lowerIsBetter, tuning },
  );
}

function dayResult(
  input: ReckonInput,
  day: string,
  arms: readonly ArmSums[],
  tuning: number,
): DayResult {
  const { plan, metrics } = input;
  const kind = metrics[0]?.kind ?? 'mean';
  const { summaries } = summariesOf(
    arms.map((arm) => metricArm(plan, arm, 0)),
    kind,
  );
  const tests = testArms(summaries, tuning);
  return {
    day,
    units: arms.map(({ units }) => units),
    means: arms.map((arm) => {
      const moments = armMoments(toSummary(kind, metricArm(plan, arm, 0), false));
      return isUndefined(moments) ? null : moments.mean;
    }),
    changes: tests.map(({ relative }) => relative),
    significant: tests.map(({ significant }) => significant),
  };
}

function correctOverMetrics(results: readonly MetricResult[]): readonly MetricResult[] {
  const pValues = results.flatMap(({ role, comparison }) =>
    role === 'primary'
      ? []
      : comparison.arms.slice(1).map(({ comparison: one }) => one?.pValue ?? null),
  );
  const known = pValues.filter((value) => value !== null);
  const adjusted = correctPValues(known, 'benjamini-hochberg');
  let next = 0;
  return results.map((result) => ({
    ...result,
    corrected: result.comparison.arms.slice(1).map(({ comparison }) => {
      const value = comparison?.pValue ?? null;
      if (result.role === 'primary' || value === null) return value;
      return isUndefined(adjusted) ? value : (adjusted[next++] ?? value);
    }),
  }));
}

/** Whole days between the first and the last exposure on which no unit came. */
function gapsOf(
  { plan, knownToMs }: ReckonInput,
  daily: readonly { readonly day: string; readonly arms: readonly ArmSums[] }[],
): readonly string[] {
  const totals = daily.map(({ arms }) => arms.reduce((sum, { units }) => sum + units, 0));
  const whole = (index: number) => {
    const step = plan.steps.steps[index];
    return (
      step !== undefined &&
      step.fromMs >= plan.fromMs &&
      step.wholeToMs <= Math.min(plan.exposedToMs, knownToMs)
    );
  };
  return daily.flatMap(({ day }, index) => {
    const before = totals[index - 1] ?? 0;
    return before > 0 && totals[index] === before && whole(index) ? [day] : [];
  });
}
