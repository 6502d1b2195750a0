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
const groupHistories = (
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

/** What a purchase model is fitted to. */
export interface FittingData {
  readonly kind: 'fitting-data';
  /** Mean age; the histories are divided by it, so that typical ages are near 1. */
  readonly scale: number;
  readonly groups: ReturnType<typeof groupHistories>;
}

/** Checks histories and brings them to a common scale; two customers must have repeats. */
export const fittingData = (histories: readonly PurchaseHistory[]): FittingData | Undefined => {
  for (const history of histories) {
    const bad = historyError(history);
    if (bad) return bad;
  }
  const repeats = histories.filter((h) => h.frequency > 0).length;
  if (repeats < 2) return undefinedBecause('the model needs two customers with repeat purchases');
  const scale = histories.reduce((sum, h) => sum + h.age, 0) / histories.length;
  const groups = groupHistories(
    histories.map((h) => ({ ...h, recency: h.recency / scale, age: h.age / scale })),
  );
  return { kind: 'fitting-data', scale, groups };
};
