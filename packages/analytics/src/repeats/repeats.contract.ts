import { json, nullable, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  filtersSchema,
  watched,
  watchFaults,
  watchSourceSchema,
} from '../people/watch.contract.js';

const share = nullable(Type.Number());

const rate = record(
  {
    within_days: Type.Integer(),
    customers: Type.Integer({ description: 'Whose first order is at least so many days old' }),
    again: Type.Integer({ description: 'Of them, who ordered again within so many days' }),
    rate: share,
    lower: share,
    upper: share,
  },
  {
    title: 'SecondOrderRate',
    description: 'With Wilson’s interval; null where nobody had the time',
  },
);

const intervals = record(
  {
    orders: Type.Integer({ description: 'That were not their customer’s first' }),
    median_days: nullable(Type.Integer()),
    percentiles: Type.Array(record({ percent: Type.Integer(), days: Type.Integer() })),
    distribution: Type.Array(
      record({
        from_days: Type.Integer(),
        to_days: nullable(Type.Integer({ description: 'Not included; null for all longer ones' })),
        orders: Type.Integer(),
      }),
    ),
  },
  { title: 'OrderIntervals', description: 'Whole days since the customer’s order before' },
);

export const repeatsOperations = [
  operation({
    id: 'repeat_purchases.run',
    method: 'POST',
    path: '/api/analytics/repeat-purchases',
    summary: 'Tell when customers order again',
    description:
      'Intervals end with an order of the range. Rates of second orders count only customers whose first order, in the range, is old enough to have had the time.',
    permission: 'analytics:read',
    input: record(
      {
        ...watched,
        windows: optional(
          Type.Array(Type.Integer({ minimum: 1, maximum: 1_000 }), {
            minItems: 1,
            maxItems: 6,
            description: 'Days; 30, 60 and 90 by default',
          }),
        ),
        filters: filtersSchema,
      },
      { title: 'RepeatPurchasesQuestion' },
    ),
    answer: json(
      record(
        {
          meta: watchSourceSchema,
          confidence: Type.Number({ description: 'Of the intervals of rates' }),
          intervals,
          rates: Type.Array(rate),
          cohorts: Type.Array(
            record(
              {
                month: Type.String({ description: 'Of the first order: its first day' }),
                customers: Type.Integer(),
                again: Type.Integer({ description: 'With a second order by now' }),
                rates: Type.Array(rate),
              },
              { title: 'RepeatCohort' },
            ),
          ),
        },
        { title: 'RepeatPurchasesAnswer' },
      ),
    ),
    problems: watchFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Second orders of May’s customers',
        input: { tenant_id: 'shop', time: { from: '2026-05-01', to: '2026-06-01' } },
        answer: { confidence: 0.95 },
      },
    ],
  }),
] as const;
