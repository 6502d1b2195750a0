import type { Static, TSchema } from 'typebox';
import { Cancellation, Order, Refund } from './orders.js';
import {
  Conversation,
  Customer,
  Exposure,
  Feedback,
  Identity,
  Inventory,
  Location,
  Payment,
  Product,
  Spend,
  Visit,
} from './others.js';

/** Every event type Olympus knows by itself, with the schema of its data. */
export const eventTypes = {
  'order.created': Order,
  'order.updated': Order,
  'order.completed': Order,
  'order.refunded': Refund,
  'order.cancelled': Cancellation,
  'payment.processed': Payment,
  'payment.failed': Payment,
  'inventory.updated': Inventory,
  'user.logged_in': Visit,
  'page.viewed': Visit,
  'product.viewed': Visit,
  'product.added': Visit,
  'cart.updated': Visit,
  'checkout.started': Visit,
  'customer.created': Customer,
  'customer.updated': Customer,
  'customer.identified': Identity,
  'product.updated': Product,
  'location.updated': Location,
  'feedback.submitted': Feedback,
  'experiment.exposed': Exposure,
  'spend.recorded': Spend,
  'conversation.started': Conversation,
  'message.sent': Conversation,
  'conversation.closed': Conversation,
} as const satisfies Record<string, TSchema>;

export type EventType = keyof typeof eventTypes;
export type EventData = { [Type in EventType]: Static<(typeof eventTypes)[Type]> };

/** Version of the built-in schemas, stored with each event. */
export const builtInSchemaVersion = 1;
