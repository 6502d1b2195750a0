import type { PurchaseDay } from '@olympus/semantic';
import type { History } from './feature.js';

/** A customer's history before a cut-off; undefined for one who had not ordered by then. */
export function historyAt(days: readonly PurchaseDay[], cutOff: number): History | undefined {
  const before = days.filter(({ day }) => day < cutOff);
  const bought = before.filter(({ orders }) => orders > 0);
  if (bought.length === 0) return undefined;
  return {
    cutOff,
    days: before,
    bought,
    gaps: bought.slice(1).map(({ day }, index) => day - (bought[index]?.day ?? day)),
    orders: bought.reduce((sum, { orders }) => sum + orders, 0),
    spend: before.reduce((sum, { net, takenBack }) => sum + net - takenBack, 0),
  };
}

/** What became of a customer within so many days from a cut-off. */
export interface Outcome {
  readonly orders: number;
  /** Days with an order. */
  readonly boughtDays: number;
  /** Sold, after discounts. */
  readonly value: number;
}

export function outcomeOf(days: readonly PurchaseDay[], cutOff: number, horizon: number): Outcome {
  const within = days.filter(({ day }) => day >= cutOff && day < cutOff + horizon);
  return {
    orders: within.reduce((sum, { orders }) => sum + orders, 0),
    boughtDays: within.filter(({ orders }) => orders > 0).length,
    value: within.reduce((sum, { net }) => sum + net, 0),
  };
}
