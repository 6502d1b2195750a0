import { nullable, ofTenant, oneOf, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { localeSchema } from '../operations/words.contract.js';

/** Words that the operations about customers share. */

export const locale = optional(
  localeSchema('BCP 47; labels and descriptions are English or German'),
);

export const asOf = optional(
  Type.String({
    minLength: 10,
    maxLength: 10,
    description: 'Local date up to whose end facts count; today without one',
  }),
);

export const segmentKind = oneOf(['rfm', 'spend'] as const, {
  description: 'rfm: the trade’s segments; spend: those by what was spent and when',
});

export const oneCustomer = {
  ...ofTenant,
  customer_key: Type.String({
    minLength: 3,
    maxLength: 64,
    pattern: '^[A-Za-z0-9_-]+$',
    description: 'Pseudonymous key of the customer',
  }),
};

const span = record({ from: Type.Integer(), to: Type.Integer() });

export const shares = {
  customers: Type.Integer(),
  revenue: Type.Number({ description: 'Net of refunds, of all time up to the day' }),
  orders: Type.Integer(),
  share: nullable(Type.Number({ description: 'Of all customers with orders' })),
  revenue_share: nullable(Type.Number({ description: 'Of their revenue' })),
};

export const segmentTexts = {
  label: Type.String(),
  about: Type.String({ description: 'Whom it holds' }),
  advice: Type.String({ description: 'What to do, in a sentence' }),
};

export const spendRule = record(
  {
    revenue_above: nullable(Type.Number()),
    days_below: nullable(Type.Integer({ description: 'Whole days since the last order' })),
    days_above: nullable(Type.Integer()),
    orders: nullable(Type.Integer()),
  },
  { title: 'SpendRule', description: 'What has to hold, all of it; the first such segment counts' },
);

export const rfmCells = Type.Array(record({ recency: span, value: span }), {
  description: 'Spans of scores, both ends included',
});

export const customerFaults = {
  tenant_not_found: 'not_found',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  invalid_time_range: 'invalid',
  date_in_future: 'invalid',
} as const;
