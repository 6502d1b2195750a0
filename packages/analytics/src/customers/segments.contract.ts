import { json, nullable, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  asOf,
  customerFaults,
  locale,
  rfmCells,
  segmentKind,
  segmentTexts,
  shares,
  spendRule,
} from './words.contract.js';

const spans = (measure: string) =>
  Type.Array(
    record({
      score: Type.Integer(),
      customers: Type.Integer(),
      from: nullable(Type.Number({ description: `Least ${measure} of those with the score` })),
      to: nullable(Type.Number()),
    }),
  );

const segments = record(
  {
    as_of: Type.String(),
    time_zone: Type.String(),
    currency: Type.String(),
    customers: Type.Integer(),
    revenue: Type.Number(),
    orders: Type.Integer(),
    enough: Type.Boolean({
      description: 'Whether there are enough customers for fifths to mean something',
    }),
    needed: Type.Integer(),
    method: Type.String({ description: 'How the scores are made' }),
    thresholds: record({
      recency: spans('days since the last order'),
      frequency: spans('orders'),
      monetary: spans('revenue'),
    }),
    grid: Type.Array(
      record({
        recency: Type.Integer(),
        value: Type.Integer({ description: 'Mean of the scores for frequency and money' }),
        segment: Type.String(),
        ...shares,
      }),
      { description: '25 cells, best recency first' },
    ),
    segments: Type.Array(
      record(
        { id: Type.String(), ...segmentTexts, cells: rfmCells, ...shares },
        { title: 'RfmSegment' },
      ),
    ),
    spend_segments: Type.Array(
      record(
        { id: Type.String(), ...segmentTexts, rule: spendRule, ...shares },
        { title: 'SpendSegment' },
      ),
      { description: 'The first whose rule holds is a customer’s' },
    ),
  },
  {
    title: 'CustomerSegments',
    description: 'Everybody who ordered, by recency, frequency and money',
  },
);

const named = Type.Array(record({ id: Type.String(), label: Type.String() }));

const history = record(
  {
    by: segmentKind,
    segments: named,
    months: Type.Array(
      record({
        month: Type.String({ description: 'First day of the month' }),
        as_of: Type.String({
          description: 'Day that it is counted on: the month’s last, or today',
        }),
        running: Type.Boolean(),
        customers: Type.Integer(),
        counts: Type.Record(Type.String(), Type.Integer()),
      }),
    ),
    time_zone: Type.String(),
  },
  { title: 'SegmentHistory', description: 'How many customers each segment held' },
);

const movement = record(
  {
    by: segmentKind,
    from: Type.String(),
    to: Type.String(),
    currency: Type.String(),
    time_zone: Type.String(),
    segments: named,
    flows: Type.Array(
      record({
        from: Type.String({ description: '`none`: had not ordered yet' }),
        to: Type.String(),
        customers: Type.Integer(),
        revenue: Type.Number({ description: 'Theirs up to the later day' }),
      }),
    ),
  },
  { title: 'SegmentMovement', description: 'Customers by their segments on two days' },
);

const date = Type.String({
  minLength: 10,
  maxLength: 10,
  description: 'Local date, its end counts',
});

export const segmentOperations = [
  operation({
    id: 'customers.rfm',
    method: 'GET',
    path: '/api/analytics/customers/segments',
    summary: 'Tell customers apart by recency, frequency and money',
    description:
      'The grid of scores, the trade’s segments and segments by spend, as they were on a day: from nothing but what had happened by then.',
    permission: 'analytics:read',
    input: record({ ...ofTenant, as_of: asOf, locale }),
    answer: json(segments),
    problems: customerFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'At the end of May 2026',
        input: { tenant_id: 'shop', as_of: '2026-05-31' },
        answer: { as_of: '2026-05-31', needed: 25 },
      },
    ],
  }),
  operation({
    id: 'customers.history',
    method: 'GET',
    path: '/api/analytics/customers/segments/history',
    summary: 'Follow how many customers each segment held, month by month',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      by: optional(segmentKind),
      months: optional(Type.Integer({ minimum: 1, maximum: 24 })),
      locale,
    }),
    answer: json(history),
    problems: customerFaults,
    repeats: 'safe',
    cost: 'heavy',
    since: '0.2.0',
    examples: [
      {
        name: 'Half a year',
        input: { tenant_id: 'shop', by: 'spend', months: 6 },
        answer: { by: 'spend' },
      },
    ],
  }),
  operation({
    id: 'customers.movement',
    method: 'GET',
    path: '/api/analytics/customers/segments/movement',
    summary: 'Tell who moved from which segment to which between two days',
    permission: 'analytics:read',
    input: record({ ...ofTenant, by: optional(segmentKind), from: date, to: date, locale }),
    answer: json(movement),
    problems: customerFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Over May 2026',
        input: { tenant_id: 'shop', from: '2026-04-30', to: '2026-05-31' },
        answer: { by: 'rfm', from: '2026-04-30', to: '2026-05-31' },
      },
    ],
  }),
] as const;
