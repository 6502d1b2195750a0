import { type Fragment, identifier, join, sql } from '@olympus/sql';
import type { Measure } from '../model/declarations.js';
import { groupRows } from './group.js';
import { type BranchContext, compileFilters, createScope, measureName, where } from './pass.js';
import { before, type PeriodSet, within } from './period.js';
import { column, compileCondition, lookupJoins } from './scope.js';

/** Keys whose first row of all time lies in the periods; groups and filters look at that first row. */
export function firstPass(
  context: BranchContext,
  measure: Extract<Measure, { kind: 'first' }>,
  index: number,
  set: PeriodSet,
): Fragment {
  const { plan, dialect, tenant } = context;
  const ledger = identifier(measure.ledger);
  const key = identifier(measure.key);
  const inner = createScope(context, measure.ledger);
  const conditions = [
    sql`${column(inner, 'tenant_id')} = ${tenant}`,
    ...before(set, column(inner, 'occurred_at')),
    ...measure.conditions.map((entry) => compileCondition(inner, entry)),
  ];
  const firsts = sql`(SELECT f.${key} AS ${key}, min(f.occurred_at) AS first_at FROM ${ledger} AS f${lookupJoins(inner)}${where(conditions)} GROUP BY 1)`;
  const name = measureName(index);
  const scope = createScope(context, measure.ledger);
  if (plan.dimensions.length === 0 && plan.filters.length === 0) {
    const first = sql`f.first_at`;
    const groups = groupRows(plan, dialect, set, scope, first);
    const inside = within(set, first);
    const condition = inside.length === 0 ? sql`` : where(inside);
    const select = join([...groups.columns, sql`count(*) AS ${name}`]);
    return sql`SELECT ${select} FROM ${firsts} AS f${condition}${groups.clause}`;
  }
  const timestamp = column(scope, 'occurred_at');
  const groups = groupRows(plan, dialect, set, scope, timestamp);
  const outer = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...within(set, timestamp),
    ...measure.conditions.map((entry) => compileCondition(scope, entry)),
    ...compileFilters(scope, plan),
  ];
  const counted = dialect.aggregate('count_distinct', column(scope, measure.key), undefined);
  const select = join([...groups.columns, sql`${counted} AS ${name}`]);
  return sql`SELECT ${select} FROM ${ledger} AS f INNER JOIN ${firsts} AS w ON w.${key} = f.${key} AND w.first_at = f.occurred_at${lookupJoins(scope)}${where(outer)}${groups.clause}`;
}
