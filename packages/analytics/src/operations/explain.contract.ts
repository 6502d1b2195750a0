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
import { filterSchema, metricQuerySchema, queryLimits } from '@olympus/semantic';
import { type Static, Type } from 'typebox';
import { metricFaults } from './query.contract.js';
import {
  freshnessSchema,
  localeSchema,
  polaritySchema,
  rangeSchema,
  unitSchema,
  valueSchema,
} from './words.contract.js';

const name = (description: string) => Type.String({ minLength: 1, maxLength: 100, description });

/** What engines are asked about: a metric under filters. */
export const metricInput = {
  ...ofTenant,
  metric: name('Name of the metric'),
  filters: optional(Type.Array(filterSchema, { maxItems: queryLimits.filters })),
  locale: optional(localeSchema('BCP 47; labels are in its language where the model has it')),
};

/** The metric that figures are of. */
export const metricSchema = record(
  {
    name: Type.String(),
    label: Type.String(),
    description: Type.String(),
    formula: Type.String(),
    unit: unitSchema,
    polarity: polaritySchema,
    additive: Type.Boolean(),
  },
  { title: 'ExplainedMetric' },
);

const movement = {
  current: nullable(Type.Number()),
  previous: nullable(Type.Number()),
  difference: nullable(Type.Number()),
  change: nullable(
    Type.Number({ description: 'A ratio; of metrics that are ratios the difference' }),
  ),
};

const contribution = nullable(
  Type.Number({
    description:
      'Part of the change of the whole, in the metric’s unit; null where groups are not its parts',
  }),
);
const mixRate = {
  mix: optional(
    Type.Number({ description: 'Of a ratio: because the group’s share of the whole changed' }),
  ),
  rate: optional(Type.Number({ description: 'Of a ratio: because its own ratio changed' })),
};

const group = record(
  {
    values: Type.Array(valueSchema, { description: 'Of the dimensions, in their order' }),
    status: oneOf(['changed', 'new', 'vanished'], {
      description: '`new`: absent in the earlier span; `vanished`: absent in the later one',
    }),
    ...movement,
    contribution,
    ...mixRate,
    weight: optional(Type.Number({ description: 'Of a ratio: share of what it is divided by' })),
    previous_weight: optional(Type.Number()),
  },
  { title: 'ExplainedGroup' },
);

const others = nullable(
  record(
    { count: nullable(Type.Integer()), ...movement, contribution, ...mixRate },
    { title: 'OtherGroups', description: 'The groups that are not named, together' },
  ),
);

const part = record(
  {
    dimensions: Type.Array(record({ name: Type.String(), label: Type.String() })),
    method: oneOf(['additive', 'mix_rate', 'own_change'], {
      description:
        '`additive`: the groups’ differences add up; `mix_rate`: effects by midpoint weights (Marshall–Edgeworth) that add up; `own_change`: groups overlap, so each has its own change and none is a part',
    }),
    divergence: Type.Number({
      description: 'How much the mix changed: Jensen–Shannon divergence, bits',
    }),
    groups: Type.Array(group),
    others,
    mix: optional(Type.Number({ description: 'Over all groups' })),
    rate: optional(Type.Number({ description: 'Over all groups' })),
  },
  { title: 'ExplainedPart', description: 'The change by one dimension or by a pair of them' },
);

const factor = record(
  {
    key: Type.String(),
    label: Type.String(),
    parent: nullable(Type.String()),
    unit: unitSchema,
    current: nullable(Type.Number()),
    previous: nullable(Type.Number()),
    effect: Type.Number({ description: 'In the metric’s unit; adds up to that of the parent' }),
  },
  { title: 'TreeFactor' },
);

const top = record(
  {
    dimension: Type.String(),
    label: Type.String(),
    value: valueSchema,
    contribution: Type.Number(),
    excess: Type.Number({ description: 'What goes beyond a change shared by size' }),
    share: nullable(Type.Number({ description: 'Contribution ÷ change' })),
  },
  { title: 'TopDriver', description: 'The group of a dimension that stands out' },
);

const contextEvent = record(
  {
    kind: oneOf(['promotion_started', 'promotion_ended', 'sold_out', 'price_changed', 'holiday']),
    name: Type.String(),
    at: nullable(Type.String({ description: 'Local date where one is known' })),
    current: nullable(Type.Number()),
    previous: nullable(Type.Number()),
    unit: unitSchema,
  },
  { title: 'ContextEvent', description: 'What happened nearby; told beside a change, no cause' },
);

export const explanationSchema = record(
  {
    metric: metricSchema,
    range: nullable(rangeSchema),
    comparison_range: nullable(rangeSchema),
    time_zone: Type.String(),
    currency: Type.String(),
    freshness: freshnessSchema,
    total: record(movement),
    top: Type.Array(top),
    dimensions: Type.Array(part),
    pairs: Type.Array(part),
    tree: nullable(Type.Array(factor)),
    context: Type.Array(contextEvent),
    skipped: Type.Array(oneOf(['pairs', 'context']), {
      description: 'Left out because the rest took long',
    }),
    truncated: Type.Boolean(),
  },
  { title: 'Explanation', description: 'Why a metric differs between two spans, by arithmetic' },
);

export type ExplanationAnswer = Deep<Static<typeof explanationSchema>>;

export const explainOperations = [
  operation({
    id: 'analytics.explain',
    method: 'POST',
    path: '/api/analytics/explain',
    summary: 'Take the change of a metric between two spans apart',
    description:
      'Contributions of each dimension add up to the change exactly. They are arithmetic and name no cause.',
    permission: 'analytics:read',
    input: record({
      ...metricInput,
      time: metricQuerySchema.properties.time,
      compare: metricQuerySchema.properties.compare,
      dimensions: optional(
        Type.Array(name('Name of a dimension'), {
          minItems: 1,
          maxItems: queryLimits.dimensions,
          description: 'By these, in their order; else by all that tell something',
        }),
      ),
      pairs: optional(Type.Boolean({ description: 'Look at pairs of dimensions; default true' })),
      context: optional(
        Type.Boolean({ description: 'Look up what happened nearby; default true' }),
      ),
      groups: optional(
        Type.Integer({ minimum: 1, maximum: 50, description: 'Groups to name; default 8' }),
      ),
    }),
    answer: json(explanationSchema),
    problems: metricFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'A week of revenue against the week before',
        input: {
          tenant_id: 'shop',
          metric: 'revenue',
          time: { from: '2026-05-11', to: '2026-05-18' },
          compare: { from: '2026-05-04', to: '2026-05-11' },
        },
        answer: { metric: { name: 'revenue', additive: true } },
      },
      {
        name: 'What moved the refund rate',
        input: {
          tenant_id: 'shop',
          metric: 'refund_rate',
          time: { from: '2026-05-11', to: '2026-05-18' },
          dimensions: ['channel'],
          pairs: false,
        },
        answer: { metric: { name: 'refund_rate', additive: false } },
      },
    ],
  }),
] as const;
