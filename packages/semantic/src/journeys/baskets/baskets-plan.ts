import type { TimeRange } from '@olympus/core';
import type { Dimension } from '../../model/declarations.js';
import type { Model } from '../../model/model.js';
import type { PlannedFilter } from '../../plan/plan.js';
import type { QueryFilters } from '../../query/metric-query.js';
import { planAct } from '../plan-act.js';

/** What can be in a basket, with the dimension that says which. */
export const basketItems = {
  product: 'product.id',
  category: 'product.category',
  brand: 'product.brand',
} as const;

export type BasketItem = keyof typeof basketItems;
export type BasketUnit = 'order' | 'customer';
export type BasketOrder = 'together' | 'lift';

export interface BasketsPlan {
  readonly unit: BasketUnit;
  readonly item: BasketItem;
  readonly dimension: Dimension;
  readonly filters: readonly PlannedFilter[];
  readonly range: TimeRange;
  /** Only what goes with this item. */
  readonly focus: string | undefined;
}

/** @throws Problem of filters */
export function planBaskets(
  model: Model,
  question: {
    readonly unit: BasketUnit;
    readonly item: BasketItem;
    readonly filters?: QueryFilters | undefined;
    readonly focus?: string | undefined;
  },
  range: TimeRange,
): BasketsPlan {
  const { unit, item, focus } = question;
  const { filters } = planAct(model, { act: 'order.placed', filters: question.filters }, '');
  const dimension = model.dimensions.get(basketItems[item]);
  if (dimension === undefined) throw new Error(`no dimension ${basketItems[item]}`);
  return { unit, item, dimension, filters, range, focus };
}

/** How a statement about pairs is bounded. */
export interface BasketBounds {
  /** Items and pairs in fewer baskets are left out, before any are paired. */
  readonly minimum: number;
  /** Baskets of more kinds of items are not paired. */
  readonly largest: number;
  /** Only baskets whose hash falls in so many of 1,000 parts. */
  readonly parts: number;
  readonly orderBy: BasketOrder;
  readonly limit: number;
}
