import { isCohortFilter, planCohortFilter } from '../journeys/cohorts/cohort-filter.js';
import type { Operator } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import type { QueryFilters } from '../query/metric-query.js';
import { findDimension, invalid } from './fault.js';
import type { PlannedFilter } from './plan.js';

/**
 * The query's filters, each value checked against its dimension's type.
 * @param within  JSON pointer of what holds the filters
 * @throws Problem naming the filter and the value
 */
export function planFilters(
  model: Model,
  query: { readonly filters?: QueryFilters | undefined },
  within = '',
): readonly PlannedFilter[] {
  return (query.filters ?? []).map((filter, index) => {
    const at = `${within}/filters/${index}`;
    if (isCohortFilter(filter)) return planCohortFilter(model, filter, at);
    const dimension = findDimension(model, filter.dimension, `${at}/dimension`);
    const operator: Operator = filter.operator;
    if (operator === 'contains' && dimension.type !== 'string') {
      throw invalid(
        'operator_not_applicable',
        `"contains" looks at texts, and "${dimension.name}" holds numbers`,
        `${at}/operator`,
        'Use equals, gt, gte, lt or lte.',
      );
    }
    const single = !['equals', 'not_equals', 'contains'].includes(operator);
    if (single && filter.values.length !== 1) {
      throw invalid(
        'too_many_values',
        `"${operator}" compares with one value`,
        `${at}/values`,
        'Give one value, or use equals.',
      );
    }
    filter.values.forEach((value, position) => {
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
      if (fits) return;
      throw invalid(
        'wrong_value_type',
        `"${dimension.name}" holds ${dimension.type === 'string' ? 'texts' : 'whole numbers'}`,
        place,
        dimension.type === 'string' ? 'Put the value in quotes.' : 'Give a whole number.',
      );
    });
    return { dimension, operator, values: filter.values };
  });
}
