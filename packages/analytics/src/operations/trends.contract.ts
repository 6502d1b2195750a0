import { json, nullable, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { comparisonKinds, grains } from '@olympus/core';
import { metricQuerySchema } from '@olympus/semantic';
import { Type } from 'typebox';
import { queryFaults } from './query.contract.js';
import {
  freshnessSchema,
  grainSchema,
  localeSchema,
  polaritySchema,
  rangeSchema,
  unitSchema,
  valueSchema,
} from './words.contract.js';

const name = Type.String({ minLength: 1, maxLength: 100 });
const { filters, having, time } = metricQuerySchema.properties;

export const formulaMetricSchema = record(
  {
    name: Type.String({ maxLength: 63, pattern: '^[a-z][a-z0-9_]*$' }),
    label: optional(Type.String({ minLength: 1, maxLength: 120 })),
    formula: Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'Metrics and numbers with + − × ÷ and parentheses: `revenue / sessions`',
    }),
    unit: optional(unitSchema),
    polarity: optional(polaritySchema),
  },
  { title: 'FormulaMetric', description: 'A metric made of others for this question' },
);

/** A metric by its name, or made on the spot. */
export const askedMetricSchema = Type.Union([name, formulaMetricSchema]);

export const askedFilters = filters;
export const askedTime = time;

const comparison = Type.Union(
  [
    oneOf(comparisonKinds),
    record({ from: Type.String({ maxLength: 40 }), to: Type.String({ maxLength: 40 }) }),
    record({ kind: Type.Literal('same_period_last_year'), match: Type.Literal('weekday') }),
  ],
  { description: 'With `match`, the year before is moved by 52 weeks, so that weekdays meet' },
);

const top = record(
  {
    n: Type.Integer({ minimum: 1, maximum: 500 }),
    by: optional(oneOf(['value', 'rise', 'fall'])),
    metric: optional(name),
    per: optional(
      Type.String({ maxLength: 100, description: 'The first n inside each value of a dimension' }),
    ),
    others: optional(Type.Boolean({ description: 'A row of all that is not named; default true' })),
  },
  { title: 'TopGroups', description: 'Which groups are named' },
);

const presentationKind = oneOf(['value', 'moving_average', 'cumulative', 'share']);
const presentation = record(
  {
    kind: presentationKind,
    buckets: optional(
      Type.Integer({ minimum: 2, maximum: 366, description: 'Of a moving average; default 7' }),
    ),
  },
  { title: 'TrendPresentation', description: 'What is made of values' },
);

const value = record(
  {
    value: nullable(Type.Number()),
    previous: nullable(Type.Number()),
    change: nullable(
      Type.Number({ description: 'Relative, or in points where the unit is a ratio or a share' }),
    ),
  },
  { title: 'TrendValue' },
);
const points = Type.Array(nullable(Type.Number()));
const series = record({ values: points, previous: nullable(points) }, { title: 'TrendSeries' });
const key = Type.Array(valueSchema);
const figures = {
  values: Type.Array(value, { description: 'One a metric, over the whole span' }),
  series: optional(Type.Array(series, { description: 'One a metric, by bucket' })),
};
const bucket = record(
  {
    t: Type.String({ description: 'Local start of the whole bucket' }),
    from: Type.String({ description: 'The part of it inside the span' }),
    to: Type.String(),
    incomplete: Type.Boolean(),
  },
  { title: 'TrendBucket' },
);

