import Type from 'typebox';
import type { FactLedgerName } from '../ledgers/ledgers.js';
import type { Condition } from '../model/declarations.js';
import { filterSchema, type QueryFilters, queryLimits } from '../query/metric-query.js';

/** Something that people do, as a question names it: an act's name and conditions on its rows. */
export const actSchema = Type.Object(
  {
    act: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'order.placed, order.first, order.second, order.repeated or an event type',
    }),
    filters: Type.Optional(Type.Array(filterSchema, { maxItems: queryLimits.filters })),
  },
  { additionalProperties: false, title: 'Act' },
);

export interface Act {
  readonly act: string;
  readonly filters?: QueryFilters | undefined;
}

/** A ledger that says who did something in a column of its own. */
export type ActLedger = Exclude<
  FactLedgerName,
  'events' | 'dead_letters' | 'retractions' | 'stock' | 'spend'
>;

/** Where an act is found. */
export type ActSource =
  /** Orders, refunds and cancellations: one act a document, however many lines it has. */
  | {
      readonly kind: 'document';
      readonly entry: 'sale' | 'refund' | 'cancellation';
      /** Only the customer's first or second order, or every one after the first. */
      readonly place?: 'first' | 'second' | 'repeated';
    }
  /** Rows of a ledger, one an act. */
  | {
      readonly kind: 'rows';
      readonly ledger: Exclude<ActLedger, 'sales'>;
      readonly conditions: readonly Condition[];
    }
  /** Events that add to no ledger of their own. */
  | { readonly kind: 'event'; readonly type: string };

const rows = (ledger: Exclude<ActLedger, 'sales'>, column: string, value: string): ActSource => ({
  kind: 'rows',
  ledger,
  conditions: [{ column, operator: 'equals', values: [value] }],
});

const visits = [
  'user.logged_in',
  'page.viewed',
  'product.viewed',
  'product.added',
  'cart.updated',
  'checkout.started',
] as const;

const declared: Readonly<Record<string, ActSource>> = {
  'order.placed': { kind: 'document', entry: 'sale' },
  'order.first': { kind: 'document', entry: 'sale', place: 'first' },
  'order.second': { kind: 'document', entry: 'sale', place: 'second' },
  'order.repeated': { kind: 'document', entry: 'sale', place: 'repeated' },
  'order.refunded': { kind: 'document', entry: 'refund' },
  'order.cancelled': { kind: 'document', entry: 'cancellation' },
  ...Object.fromEntries(visits.map((type) => [type, rows('sessions', 'action', type)])),
  'payment.processed': rows('payments', 'status', 'processed'),
  'payment.failed': rows('payments', 'status', 'failed'),
  'feedback.submitted': { kind: 'rows', ledger: 'feedback', conditions: [] },
  'experiment.exposed': { kind: 'rows', ledger: 'exposures', conditions: [] },
  'conversation.started': rows('messages', 'entry', 'started'),
  'message.sent': rows('messages', 'entry', 'message'),
  'conversation.closed': rows('messages', 'entry', 'closed'),
};

/** Acts that every business has, in the order to offer them. */
export const actNames: readonly string[] = Object.keys(declared);

/** Event types that are told by facts: an order is placed once, however many events tell of it. */
export const actOfEvent: Readonly<Record<string, string>> = {
  'order.created': 'order.placed',
  'order.updated': 'order.placed',
  'order.completed': 'order.placed',
};

/** Where the act of that name is found; any other name is an event type. */
export function actSource(name: string): ActSource {
  const known = Object.hasOwn(actOfEvent, name) ? actOfEvent[name] : name;
  const source =
    known !== undefined && Object.hasOwn(declared, known) ? declared[known] : undefined;
  return source ?? { kind: 'event', type: name };
}
