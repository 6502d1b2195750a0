import type { Condition, Dimension, Measure } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { accessFromMeasure } from './access.js';

/** Columns of its ledger that a measure's own conditions look at; undefined when one is a dimension. */
function conditionColumns(conditions: readonly Condition[]): readonly string[] | undefined {
  const columns: string[] = [];
  for (const condition of conditions) {
    if ('dimension' in condition) return undefined;
    if ('column' in condition) {
      columns.push(condition.column);
      continue;
    }
    const inner = conditionColumns(condition.any);
    if (inner === undefined) return undefined;
    columns.push(...inner);
  }
  return columns;
}

/**
 * The measure as the sum of its counter where the question allows that, else as it is.
 * @param lookedAt  dimensions that the question splits and filters by
 */
export function cheapestMeasure(
  model: Model,
  measure: Measure,
  lookedAt: readonly Dimension[],
): Measure {
  if (measure.kind !== 'rows' || measure.counter === undefined) return measure;
  const { column, alike } = measure.counter;
  const used = conditionColumns(measure.conditions);
  if (used === undefined) return measure;
  const reached = lookedAt.flatMap((dimension) => {
    const access = accessFromMeasure(model, measure, dimension);
    // when it happened is looked at as by a bucket of time: what bears the 1 is placed in time
    if (access === undefined || access.calendar !== undefined) return [];
    const own = access.column === undefined ? [] : [access.column];
    return access.lookup === undefined ? own : [...own, access.lookup.entity.key];
  });
  if (![...used, ...reached].every((name) => alike.includes(name))) return measure;
  const { counter: _, ...rest } = measure;
  return { ...rest, aggregate: 'sum', column };
}
