import { type Fragment, identifier, join, sql } from '@olympus/sql';
import type { FirstMeasure } from '../model/declarations.js';
import type { Branch } from '../plan/plan.js';
import { since, standing } from '../rollups/read.js';
import { groupRows, timeKeys } from './group.js';
import { type BranchContext, compileFilters, createScope, measureName, where } from './pass.js';
import { before, type PeriodSet, within } from './period.js';
import { column, compileCondition, lookupJoins } from './scope.js';
import { countedRows } from './whole-orders.js';

/** Every key with the time of its first row before the end of the periods, as `first_at`. */
function firstsOf(
  context: BranchContext,
  source: Branch['rollup'],
  measure: FirstMeasure,
  set: PeriodSet,
): Fragment {
  const { tenant } = context;
  const key = identifier(measure.key);
  const scope = createScope(context, measure.ledger);
  const later = source === undefined ? [] : since(source.state);
  const inTime = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...before(set, column(scope, 'occurred_at')),
  ];
  const conditions = [
    ...inTime,
    ...measure.conditions.map((entry) => compileCondition(scope, entry)),
    ...later,
  ];
  const ledger = identifier(measure.ledger);
  const lines = sql`SELECT f.${key} AS ${key}, min(f.occurred_at) AS first_at FROM ${ledger} AS f${lookupJoins(scope)}${where(conditions)} GROUP BY 1`;
  if (source === undefined) return sql`(${lines})`;
  const table = identifier(source.rollup.name);
  const firsts = sql`SELECT f.${key}, f.occurred_at AS first_at FROM ${table} AS f${where([...inTime, ...standing(source.state, source.part)])}`;
  // a customer is named again when an earlier purchase came in later
  const all = later.length === 0 ? firsts : sql`${firsts} UNION ALL ${lines}`;
  return sql`(SELECT ${key}, min(first_at) AS first_at FROM (${all}) AS k GROUP BY 1)`;
}

/** Keys whose first row of all time lies in the periods; groups and filters look at that first row. */
export function firstPass(
  context: BranchContext,
  source: Branch['rollup'],
  measure: FirstMeasure,
  index: number,
  set: PeriodSet,
): Fragment {
  const { plan, dialect, tenant } = context;
  const key = identifier(measure.key);
  const firsts = firstsOf(context, source, measure, set);
  const name = measureName(index);
  const scope = createScope(context, measure.ledger);
  if (plan.dimensions.length === 0 && plan.filters.length === 0) {
    const first = sql`f.first_at`;
    const groups = groupRows(plan, scope, timeKeys(plan, dialect, set, first));
    const select = join([...groups.columns, sql`count(*) AS ${name}`]);
    return sql`SELECT ${select} FROM ${firsts} AS f${where(within(set, first))}${groups.clause}`;
  }
  const timestamp = column(scope, 'occurred_at');
  const groups = groupRows(plan, scope, timeKeys(plan, dialect, set, timestamp));
  const outer = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...within(set, timestamp),
    ...[...measure.conditions, ...countedRows(plan, [measure])].map((entry) =>
      compileCondition(scope, entry),
    ),
    ...compileFilters(scope, plan),
  ];
  const counted = dialect.aggregate('count_distinct', column(scope, measure.key), undefined);
  const select = join([...groups.columns, sql`${counted} AS ${name}`]);
  return sql`SELECT ${select} FROM ${identifier(measure.ledger)} AS f INNER JOIN ${firsts} AS w ON w.${key} = f.${key} AND w.first_at = f.occurred_at${lookupJoins(scope)}${where(outer)}${groups.clause}`;
}
