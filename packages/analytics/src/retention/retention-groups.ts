import { type RetentionPlan, shownGroups } from '@olympus/semantic';
import type { Cell } from '@olympus/warehouse';
import { numberIn } from '../query/number-in.js';
import { averageOf, type RetentionAverage } from './retention-average.js';
import type { ValueProjection } from './value-projection.js';

export interface RetentionCell {
  /** Periods after the cohort's own. */
  readonly period: number;
  /** False while the period is not over. */
  readonly complete: boolean;
  readonly customers?: number;
  readonly revenue?: number;
  /** Of the cohort's customers, or of the revenue of its first period. */
  readonly share: number | null;
  /** Share who did not come back in the period or after. */
  readonly lost?: number;
  readonly per_customer?: number;
  readonly cumulative?: number;
}

export interface RetentionCohort {
  /** First day of the cohort's period. */
  readonly cohort: string;
  readonly complete: boolean;
  readonly customers: number;
  readonly cells: readonly RetentionCell[];
}

export interface RetentionGroup {
  readonly label: string | number | null;
  /** All groups beyond those that are shown. */
  readonly rest: boolean;
  readonly customers: number;
  readonly cohorts: readonly RetentionCohort[];
  readonly average: readonly RetentionAverage[];
  /** What customers will have spent; where revenue is measured. */
  readonly projection?: ValueProjection;
}

interface Asked {
  readonly bracket: 'on' | 'on_or_after';
  readonly measure: 'customers' | 'revenue';
}

/** Rows of group's place, label, cohort's step, periods later (−1: size), value. */
type Rows = readonly (readonly Cell[])[];

/** The statement's rows as groups, the largest first. */
export function readGroups(
  plan: RetentionPlan,
  asked: Asked,
  rows: Rows,
): readonly RetentionGroup[] {
  const byPlace = new Map<number, { label: Cell; values: Map<number, Map<number, number>> }>();
  for (const [place, label = null, cohort, later, value] of rows) {
    const key = numberIn(place) ?? 1;
    const group = byPlace.get(key) ?? { label, values: new Map<number, Map<number, number>>() };
    byPlace.set(key, group);
    const step = numberIn(cohort) ?? 0;
    const cells = group.values.get(step) ?? new Map<number, number>();
    group.values.set(step, cells.set(numberIn(later) ?? 0, numberIn(value) ?? 0));
  }
  return [...byPlace]
    .sort(([one], [other]) => one - other)
    .map(([place, { label, values }]) => {
      const cohorts = readCohorts(plan, asked, values);
      return {
        label: typeof label === 'boolean' ? String(label) : label,
        rest: place > shownGroups,
        customers: cohorts.reduce((sum, { customers }) => sum + customers, 0),
        cohorts,
        average: averageOf(plan.periods, asked, cohorts),
      };
    });
}

function readCohorts(
  plan: RetentionPlan,
  asked: Asked,
  values: ReadonlyMap<number, ReadonlyMap<number, number>>,
): readonly RetentionCohort[] {
  const { steps, range, observedToMs, periods } = plan;
  const byStep = new Map(steps.steps.map((step) => [step.step, step]));
  return steps.steps.flatMap((begun) => {
    if (begun.fromMs >= Math.min(range.toMs, observedToMs)) return [];
    const found = values.get(begun.step) ?? new Map<number, number>();
    const customers = found.get(-1) ?? 0;
    const begunPeriods = Array.from({ length: periods + 1 }, (_, period) => period).flatMap(
      (period) => {
        const step = byStep.get(begun.step + period);
        if (step === undefined || step.fromMs >= observedToMs) return [];
        return [{ period, complete: step.wholeToMs <= observedToMs }];
      },
    );
    const complete = begun.wholeToMs <= observedToMs;
    const read = asked.measure === 'revenue' ? revenueCells : customerCells;
    return [
      {
        cohort: begun.label,
        complete,
        customers,
        cells: read(begunPeriods, found, customers, asked),
      },
    ];
  });
}

type Begun = readonly { readonly period: number; readonly complete: boolean }[];

function customerCells(
  begun: Begun,
  found: ReadonlyMap<number, number>,
  size: number,
  { bracket }: Asked,
): readonly RetentionCell[] {
  const after = (period: number) =>
    [...found].reduce((sum, [later, count]) => (later >= period ? sum + count : sum), 0);
  return begun.map(({ period, complete }) => {
    const customers = bracket === 'on' ? (found.get(period) ?? 0) : after(period);
    const share = size === 0 ? null : customers / size;
    const lost = bracket === 'on' || share === null ? {} : { lost: 1 - share };
    return { period, complete, customers, share, ...lost };
  });
}

function revenueCells(
  begun: Begun,
  found: ReadonlyMap<number, number>,
  size: number,
): readonly RetentionCell[] {
  const first = found.get(0) ?? 0;
  let sum = 0;
  return begun.map(({ period, complete }) => {
    const revenue = found.get(period) ?? 0;
    sum += revenue;
    const share = first > 0 ? revenue / first : null;
    const each = size === 0 ? {} : { per_customer: revenue / size, cumulative: sum / size };
    return { period, complete, revenue, share, ...each };
  });
}
