import { type Undefined, undefinedBecause } from '../undefined.js';
import { byItem, type Interactions } from './interactions.js';
import type { NeighbourModel } from './models.js';

/** Options of `fitItemNeighbours`. */
export interface NeighbourOptions {
  /** Neighbours kept of each item; default 100. */
  readonly neighbours?: number;
  /** Added to the denominator, so that few users in common count less; default 50. */
  readonly shrinkage?: number;
}

/**
 * Item-to-item similarity: cosine of the items' user vectors, shrunk (Sarwar et al. 2001;
 * Bell & Koren 2007). O(Σ over users of their items squared).
 */
export const fitItemNeighbours = (
  interactions: Interactions,
  options: NeighbourOptions = {},
): NeighbourModel | Undefined => {
  const { neighbours: kept = 100, shrinkage = 50 } = options;
  if (!(kept >= 1) || !(shrinkage >= 0 && shrinkage < 1e300)) {
    return undefinedBecause('at least one neighbour is kept, and shrinkage is not negative');
  }
  const { itemCount, offsets, items, weights } = interactions;
  const users = byItem(interactions);
  const lengths = new Float64Array(itemCount);
  for (let k = 0; k < items.length; k++) {
    lengths[items[k] ?? 0] = (lengths[items[k] ?? 0] ?? 0) + (weights[k] ?? 0) ** 2;
  }
  for (let i = 0; i < itemCount; i++) lengths[i] = Math.sqrt(lengths[i] ?? 0);
  const common = new Float64Array(itemCount);
  const starts = new Int32Array(itemCount + 1);
  const neighbours: number[] = [];
  const similarities: number[] = [];
  for (let i = 0; i < itemCount; i++) {
    const touched: number[] = [];
    for (let k = users.offsets[i] ?? 0; k < (users.offsets[i + 1] ?? 0); k++) {
      const user = users.items[k] ?? 0;
      const weight = users.weights[k] ?? 0;
      for (let l = offsets[user] ?? 0; l < (offsets[user + 1] ?? 0); l++) {
        const j = items[l] ?? 0;
        if (j === i) continue;
        if (common[j] === 0) touched.push(j);
        common[j] = (common[j] ?? 0) + weight * (weights[l] ?? 0);
      }
    }
    const near = touched
      .map((j) => ({
        j,
        similarity: (common[j] ?? 0) / ((lengths[i] ?? 0) * (lengths[j] ?? 0) + shrinkage),
      }))
      .sort((a, b) => b.similarity - a.similarity || a.j - b.j)
      .slice(0, kept);
    for (const j of touched) common[j] = 0;
    for (const { j, similarity } of near) {
      if (!Number.isFinite(similarity)) return undefinedBecause('weights are too large to square');
      neighbours.push(j);
      similarities.push(similarity);
    }
    starts[i + 1] = neighbours.length;
  }
  return {
    kind: 'item-neighbours',
    itemCount,
    offsets: starts,
    neighbours: Int32Array.from(neighbours),
    similarities: Float32Array.from(similarities),
  };
};
