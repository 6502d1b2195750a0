import { drawPoisson, type Random } from '@olympus/stats';
import type { Category, Product, Shop } from '../shops/shop.js';
import type { DayFacts } from './calendar.js';
import { chooseWeighted } from './choose.js';
import { promotionsOn, seasonOf } from './demand.js';
import type { Influence, Moment } from './influence.js';
import type { Stock } from './stock.js';

export interface BasketLine {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly unitCost: number;
  /** Of the whole line. */
  readonly discount: number;
}

export interface Basket {
  readonly lines: readonly BasketLine[];
  readonly promotion: string | undefined;
  /** Goods after discounts. */
  readonly value: number;
}

/** A product and how many of it. */
export interface Want {
  readonly product: Product;
  readonly quantity: number;
}

export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** What the shelves and the price tags of a day say. */
export interface Shelves {
  readonly shop: Shop;
  readonly random: Random;
  readonly stock: Stock;
  readonly influence: Required<Influence>;
  readonly byCategory: ReadonlyMap<Category, readonly Product[]>;
  priceOf(product: Product, atMs: number): number;
  costOf(product: Product): number;
}

export interface Visit {
  readonly day: DayFacts;
  readonly hour: number;
  readonly moment: Moment;
  /** Position of the category that the customer likes best, −1 for none. */
  readonly favourite: number;
}

/**
 * What a customer takes home.
 * @returns undefined when nothing they wanted can be had; `more` are baskets that a story adds
 */
export function fillBasket(
  shelves: Shelves,
  visit: Visit,
): { readonly basket: Basket | undefined; readonly more: readonly Want[] } {
  const { shop, random, influence } = shelves;
  const { moment } = visit;
  const wanted = 1 + drawPoisson(random, shop.basket.furtherLines);
  const lines: BasketLine[] = [];
  const more: Want[] = [];
  for (let n = 0; n < wanted; n += 1) {
    const product = chooseProduct(shelves, visit);
    if (product === undefined || lines.some((line) => line.product === product)) continue;
    const quantity =
      random.next() < shop.basket.singleShare
        ? 1
        : 2 + (product.price < shop.basket.cheapBelow ? random.integer(3) : 0);
    const copies = influence.wants(product, quantity, moment);
    for (let copy = 1; copy < copies; copy += 1) more.push({ product, quantity });
    if (copies === 0) continue;
    const line = takeFromShelf(shelves, visit, { product, quantity });
    if (line !== undefined) lines.push(line);
  }
  return { basket: packBasket(shelves, visit, lines), more };
}

/** A basket with one product that somebody came for. */
export function fetchBasket(shelves: Shelves, visit: Visit, want: Want): Basket | undefined {
  const line = takeFromShelf(shelves, visit, want);
  return packBasket(shelves, visit, line === undefined ? [] : [line]);
}

function chooseProduct(shelves: Shelves, { day, hour, favourite }: Visit): Product | undefined {
  const { shop, random } = shelves;
  const promotion = promotionsOn(shop, day)[0];
  const covers = (category: Category) =>
    promotion !== undefined &&
    (promotion.categories === undefined || promotion.categories.includes(category.id));
  const category = chooseWeighted(random, shop.categories, (candidate) => {
    const liked = shop.categories[favourite] === candidate ? 1.8 : 1;
    const timely = candidate.hours?.[hour] ?? 1;
    const pull = covers(candidate) ? 1.4 : 1;
    return candidate.weight * seasonOf(candidate, day) * liked * pull * timely;
  });
  if (category === undefined) return undefined;
  return chooseWeighted(
    random,
    shelves.byCategory.get(category) ?? [],
    (candidate) => candidate.popularity,
  );
}

function takeFromShelf(
  shelves: Shelves,
  { day, moment }: Visit,
  { product, quantity }: Want,
): BasketLine | undefined {
  const { stock, influence } = shelves;
  if (!influence.sellable(product, quantity, moment)) return undefined;
  if (stock.available(moment.location, product) < quantity) return undefined;
  stock.take(moment.location, product, quantity, day.day);
  const unitPrice = shelves.priceOf(product, moment.atMs);
  influence.sold(product, quantity, unitPrice, moment);
  const rate = discountOn(shelves, day, product, moment.atMs)?.rate ?? 0;
  return {
    product,
    quantity,
    unitPrice,
    unitCost: shelves.costOf(product),
    discount: cents(quantity * unitPrice * rate),
  };
}

function discountOn(
  { shop, influence }: Shelves,
  day: DayFacts,
  product: Product,
  atMs: number,
): { readonly id: string; readonly rate: number } | undefined {
  const told = influence.discount(product, atMs);
  if (told !== undefined) return told;
  const promotion = promotionsOn(shop, day)[0];
  const covered =
    promotion?.categories === undefined || promotion.categories.includes(product.category.id);
  return covered ? promotion : undefined;
}

function packBasket(
  shelves: Shelves,
  { day, moment }: Visit,
  lines: readonly BasketLine[],
): Basket | undefined {
  if (lines.length === 0) return undefined;
  const reduced = lines.find((line) => line.discount > 0);
  const value = lines.reduce(
    (sum, line) => sum + line.quantity * line.unitPrice - line.discount,
    0,
  );
  return {
    lines,
    promotion:
      reduced === undefined
        ? undefined
        : discountOn(shelves, day, reduced.product, moment.atMs)?.id,
    value: cents(value),
  };
}
