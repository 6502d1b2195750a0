import type { Column, Ledger } from './ledger.js';

const column = (name: string, type: Column['type'], description: string): Column => ({
  name,
  type,
  description,
});
const optional = (name: string, type: Column['type'], description: string): Column => ({
  ...column(name, type, description),
  optional: true,
});

/** Columns that open every ledger of facts. */
const origin: readonly Column[] = [
  column('tenant_id', 'string', 'The business this row belongs to'),
  column('commit_id', 'integer', 'Number of the commit that stored the row; grows'),
  column('event_id', 'string', 'The event that caused the row'),
  column('occurred_at', 'timestamp', 'When it happened'),
  column('received_at', 'timestamp', 'When it arrived'),
];

const facts = (
  name: Extract<Ledger, { kind: 'facts' }>['name'],
  description: string,
  columns: readonly Column[],
): Ledger => ({
  kind: 'facts',
  name,
  description,
  timeColumn: 'occurred_at',
  columns: [...origin, ...columns],
});

export const factLedgers: readonly Ledger[] = [
  facts('events', 'Everything that happened, as it was accepted', [
    column('id_hash', 'integer', '53-bit hash of tenant and event id, to find repeats'),
    column('type', 'string', 'Event type, such as order.created'),
    column('source', 'string', 'Who sent it'),
    optional('subject', 'string', 'Pseudonymous customer key'),
    optional('session_id', 'string', 'Visit it belongs to'),
    column('schema_version', 'integer', 'Version of the schema it was checked against'),
    column('data', 'json', 'Its data, personal fields sealed'),
  ]),
  facts('dead_letters', 'Events that could not be stored, and what became of them', [
    column('dead_letter_id', 'string', 'Identifier shared by all rows about one letter'),
    column('status', 'string', 'open, replayed or discarded; the latest row counts'),
    optional('type', 'string', 'Event type when it could be read'),
    column('source', 'string', 'Door it came through'),
    column('code', 'string', 'Stable code of the reason'),
    column('step', 'string', 'Step of the pipeline that refused it'),
    column('reason', 'string', 'Reason for people'),
    optional('path', 'string', 'JSON pointer to the offending place'),
    column('raw', 'string', 'The bytes as received, sealed under the tenant’s key'),
  ]),
  facts('retractions', 'Events that were taken back, such as those of an import that was undone', [
    column('id_hash', 'integer', '53-bit hash of tenant and event id'),
    column(
      'scope',
      'string',
      'event: all its rows; booking: its sales rows, which are booked anew',
    ),
    column('source', 'string', 'Who had sent it'),
  ]),
  facts('sales', 'Order lines as they were booked: sale, refund, cancellation', [
    column('document_id', 'string', 'order:<id> or refund:<id>; corrections share it'),
    column('document_hash', 'integer', '53-bit hash of tenant and document id'),
    column('entry', 'string', 'sale, refund, cancellation, or revision (no amounts)'),
    optional('order_id', 'string', 'The order'),
    column('line_id', 'string', 'The line within the document'),
    optional('customer_key', 'string', 'Pseudonymous customer'),
    optional('country', 'string', 'Country of the customer as the order says'),
    optional('product_id', 'string', 'Product; absent on amounts of the whole order'),
    optional('location_id', 'string', 'Shop, branch or warehouse'),
    optional('channel', 'string', 'web, app, store, …'),
    optional('promotion_id', 'string', 'Promotion that applied'),
    column('currency', 'string', 'Currency the order was placed in, ISO 4217'),
    column('quantity', 'decimal', 'Units, negative when taken back'),
    column('gross', 'decimal', 'Quantity × unit price, in the tenant’s currency'),
    column('discount', 'decimal', 'Taken off the gross amount'),
    column('tax', 'decimal', 'Tax on the line'),
    column('shipping', 'decimal', 'Shipping charged'),
    optional('cost', 'decimal', 'Cost of the goods; absent when unknown'),
    column('net', 'decimal', 'gross − discount'),
    column(
      'orders',
      'integer',
      '1 on one line of each order placed or taken back, so that sums count orders',
    ),
  ]),
  facts('payments', 'Payments tried, processed or failed', [
    column('payment_id', 'string', 'The payment'),
    column('status', 'string', 'processed or failed'),
    optional('order_id', 'string', 'Order it pays'),
    optional('customer_key', 'string', 'Pseudonymous customer'),
    column('currency', 'string', 'Currency of the payment, ISO 4217'),
    column('amount', 'decimal', 'Amount in the tenant’s currency'),
    column('fee', 'decimal', 'Fee in the tenant’s currency'),
    optional('method', 'string', 'card, cash, …'),
    optional('provider', 'string', 'Payment provider'),
    optional('failure_code', 'string', 'Why it failed'),
  ]),
  facts('stock', 'Levels of stock as they were counted', [
    column('product_id', 'string', 'Product'),
    optional('location_id', 'string', 'Where it lies'),
    column('on_hand', 'decimal', 'Units on hand'),
    optional('reorder_point', 'decimal', 'Level at which to order again'),
    optional('unit_cost', 'decimal', 'Cost of one unit in the tenant’s currency'),
  ]),
  facts('sessions', 'What visitors did, one row an action', [
    column('session_id', 'string', 'Visit; made from the visitor when none was sent'),
    column('action', 'string', 'Event type, such as page.viewed'),
    optional('visitor_key', 'string', 'Pseudonymous customer or anonymous visitor'),
    optional('customer_key', 'string', 'Pseudonymous customer when known'),
    optional('product_id', 'string', 'Product seen or added'),
    optional('channel', 'string', 'web, app, …'),
    optional('device', 'string', 'desktop, mobile, …'),
    optional('path', 'string', 'Path of the page, without its query'),
    optional('referrer', 'string', 'Host that the visit came from'),
    optional('utm_source', 'string', 'Campaign source'),
    optional('utm_medium', 'string', 'Campaign medium'),
    optional('utm_campaign', 'string', 'Campaign name'),
  ]),
  facts('feedback', 'Ratings and reviews', [
    column('feedback_id', 'string', 'The review'),
    optional('customer_key', 'string', 'Pseudonymous customer'),
    optional('order_id', 'string', 'Order it is about'),
    optional('product_id', 'string', 'Product it is about'),
    optional('channel', 'string', 'Where it was given'),
    optional('language', 'string', 'Language of the text'),
    optional('rating', 'float', 'Rating as given'),
    optional('sealed', 'string', 'The text, sealed under the person’s key'),
  ]),
  facts('exposures', 'Who saw which variant of an experiment', [
    column('experiment_id', 'string', 'The experiment'),
    column('variant', 'string', 'The variant shown'),
    column('visitor_key', 'string', 'Pseudonymous customer or anonymous visitor'),
  ]),
  facts('spend', 'Advertising spend by day', [
    column('campaign_id', 'string', 'The campaign'),
    column('channel', 'string', 'Advertising channel'),
    column('currency', 'string', 'Currency of the spend, ISO 4217'),
    column('amount', 'decimal', 'Amount in the tenant’s currency'),
    optional('impressions', 'integer', 'Times shown'),
    optional('clicks', 'integer', 'Times clicked'),
  ]),
  facts('messages', 'Support conversations, one row an entry', [
    column('conversation_id', 'string', 'The conversation'),
    optional('message_id', 'string', 'The message'),
    column('entry', 'string', 'started, message or closed'),
    column('author_role', 'string', 'customer, agent, bot, …'),
    optional('customer_key', 'string', 'Pseudonymous customer'),
    optional('model', 'string', 'Language model that wrote it'),
    optional('language', 'string', 'Language of the text'),
    optional('rating', 'float', 'Rating as given'),
    optional('sealed', 'string', 'The text, sealed under the person’s key'),
  ]),
];

