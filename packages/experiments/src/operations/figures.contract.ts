import { json, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { unitMetricKinds } from '@olympus/semantic';
import { Type } from 'typebox';
import {
  definitionSchema,
  keyField,
  minimumEffectField,
  trafficField,
  windowField,
} from '../definition/definition.js';
import { designSchema, resultsSchema, segmentsSchema, traitSchema } from './schemas.js';

const base = '/api/analytics/experiments';
const shop = { tenant_id: 'shop' } as const;
const reading = {
  experiment_not_found: 'not_found',
  tenant_not_found: 'not_found',
  unknown_metric: 'invalid',
  metric_not_per_unit: 'invalid',
  too_many_buckets: 'invalid',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  query_timeout: 'timeout',
} as const;
const locale = optional(
  Type.String({
    maxLength: 35,
    pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
    description: 'BCP 47; labels of metrics are in its language where it is known',
  }),
);

export const figureOperations = [
  operation({
    id: 'experiments.results',
    method: 'GET',
    path: `${base}/:key/results`,
    summary: 'Tell what an experiment has shown so far',
    description:
      'Units count from their first exposure; those that were shown several arms are in none. The verdict holds at every look: nobody has to wait for an end that was set before.',
    permission: 'analytics:read',
    input: record({ ...ofTenant, key: keyField, locale }),
    answer: json(resultsSchema),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Before anybody was exposed',
        input: { ...shop, key: 'checkout-button' },
        answer: { mixed_units: 0 },
      },
    ],
  }),
  operation({
    id: 'experiments.segments',
    method: 'GET',
    path: `${base}/:key/segments`,
    summary: 'Tell the primary metric by what units were before they were exposed',
    permission: 'analytics:read',
    input: record({ ...ofTenant, key: keyField, by: traitSchema }),
    answer: json(segmentsSchema),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      { name: 'New and returning', input: { ...shop, key: 'checkout-button', by: 'returning' } },
    ],
  }),
  operation({
    id: 'experiments.design',
    method: 'POST',
    path: `${base}/design`,
    summary: 'Tell how large an experiment has to be, from the last weeks’ visitors',
    description:
      'Power 80 %, false positives 5 % over all treatments. `too_few` says what is missing where nothing can be told.',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      primary: definitionSchema.properties.primary,
      arms: optional(Type.Integer({ minimum: 2, maximum: 10 })),
      traffic: optional(trafficField),
      window_days: optional(windowField),
      minimum_effect: optional(minimumEffectField),
    }),
    answer: json(designSchema),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Five per cent more visitors who order',
        input: { ...shop, primary: { metric: 'orders', kind: 'share' }, minimum_effect: 0.05 },
        answer: { basis: null },
      },
    ],
  }),
  operation({
    id: 'experiments.metrics',
    method: 'GET',
    path: `${base}/metrics`,
    summary: 'List metrics that experiments can be judged by',
    permission: 'model:read',
    input: record({ ...ofTenant, locale }),
    answer: json(
      record(
        {
          metrics: Type.Array(
            record({
              metric: Type.String(),
              label: Type.String(),
              description: Type.String(),
              unit: oneOf(['currency', 'count', 'ratio', 'number']),
              kinds: Type.Array(oneOf(unitMetricKinds)),
            }),
          ),
        },
        { title: 'ExperimentMetrics' },
      ),
    ),
    problems: { tenant_not_found: 'not_found' },
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'All', input: shop }],
  }),
] as const;
