import { nullable, ofTenant, optional, record } from '@olympus/contract';
import { actSchema, filterSchema, metricQuerySchema, queryLimits } from '@olympus/semantic';
import { Type } from 'typebox';
import { queryFaults } from '../operations/query.contract.js';
import { freshnessSchema, localeSchema, rangeSchema } from '../operations/words.contract.js';

/** What every question about people says. */
export const watched = {
  ...ofTenant,
  time: metricQuerySchema.properties.time,
  locale: optional(localeSchema('BCP 47; labels are in its language where the model has it')),
};

export const actOf = (description: string) =>
  Type.Object(actSchema.properties, { additionalProperties: false, description });

export const filtersSchema = optional(
  Type.Array(filterSchema, {
    maxItems: queryLimits.filters,
    description: 'Conditions on who is looked at',
  }),
);

export const personGrainSchema = Type.Enum(['day', 'week', 'month'], {
  description: 'Length of a period, on the tenant’s calendar',
});

export const watchSourceSchema = record(
  {
    tenant_id: Type.String(),
    time_zone: Type.String(),
    currency: Type.String(),
    range: nullable(rangeSchema),
    freshness: freshnessSchema,
    generated_at: Type.String(),
    elapsed_ms: Type.Number(),
  },
  { title: 'WatchSource', description: 'Where an answer about people comes from' },
);

/** Faults of questions about people. */
export const watchFaults = {
  ...queryFaults,
  unknown_dimension: 'invalid',
  unknown_cohort: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
  too_many_buckets: 'invalid',
  too_many_cells: 'invalid',
} as const;