const dimension = (
  name: Extract<Ledger, { kind: 'dimension' }>['name'],
  keyColumn: string,
  description: string,
  columns: readonly Column[],
): Ledger => ({
  kind: 'dimension',
  name,
  description,
  keyColumn,
  columns: [
    column('tenant_id', 'string', 'The business this row belongs to'),
    column(keyColumn, 'string', 'Key'),
    column('version_at', 'timestamp', 'Time of the newest event that the row reflects'),
    ...columns,
  ],
});

export const dimensionLedgers: readonly Ledger[] = [
  dimension('customers', 'customer_key', 'What is known of customers, without their names', [
    optional('country', 'string', 'Country'),
    optional('city', 'string', 'City'),
    optional('birth_year', 'integer', 'Year of birth'),
    optional('segment', 'string', 'Segment the business put them in'),
    optional('consent', 'json', 'Consents given'),
    optional('attributes', 'json', 'Other attributes'),
    optional('sealed', 'string', 'Id, name, address and phone, sealed under the person’s key'),
  ]),
  dimension('products', 'product_id', 'Products', [
    optional('name', 'string', 'Name'),
    optional('category', 'string', 'Category'),
    optional('brand', 'string', 'Brand'),
    optional('price', 'decimal', 'List price'),
    optional('unit_cost', 'decimal', 'Cost of one unit'),
    optional('attributes', 'json', 'Other attributes'),
  ]),
  dimension('locations', 'location_id', 'Shops, branches, warehouses', [
    optional('name', 'string', 'Name'),
    optional('country', 'string', 'Country'),
    optional('city', 'string', 'City'),
    optional('timezone', 'string', 'Time zone'),
  ]),
];

export const ledgers: readonly Ledger[] = [...factLedgers, ...dimensionLedgers];
