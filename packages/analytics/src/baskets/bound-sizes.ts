import { basketParts } from '@olympus/semantic';
import type { Cell } from '@olympus/warehouse';
import { numberIn } from '../query/number-in.js';

/** Pairs that one answer makes at most. */
const mostPairs = 40_000_000;
/** Baskets of more kinds of items say little about what goes together, and make most of the pairs. */
const largestBasket = 200;

export interface BoundedSizes {
  readonly baskets: number;
  readonly largest: number;
  readonly leftOut: number;
  /** Of 1,000 parts of the baskets, how many are looked at. */
  readonly parts: number;
}

const pairsOf = (size: number) => (size * (size - 1)) / 2;

/**
 * How to keep pairing within bounds: large baskets are left out, and where there are still too many
 * pairs only a share of the baskets is looked at.
 * @param rows  size, baskets; size 0 is all baskets
 * @param focused  one item is paired with others, which takes no more than reading
 */
export function boundSizes(rows: readonly (readonly Cell[])[], focused: boolean): BoundedSizes {
  const sizes = rows.map(([size, count]) => ({
    size: numberIn(size) ?? 0,
    count: numberIn(count) ?? 0,
  }));
  const baskets = sizes.find(({ size }) => size === 0)?.count ?? 0;
  if (focused) return { baskets, largest: largestBasket, leftOut: 0, parts: basketParts };
  const sum = (kept: typeof sizes, of: (one: (typeof sizes)[number]) => number) =>
    kept.reduce((total, one) => total + of(one), 0);
  const leftOut = sum(
    sizes.filter(({ size }) => size > largestBasket),
    ({ count }) => count,
  );
  const pairs = sum(
    sizes.filter(({ size }) => size <= largestBasket),
    ({ size, count }) => pairsOf(size) * count,
  );
  const share = pairs <= mostPairs ? 1 : mostPairs / pairs;
  const parts = Math.max(1, Math.floor(basketParts * share));
  return { baskets, largest: largestBasket, leftOut, parts };
}
