import {
  accepted,
  file,
  json,
  nullable,
  ofTenant,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import {
  featureSchema,
  kindSchema,
  modelSchema,
  predictionSchema,
  readinessSchema,
  riskRowSchema,
} from './schemas.js';

const base = '/api/ml';
const shop = { tenant_id: 'shop' } as const;
const locale = optional(
  Type.String({
    maxLength: 35,
    pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
    description: 'BCP 47; words are in its language where it is known',
  }),
);
const version = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const reading = {
  tenant_not_found: 'not_found',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  query_timeout: 'timeout',
} as const;
const bands = optional(
  Type.String({
    maxLength: 40,
    pattern: '^(low|medium|high)(,(low|medium|high)){0,2}$',
    description: 'Bands, such as high,medium; all without',
  }),
);
const rising = optional(
  Type.Boolean({ description: 'Only where the risk rose by 0.1 or more within 28 days' }),
);

export const mlOperations = [
  operation({
    id: 'ml.models',
    method: 'GET',
    path: `${base}/models`,
    summary: 'List models with what runs, how it was judged, and whether there is enough data',
    permission: 'ml:read',
    input: record({ ...ofTenant, locale }),
    answer: json(
      record(
        {
          models: Type.Array(modelSchema),
          readiness: readinessSchema,
          features: Type.Array(featureSchema),
          scored_at: nullable(Type.String()),
        },
        { title: 'MlModels' },
      ),
    ),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [{ name: 'Those of a shop', input: shop }],
  }),
  operation({
    id: 'ml.model',
    method: 'GET',
    path: `${base}/models/:kind/:version`,
    summary: 'Show one version of a model',
    permission: 'ml:read',
    input: record({ ...ofTenant, kind: kindSchema, version }),
    answer: json(modelSchema),
    problems: { ...reading, model_not_found: 'not_found' },
    repeats: 'safe',
    since: '0.2.0',
  }),
  operation({
    id: 'ml.train',
    method: 'POST',
    path: `${base}/train`,
    summary: 'Train models of customers as a job; what is better runs from then on',
    description:
      'Judged on cut-offs after everything that was learned from, beside the simple rule. A model runs when it is better than the rule and than what runs, beyond noise. Customers are scored at the end.',
    permission: 'ml:write',
    input: record(ofTenant),
    answer: accepted(record({ job_id: Type.Integer() }, { title: 'MlTraining' })),
    problems: { ...reading, too_little_data: 'conflict' },
    repeats: 'idempotent',
    cost: 'query',
    audit: 'ml.training_asked',
    since: '0.2.0',
  }),
  operation({
    id: 'ml.promote',
    method: 'POST',
    path: `${base}/models/:kind/:version/promote`,
    summary: 'Run a version of a model by hand, with a reason',
    permission: 'ml:write',
    input: record({
      ...ofTenant,
      kind: kindSchema,
      version,
      reason: Type.String({ minLength: 3, maxLength: 500 }),
    }),
    answer: json(modelSchema),
    problems: { ...reading, model_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'ml.promoted',
    since: '0.2.0',
  }),
  operation({
    id: 'ml.rollback',
    method: 'POST',
    path: `${base}/models/:kind/rollback`,
    summary: 'Run the version again that ran before',
    permission: 'ml:write',
    input: record({
      ...ofTenant,
      kind: kindSchema,
      reason: Type.String({ minLength: 3, maxLength: 500 }),
    }),
    answer: json(modelSchema),
    problems: { ...reading, nothing_to_roll_back: 'conflict', model_not_found: 'not_found' },
    repeats: 'once',
    audit: 'ml.rolled_back',
    since: '0.2.0',
  }),
  operation({
    id: 'ml.predict',
    method: 'POST',
    path: `${base}/predictions`,
    summary: 'Foretell risk and value of one customer or many, as of now',
    description:
      'By the business’s ids or by pseudonymous keys, up to 1,000. Factors are given for up to 20 customers. Before a model runs, `models` is empty and nothing is foretold.',
    permission: 'ml:read',
    input: record({
      ...ofTenant,
      customer_ids: optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 256 }), { maxItems: 1_000 }),
      ),
      customer_keys: optional(
        Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 1_000 }),
      ),
      locale,
    }),
    answer: json(
      record(
        {
          horizon_days: Type.Integer(),
          as_of: Type.String({ description: 'Local date; everything up to its end counts' }),
          models: Type.Array(record({ kind: kindSchema, version: Type.Integer() })),
          predictions: Type.Array(predictionSchema),
        },
        { title: 'MlPredictions' },
      ),
    ),
    problems: { ...reading, too_many_customers: 'invalid' },
    repeats: 'safe',
    since: '0.2.0',
    examples: [
      {
        name: 'Before a model runs',
        input: { ...shop, customer_ids: ['C-1'] },
        answer: { models: [], predictions: [{ customer_id: 'C-1', churn_risk: null }] },
      },
    ],
  }),
  operation({
    id: 'ml.at_risk',
    method: 'GET',
    path: `${base}/at-risk`,
    summary: 'List customers by the value that is at risk with them, as last scored',
    permission: 'ml:read',
    input: record({
      ...ofTenant,
      bands,
      rising,
      limit: optional(Type.Integer({ minimum: 1, maximum: 200 })),
      offset: optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      locale,
    }),
    answer: json(
      record(
        {
          customers: Type.Array(riskRowSchema),
          total: Type.Integer(),
          value_at_risk: record({
            value: Type.Number(),
            lower: Type.Number({
              description:
                'Four of five outcomes lie between lower and upper, were the risks exact',
            }),
            upper: Type.Number(),
          }),
          scored_at: nullable(Type.String()),
          currency: Type.String(),
        },
        { title: 'MlAtRisk' },
      ),
    ),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [{ name: 'High risk', input: { ...shop, bands: 'high' }, answer: { customers: [] } }],
  }),
  operation({
    id: 'ml.export_at_risk',
    method: 'GET',
    path: `${base}/at-risk/export`,
    summary: 'Download customers at risk as a CSV file, by pseudonymous key',
    permission: 'ml:read',
    input: record({ ...ofTenant, bands, rising }),
    answer: file('text/csv; charset=utf-8'),
    problems: reading,
    repeats: 'safe',
    cost: 'heavy',
    audit: 'ml.at_risk_exported',
    since: '0.2.0',
    surfaces: ['http', 'sdk'],
    examples: [{ name: 'All', input: shop }],
  }),
] as const;