const trends = record(
  {
    tenant_id: Type.String(),
    metrics: Type.Array(
      record(
        {
          name: Type.String(),
          label: Type.String(),
          unit: unitSchema,
          polarity: polaritySchema,
          additive: Type.Boolean(),
          formula: Type.String(),
        },
        { title: 'TrendMetric' },
      ),
    ),
    dimensions: Type.Array(
      record(
        {
          name: Type.String(),
          label: Type.String(),
          values: optional(Type.Array(record({ value: Type.Number(), label: Type.String() }))),
        },
        { title: 'TrendDimension' },
      ),
      { description: 'Those of rows, then those of columns' },
    ),
    grain: nullable(grainSchema),
    presentation: record({ kind: presentationKind, buckets: nullable(Type.Integer()) }),
    range: nullable(rangeSchema),
    comparison: nullable(rangeSchema),
    buckets: Type.Array(bucket),
    previous_buckets: Type.Array(bucket),
    groups: Type.Array(
      record(
        {
          kind: oneOf(['group', 'others']),
          key,
          ...figures,
        },
        { title: 'TrendGroup' },
      ),
    ),
    more: Type.Boolean({ description: 'Whether there are groups that are not named' }),
    total: record(figures, { title: 'TrendTotal' }),
    pivot: optional(
      record(
        {
          columns: Type.Array(record({ key, values: Type.Array(value) })),
          more_columns: Type.Boolean(),
          cells: Type.Array(Type.Array(nullable(Type.Array(value))), {
            description: 'By group and column; null where nothing happened',
          }),
        },
        { title: 'TrendPivot' },
      ),
    ),
    time_zone: Type.String(),
    currency: Type.String(),
    locale: Type.String(),
    freshness: freshnessSchema,
    generated_at: Type.String(),
  },
  { title: 'Trends', description: 'Metrics by groups and time' },
);

/** Faults of naming metrics, dimensions and filters. */
export const namingFaults = {
  ...queryFaults,
  invalid_query: 'invalid',
  unknown_metric: 'invalid',
  unknown_dimension: 'invalid',
  repeated_name: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
  too_many_buckets: 'invalid',
  too_many_cells: 'invalid',
  nothing_to_compare: 'invalid',
  invalid_formula: 'invalid',
  invalid_metric_name: 'invalid',
  metric_name_taken: 'invalid',
  metric_too_large: 'invalid',
} as const;

const may = { from: '2026-05-01', to: '2026-06-01' };

export const trendsOperations = [
  operation({
    id: 'analytics.trends',
    method: 'POST',
    path: '/api/analytics/trends',
    summary: 'Explore metrics by groups and time',
    description:
      'Groups are ranked and the first are named; all others are one row, computed on its own, so that named groups and others make up the whole where values add up.',
    permission: 'analytics:read',
    input: record(
      {
        ...ofTenant,
        metrics: Type.Array(askedMetricSchema, { minItems: 1, maxItems: 10 }),
        dimensions: optional(Type.Array(name, { maxItems: 3, description: 'Groups, or rows' })),
        columns: optional(
          Type.Array(name, { maxItems: 2, description: 'Columns of a table; without a grain' }),
        ),
        time,
        grain: optional(
          oneOf([...grains, 'auto'], { description: '`auto` gives a chart some 12 to 100 points' }),
        ),
        compare: optional(comparison),
        filters,
        having,
        top: optional(top),
        presentation: optional(presentation),
        locale: optional(localeSchema('BCP 47; what labels are in')),
      },
      { title: 'TrendsQuestion' },
    ),
    answer: json(trends),
    problems: {
      ...namingFaults,
      unknown_threshold: 'invalid',
      threshold_needs_groups: 'invalid',
      unknown_ranking: 'invalid',
      ranking_needs_comparison: 'invalid',
      metric_does_not_add_up: 'invalid',
      presentation_needs_grain: 'invalid',
      columns_without_rows: 'invalid',
      columns_with_grain: 'invalid',
    },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Revenue by channel and week, the first two named',
        input: {
          tenant_id: 'shop',
          metrics: ['revenue'],
          dimensions: ['channel'],
          grain: 'week',
          time: may,
          top: { n: 2 },
        },
        answer: { grain: 'week' },
      },
      {
        name: 'Orders by day of the week and hour',
        input: {
          tenant_id: 'shop',
          metrics: ['orders'],
          dimensions: ['time.weekday'],
          columns: ['time.hour'],
          time: may,
        },
        answer: { grain: null },
      },
      {
        name: 'Revenue for each session, against the month before',
        input: {
          tenant_id: 'shop',
          metrics: [{ name: 'revenue_per_session', formula: 'revenue / sessions' }],
          grain: 'day',
          time: may,
          compare: 'previous_period',
          presentation: { kind: 'moving_average', buckets: 7 },
        },
        answer: { presentation: { kind: 'moving_average', buckets: 7 } },
      },
    ],
  }),
] as const;
