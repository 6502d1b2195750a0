import { type Undefined, undefinedBecause } from '../../undefined.js';

/** Gains of the first `k` places of a ranking, each divided by log2(place + 1). */
const discounted = (gains: Iterable<number>, k: number): number => {
  let sum = 0;
  let place = 0;
  for (const gain of gains) {
    place++;
    if (place > k) break;
    sum += gain / Math.log2(place + 1);
  }
  return sum;
};

/**
 * Normalised discounted cumulative gain of the first k places (Järvelin & Kekäläinen 2002), linear
 * gains.
 * @param ranked items, best first
 * @param gains gain of each relevant item, ≥ 0; others have 0
 * @returns 0…1; undefined when nothing is relevant
 */
export const ndcg = (
  ranked: readonly number[],
  gains: ReadonlyMap<number, number> | ReadonlySet<number>,
  k = 10,
): number | Undefined => {
  const gainOf = (item: number): number =>
    'get' in gains ? (gains.get(item) ?? 0) : gains.has(item) ? 1 : 0;
  const all = [...gains.keys()].map(gainOf);
  if (!(k >= 1) || all.some((gain) => !(gain >= 0 && gain < 1e300))) {
    return undefinedBecause('gains are finite and not negative, and k is at least 1');
  }
  const ideal = discounted(
    all.sort((a, b) => b - a),
    k,
  );
  if (!(ideal > 0)) return undefinedBecause('nothing is relevant');
  return discounted(ranked.map(gainOf), k) / ideal;
};

/**
 * Share of the relevant items that are among the first k places, out of the most that k places can
 * hold.
 * @returns 0…1; undefined when nothing is relevant
 */
export const recallAt = (
  ranked: readonly number[],
  relevant: ReadonlySet<number>,
  k = 10,
): number | Undefined => {
  if (!(k >= 1)) return undefinedBecause('k is at least 1');
  if (relevant.size === 0) return undefinedBecause('nothing is relevant');
  const found = new Set(ranked.slice(0, Math.floor(k)).filter((item) => relevant.has(item)));
  return found.size / Math.min(relevant.size, Math.floor(k));
};
