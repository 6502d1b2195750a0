import { Type } from 'typebox';
import { Currency, Decimal, Id, Instant, Label, Words } from './fields.js';

const Item = Type.Object({
  product_id: Id,
  quantity: Decimal,
  unit_price: Decimal,
  line_id: Type.Optional(Id),
  discount: Type.Optional(Decimal),
  tax: Type.Optional(Decimal),
  unit_cost: Type.Optional(Decimal),
});

/** What is given back; without a price, the order's counts. */
const RefundItem = Type.Object({
  product_id: Id,
  quantity: Decimal,
  unit_price: Type.Optional(Decimal),
  line_id: Type.Optional(Id),
  discount: Type.Optional(Decimal),
  tax: Type.Optional(Decimal),
  unit_cost: Type.Optional(Decimal),
});

const Items = Type.Array(Item, { minItems: 1, maxItems: 10_000 });

const context = {
  customer_id: Type.Optional(Id),
  location_id: Type.Optional(Id),
  channel: Type.Optional(Label),
  country: Type.Optional(Label),
  promotion_id: Type.Optional(Id),
};

export const Order = Type.Object({
  order_id: Id,
  currency: Currency,
  items: Items,
  ...context,
  shipping: Type.Optional(Decimal),
  discount: Type.Optional(Decimal),
  tax: Type.Optional(Decimal),
  ordered_at: Type.Optional(Instant),
});

/** Of an order alone, all that is left of it. */
export const Refund = Type.Object(
  {
    order_id: Type.Optional(Id),
    refund_id: Id,
    currency: Type.Optional(Currency),
    items: Type.Optional(Type.Array(RefundItem, { minItems: 1, maxItems: 10_000 })),
    amount: Type.Optional(Decimal),
    discount: Type.Optional(Decimal),
    tax: Type.Optional(Decimal),
    shipping: Type.Optional(Decimal),
    goodwill: Type.Optional(Type.Boolean()),
    ...context,
    reason: Type.Optional(Words),
  },
  { anyOf: [{ required: ['items'] }, { required: ['amount'] }, { required: ['order_id'] }] },
);

export const Cancellation = Type.Object(
  {
    order_id: Id,
    reason: Type.Optional(Words),
    currency: Type.Optional(Currency),
    items: Type.Optional(Items),
    ...context,
  },
  { dependentRequired: { items: ['currency'] } },
);
