import {
  type BasketItem,
  type BasketOrder,
  type BasketUnit,
  basketParts,
  compileBasketPairs,
  compileBasketSizes,
  planBaskets,
  type QueryFilters,
} from '@olympus/semantic';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import { type WatchSource, watch } from '../people/watch.js';
import { type BasketPair, readPair } from './basket-pair.js';
import { boundSizes } from './bound-sizes.js';

export interface BasketsRequest extends PeopleRequest {
  readonly by?: BasketUnit | undefined;
  readonly item?: BasketItem | undefined;
  /** Only what goes with this item. */
  readonly focus?: string | undefined;
  readonly filters?: QueryFilters | undefined;
  /** Baskets that a pair has to lie in. */
  readonly minimum?: number | undefined;
  readonly order?: BasketOrder | undefined;
  readonly limit?: number | undefined;
}

export interface BasketsAnswer {
  readonly meta: WatchSource;
  readonly by: BasketUnit;
  readonly item: BasketItem;
  readonly focus: string | null;
  readonly order: BasketOrder;
  readonly minimum: number;
  /** Share that the intervals of lifts cover. */
  readonly confidence: number;
  /** Baskets that were looked at. */
  readonly baskets: number;
  /** Baskets of more kinds of items than this were not paired; null where none was too large. */
  readonly largest: number | null;
  readonly left_out: number;
  /** Share of all baskets that was looked at, chosen by their hash; 1 is all. */
  readonly sampled: number;
  readonly pairs: readonly BasketPair[];
}

/**
 * What is bought together.
 * @throws Problem `tenant_not_found`, those of `planBaskets` and of running
 */
export async function runBaskets(
  deps: PeopleDependencies,
  request: BasketsRequest,
): Promise<BasketsAnswer> {
  const { by = 'order', item = 'product', focus, filters, minimum = 5 } = request;
  const { order = 'lift', limit = 50 } = request;
  const names = { by, item, focus: focus ?? null, order, minimum, confidence: 0.95 };
  return watch(
    deps,
    request,
    async ({ model, context, range, ask }) => {
      const plan = planBaskets(model, { unit: by, item, filters, focus }, range);
      const sizes = await ask(compileBasketSizes(context, plan, { minimum, parts: basketParts }));
      const bounded = boundSizes(sizes, focus !== undefined);
      const rows = await ask(
        compileBasketPairs(context, plan, { ...bounded, minimum, orderBy: order, limit }),
      );
      return {
        ...names,
        baskets: Math.round((bounded.baskets * bounded.parts) / basketParts),
        largest: bounded.leftOut === 0 ? null : bounded.largest,
        left_out: bounded.leftOut,
        sampled: bounded.parts / basketParts,
        pairs: rows.map(readPair),
      };
    },
    { ...names, baskets: 0, largest: null, left_out: 0, sampled: 1, pairs: [] },
  );
}
