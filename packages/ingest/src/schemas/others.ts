import { Type } from 'typebox';
import {
  Attributes,
  Currency,
  Decimal,
  Id,
  Instant,
  Label,
  personal,
  webAddress,
} from './fields.js';

export const Payment = Type.Object({
  payment_id: Id,
  order_id: Type.Optional(Id),
  customer_id: Type.Optional(Id),
  amount: Decimal,
  currency: Currency,
  method: Type.Optional(Label),
  provider: Type.Optional(Label),
  fee: Type.Optional(Decimal),
  failure_code: Type.Optional(Label),
});

export const Inventory = Type.Object({
  product_id: Id,
  location_id: Type.Optional(Id),
  on_hand: Decimal,
  reorder_point: Type.Optional(Decimal),
  unit_cost: Type.Optional(Decimal),
});

/** Where a campaign sent a visitor from; other members may be anything. */
const Campaign = Type.Object(
  {
    source: Type.Optional(Label),
    medium: Type.Optional(Label),
    campaign: Type.Optional(Label),
    term: Type.Optional(Label),
    content: Type.Optional(Label),
    id: Type.Optional(Label),
  },
  { additionalProperties: Label },
);

/** Anything a visitor does; someone must be known by id or anonymously. */
export const Visit = Type.Object(
  {
    session_id: Type.Optional(Id),
    customer_id: Type.Optional(Id),
    anonymous_id: Type.Optional(Id),
    url: Type.Optional(Type.String({ maxLength: 8192, ...webAddress })),
    referrer: Type.Optional(Type.String({ maxLength: 8192, ...webAddress })),
    utm: Type.Optional(Campaign),
    product_id: Type.Optional(Id),
    device: Type.Optional(Label),
    channel: Type.Optional(Label),
  },
  {
    anyOf: [
      { required: ['customer_id'] },
      { required: ['anonymous_id'] },
      { required: ['session_id'] },
    ],
  },
);

export const Customer = Type.Object({
  customer_id: Id,
  anonymous_id: Type.Optional(Id),
  email: Type.Optional(Type.String({ maxLength: 512, ...personal })),
  name: Type.Optional(Type.String({ maxLength: 512, ...personal })),
  phone: Type.Optional(Type.String({ maxLength: 128, ...personal })),
  country: Type.Optional(Label),
  city: Type.Optional(Label),
  birth_year: Type.Optional(Type.Integer({ minimum: 1850, maximum: 2200 })),
  segment: Type.Optional(Label),
  attributes: Type.Optional(Attributes),
  consent: Type.Optional(Attributes),
});

/** An anonymous visitor turned out to be a customer. */
export const Identity = Type.Object({ customer_id: Id, anonymous_id: Id });

export const Product = Type.Object({
  product_id: Id,
  name: Label,
  category: Type.Optional(Label),
  brand: Type.Optional(Label),
  price: Type.Optional(Decimal),
  unit_cost: Type.Optional(Decimal),
  attributes: Type.Optional(Attributes),
});

export const Location = Type.Object({
  location_id: Id,
  name: Label,
  country: Type.Optional(Label),
  city: Type.Optional(Label),
  timezone: Type.Optional(Label),
});

export const Feedback = Type.Object({
  feedback_id: Id,
  text: Type.Optional(Type.String({ maxLength: 200_000, ...personal })),
  rating: Type.Optional(Type.Number()),
  customer_id: Type.Optional(Id),
  order_id: Type.Optional(Id),
  product_id: Type.Optional(Id),
  channel: Type.Optional(Label),
  language: Type.Optional(Label),
});

export const Exposure = Type.Object(
  {
    experiment_id: Id,
    variant: Id,
    customer_id: Type.Optional(Id),
    anonymous_id: Type.Optional(Id),
  },
  { anyOf: [{ required: ['customer_id'] }, { required: ['anonymous_id'] }] },
);

export const Spend = Type.Object({
  campaign_id: Id,
  channel: Label,
  amount: Decimal,
  currency: Currency,
  impressions: Type.Optional(Type.Integer({ minimum: 0 })),
  clicks: Type.Optional(Type.Integer({ minimum: 0 })),
  day: Type.String({ format: 'date' }),
});

export const Conversation = Type.Object({
  conversation_id: Id,
  message_id: Type.Optional(Id),
  author_role: Label,
  text: Type.Optional(Type.String({ maxLength: 200_000, ...personal })),
  model: Type.Optional(Label),
  customer_id: Type.Optional(Id),
  language: Type.Optional(Label),
  rating: Type.Optional(Type.Number()),
  started_at: Type.Optional(Instant),
});
