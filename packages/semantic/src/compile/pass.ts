import type { Dialect, Fragment } from '@olympus/sql';
import { identifier, join, sql } from '@olympus/sql';
import { compileCohortFilter, isCohortFilter } from '../journeys/cohorts/cohort-filter.js';
import type { Measure } from '../model/declarations.js';
import type { PlannedCondition, QueryPlan } from '../plan/plan.js';
import { compileComparison } from './conditions.js';
import { localSpan } from './local-time.js';
import { dimensionValue, type Scope } from './scope.js';

/** What all passes of a statement share. */
export interface BranchContext {
  readonly plan: QueryPlan;
  readonly dialect: Dialect;
  readonly tenant: Fragment;
}

export const and = sql` AND `;
/** Column of a measure, by its index in the plan. */
export const measureName = (index: number): Fragment => identifier(`m${index}`);
/** WHERE all of the conditions hold; nothing without any. */
export const where = (conditions: readonly Fragment[]) =>
  conditions.length === 0 ? sql`` : sql` WHERE ${join(conditions, and)}`;

/** The rows of a ledger under the alias `f`. */
export function createScope(
  context: BranchContext,
  ledger: Measure['ledger'],
  columns?: readonly string[],
): Scope {
  const { dialect, plan, tenant } = context;
  const { model } = plan;
  const alias = identifier('f');
  return {
    dialect,
    model,
    tenant,
    local: localSpan(plan),
    ledger,
    columns,
    alias,
    lookups: new Map(),
    used: new Set(),
  };
}

/** Filters, the plan's unless others are given, on the scope's rows. */
export function compileFilters(
  scope: Scope,
  plan: Pick<QueryPlan, 'filters'>,
): readonly Fragment[] {
  return plan.filters.map((condition) => compileFilter(scope, condition));
}

function compileFilter(scope: Scope, condition: PlannedCondition): Fragment {
  if ('any' in condition) {
    return sql`(${join(
      condition.any.map((one) => compileFilter(scope, one)),
      sql` OR `,
    )})`;
  }
  if ('all' in condition) {
    return sql`(${join(
      condition.all.map((one) => compileFilter(scope, one)),
      and,
    )})`;
  }
  const { dimension, operator, values } = condition;
  if (isCohortFilter({ dimension: dimension.name })) return compileCohortFilter(scope, condition);
  const value = dimensionValue(scope, dimension);
  return compileComparison(scope.dialect, value, dimension.type, operator, values);
}
