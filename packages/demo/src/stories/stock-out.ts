import { isWithin, resolveSpan } from './span.js';
import type { PlantContext, Planted, StorySpan, TruthSpan } from './story.js';
import { locationOf, productOf } from './targets.js';

/** A product cannot be had at one place; what people wanted of it there is lost. */
export interface StockOut extends StorySpan {
  readonly kind: 'stock_out';
  readonly product: string;
  readonly location: string;
}

export interface StockOutTruth extends TruthSpan {
  readonly kind: 'stock_out';
  readonly product: string;
  readonly location: string;
  readonly unitsLost: number;
}

export function plantStockOut(
  story: StockOut,
  { shop, calendar }: PlantContext,
): Planted<StockOutTruth> {
  const { kind } = story;
  const product = productOf(shop, story.product);
  const location = locationOf(shop, story.location).id;
  const span = resolveSpan(calendar, story);
  let unitsLost = 0;
  return {
    influence: {
      startDay: (day, { stock }) => {
        if (isWithin(day, span.fromMs)) stock.empty(location, product, span.fromMs);
        if (isWithin(day, span.toMs)) stock.refill(location, product, span.toMs);
        if (span.toMs <= day.fromMs) stock.reopen(location, product);
      },
      sellable: (asked, quantity, moment) => {
        const out =
          asked === product && moment.location === location && isWithin(span, moment.atMs);
        if (out) unitsLost += quantity;
        return !out;
      },
    },
    truth: () => ({ kind, ...span, product: product.id, location, unitsLost }),
  };
}
