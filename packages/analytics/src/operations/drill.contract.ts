import { json, nullable, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { thresholdOperators } from '@olympus/semantic';
import { Type } from 'typebox';
import { askedFilters, askedMetricSchema, askedTime, namingFaults } from './trends.contract.js';
import { localeSchema, rangeSchema, unitSchema, valueSchema } from './words.contract.js';

const metric = record(
  { name: Type.String(), label: Type.String(), unit: unitSchema },
  { title: 'DrilledMetric' },
);

const answer = record(
  {
    tenant_id: Type.String(),
    kind: oneOf([
      'order',
      'customer',
      'session',
      'visitor',
      'payment',
      'review',
      'spend',
      'stock',
      'event',
    ]),
    metric,
    parts: Type.Array(metric, {
      description: 'What can be listed where the metric cannot be as a whole',
    }),
    columns: Type.Array(
      record(
        {
          name: Type.String(),
          type: oneOf(['time', 'text', 'number']),
          unit: optional(unitSchema),
        },
        { title: 'DrillColumn' },
      ),
    ),
    rows: Type.Array(
      record(
        {
          key: Type.Array(valueSchema, {
            description: 'What tells it apart; customers by their pseudonymous key',
          }),
          value: nullable(Type.Number({ description: 'Its part of the number' })),
          cells: Type.Array(valueSchema, { description: 'One a column; times are local' }),
        },
        { title: 'DrilledRow' },
      ),
    ),
    count: Type.Integer({ description: 'How many there are' }),
    total: nullable(Type.Number({ description: 'What all of them come to' })),
    number: nullable(Type.Number({ description: 'The metric as any other question gives it' })),
    adds_up: Type.Boolean({ description: 'Whether the total is the number' }),
    offset: Type.Integer(),
    next_offset: nullable(Type.Integer({ description: 'Where the next page begins' })),
    range: nullable(rangeSchema),
    time_zone: Type.String(),
    currency: Type.String(),
  },
  { title: 'Drill', description: 'The things behind a number' },
);

const distribution = record(
  {
    tenant_id: Type.String(),
    metric,
    per: oneOf(['order', 'customer']),
    bins: Type.Array(
      record(
        { from: Type.Number(), to: Type.Number(), count: Type.Integer() },
        { title: 'DistributionBin', description: 'Half-open' },
      ),
      { description: 'The outermost hold all values beyond them as well' },
    ),
    below: Type.Boolean({ description: 'Whether there are values below the first bin' }),
    above: Type.Boolean({ description: 'Whether there are values above the last bin' }),
    count: Type.Integer({ description: 'Orders or customers that have a value' }),
    least: nullable(Type.Number()),
    most: nullable(Type.Number()),
    mean: nullable(Type.Number()),
    deviation: nullable(Type.Number({ description: 'Standard deviation' })),
    range: nullable(rangeSchema),
    time_zone: Type.String(),
    currency: Type.String(),
  },
  { title: 'Distribution', description: 'How values of single orders or customers are spread' },
);

const may = { from: '2026-05-01', to: '2026-06-01' };

export const drillOperations = [
  operation({
    id: 'analytics.drill',
    method: 'POST',
    path: '/api/analytics/drill',
    summary: 'List what is behind a number',
    description:
      'Orders, customers, visits, payments or reviews, whose parts make up the number; what adds nothing to it is left out. A cell of a table is its filters and the span of its bucket.',
    permission: 'analytics:read',
    input: record(
      {
        ...ofTenant,
        metric: askedMetricSchema,
        part: optional(
          Type.String({ maxLength: 100, description: 'Of a rate: which part of it is listed' }),
        ),
        per: optional(
          oneOf(['order', 'customer'], {
            description:
              'List every order or customer with its value, as a distribution counts them',
          }),
        ),
        time: askedTime,
        filters: askedFilters,
        thresholds: optional(
          Type.Array(record({ operator: oneOf(thresholdOperators), value: Type.Number() }), {
            maxItems: 5,
            description: 'What each thing’s part of the number has to meet: orders above 500',
          }),
        ),
        order: optional(oneOf(['value', 'time'])),
        limit: optional(Type.Integer({ minimum: 1, maximum: 500 })),
        offset: optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
        locale: optional(localeSchema('BCP 47; what labels are in')),
      },
      { title: 'DrillQuestion' },
    ),
    answer: json(answer),
    problems: {
      ...namingFaults,
      unknown_part: 'invalid',
      no_distribution: 'invalid',
      listing_too_far: 'invalid',
    },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Orders behind the revenue of a week on the web',
        input: {
          tenant_id: 'shop',
          metric: 'revenue',
          time: { from: '2026-05-04', to: '2026-05-11' },
          filters: [{ dimension: 'channel', operator: 'equals', values: ['web'] }],
          limit: 10,
        },
        answer: { kind: 'order', adds_up: true },
      },
      {
        name: 'Orders above 100 of a month',
        input: {
          tenant_id: 'shop',
          metric: 'revenue',
          time: may,
          thresholds: [{ operator: 'gt', value: 100 }],
        },
        answer: { kind: 'order' },
      },
      {
        name: 'Customers who bought for the first time',
        input: { tenant_id: 'shop', metric: 'new_customers', time: may, order: 'time' },
        answer: { kind: 'customer' },
      },
      {
        name: 'Orders of 20 to 50',
        input: {
          tenant_id: 'shop',
          metric: 'revenue',
          per: 'order',
          thresholds: [
            { operator: 'gte', value: 20 },
            { operator: 'lt', value: 50 },
          ],
          time: may,
        },
        answer: { kind: 'order', adds_up: false },
      },
    ],
  }),
  operation({
    id: 'analytics.distribution',
    method: 'POST',
    path: '/api/analytics/distribution',
    summary: 'Show how a metric is spread over orders or customers',
    permission: 'analytics:read',
    input: record(
      {
        ...ofTenant,
        metric: askedMetricSchema,
        per: oneOf(['order', 'customer']),
        time: askedTime,
        filters: askedFilters,
        bins: optional(
          Type.Integer({
            minimum: 2,
            maximum: 40,
            description: 'About how many; chosen from the values where it is left out',
          }),
        ),
        locale: optional(localeSchema('BCP 47; what labels are in')),
      },
      { title: 'DistributionQuestion' },
    ),
    answer: json(distribution),
    problems: { ...namingFaults, no_distribution: 'invalid' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'How large orders are',
        input: { tenant_id: 'shop', metric: 'revenue', per: 'order', time: may },
        answer: { per: 'order' },
      },
    ],
  }),
] as const;
