import { type Fragment, join, sql } from '@olympus/sql';
import { dimensionValue, type Scope } from '../../compile/scope.js';
import type { Model } from '../../model/model.js';
import { invalid } from '../../plan/fault.js';
import type { PlannedFilter } from '../../plan/plan.js';
import type { QueryFilters } from '../../query/metric-query.js';
import { cohortDimension } from './cohort-dimension.js';
import { compileCohort } from './compile-cohort.js';
import { unknownCohort } from './plan-cohort.js';

/** Whether a filter looks at members of cohorts. */
export const isCohortFilter = ({ dimension }: { readonly dimension: string }): boolean =>
  dimension === cohortDimension.name;

/**
 * @param at  JSON pointer of the filter
 * @throws Problem `operator_not_applicable`, `unknown_cohort`
 */
export function planCohortFilter(
  model: Model,
  { operator, values }: QueryFilters[number],
  at: string,
): PlannedFilter {
  if (operator !== 'equals' && operator !== 'not_equals') {
    throw invalid(
      'operator_not_applicable',
      'A customer is in a cohort or is not',
      `${at}/operator`,
      'Use equals or not_equals.',
    );
  }
  values.forEach((value, position) => {
    if (typeof value === 'string' && model.cohorts.has(value)) return;
    throw unknownCohort(model, String(value), `${at}/values/${position}`);
  });
  return { dimension: cohortDimension, operator, values };
}

/** Rows of members of any of the cohorts, or of none; those without a customer are in none. */
export function compileCohortFilter(scope: Scope, { operator, values }: PlannedFilter): Fragment {
  const who = scope.person ?? dimensionValue(scope, cohortDimension);
  const { dialect, model, tenant, local } = scope;
  const sets = values.map((value) => {
    const cohort = model.cohorts.get(String(value));
    if (cohort === undefined) throw new Error(`no cohort ${String(value)}`);
    return compileCohort({ dialect, model, tenant, local }, cohort.plan);
  });
  if (operator === 'equals') {
    return sql`(${join(
      sets.map((set) => sql`${who} IN (${set})`),
      sql` OR `,
    )})`;
  }
  const none = sets.map((set) => sql`${who} NOT IN (${set})`);
  return sql`(${who} IS NULL OR (${join(none, sql` AND `)}))`;
}
