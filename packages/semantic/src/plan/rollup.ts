import type { Grain } from '@olympus/core';
import { firstPurchase } from '../model/customers.js';
import type { Condition, Dimension, Measure } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import {
  type RollupPart,
  rollupKeys,
  rollupPresence,
  rollupSums,
  type SumsPart,
} from '../rollups/sales-daily.js';
import { accessFromMeasure } from './access.js';

/** Whether a part of the rollup tells what a condition asks of a line. */
function tellsCondition(part: SumsPart, condition: Condition): boolean {
  if ('any' in condition) return condition.any.every((member) => tellsCondition(part, member));
  if ('dimension' in condition) return false;
  const { column, operator, values } = condition;
  if (rollupKeys[part].includes(column)) return true;
  const asksPresence = operator === 'equals' || operator === 'not_equals';
  return rollupPresence.includes(column) && asksPresence && values.every((v) => v === null);
}

/** Whether a part of the rollup tells a dimension of a line. */
function tellsDimension(
  part: SumsPart,
  model: Model,
  measure: Measure,
  dimension: Dimension,
): boolean {
  const access = accessFromMeasure(model, measure, dimension);
  if (access === undefined) return false;
  const tells = (column: string) => rollupKeys[part].includes(column);
  const own = access.column === undefined || tells(access.column);
  if (access.lookup === undefined) return own;
  // a line without a country keeps its customer, to be looked up by
  const byCustomer = access.lookup.entity.key === 'customer_key' && access.column === 'country';
  return own && (byCustomer || tells(access.lookup.entity.key));
}

const sumsParts: readonly SumsPart[] = ['channels', 'lines'];
const firstPurchaseKey = JSON.stringify(firstPurchase);

/**
 * The smallest part of `sales_daily` that a measure can be read from as well as from `sales`: a
 * sum, by days or coarser, that looks at nothing the part leaves out; or first purchases.
 * @param lookedAt  dimensions that the question splits and filters by
 * @returns undefined when only the ledger answers
 */
export function findRollupPart(
  model: Model,
  measure: Measure,
  lookedAt: readonly Dimension[],
  grain: Grain | undefined,
): RollupPart | undefined {
  if (JSON.stringify(measure) === firstPurchaseKey) return 'firsts';
  if (
    measure.kind !== 'rows' ||
    measure.ledger !== 'sales' ||
    measure.aggregate !== 'sum' ||
    measure.column === undefined ||
    !rollupSums.includes(measure.column) ||
    grain === 'hour'
  ) {
    return undefined;
  }
  return sumsParts.find(
    (part) =>
      measure.conditions.every((condition) => tellsCondition(part, condition)) &&
      lookedAt.every((dimension) => tellsDimension(part, model, measure, dimension)),
  );
}
