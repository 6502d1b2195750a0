import { json, nullable, oneOf, operation, optional, record } from '@olympus/contract';
import { timelineKinds } from '@olympus/semantic';
import { Type } from 'typebox';
import { customerFaults, locale, oneCustomer, segmentTexts, spendRule } from './words.contract.js';

const text = nullable(Type.String());
const figures = { revenue: Type.Number(), units: Type.Number(), orders: Type.Number() };

const reason = record(
  {
    score: Type.Integer(),
    value: Type.Number({ description: 'The customer’s own' }),
    from: nullable(Type.Number({ description: 'Least of those with the same score' })),
    to: nullable(Type.Number()),
  },
  { title: 'ScoreReason' },
);

const profile = record(
  {
    customer_key: Type.String(),
    erased: Type.Boolean({
      description: 'The person was erased: amounts stay under a key that leads to nobody',
    }),
    as_of: Type.String(),
    time_zone: Type.String(),
    currency: Type.String(),
    country: text,
    record: nullable(
      record({
        country: text,
        city: text,
        segment: text,
        birth_decade: nullable(Type.Integer()),
        updated_at: Type.String(),
      }),
    ),
    totals: nullable(
      record({
        ...figures,
        average_order_value: Type.Number(),
        discounts: Type.Number(),
        refunds: Type.Number(),
        first_order: Type.String(),
        last_order: Type.String(),
        days_since_last_order: Type.Integer(),
      }),
    ),
    rfm: nullable(
      record({
        segment: Type.String(),
        ...segmentTexts,
        recency: reason,
        frequency: reason,
        monetary: reason,
        value_score: Type.Integer(),
      }),
    ),
    spend: nullable(record({ segment: Type.String(), ...segmentTexts, rule: spendRule })),
    rhythm: Type.Union([
      record({
        kind: Type.Literal('known'),
        typical_days: Type.Number({ description: 'Median of days between days with an order' }),
        expected_on: Type.String(),
        overdue: Type.Boolean({ description: 'More than one and a half typical intervals passed' }),
      }),
      record({
        kind: Type.Literal('undefined'),
        reason: Type.Literal('too_few_orders'),
        needed: Type.Integer({ description: 'Days with an order' }),
      }),
    ]),
    value: record({
      grain: oneOf(['month', 'quarter'] as const),
      points: Type.Array(
        record({
          t: Type.String(),
          revenue: nullable(Type.Number()),
          orders: nullable(Type.Number()),
          running: Type.Boolean(),
        }),
      ),
    }),
    products: Type.Array(record({ product_id: Type.String(), name: text, ...figures })),
    categories: Type.Array(record({ category: Type.String(), ...figures })),
    orders: Type.Array(
      record({
        order_id: Type.String(),
        placed_at: Type.String({ description: 'Local time' }),
        units: Type.Number(),
        revenue: Type.Number({ description: 'What is left after refunds and cancellations' }),
        refunded: Type.Number(),
        cancelled: Type.Number(),
        channel: text,
      }),
      { description: 'The newest 200' },
    ),
  },
  { title: 'CustomerProfile', description: 'One customer, without what is personal' },
);

const number = optional(nullable(Type.Number()));
const word = optional(text);

const entry = record(
  {
    kind: oneOf(timelineKinds),
    id: Type.String(),
    at: Type.String({ description: 'Local time' }),
    order_id: word,
    amount: number,
    units: number,
    channel: word,
    changed: optional(Type.Boolean({ description: 'A later version of the order' })),
    method: word,
    status: word,
    failure_code: word,
    pages: number,
    device: word,
    source: word,
    rating: number,
    product_id: word,
    language: word,
    messages: number,
    lines: optional(
      Type.Array(
        record({
          product_id: Type.String(),
          name: text,
          units: Type.Number(),
          revenue: Type.Number(),
        }),
      ),
    ),
    steps: optional(
      Type.Array(
        record({ at: Type.String(), action: Type.String(), path: text, product_id: text }),
      ),
    ),
  },
  { title: 'TimelineEntry' },
);

const timeline = record(
  {
    customer_key: Type.String(),
    time_zone: Type.String(),
    currency: Type.String(),
    entries: Type.Array(entry),
    next: nullable(Type.String({ description: 'What to give as `cursor` for the next page' })),
  },
  { title: 'CustomerTimeline' },
);

const base = '/api/analytics/customers/by-key/:customer_key';
const missing = {
  ...customerFaults,
  customer_not_found: 'not_found',
  customer_erased: 'not_found',
} as const;
const somebody = {
  tenant_id: 'shop',
  customer_key: '{{customers.list/rows/0/customer_key}}',
};

export const profileOperations = [
  operation({
    id: 'customers.profile',
    method: 'GET',
    path: base,
    summary: 'Show one customer: what they bought, how often, and where they stand',
    permission: 'analytics:read',
    input: record({ ...oneCustomer, locale }),
    answer: json(profile),
    problems: missing,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [{ name: 'One of the shop', input: somebody }],
  }),
  operation({
    id: 'customers.timeline',
    method: 'GET',
    path: `${base}/timeline`,
    summary: 'Follow one customer, newest first',
    permission: 'analytics:read',
    input: record({
      ...oneCustomer,
      kinds: optional(
        Type.String({
          maxLength: 200,
          description: `Some of ${timelineKinds.join(', ')}, separated by commas; all without`,
        }),
      ),
      cursor: optional(Type.String({ maxLength: 1_000 })),
      limit: optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: json(timeline),
    problems: { ...customerFaults, invalid_cursor: 'invalid', unknown_kind: 'invalid' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      { name: 'Orders and refunds', input: { ...somebody, kinds: 'order,refund', limit: 5 } },
    ],
  }),
  operation({
    id: 'customers.personal',
    method: 'GET',
    path: `${base}/personal`,
    summary: 'Show what is personal of one customer',
    description:
      'Id, name, address and the like, opened with the person’s own key. Each call is in the audit trail.',
    permission: 'people:read_personal',
    input: record(oneCustomer),
    answer: json(
      record(
        {
          customer_key: Type.String(),
          state: oneOf(['known', 'erased', 'nothing_known'] as const),
          fields: Type.Record(Type.String(), Type.Unknown()),
        },
        { title: 'CustomerPersonal' },
      ),
    ),
    repeats: 'safe',
    audit: 'customer.personal_read',
    since: '0.2.0',
    examples: [{ name: 'One of the shop', input: somebody }],
  }),
] as const;
