import { json, nullable, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { comparisonKinds } from '@olympus/core';
import { funnelOrders, funnelProperties, metricQuerySchema, windowUnits } from '@olympus/semantic';
import { type Static, Type } from 'typebox';
import { queryFaults } from '../operations/query.contract.js';
import { freshnessSchema, localeSchema, rangeSchema } from '../operations/words.contract.js';

const locale = optional(localeSchema('BCP 47; labels are in its language where there are words'));
const { time } = metricQuerySchema.properties;

/** Problems of anything that names acts. */
export const actFaults = {
  ...queryFaults,
  no_data: 'not_found',
  unknown_dimension: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
} as const;

export const funnelFaults = {
  ...actFaults,
  invalid_funnel: 'invalid',
  window_too_long: 'invalid',
  repeated_act: 'invalid',
} as const;

/** What every answer says of where it comes from. */
export const sourceProperties = {
  tenant_id: Type.String(),
  time_zone: Type.String(),
  currency: Type.String(),
  range: rangeSchema,
  freshness: freshnessSchema,
  generated_at: Type.String(),
  elapsed_ms: Type.Number(),
};

/** Steps of a trend. */
export const trendGrains = ['day', 'week', 'month'] as const;

const share = (description: string) => nullable(Type.Number({ description }));

const timeShares = nullable(
  record(
    { p25: Type.Number(), p50: Type.Number(), p75: Type.Number(), p90: Type.Number() },
    { description: 'Seconds from the start that so many per cent of them did not exceed' },
  ),
);

const step = record(
  {
    number: Type.Integer(),
    act: Type.String(),
    label: Type.String(),
    optional: Type.Boolean(),
    people: Type.Integer({ description: 'People, or visits, that got this far' }),
    share_of_start: share('0.05 is five per cent; null where nobody started'),
    share_of_previous: share('Of those at the required step before'),
    dropped: Type.Integer({ description: 'Fewer than at the required step before' }),
    time: timeShares,
    previous: nullable(
      record(
        {
          people: Type.Integer(),
          share_of_start: share('In the compared span'),
          share_of_previous: share('In the compared span'),
        },
        { description: 'The same in the compared span' },
      ),
    ),
  },
  { title: 'FunnelStepFigures' },
);

const windowAnswer = record({
  count: Type.Integer(),
  unit: oneOf(windowUnits),
  seconds: Type.Integer(),
});

export const noteSchema = record(
  {
    code: Type.String(),
    message: Type.String(),
    step: optional(Type.Integer({ description: 'Number of the step that it is about' })),
  },
  { title: 'FunnelNote', description: 'What to know when reading the figures' },
);

const worth = record({
  total: Type.Number({
    description: 'Revenue of the converting orders, less what was refunded or cancelled since',
  }),
  per_conversion: nullable(Type.Number()),
  per_start: nullable(Type.Number()),
  previous_total: nullable(Type.Number()),
});

const group = record(
  {
    value: nullable(Type.String({ description: 'Null where it is not known' })),
    people: Type.Array(Type.Integer(), { description: 'By step' }),
    share_of_start: share('Converted of those that started'),
    median_seconds: nullable(Type.Number()),
    worth: nullable(Type.Number()),
  },
  { title: 'FunnelGroup' },
);

const funnelAnswer = record(
  {
    ...sourceProperties,
    comparison_range: nullable(rangeSchema),
    order: oneOf(funnelOrders),
    per: oneOf(['person', 'session']),
    window: windowAnswer,
    steps: Type.Array(step),
    started: Type.Integer(),
    converted: Type.Integer(),
    rate: share('Converted of those that started'),
    open: Type.Integer({
      description: 'Have not converted, and their window goes on beyond the data',
    }),
    times: Type.Array(
      record({
        from_seconds: Type.Number(),
        to_seconds: Type.Number(),
        people: Type.Integer(),
      }),
      { description: 'How many took how long from start to end' },
    ),
    trend: record({
      grain: oneOf(trendGrains),
      points: Type.Array(
        record({
          at: Type.String(),
          started: Type.Integer(),
          converted: Type.Integer(),
          rate: share('Converted of those that started then'),
          open: Type.Boolean({ description: 'Windows of those that started then go on' }),
        }),
        { description: 'By when the chain began that got furthest; each counts once' },
      ),
    }),
    worth: nullable(worth),
    breakdown: nullable(
      record({
        dimension: Type.String(),
        label: Type.String(),
        of: oneOf(['customer', 'step']),
        step: nullable(Type.Integer()),
        touch: nullable(oneOf(['first', 'last'])),
        limit: Type.Integer(),
        values: Type.Integer({ description: 'How many different values there are' }),
        groups: Type.Array(group),
        others: nullable(group),
      }),
    ),
    notes: Type.Array(noteSchema),
  },
  { title: 'FunnelAnswer' },
);

export type FunnelAnswer = Static<typeof funnelAnswer>;

/** A funnel of a tenant in a span of time. */
export const askedFunnel = {
  ...ofTenant,
  ...funnelProperties,
  time: optional(time),
  locale,
};

export const exampleFunnel = {
  tenant_id: 'shop',
  steps: [{ act: 'page.viewed' }, { act: 'order.placed', label: 'Bought' }],
  window: { count: 7, unit: 'day' },
  time: { from: '2026-05-01', to: '2026-06-01' },
};

export const funnelOperations = [
  operation({
    id: 'funnels.run',
    method: 'POST',
    path: '/api/analytics/funnels/run',
    summary: 'Show where people leave on their way from one act to another',
    description:
      'Chains begin in the range (the last 28 days by default) and may end a window later. A person counts once, at every step that any of their chains completes. Acts of one instant are taken in the order in which the funnel first names them, then by their ids; exclusions after steps. Two steps that name the same act take two of them.',
    permission: 'analytics:read',
    input: record(
      {
        ...askedFunnel,
        compare: optional(oneOf(comparisonKinds)),
        grain: optional(
          oneOf(trendGrains, { description: 'Of the trend; by the range by default' }),
        ),
      },
      { title: 'FunnelQuery' },
    ),
    answer: json(funnelAnswer),
    problems: { ...funnelFaults, nothing_to_compare: 'invalid', too_many_buckets: 'invalid' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'From a page to an order, within a week',
        input: exampleFunnel,
        answer: { tenant_id: 'shop', order: 'ordered', per: 'person' },
      },
    ],
  }),
] as const;
