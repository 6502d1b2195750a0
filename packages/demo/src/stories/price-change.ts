import { drawCopies, isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';
import { productOf } from './targets.js';

/** One product costs more or less, and people answer with a constant elasticity. */
export interface PriceChange extends StorySpan {
  readonly kind: 'price_change';
  readonly product: string;
  /** New price over old. */
  readonly factor: number;
  /** d ln(quantity) / d ln(price), usually negative. */
  readonly elasticity: number;
}

export interface PriceChangeTruth extends TruthSpan {
  readonly kind: 'price_change';
  readonly product: string;
  readonly factor: number;
  readonly elasticity: number;
  /** What the elasticity makes of demand: factor ^ elasticity. */
  readonly demandFactor: number;
  readonly unitsSold: number;
}

export function plantPriceChange(
  story: PriceChange,
  { shop, calendar, random }: PlantContext,
): Planted<PriceChangeTruth> {
  const { kind, factor, elasticity } = story;
  const product = productOf(shop, story.product);
  const span = resolveSpan(calendar, story);
  const demandFactor = factor ** elasticity;
  let unitsSold = 0;
  return {
    influence: {
      startDay: (day, floor) => {
        for (const changeMs of [span.fromMs, span.toMs]) {
          if (isWithin(day, changeMs)) floor.describe(product, changeMs);
        }
      },
      priceFactor: (asked, atMs) => (asked === product && isWithin(span, atMs) ? factor : 1),
      wants: (asked, _, { atMs }) =>
        asked === product && isWithin(span, atMs) ? drawCopies(random, demandFactor) : 1,
      sold: (asked, quantity, _, { atMs }) => {
        if (asked === product && isWithin(span, atMs)) unitsSold += quantity;
      },
    },
    truth: () => ({
      kind,
      ...span,
      product: product.id,
      factor,
      elasticity,
      demandFactor,
      unitsSold,
    }),
  };
}
