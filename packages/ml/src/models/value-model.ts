import {
  expectedPurchases,
  expectedSpend,
  type GammaGammaModel,
  isUndefined,
  type PurchaseModel,
} from '@olympus/stats';
import type { History } from '../features/feature.js';

/** How outcomes lay around what was foretold, among customers of whom as much was foretold. */
export interface IntervalBin {
  /** For foretold values up to this. */
  readonly upTo: number;
  /** Four of five outcomes lie between so many times the foretold value and … */
  readonly lower: number;
  readonly upper: number;
}

/** Everything that foretelling orders and value needs: plain values, kept as JSON. */
export interface ValueModel {
  readonly kind: 'value';
  readonly horizon: number;
  readonly purchases: PurchaseModel;
  readonly spend: GammaGammaModel;
  /** Measured on outcomes that the model was not fitted to. */
  readonly intervals: readonly IntervalBin[];
  /** Simulated: no year of outcomes is known. */
  readonly yearIntervals: readonly IntervalBin[];
}

/** A purchase history as the models of buying till leaving ask for it, in weeks. */
export interface Purchases {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly meanValue: number;
}

/** Days with an order count once; a day without value counts for buying but not for spending. */
export function purchasesOf({ bought, cutOff }: History): Purchases {
  const first = bought[0]?.day ?? cutOff;
  const later = bought.slice(1);
  const paid = later.filter(({ net }) => net > 0);
  return {
    frequency: later.length,
    recency: ((later.at(-1)?.day ?? first) - first) / 7,
    age: (cutOff - first) / 7,
    meanValue: paid.length === 0 ? 0 : paid.reduce((sum, { net }) => sum + net, 0) / paid.length,
  };
}

export const spendHistoryOf = ({ frequency, meanValue }: Purchases) =>
  meanValue > 0 ? { frequency, meanValue } : { frequency: 0, meanValue: 0 };

/** Orders and value that are expected, with the ends between which four of five outcomes lie. */
export interface Foretold {
  readonly orders: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export function expectedOf(
  { purchases, spend }: Pick<ValueModel, 'purchases' | 'spend'>,
  history: Purchases,
  days: number,
): { readonly orders: number; readonly value: number } {
  const orders = expectedPurchases(purchases, history, days / 7);
  const each = expectedSpend(spend, spendHistoryOf(history));
  if (isUndefined(orders)) return { orders: 0, value: 0 };
  return { orders, value: isUndefined(each) ? 0 : orders * each };
}

function within(value: number, bins: readonly IntervalBin[]) {
  const bin = bins.find(({ upTo }) => value <= upTo) ?? bins.at(-1);
  return { lower: value * (bin?.lower ?? 0), upper: value * (bin?.upper ?? 0) };
}

/** What a customer is expected to do within the model's horizon. */
export function foretellValue(model: ValueModel, history: Purchases): Foretold {
  const expected = expectedOf(model, history, model.horizon);
  return { ...expected, ...within(expected.value, model.intervals) };
}

/** The same for a year. */
export function foretellYear(model: ValueModel, history: Purchases): Foretold {
  const expected = expectedOf(model, history, 365);
  return { ...expected, ...within(expected.value, model.yearIntervals) };
}
