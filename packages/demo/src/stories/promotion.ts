import type { Product } from '../shops/shop.js';
import { drawCopies, isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';
import { productOf, requireCategory } from './targets.js';

/** A discount with a known lift; covers the products and categories named, or everything. */
export interface Promotion extends StorySpan {
  readonly kind: 'promotion';
  readonly id: string;
  /** Taken off the price, 0 … 1. */
  readonly rate: number;
  /** Baskets with a covered product over those without the promotion: 1.4 is 40 % more. */
  readonly lift: number;
  readonly products?: readonly string[];
  readonly categories?: readonly string[];
}

export interface PromotionTruth extends TruthSpan {
  readonly kind: 'promotion';
  readonly id: string;
  readonly rate: number;
  readonly lift: number;
  /** Products covered. */
  readonly products: readonly string[];
  readonly unitsSold: number;
}

export function plantPromotion(
  story: Promotion,
  { shop, calendar, random }: PlantContext,
): Planted<PromotionTruth> {
  const { kind, id, rate, lift, products = [], categories = [] } = story;
  const named = new Set(products.map((product) => productOf(shop, product)));
  for (const category of categories) requireCategory(shop, category);
  const everything = products.length + categories.length === 0;
  const covered = new Set(
    shop.products.filter(
      (product) => everything || named.has(product) || categories.includes(product.category.id),
    ),
  );
  const span = resolveSpan(calendar, story);
  const applies = (product: Product, atMs: number) => covered.has(product) && isWithin(span, atMs);
  let unitsSold = 0;
  return {
    influence: {
      discount: (product, atMs) => (applies(product, atMs) ? { id, rate } : undefined),
      wants: (product, _, { atMs }) => (applies(product, atMs) ? drawCopies(random, lift) : 1),
      sold: (product, quantity, _, { atMs }) => {
        if (applies(product, atMs)) unitsSold += quantity;
      },
    },
    truth: () => ({
      kind,
      ...span,
      id,
      rate,
      lift,
      products: Array.from(covered, (product) => product.id),
      unitsSold,
    }),
  };
}
