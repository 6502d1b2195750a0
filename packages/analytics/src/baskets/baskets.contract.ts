import { json, nullable, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  filtersSchema,
  watched,
  watchFaults,
  watchSourceSchema,
} from '../people/watch.contract.js';

const by = oneOf(['order', 'customer']);
const item = oneOf(['product', 'category', 'brand']);
const order = oneOf(['together', 'lift'], {
  description: 'Pairs by how often, or by the lower end of their lift',
});

const side = record(
  {
    id: Type.String(),
    label: nullable(Type.String({ description: 'Name of a product' })),
    baskets: Type.Integer({ description: 'That hold it' }),
  },
  { title: 'BasketSide' },
);

const pair = record(
  {
    one: side,
    other: side,
    together: Type.Integer({ description: 'Baskets with both' }),
    support: Type.Number({ description: 'Share of all baskets' }),
    confidence_one: Type.Number({
      description: 'Share of the baskets with the one that hold the other',
    }),
    confidence_other: Type.Number({ description: 'The other way round' }),
    lift: Type.Number({
      description: 'How many times as often as if they had nothing to do with each other',
    }),
    lift_lower: Type.Number(),
    lift_upper: Type.Number(),
  },
  { title: 'BasketPair' },
);

export const basketsOperations = [
  operation({
    id: 'baskets.run',
    method: 'POST',
    path: '/api/analytics/baskets',
    summary: 'Tell what is bought together',
    description:
      'Pairs of items of one order or of one customer. Rare items are left out first; baskets of more than 200 kinds of items are not paired, and where there are still too many pairs a share of the baskets is looked at: the answer says both. Intervals are those of the logarithm of the lift.',
    permission: 'analytics:read',
    input: record(
      {
        ...watched,
        by: optional(by),
        item: optional(item),
        focus: optional(
          Type.String({
            minLength: 1,
            maxLength: 200,
            description: 'Only what goes with this item',
          }),
        ),
        minimum: optional(
          Type.Integer({
            minimum: 1,
            maximum: 1_000_000,
            description: 'Baskets that a pair has to lie in; 5 by default',
          }),
        ),
        order: optional(order),
        limit: optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
        filters: filtersSchema,
      },
      { title: 'BasketsQuestion' },
    ),
    answer: json(
      record(
        {
          meta: watchSourceSchema,
          by,
          item,
          focus: nullable(Type.String()),
          order,
          minimum: Type.Integer(),
          confidence: Type.Number({ description: 'Of the intervals of lifts' }),
          baskets: Type.Integer({ description: 'That were looked at' }),
          largest: nullable(
            Type.Integer({ description: 'Larger baskets were not paired; null where none was' }),
          ),
          left_out: Type.Integer({ description: 'Baskets that were too large' }),
          sampled: Type.Number({
            description: 'Share of the baskets that was looked at; 1 is all',
          }),
          pairs: Type.Array(pair),
        },
        { title: 'BasketsAnswer' },
      ),
    ),
    problems: watchFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Products of one order',
        input: {
          tenant_id: 'shop',
          time: { from: '2026-05-01', to: '2026-06-01' },
          minimum: 1,
          limit: 10,
        },
        answer: { by: 'order', item: 'product' },
      },
      {
        name: 'Categories of one customer',
        input: { tenant_id: 'shop', by: 'customer', item: 'category', minimum: 1 },
        answer: { by: 'customer', item: 'category' },
      },
    ],
  }),
] as const;
