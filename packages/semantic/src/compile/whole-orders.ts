import { type Fragment, join, sql } from '@olympus/sql';
import { present } from '../model/conditions.js';
import type { Condition, Dimension, Measure } from '../model/declarations.js';
import { accessDimension } from '../model/model.js';
import type { QueryPlan } from '../plan/plan.js';
import { filtersOf } from '../plan/plan-filters.js';
import { keyName } from './group.js';

/**
 * Lines of `sales` about a whole order, its discount, tax and shipping, are of no product. Where a
 * question looks at products they are no member of any category: nothing is counted by them, and
 * only those count that bear something of what is added up, so that sums stay whole.
 */

const ledger = 'sales';
const key = 'product_id';

function isOfProducts({ model }: QueryPlan, dimension: Dimension): boolean {
  const access = accessDimension(model, dimension, ledger);
  return access?.column === key || access?.lookup?.entity.key === key;
}

const looksAtProducts = (plan: QueryPlan): boolean =>
  [...plan.dimensions, ...filtersOf(plan.filters).map(({ dimension }) => dimension)].some(
    (dimension) => isOfProducts(plan, dimension),
  );

/** What a row must be to come into a pass that reckons these measures from the same rows. */
export function countedRows(plan: QueryPlan, measures: readonly Measure[]): readonly Condition[] {
  const ofSales = measures.every((measure) => measure.ledger === ledger);
  if (measures.length === 0 || !ofSales || !looksAtProducts(plan)) return [];
  const bearing: Condition[] = [];
  for (const measure of measures) {
    if (measure.kind !== 'rows') continue;
    const { aggregate, column } = measure;
    if (aggregate === 'count' || aggregate === 'average') return [];
    if (aggregate === 'sum' && column !== undefined) {
      bearing.push({ column, operator: 'not_equals', values: [0] });
    }
  }
  return [bearing.length === 0 ? present(key) : { any: [present(key), ...bearing] }];
}

/** That a group is of a product, or that something is known of it. @param values  its metrics */
export function knownGroups(plan: QueryPlan, values: readonly Fragment[]): readonly Fragment[] {
  return plan.dimensions.flatMap((dimension, index) => {
    if (!isOfProducts(plan, dimension)) return [];
    const known = [keyName(index), ...values].map((value) => sql`${value} IS NOT NULL`);
    return [sql`(${join(known, sql` OR `)})`];
  });
}
