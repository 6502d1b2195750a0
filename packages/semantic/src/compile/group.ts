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
export interface Grouping {
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

/**
 * Groups of a pass: period, dimensions, bucket, as far as the plan has them. With totals each group
 * of buckets also has a row without a bucket.
 */
export function groupRows(
  plan: QueryPlan,
  dialect: Dialect,
  set: PeriodSet,
  scope: Scope,
  timestamp: Fragment,
): Grouping {
  const columns: Fragment[] = [];
  if (plan.previous !== undefined) {
    columns.push(sql`${periodNumber(set, timestamp)} AS ${periodName}`);
  }
  plan.dimensions.forEach((dimension, index) => {
    columns.push(sql`${dimensionValue(scope, dimension)} AS ${keyName(index)}`);
  });
  const { grain } = plan;
  if (grain !== undefined) {
    const step = byPeriod(set, timestamp, (period) =>
      compileStep(dialect, timestamp, grain, period, plan.calendar),
    );
    columns.push(sql`${step} AS ${bucketName}`);
  }
  const all = columns.length;
  if (all === 0) return { columns, clause: sql`` };
  if (grain === undefined || !plan.totals) {
    return { columns, clause: sql` GROUP BY ${positions(all)}` };
  }
  return {
    columns,
    clause: sql` GROUP BY GROUPING SETS ((${positions(all)}), (${positions(all - 1)}))`,
  };
}
