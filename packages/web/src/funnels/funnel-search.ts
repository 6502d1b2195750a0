import { oneOf, text, texts } from '../address/page-search.js';

export const ORDERS = ['ordered', 'strict', 'any'] as const;
export const PERS = ['person', 'session'] as const;
export const TABS = ['funnel', 'factors'] as const;

/** What the page keeps in the address: the funnel as it was built, and which view of it is open. */
export const funnelSearch = {
  /** Steps, as `printStep` writes them; none: those that the shop’s acts suggest. */
  s: texts(),
  /** Exclusions, as `printExclusion` writes them. */
  x: texts(),
  o: oneOf(ORDERS, 'ordered'),
  /** `7day` */
  w: text(),
  per: oneOf(PERS, 'person'),
  /** A dimension, or `3:` and a dimension of the third step’s acts. */
  b: text(),
  touch: oneOf(['first', 'last'], 'first'),
  tab: oneOf(TABS, 'funnel'),
};
