import type { Random } from '@olympus/stats';

/** One of `items`, all alike; `fallback` when there are none. */
export function pickOne<T>(random: Random, items: readonly T[], fallback: T): T {
  return items[random.integer(Math.max(1, items.length))] ?? fallback;
}

/** One of `items` with chance in proportion to its weight; undefined when no weight is positive. */
export function chooseWeighted<T>(
  random: Random,
  items: readonly T[],
  weightOf: (item: T) => number,
): T | undefined {
  let total = 0;
  for (const item of items) total += weightOf(item);
  if (!(total > 0)) return undefined;
  let rest = random.next() * total;
  for (const item of items) {
    rest -= weightOf(item);
    if (rest < 0) return item;
  }
  return items.at(-1);
}
