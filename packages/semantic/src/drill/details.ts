import { countDistinct, countRows, sum, sumOfKnown } from '../model/conditions.js';
import type { Measure, Unit } from '../model/declarations.js';
import { countOrders } from '../model/orders.js';

/** What a listed thing is. */
export type ThingKind =
  | 'order'
  | 'customer'
  | 'session'
  | 'visitor'
  | 'payment'
  | 'review'
  | 'spend'
  | 'stock'
  | 'event';

/** Something that is told of a listed thing beside its part of the number. */
export interface Detail {
  readonly name: string;
  readonly type: 'time' | 'text' | 'number';
  readonly unit?: Unit;
  readonly measure: Measure;
}

type Ledger = Measure['ledger'];

const least = (ledger: Ledger, column: string, aggregate: 'min' | 'max' = 'min'): Measure => ({
  kind: 'rows',
  ledger,
  aggregate,
  column,
  conditions: [],
  empty: 'unknown',
});
const time = (ledger: Ledger, name = 'at', aggregate: 'min' | 'max' = 'min'): Detail => ({
  name,
  type: 'time',
  measure: least(ledger, 'occurred_at', aggregate),
});
/** A text that all rows of the thing share, or the least of them. */
const text = (ledger: Ledger, name: string, column = name): Detail => ({
  name,
  type: 'text',
  measure: least(ledger, column),
});
const number = (name: string, unit: Unit, measure: Measure): Detail => ({
  name,
  type: 'number',
  unit,
  measure,
});

const ofOrders: readonly Detail[] = [
  time('sales'),
  text('sales', 'order', 'order_id'),
  text('sales', 'customer', 'customer_key'),
  text('sales', 'channel'),
  number('products', 'count', countDistinct('sales', 'product_id')),
  number('units', 'number', sum('sales', 'quantity')),
  number('net', 'currency', sum('sales', 'net')),
];
const ofCustomers: readonly Detail[] = [
  time('sales', 'first'),
  time('sales', 'last', 'max'),
  number('orders', 'count', countOrders()),
  number('net', 'currency', sum('sales', 'net')),
];
/** What is told of an order and of a customer. */
export const detailsOf = { order: ofOrders, customer: ofCustomers } as const;
const ofVisits: readonly Detail[] = [
  time('sessions'),
  time('sessions', 'last', 'max'),
  text('sessions', 'customer', 'customer_key'),
  text('sessions', 'channel'),
  text('sessions', 'device'),
  text('sessions', 'source', 'utm_source'),
  number('actions', 'count', countRows('sessions')),
];
const ofPayments: readonly Detail[] = [
  time('payments'),
  text('payments', 'payment', 'payment_id'),
  text('payments', 'status'),
  text('payments', 'method'),
  text('payments', 'failure', 'failure_code'),
  text('payments', 'order', 'order_id'),
  text('payments', 'customer', 'customer_key'),
  number('amount', 'currency', sum('payments', 'amount')),
];
const ofReviews: readonly Detail[] = [
  time('feedback'),
  text('feedback', 'review', 'feedback_id'),
  text('feedback', 'product', 'product_id'),
  text('feedback', 'order', 'order_id'),
  text('feedback', 'customer', 'customer_key'),
  number('rating', 'number', sumOfKnown('feedback', 'rating')),
];
const ofSpend: readonly Detail[] = [
  time('spend'),
  text('spend', 'campaign', 'campaign_id'),
  text('spend', 'channel'),
  number('amount', 'currency', sum('spend', 'amount')),
  number('clicks', 'count', sumOfKnown('spend', 'clicks')),
];

/** What is listed behind a measure, the columns that tell the things apart, and what is told of them. */
export interface Listing {
  readonly kind: ThingKind;
  /** Columns of the measure's ledger. */
  readonly key: readonly string[];
  readonly details: readonly Detail[];
}

const events: Partial<Record<Ledger, Pick<Listing, 'kind' | 'details'>>> = {
  payments: { kind: 'payment', details: ofPayments },
  feedback: { kind: 'review', details: ofReviews },
  spend: { kind: 'spend', details: ofSpend },
  sessions: { kind: 'event', details: ofVisits.filter(({ name }) => name !== 'actions') },
};

function distinctListing(ledger: Ledger, column: string): Listing | undefined {
  const key = [column];
  if (ledger === 'sales' && column === 'order_id') return { kind: 'order', key, details: ofOrders };
  if (ledger === 'sales' && column === 'customer_key') {
    return { kind: 'customer', key, details: ofCustomers };
  }
  if (ledger === 'sessions' && column === 'session_id') {
    return { kind: 'session', key, details: ofVisits };
  }
  if (ledger === 'sessions' && column === 'visitor_key') {
    return { kind: 'visitor', key, details: ofVisits };
  }
  return undefined;
}

/** What is listed behind a measure: things whose parts of the number make it up. */
export function listingOf(measure: Measure): Listing {
  const { ledger } = measure;
  if (measure.kind === 'level') return { kind: 'stock', key: measure.per, details: [] };
  if (measure.kind === 'first') {
    return { kind: 'customer', key: [measure.key], details: ofCustomers };
  }
  const { aggregate, column } = measure;
  if (aggregate === 'count_distinct' && column !== undefined) {
    const known = distinctListing(ledger, column);
    return known ?? { kind: 'event', key: [column], details: [time(ledger)] };
  }
  if (ledger === 'sales') return { kind: 'order', key: ['document_id'], details: ofOrders };
  const { kind, details } = events[ledger] ?? { kind: 'event', details: [time(ledger)] };
  return { kind, key: ['event_id'], details };
}
