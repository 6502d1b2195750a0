import type { Product } from '../shops/shop.js';
import { cents } from './basket.js';
import type { Influence } from './influence.js';

/** Days between two rounds of new prices; costs follow with a shift of 60 days. */
export const repriceEveryDays = 170;
export const costShiftDays = 60;

export interface Pricing {
  priceOf(product: Product, atMs: number): number;
  costOf(product: Product): number;
}

/** About half of the assortment gets dearer with each round, never all of it at once. */
export function createPricing(age: () => number, influence: Required<Influence>): Pricing {
  const steps = (product: Product, shift: number) =>
    Math.floor((age() + shift) / repriceEveryDays) * (product.name.length % 2 === 0 ? 1 : 0.3);
  return {
    priceOf: (product, atMs) => {
      const list = cents(Math.round(product.price * (1 + 0.035 * steps(product, 0)) * 10) / 10);
      const factor = influence.priceFactor(product, atMs);
      return factor === 1 ? list : cents(list * factor);
    },
    costOf: (product) =>
      cents(product.price * product.costRatio * (1 + 0.025 * steps(product, costShiftDays))),
  };
}
