import { isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';
import { productOf } from './targets.js';

/** Somebody mistypes a price, and nobody notices before the end. Demand stays what it was. */
export interface PriceTypo extends StorySpan {
  readonly kind: 'price_typo';
  readonly product: string;
  /** Typed price over the right one: 0.1 is a slipped decimal point. */
  readonly factor: number;
}

export interface PriceTypoTruth extends TruthSpan {
  readonly kind: 'price_typo';
  readonly product: string;
  readonly factor: number;
  readonly unitsSold: number;
  /** What was charged less than the right price would have been, before discounts; negative for too much. */
  readonly amountLost: number;
}

export function plantPriceTypo(
  story: PriceTypo,
  { shop, calendar }: PlantContext,
): Planted<PriceTypoTruth> {
  const { kind, factor } = story;
  const product = productOf(shop, story.product);
  const span = resolveSpan(calendar, story);
  const counted = { unitsSold: 0, amountLost: 0 };
  return {
    influence: {
      startDay: (day, floor) => {
        for (const changeMs of [span.fromMs, span.toMs]) {
          if (isWithin(day, changeMs)) floor.describe(product, changeMs);
        }
      },
      priceFactor: (asked, atMs) => (asked === product && isWithin(span, atMs) ? factor : 1),
      sold: (asked, quantity, unitPrice, { atMs }) => {
        if (asked !== product || !isWithin(span, atMs)) return;
        counted.unitsSold += quantity;
        counted.amountLost += quantity * (unitPrice / factor - unitPrice);
      },
    },
    truth: () => ({ kind, ...span, product: product.id, factor, ...counted }),
  };
}
