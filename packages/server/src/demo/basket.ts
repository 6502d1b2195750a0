import { drawPoisson, type Random } from '@olympus/stats';
import { chooseWeighted } from './choose.js';
import { promotionsOn, seasonOf } from './demand.js';
import type { DayFacts } from './local-time.js';
import {
  type DemoCategory,
  type DemoProduct,
  type DemoPromotion,
  demoCategories,
  demoProducts,
} from './shop.js';
import type { Stock } from './stock.js';

export interface BasketLine {
  readonly product: DemoProduct;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly unitCost: number;
  /** Of the whole line. */
  readonly discount: number;
}

export interface Basket {
  readonly lines: readonly BasketLine[];
  readonly promotion: DemoPromotion | undefined;
  /** Goods after discounts. */
  readonly value: number;
}

export const cents = (amount: number): number => Math.round(amount * 100) / 100;

const byCategory: ReadonlyMap<string, readonly DemoProduct[]> = new Map(
  demoCategories.map((category) => [
    category.id,
    demoProducts.filter((product) => product.category === category),
  ]),
);

/** What a customer takes home; undefined when nothing they wanted is in stock. */
export function fillBasket(options: {
  readonly random: Random;
  readonly day: DayFacts;
  readonly stock: Stock;
  readonly location: string;
  readonly favourite: number;
  readonly priceOf: (product: DemoProduct) => number;
  readonly costOf: (product: DemoProduct) => number;
}): Basket | undefined {
  const { random, day, stock, location, priceOf, costOf } = options;
  const promotions = promotionsOn(day);
  const promotion = promotions[0];
  const covers = (category: DemoCategory) =>
    promotion !== undefined &&
    (promotion.categories === undefined || promotion.categories.includes(category.id));
  const wanted = 1 + drawPoisson(random, 0.42);
  const lines: BasketLine[] = [];
  for (let n = 0; n < wanted; n += 1) {
    const category = chooseWeighted(random, demoCategories, (candidate) => {
      const liked = demoCategories[options.favourite] === candidate ? 1.8 : 1;
      return candidate.weight * seasonOf(candidate, day) * liked * (covers(candidate) ? 1.4 : 1);
    });
    if (category === undefined) continue;
    const product = chooseWeighted(
      random,
      byCategory.get(category.id) ?? [],
      (candidate) => candidate.popularity,
    );
    if (product === undefined || lines.some((line) => line.product === product)) continue;
    const quantity = random.next() < 0.8 ? 1 : 2 + (product.price < 30 ? random.integer(3) : 0);
    if (stock.available(location, product) < quantity) continue;
    stock.take(location, product, quantity, day.day);
    const unitPrice = priceOf(product);
    const rate = promotion !== undefined && covers(category) ? promotion.rate : 0;
    lines.push({
      product,
      quantity,
      unitPrice,
      unitCost: costOf(product),
      discount: cents(quantity * unitPrice * rate),
    });
  }
  if (lines.length === 0) return undefined;
  const value = lines.reduce(
    (sum, line) => sum + line.quantity * line.unitPrice - line.discount,
    0,
  );
  return {
    lines,
    promotion: lines.some((line) => line.discount > 0) ? promotion : undefined,
    value: cents(value),
  };
}
