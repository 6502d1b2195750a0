import type { Grain } from '@olympus/core';
import type { Condition, Dimension, Measure } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { rollupKeys, rollupPresence, rollupSums } from '../rollups/sales-daily.js';
import { accessFromMeasure } from './access.js';

/** Whether the rollup tells what a condition asks of a line. */
function tellsCondition(condition: Condition): boolean {
  if ('any' in condition) return condition.any.every(tellsCondition);
  if ('dimension' in condition) return false;
  const { column, operator, values } = condition;
  if (rollupKeys.includes(column)) return true;
  const asksPresence = operator === 'equals' || operator === 'not_equals';
  return rollupPresence.includes(column) && asksPresence && values.every((v) => v === null);
}

/** Whether the rollup tells a dimension of a line. */
function tellsDimension(model: Model, measure: Measure, dimension: Dimension): boolean {
  const access = accessFromMeasure(model, measure, dimension);
  if (access === undefined) return false;
  const own = access.column === undefined || rollupKeys.includes(access.column);
  if (access.lookup === undefined) return own;
  // a line without a country keeps its customer, to be looked up by
  const byCustomer = access.lookup.entity.key === 'customer_key' && access.column === 'country';
  return own && (byCustomer || rollupKeys.includes(access.lookup.entity.key));
}

/**
 * Whether a measure can be read from `sales_daily` as well as from `sales`: a sum, by days or
 * coarser, that looks at nothing the rollup leaves out.
 * @param lookedAt  dimensions that the question splits and filters by
 */
export function fitsRollup(
  model: Model,
  measure: Measure,
  lookedAt: readonly Dimension[],
  grain: Grain | undefined,
): boolean {
  return (
    measure.kind === 'rows' &&
    measure.ledger === 'sales' &&
    measure.aggregate === 'sum' &&
    measure.column !== undefined &&
    rollupSums.includes(measure.column) &&
    grain !== 'hour' &&
    measure.conditions.every(tellsCondition) &&
    lookedAt.every((dimension) => tellsDimension(model, measure, dimension))
  );
}
