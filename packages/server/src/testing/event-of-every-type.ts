import { type EventType, eventTypes } from '@olympus/ingest';

/** What each type needs beside who it is about. `n` tells the people's documents apart. */
export const required: Readonly<
  Record<EventType, (n: string) => Readonly<Record<string, unknown>>>
> = {
  'order.created': orderOf,
  'order.updated': orderOf,
  'order.completed': orderOf,
  'order.refunded': (n) => ({
    order_id: `O-${n}`,
    refund_id: `R-${n}`,
    currency: 'EUR',
    amount: '1.05',
  }),
  'order.cancelled': (n) => ({ order_id: `O-${n}-cancelled` }),
  'payment.processed': paymentOf,
  'payment.failed': paymentOf,
  'inventory.updated': () => ({ product_id: 'P', on_hand: 3 }),
  'user.logged_in': visitOf,
  'page.viewed': visitOf,
  'product.viewed': visitOf,
  'product.added': visitOf,
  'cart.updated': visitOf,
  'checkout.started': visitOf,
  'customer.created': () => ({ country: 'DE', birth_year: 1970 }),
  'customer.updated': () => ({}),
  'customer.identified': (n) => ({ anonymous_id: `A-${n}` }),
  'product.updated': () => ({ product_id: 'P', name: 'A product' }),
  'location.updated': () => ({ location_id: 'L', name: 'A shop' }),
  'feedback.submitted': (n) => ({ feedback_id: `F-${n}`, rating: 4 }),
  'experiment.exposed': () => ({ experiment_id: 'X', variant: 'a' }),
  'spend.recorded': () => ({
    campaign_id: 'C',
    channel: 'search',
    amount: 1,
    currency: 'EUR',
    day: '2026-05-05',
  }),
  'conversation.started': messageOf,
  'message.sent': messageOf,
  'conversation.closed': messageOf,
};

function orderOf(n: string) {
  return {
    order_id: `O-${n}`,
    currency: 'EUR',
    items: [{ product_id: 'P', quantity: 3, unit_price: '7.35' }],
  };
}
function paymentOf(n: string) {
  return { payment_id: `PAY-${n}`, order_id: `O-${n}`, amount: '22.05', currency: 'EUR' };
}
function visitOf(n: string) {
  return { session_id: `S-${n}` };
}
function messageOf(n: string) {
  return { conversation_id: `T-${n}`, author_role: 'customer' };
}

export interface MarkedEvent {
  readonly event: Readonly<Record<string, unknown>>;
  /** In fields that schemas mark as personal. */
  readonly personal: readonly string[];
  /** In fields that no schema names. */
  readonly undeclared: readonly string[];
  /** In paths of pages, which stand in clear. */
  readonly paths: readonly string[];
}

/** An event of every type about one customer, with a word of its own in every field for text. */
export function eventsOfEveryType(customerId: string, n: string): readonly MarkedEvent[] {
  return Object.entries(eventTypes).map(([type, schema], index) => {
    const word = (field: string) => `Zq${n}x${index}y${field.replaceAll('_', '')}kJ9`;
    const personalFields = Object.entries(schema.properties)
      .filter(([, property]) => 'x-personal' in property)
      .map(([field, { type: kind }]) => {
        const text = word(field);
        return [field, kind === 'string' ? text : { text }] as const;
      });
    const note = word('note');
    const url = 'url' in schema.properties ? word('url') : undefined;
    return {
      event: {
        specversion: '1.0',
        id: `${n}-${index}`,
        source: 'test',
        type,
        time: '2026-05-05T10:00:00Z',
        subject: customerId,
        data: {
          ...required[type as EventType](n),
          ...('customer_id' in schema.properties ? { customer_id: customerId } : {}),
          ...Object.fromEntries(personalFields),
          ...(url === undefined ? {} : { url: `https://shop.test/${url}?who=${note}` }),
          note,
        },
      },
      personal: personalFields.map(([field]) => word(field)),
      undeclared: [note],
      paths: url === undefined ? [] : [url],
    };
  });
}
