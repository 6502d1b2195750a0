import type { PurchaseDay } from '@olympus/semantic';

/** A text in the languages of the product. */
export interface Told {
  readonly en: string;
  readonly de: string;
}

/** What features are read from: a customer's days before a cut-off, with what most of them ask. */
export interface History {
  /** The cut-off: whole local days since 1970; nothing on it or after it counts. */
  readonly cutOff: number;
  /** Before the cut-off, oldest first. */
  readonly days: readonly PurchaseDay[];
  /** Of those, the days with an order; at least one. */
  readonly bought: readonly PurchaseDay[];
  /** Days between consecutive days with an order. */
  readonly gaps: readonly number[];
  readonly orders: number;
  /** Sold, after discounts, less what was taken back. */
  readonly spend: number;
}

/** What several features say together, in the words that people are given. */
export type FeatureGroup =
  | 'rhythm'
  | 'activity'
  | 'spend'
  | 'basket'
  | 'returns'
  | 'discounts'
  | 'visits'
  | 'age';

/** One number about a customer, as known at a cut-off. */
export interface Feature {
  readonly name: string;
  readonly label: Told;
  readonly meaning: Told;
  readonly unit: 'days' | 'count' | 'currency' | 'ratio';
  readonly group: FeatureGroup;
  /** 1: the risk never falls as it rises; −1: never rises; 0: either way. */
  readonly monotone: -1 | 0 | 1;
  /** NaN where it is not known. */
  readonly value: (history: History) => number;
}
