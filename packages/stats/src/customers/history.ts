import { type Undefined, undefinedBecause } from '../undefined.js';

/**
 * A customer's purchases up to now, in any one unit of time (weeks, days).
 */
export interface PurchaseHistory {
  /** Repeat purchases x: days with a purchase after the first. */
  readonly frequency: number;
  /** Time from the first to the last purchase tₓ; 0 without a repeat. */
  readonly recency: number;
  /** Time from the first purchase until now, T ≥ tₓ. */
  readonly age: number;
}

/** The reason a history cannot be, or undefined when it can. */
export const historyError = (h: PurchaseHistory): Undefined | undefined => {
  const whole = Number.isFinite(h.age) && h.age >= 0 && h.age < 1e9;
  const counts = Number.isInteger(h.frequency) && h.frequency >= 0 && h.frequency < 1e7;
  const order = h.recency >= 0 && h.recency <= h.age * (1 + 1e-12);
  return whole && counts && order
    ? undefined
    : undefinedBecause('a history needs whole repeat purchases and 0 ≤ recency ≤ age');
};

/** Histories with the number of customers that share each: likelihoods are summed once a group. */
export const groupHistories = (
  histories: readonly PurchaseHistory[],
): readonly { readonly history: PurchaseHistory; readonly count: number }[] => {
  const groups = new Map<string, { history: PurchaseHistory; count: number }>();
  for (const history of histories) {
    const key = `${history.frequency} ${history.recency} ${history.age}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { history, count: 1 });
  }
  return [...groups.values()];
};
