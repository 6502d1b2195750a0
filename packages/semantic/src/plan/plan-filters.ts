import { isCohortFilter, planCohortFilter } from '../journeys/cohorts/cohort-filter.js';
import { type Dimension, isTextOperator, takesOneValue } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import type { FilterCondition, QueryFilters } from '../query/metric-query.js';
import { findDimension, invalid } from './fault.js';
import type { PlannedCondition, PlannedFilter } from './plan.js';

/** A planned filter with the place of its dimension in the query. */
export interface PlacedFilter {
  readonly filter: PlannedFilter;
  readonly at: string;
}

/**
 * The query's filters, each value checked against its dimension's type, and groups of them as they
 * stand. Every single filter is also handed to `found`, with its place.
 * @throws Problem naming the filter and the value
 */
export function planFilters(
  model: Model,
  query: { readonly filters?: readonly FilterCondition[] | undefined },
  found: (placed: PlacedFilter) => void,
): readonly PlannedCondition[] {
  const plan = (condition: FilterCondition, at: string): PlannedCondition => {
    if ('any' in condition) {
      return { any: condition.any.map((one, index) => plan(one, `${at}/any/${index}`)) };
    }
    if ('all' in condition) {
      return { all: condition.all.map((one, index) => plan(one, `${at}/all/${index}`)) };
    }
    const filter = planFilter(model, condition, at);
    found({ filter, at: `${at}/dimension` });
    return filter;
  };
  return (query.filters ?? []).map((condition, index) => plan(condition, `/filters/${index}`));
}

/**
 * Filters that stand in no groups, each value checked against its dimension's type.
 * @param within  JSON pointer of what holds the filters
 * @throws Problem naming the filter and the value
 */
export const planSingleFilters = (
  model: Model,
  { filters = [] }: { readonly filters?: QueryFilters | undefined },
  within = '',
): readonly PlannedFilter[] =>
  filters.map((filter, index) => planFilter(model, filter, `${within}/filters/${index}`));

/** The single filters of conditions, whatever groups they stand in. */
export function filtersOf(conditions: readonly PlannedCondition[]): readonly PlannedFilter[] {
  return conditions.flatMap((condition) => {
    if ('any' in condition) return filtersOf(condition.any);
    if ('all' in condition) return filtersOf(condition.all);
    return [condition];
  });
}

const days = { day: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/ };
const dateRemedy = ({ source }: Dimension): string =>
  source.kind === 'first' && source.part === 'month'
    ? 'Give a month such as "2026-03".'
    : 'Give a day such as "2026-03-31", and a range by gte and lt.';

/** Whether a value can be compared with a dimension of days; texts looked for in them may be any. */
const isDay = ({ source }: Dimension, operator: PlannedFilter['operator'], value: string) =>
  source.kind !== 'first' ||
  isTextOperator(operator) ||
  (days[source.part].test(value) && isOnCalendar(value));

/** Whether there is such a day or month: none is the 30th of February. */
function isOnCalendar(value: string): boolean {
  const ms = Date.parse(`${value}T00:00:00Z`.replace(/^(\d{4}-\d{2})T/, '$1-01T'));
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(value);
}

function planFilter(model: Model, filter: QueryFilters[number], at: string): PlannedFilter {
  if (isCohortFilter(filter)) return planCohortFilter(model, filter, at);
  const dimension = findDimension(model, filter.dimension, `${at}/dimension`);
  const { operator, values } = filter;
  if (isTextOperator(operator) && dimension.type !== 'string') {
    throw invalid(
      'operator_not_applicable',
      `"${operator}" looks at texts, and "${dimension.name}" holds numbers`,
      `${at}/operator`,
      'Use equals, gt, gte, lt or lte.',
    );
  }
  if (takesOneValue(operator) && values.length !== 1) {
    throw invalid(
      'too_many_values',
      `"${operator}" compares with one value`,
      `${at}/values`,
      'Give one value, or use equals.',
    );
  }
  values.forEach((value, position) => {
    const place = `${at}/values/${position}`;
    if (value === null) {
      if (operator === 'equals' || operator === 'not_equals') return;
      throw invalid(
        'value_not_applicable',
        `"${operator}" cannot compare with an absent value`,
        place,
        'Use equals or not_equals with null.',
      );
    }
    const fits =
      dimension.type === 'string' ? typeof value === 'string' : Number.isSafeInteger(value);
    if (fits && (typeof value !== 'string' || isDay(dimension, operator, value))) return;
    if (fits) {
      throw invalid(
        'wrong_value_type',
        `"${dimension.name}" holds local days or months, as text`,
        place,
        dateRemedy(dimension),
      );
    }
    throw invalid(
      'wrong_value_type',
      `"${dimension.name}" holds ${dimension.type === 'string' ? 'texts' : 'whole numbers'}`,
      place,
      dimension.type === 'string' ? 'Put the value in quotes.' : 'Give a whole number.',
    );
  });
  return { dimension, operator, values };
}
