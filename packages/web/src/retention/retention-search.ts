import { oneOf, text, whole } from '../address/page-search.js';

export const TABS = ['retention', 'lifecycle', 'stickiness', 'repeats', 'baskets'] as const;
export const LENGTHS = ['auto', 'day', 'week', 'month'] as const;
export const SHOWN = ['share', 'customers', 'lost', 'revenue', 'value'] as const;
/** What people do, by name; others are kept where the address names them. */
export const ACTS = [
  'order.first',
  'order.placed',
  'order.second',
  'order.repeated',
  'order.refunded',
  'order.cancelled',
  'page.viewed',
  'product.viewed',
  'product.added',
  'checkout.started',
  'user.logged_in',
  'payment.processed',
  'payment.failed',
  'feedback.submitted',
  'conversation.started',
] as const;

/** What the page keeps in the address. */
export const retentionSearch = {
  tab: oneOf(TABS, 'retention'),
  per: oneOf(LENGTHS, 'auto'),
  show: oneOf(SHOWN, 'share'),
  bracket: oneOf(['on', 'on_or_after'], 'on'),
  cohorts: oneOf(['first', 'recurring'], 'first'),
  start: text({ everyTenant: true }),
  back: text({ everyTenant: true }),
  by: text({ everyTenant: true }),
  group: whole(0),
  act: text({ everyTenant: true }),
  basket: oneOf(['order', 'customer'], 'order'),
  item: oneOf(['product', 'category', 'brand'], 'product'),
  sort: oneOf(['lift', 'together'], 'lift'),
  focus: text(),
};
