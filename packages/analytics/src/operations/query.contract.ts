import {
  json,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
  stream,
} from '@olympus/contract';
import { comparisonKinds } from '@olympus/core';
import { metricQuerySchema } from '@olympus/semantic';
import { Type } from 'typebox';
import { dashboardSchema } from '../dashboard/dashboard.js';
import { modelSchema } from './model.contract.js';
import {
  freshnessSchema,
  grainSchema,
  localeSchema,
  rangeSchema,
  rowSchema,
  timeframeSchema,
  unitSchema,
} from './words.contract.js';

const locale = optional(
  localeSchema('BCP 47; labels and descriptions are in its language where the model has it'),
);

const column = record(
  {
    name: Type.String(),
    type: oneOf(['string', 'number', 'date', 'datetime']),
    unit: optional(unitSchema),
    label: optional(Type.String()),
    role: oneOf(['dimension', 'time', 'metric', 'previous', 'change']),
  },
  { title: 'QueryColumn' },
);

const queryAnswer = record(
  {
    columns: Type.Array(column),
    rows: Type.Array(rowSchema),
    meta: record({
      tenant_id: Type.String(),
      time_zone: Type.String(),
      currency: Type.String(),
      range: nullable(rangeSchema),
      comparison_range: optional(rangeSchema),
      grain: optional(grainSchema),
      freshness: freshnessSchema,
      generated_at: Type.String(),
      elapsed_ms: Type.Number(),
      cache: oneOf(['hit', 'miss', 'shared']),
      truncated: Type.Boolean(),
      rollup: optional(
        Type.String({ description: 'The rollup that was read; absent when none was' }),
      ),
      sql: optional(Type.String({ description: 'For those with sql:read' })),
    }),
  },
  { title: 'QueryAnswer', description: 'Columns and rows' },
);

/** Faults of anything that reads the warehouse. */
export const queryFaults = {
  tenant_not_found: 'not_found',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  invalid_time_range: 'invalid',
  unknown_timeframe: 'invalid',
} as const;

/** Faults of anything that asks for metrics. */
export const metricFaults = {
  ...queryFaults,
  invalid_query: 'invalid',
  unknown_metric: 'invalid',
  unknown_dimension: 'invalid',
  unknown_order: 'invalid',
  repeated_name: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
  too_many_buckets: 'invalid',
  too_many_cells: 'invalid',
  nothing_to_compare: 'invalid',
} as const;

export const queryOperations = [
  operation({
    id: 'analytics.query',
    method: 'POST',
    path: '/api/analytics/query',
    summary: 'Ask for metrics by dimensions and time',
    permission: 'analytics:read',
    input: record({ ...metricQuerySchema.properties, locale }, { title: 'MetricQuery' }),
    answer: json(queryAnswer),
    problems: metricFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [
      {
        name: 'Revenue and orders by day of a week',
        input: {
          tenant_id: 'shop',
          metrics: ['revenue', 'orders'],
          grain: 'day',
          time: { from: '2026-05-04', to: '2026-05-11' },
        },
        answer: { meta: { tenant_id: 'shop' } },
      },
    ],
  }),
  operation({
    id: 'analytics.model',
    method: 'GET',
    path: '/api/analytics/model',
    summary: 'Describe what can be asked',
    permission: 'model:read',
    input: record({ ...ofTenant, locale }),
    answer: json(modelSchema),
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [{ name: 'Metrics and dimensions', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'analytics.dashboard',
    method: 'GET',
    path: '/api/analytics/dashboard/:tenant_id',
    summary: 'Show the overview of a business',
    description:
      'Without a time it covers the last 28 days, or today where nothing happened in those but something did today; `timeframe` and `range` say which. `outlook` is about the next days whatever the time asked for.',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      timeframe: optional(timeframeSchema),
      from: optional(Type.String({ maxLength: 40, description: 'Local date, first day' })),
      to: optional(Type.String({ maxLength: 40, description: 'Local date, day after' })),
      compare: optional(oneOf([...comparisonKinds, 'none'])),
      wait: optional(
        Type.Boolean({
          description: 'Wait for the outlook, which is otherwise told once it is found',
        }),
      ),
      locale,
    }),
    answer: json(dashboardSchema),
    problems: queryFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [
      {
        name: 'May 2026',
        input: { tenant_id: 'shop', from: '2026-05-01', to: '2026-06-01' },
        answer: { tenant_id: 'shop', range: { from: '2026-05-01', to: '2026-06-01' } },
      },
    ],
  }),
  operation({
    id: 'analytics.live',
    method: 'GET',
    path: '/api/tenants/:tenant_id/live',
    summary: 'Follow changes as they happen',
    description:
      '`event: changed` with `{"ledgers":["sales"],"version":12,"events":3}`; a comment every 15 seconds.',
    permission: 'analytics:read',
    input: record(ofTenant),
    answer: stream(
      'changed',
      record(
        {
          ledgers: Type.Array(Type.String(), { description: 'What changed' }),
          version: Type.Integer({ description: 'Rises with each change, while the server runs' }),
          events: Type.Integer({ description: 'Stored since the message before' }),
        },
        { title: 'LedgersChanged' },
      ),
    ),
    problems: { too_many_streams: 'rate_limited' },
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'A shop as it sells', input: { tenant_id: 'shop' } }],
  }),
] as const;
