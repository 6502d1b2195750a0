import {
  type Deep,
  json,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { type Static, Type } from 'typebox';
import { insightActions, insightKinds } from '../insights/insight.js';
import { metricFaults } from './query.contract.js';
import {
  localeSchema,
  polaritySchema,
  rangeSchema,
  rowSchema,
  unitSchema,
} from './words.contract.js';

const part = Type.Union([
  record({ kind: oneOf(['text', 'label']), text: Type.String() }),
  record({
    kind: Type.Literal('figure'),
    text: Type.String(),
    value: Type.Number({ description: 'What the text rounds' }),
    origin: oneOf(['cell', 'difference', 'ratio', 'quotient', 'share', 'slope', 'count'], {
      description:
        'The cell itself; |a − b|; |a − b| ÷ |b|; a ÷ b; a ÷ the sum of all; of a line through them; how many',
    }),
    cells: Type.Array(Type.String(), { description: '`<evidence id>/<row>/<column>`' }),
  }),
]);

const sentence = record(
  { template: Type.String(), text: Type.String(), parts: Type.Array(part) },
  { title: 'InsightSentence', description: 'A sentence whose every number names its cells' },
);

const evidence = record(
  {
    id: Type.String(),
    query: nullable(
      Type.Object(
        {},
        { additionalProperties: true, description: 'A MetricQuery: asked again it gives the rows' },
      ),
    ),
    operation: nullable(Type.String({ description: 'What computed the rows where no query did' })),
    columns: Type.Array(Type.String()),
    rows: Type.Array(rowSchema),
  },
  { title: 'InsightEvidence' },
);

const chart = Type.Union([
  record({
    kind: Type.Literal('line'),
    unit: unitSchema,
    points: Type.Array(
      record({
        t: Type.String(),
        value: nullable(Type.Number()),
        low: nullable(Type.Number()),
        high: nullable(Type.Number()),
        marked: Type.Boolean(),
      }),
    ),
  }),
  record({
    kind: Type.Literal('bars'),
    unit: unitSchema,
    bars: Type.Array(
      record({
        label: Type.String(),
        value: Type.Number(),
        previous: nullable(Type.Number()),
      }),
    ),
  }),
]);

const insight = record(
  {
    id: Type.String(),
    kind: oneOf(insightKinds),
    metric: record({
      name: Type.String(),
      label: Type.String(),
      unit: unitSchema,
      polarity: polaritySchema,
    }),
    direction: oneOf(['up', 'down', 'none']),
    sentence,
    cause: nullable(sentence),
    evidence: Type.Array(evidence),
    money: Type.Number({ description: 'At stake, in the tenant’s currency' }),
    certainty: Type.Number({ description: '1 less the chance after correction for all tested' }),
    score: Type.Number({ description: 'money × certainty' }),
    chart,
    action: record({ kind: oneOf(insightActions), text: Type.String() }),
    span: rangeSchema,
    compare: nullable(rangeSchema),
  },
  { title: 'BusinessInsight', description: 'Something worth telling, with what proves it' },
);

export const insightsSchema = record(
  {
    insights: Type.Array(insight, { description: 'Best first; none: nothing unusual' }),
    tested: Type.Integer({ description: 'Candidates that were looked at' }),
    false_discovery_rate: Type.Number(),
    through: nullable(Type.String({ description: 'Last day that is in it' })),
    currency: Type.String(),
    time_zone: Type.String(),
  },
  { title: 'Insights' },
);

export type InsightsAnswer = Deep<Static<typeof insightsSchema>>;

export const insightOperations = [
  operation({
    id: 'analytics.insights',
    method: 'GET',
    path: '/api/analytics/insights/:tenant_id',
    summary: 'Tell what is worth knowing this morning',
    description:
      'Unusual days, new levels, trends, records, shifts of the mix, concentrations, new and vanished groups, thin stock: by money at stake and certainty, without repeats, false findings held at 5 %. Five are the morning’s brief.',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      limit: optional(Type.Integer({ minimum: 1, maximum: 50, description: 'Default 5' })),
      locale: optional(localeSchema('BCP 47; sentences are in English or German')),
    }),
    answer: json(insightsSchema),
    problems: { ...metricFaults, computation_timeout: 'unavailable' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'The morning’s brief',
        input: { tenant_id: 'shop' },
        answer: { false_discovery_rate: 0.05 },
      },
    ],
  }),
] as const;
