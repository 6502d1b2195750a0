import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { expectedSpend, type GammaGammaModel } from './gamma-gamma.js';
import type { PurchaseHistory } from './history.js';
import { expectedPurchases, type PurchaseModel } from './predictions.js';

/** A customer with the value of the repeat purchases. */
export interface CustomerHistory extends PurchaseHistory {
  /** Mean value of the repeat purchases; ignored without any. */
  readonly meanValue: number;
}

/** Options of lifetime value. */
export interface LifetimeValueOptions {
  /** How far ahead, in the histories' unit of time. */
  readonly horizon: number;
  /** Discount rate per unit of time (0.0019 a week ≈ 10 % a year); default 0. */
  readonly discountRate?: number;
  /** Share of the value that is profit; default 1. */
  readonly margin?: number;
}

/** The reason options make no sense, or undefined when they do. */
export const optionsError = (options: LifetimeValueOptions): Undefined | undefined => {
  const { horizon, discountRate = 0, margin = 1 } = options;
  return horizon >= 0 &&
    horizon < 1e6 &&
    discountRate >= 0 &&
    Number.isFinite(discountRate + margin)
    ? undefined
    : undefinedBecause('the horizon and the discount rate are finite and not negative');
};

/**
 * Expected discounted value of a customer's purchases within the horizon: expected purchases of
 * 24 equal steps, discounted at the middle of each, times the expected spend.
 */
export const lifetimeValue = (
  model: PurchaseModel,
  spend: GammaGammaModel,
  customer: CustomerHistory,
  options: LifetimeValueOptions,
): number | Undefined => {
  const bad = optionsError(options);
  if (bad) return bad;
  const { horizon, discountRate = 0, margin = 1 } = options;
  const value = expectedSpend(spend, customer);
  if (isUndefined(value)) return value;
  const steps = discountRate > 0 ? 24 : 1;
  let before = 0;
  let discounted = 0;
  for (let k = 1; k <= steps; k++) {
    const until = expectedPurchases(model, customer, (horizon * k) / steps);
    if (isUndefined(until)) return until;
    const middle = (horizon * (k - 0.5)) / steps;
    discounted += (until - before) * Math.exp(-middle * Math.log1p(discountRate));
    before = until;
  }
  return margin * value * discounted;
};
