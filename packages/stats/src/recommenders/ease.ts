import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { invertLarge } from './blocked-inverse.js';
import type { Interactions } from './interactions.js';
import type { EaseModel, NeighbourModel } from './models.js';

/** Items beyond which the dense matrix takes more than a gigabyte. */
const MOST_ITEMS = 8000;

/**
 * Embarrassingly shallow autoencoder (Steck 2019, eq. 8): the ridge regression of every item on all
 * others, in closed form. O(items³/2) time, items² memory: meant for some thousand items; keep the
 * most taken ones where there are more.
 * @param regularisation λ, in squared weights; default 200
 */
export const fitEase = (
  interactions: Interactions,
  { regularisation = 200 }: { readonly regularisation?: number } = {},
): EaseModel | Undefined => {
  const { itemCount: n, userCount, offsets, items, weights } = interactions;
  if (!(regularisation > 0 && regularisation < 1e300)) {
    return undefinedBecause('the regularisation must be positive');
  }
  if (n > MOST_ITEMS) return undefinedBecause(`more than ${MOST_ITEMS} items: keep the most taken`);
  const gram = new Float64Array(n * n);
  for (let u = 0; u < userCount; u++) {
    const end = offsets[u + 1] ?? 0;
    for (let k = offsets[u] ?? 0; k < end; k++) {
      const row = (items[k] ?? 0) * n;
      const weight = weights[k] ?? 0;
      // Items rise within a user: this fills the lower triangle only.
      for (let l = offsets[u] ?? 0; l <= k; l++) {
        const at = row + (items[l] ?? 0);
        gram[at] = (gram[at] ?? 0) + weight * (weights[l] ?? 0);
      }
    }
  }
  for (let i = 0; i < n; i++) gram[i * n + i] = (gram[i * n + i] ?? 0) + regularisation;
  if (!allFinite(gram)) return undefinedBecause('weights are too large to square');
  const inverse = invertLarge(gram, n);
  if (isUndefined(inverse)) return inverse;
  const coefficients = new Float32Array(n * n);
  const pivots = Float64Array.from({ length: n }, (_, j) => inverse[j * n + j] ?? 1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      coefficients[i * n + j] = i === j ? 0 : -(inverse[i * n + j] ?? 0) / (pivots[j] ?? 1);
    }
  }
  return allFinite(coefficients)
    ? { kind: 'ease', itemCount: n, weights: coefficients }
    : undefinedBecause('the weights span too wide a range');
};

/**
 * The largest positive weights of each item as a neighbour model: `kept`/items of the memory, for
 * serving and storing. Loses what negative and small weights say.
 */
export const pruneEase = (model: EaseModel, kept = 100): NeighbourModel => {
  const { itemCount: n, weights } = model;
  const offsets = new Int32Array(n + 1);
  const neighbours: number[] = [];
  const similarities: number[] = [];
  for (let i = 0; i < n; i++) {
    const row = weights.subarray(i * n, (i + 1) * n);
    const order = Array.from(row.keys()).filter((j) => (row[j] ?? 0) > 0);
    order.sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
    for (const j of order.slice(0, Math.max(0, kept))) {
      neighbours.push(j);
      similarities.push(row[j] ?? 0);
    }
    offsets[i + 1] = neighbours.length;
  }
  return {
    kind: 'item-neighbours',
    itemCount: n,
    offsets,
    neighbours: Int32Array.from(neighbours),
    similarities: Float32Array.from(similarities),
  };
};
