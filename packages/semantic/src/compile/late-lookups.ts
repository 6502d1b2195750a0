import type { AggregateKind } from '@olympus/sql';
import type { Dimension, Measure } from '../model/declarations.js';
import { accessDimension } from '../model/model.js';
import type { Branch, PlannedCondition, QueryPlan } from '../plan/plan.js';
import { filtersOf } from '../plan/plan-filters.js';

/**
 * Rows folded by the keys of what is to be looked up, so that attributes are looked up once a key
 * and not once a row: revenue by category over a million lines of 5,000 products joins 5,000 rows.
 */
export interface LateLookups {
  /** Columns that the folded rows keep, each with the value that all of its rows had. */
  readonly carried: readonly string[];
  /** Filters that need a look-up; they hold for a key or they do not. */
  readonly filters: readonly PlannedCondition[];
}

/** How folded values are folded again; absent where parts do not make up the whole. */
export const foldAgain: Partial<Record<AggregateKind, AggregateKind>> = {
  sum: 'sum',
  count: 'sum',
  min: 'min',
  max: 'max',
};

/**
 * What to carry when look-ups can wait and it pays: values that fold again, keys that many rows
 * share, and buckets that are not so short that few rows share both.
 * @returns undefined when rows are to be looked up as they are
 */
export function planLateLookups(
  plan: QueryPlan,
  branch: Branch,
  measures: readonly Extract<Measure, { kind: 'rows' }>[],
): LateLookups | undefined {
  if (plan.grain === 'hour') return undefined;
  if (measures.some(({ aggregate }) => foldAgain[aggregate] === undefined)) return undefined;
  const accessOf = (dimension: Dimension) => accessDimension(plan.model, dimension, branch.ledger);
  const filters = plan.filters.filter((condition) =>
    filtersOf([condition]).some(({ dimension }) => accessOf(dimension)?.lookup !== undefined),
  );
  const late = filtersOf(filters).map(({ dimension }) => dimension);
  const kept = [...plan.dimensions, ...late].map(accessOf);
  // rows that keep their moments do not fold
  if (kept.some((access) => access?.calendar !== undefined)) return undefined;
  const lookups = kept.flatMap((access) => access?.lookup ?? []);
  if (lookups.length === 0) return undefined;
  const fewKeys = branch.rollup !== undefined || lookups.every(({ entity }) => entity.few === true);
  if (!fewKeys) return undefined;
  const carried = kept.flatMap((access) => [
    ...(access?.column === undefined ? [] : [access.column]),
    ...(access?.lookup === undefined ? [] : [access.lookup.entity.key]),
  ]);
  return { carried: [...new Set(carried)], filters };
}
