import { type Dialect, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import type { QueryPlan } from '../plan/plan.js';
import { compileStep } from './bucket.js';
import { byPeriod, type PeriodSet, periodNumber } from './period.js';
import { dimensionValue, type Scope } from './scope.js';

export const keyName = (index: number): Fragment => identifier(`k${index}`);
/** Column of the bucket's step. */
export const bucketName: Fragment = identifier('b');
/** Column of the period's number. */
export const periodName: Fragment = identifier('c');

/** The columns that tell groups apart, and the GROUP BY over them. */
interface Grouping {
  readonly columns: readonly Fragment[];
  readonly clause: Fragment;
}

/** Names of the columns by which a plan's branches are folded together, in order. */
export function groupNames(plan: QueryPlan): readonly Fragment[] {
  return [
    ...(plan.previous === undefined ? [] : [periodName]),
    ...plan.dimensions.map((_, index) => keyName(index)),
    ...(plan.grain === undefined ? [] : [bucketName]),
  ];
}

const positions = (count: number) =>
  join(Array.from({ length: count }, (_, index) => integerLiteral(index + 1)));

/** The period's number and the bucket's step of a pass's rows, as far as the plan has them. */
interface TimeKeys {
  readonly period: Fragment | undefined;
  readonly step: Fragment | undefined;
}

/** The time keys of rows that bear a timestamp. */
export function timeKeys(
  plan: QueryPlan,
  dialect: Dialect,
  set: PeriodSet,
  timestamp: Fragment,
): TimeKeys {
  const { grain, previous, calendar } = plan;
  return {
    period: previous === undefined ? undefined : periodNumber(set, timestamp),
    step:
      grain === undefined
        ? undefined
        : byPeriod(set, timestamp, (period) =>
            compileStep(dialect, timestamp, grain, period, calendar),
          ),
  };
}

/**
 * Groups of a pass: period, dimensions, bucket, as far as the plan has them. With totals each group
 * of buckets also has a row without a bucket.
 */
export function groupRows(plan: QueryPlan, scope: Scope, { period, step }: TimeKeys): Grouping {
  const columns = [
    ...(period === undefined ? [] : [sql`${period} AS ${periodName}`]),
    ...plan.dimensions.map(
      (dimension, index) => sql`${dimensionValue(scope, dimension)} AS ${keyName(index)}`,
    ),
    ...(step === undefined ? [] : [sql`${step} AS ${bucketName}`]),
  ];
  const all = columns.length;
  if (step === undefined || !plan.totals) return { columns, clause: groupBy(all) };
  return {
    columns,
    clause: sql` GROUP BY GROUPING SETS ((${positions(all)}), (${positions(all - 1)}))`,
  };
}

/** GROUP BY the first columns of a SELECT; nothing for none. */
export const groupBy = (count: number): Fragment =>
  count === 0 ? sql`` : sql` GROUP BY ${positions(count)}`;
