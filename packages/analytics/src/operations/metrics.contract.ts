import { anyObject, json, nothing, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { polaritySchema, unitSchema } from './words.contract.js';

const name = Type.String({ minLength: 1, maxLength: 100, description: 'Name of the metric' });
const definition = anyObject({ description: 'See the guide “Adding a metric”' });

const stored = record({ name: Type.String(), definition }, { title: 'StoredMetric' });

const declared = record(
  {
    name: Type.String(),
    label: Type.String(),
    description: Type.String(),
    unit: unitSchema,
    polarity: polaritySchema,
    synonyms: record({ en: Type.Array(Type.String()), de: Type.Array(Type.String()) }),
    definition: Type.Unknown(),
    formula: Type.String({ description: 'How it is computed, for people' }),
    part: optional(Type.Literal(true)),
    custom: optional(Type.Literal(true)),
  },
  { title: 'DeclaredMetric' },
);

export const metricOperations = [
  operation({
    id: 'metrics.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/metrics',
    summary: 'List the metrics that the tenant declared',
    permission: 'metrics:read',
    input: record(ofTenant),
    answer: json(record({ metrics: Type.Array(stored) }, { title: 'StoredMetricList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Our own', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'metrics.declare',
    method: 'PUT',
    path: '/api/tenants/:tenant_id/metrics/:name',
    summary: 'Declare a metric as data',
    permission: 'metrics:write',
    input: record({ ...ofTenant, name, definition }),
    body: 'definition',
    answer: json(declared),
    problems: {
      invalid_metric: 'invalid',
      invalid_metric_name: 'invalid',
      invalid_expression: 'invalid',
      unknown_metric: 'invalid',
      unknown_column: 'invalid',
      missing_column: 'invalid',
      column_not_numeric: 'invalid',
      column_not_filterable: 'invalid',
      wrong_value_type: 'invalid',
      dimension_not_joinable: 'invalid',
      metric_too_large: 'invalid',
      too_many_metrics: 'conflict',
      metric_name_taken: 'conflict',
      metric_cycle: 'invalid',
    },
    repeats: 'idempotent',
    audit: 'metric.declared',
    since: '0.1.0',
    examples: [
      {
        name: 'Units in an order',
        input: {
          tenant_id: 'shop',
          name: 'units_per_order',
          definition: {
            kind: 'ratio',
            numerator: 'units',
            denominator: 'orders',
            label: 'Units per order',
            unit: 'number',
          },
        },
        answer: { name: 'units_per_order', unit: 'number' },
      },
    ],
  }),
  operation({
    id: 'metrics.remove',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/metrics/:name',
    summary: 'Remove a declared metric',
    permission: 'metrics:write',
    input: record({ ...ofTenant, name }),
    answer: nothing,
    problems: { unknown_metric: 'not_found', metric_in_use: 'conflict' },
    repeats: 'idempotent',
    audit: 'metric.removed',
    since: '0.1.0',
    examples: [
      { name: 'Ours again', input: { tenant_id: 'shop', name: '{{metrics.declare/name}}' } },
    ],
  }),
] as const;
