import { cholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { gram } from '../linear-algebra/products.js';
import { drawNormal } from '../sampling/draws.js';
import { createRandom } from '../sampling/random.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { byItem, type Interactions } from './interactions.js';
import type { AlsModel } from './models.js';

/** Options of `fitAls`. */
export interface AlsOptions {
  /** Default 32. */
  readonly factors?: number;
  /** λ; default 50. */
  readonly regularisation?: number;
  /** Confidence is 1 + alpha × weight; default 5. */
  readonly alpha?: number;
  /** Default 10. */
  readonly iterations?: number;
  readonly seed?: number;
}

/**
 * Cholesky factor of YᵀY + λI + Σ α·w·y·yᵀ over the given items: the left side of a user's normal
 * equations (Hu, Koren & Volinsky 2008, eq. 4).
 */
export const confidenceFactor = (
  base: Float64Array,
  itemFactors: Float64Array,
  k: number,
  regularisation: number,
  alpha: number,
  entries: Iterable<{ readonly item: number; readonly weight: number }>,
): Float64Array | Undefined => {
  const left = Float64Array.from(base);
  for (let a = 0; a < k; a++) left[a * k + a] = (left[a * k + a] ?? 0) + regularisation;
  for (const { item, weight } of entries) {
    const at = item * k;
    for (let a = 0; a < k; a++) {
      const factor = alpha * weight * (itemFactors[at + a] ?? 0);
      // The factorisation reads the lower triangle only.
      for (let b = 0; b <= a; b++) {
        left[a * k + b] = (left[a * k + b] ?? 0) + factor * (itemFactors[at + b] ?? 0);
      }
    }
  }
  return cholesky(left, k);
};

/** Solves for the factors of every row of `interactions` with the other side fixed. */
const solveSide = (
  interactions: Interactions,
  fixed: Float64Array,
  out: Float64Array,
  k: number,
  regularisation: number,
  alpha: number,
): Undefined | undefined => {
  const base = gram(fixed, fixed.length / k, k);
  const right = new Float64Array(k);
  for (let u = 0; u < interactions.userCount; u++) {
    const from = interactions.offsets[u] ?? 0;
    const to = interactions.offsets[u + 1] ?? 0;
    const entries = Array.from({ length: to - from }, (_, i) => ({
      item: interactions.items[from + i] ?? 0,
      weight: interactions.weights[from + i] ?? 0,
    }));
    const factor = confidenceFactor(base, fixed, k, regularisation, alpha, entries);
    if (isUndefined(factor)) return factor;
    right.fill(0);
    for (const { item, weight } of entries) {
      for (let a = 0; a < k; a++) {
        right[a] = (right[a] ?? 0) + (1 + alpha * weight) * (fixed[item * k + a] ?? 0);
      }
    }
    out.set(solveCholesky(factor, right, k), u * k);
  }
  return undefined;
};

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren & Volinsky
 * 2008). O(iterations × (entries × factors² + (users + items) × factors³)).
 */
export const fitAls = (
  interactions: Interactions,
  options: AlsOptions = {},
  onIteration?: (share: number) => void,
): AlsModel | Undefined => {
  const { factors: k = 32, regularisation = 50, alpha = 5, iterations = 10, seed = 1 } = options;
  if (!(Number.isInteger(k) && k >= 1 && k <= 1000) || !(iterations >= 1)) {
    return undefinedBecause('a factorisation needs 1 to 1000 factors and one iteration');
  }
  if (!(regularisation > 0 && regularisation < 1e300) || !(alpha > 0 && alpha < 1e300)) {
    return undefinedBecause('regularisation and alpha must be positive');
  }
  const random = createRandom(seed);
  const draw = (): number => drawNormal(random, 0, 0.1);
  const itemFactors = Float64Array.from({ length: interactions.itemCount * k }, draw);
  const userFactors = new Float64Array(interactions.userCount * k);
  const turned = byItem(interactions);
  for (let i = 0; i < iterations; i++) {
    const failed =
      solveSide(interactions, itemFactors, userFactors, k, regularisation, alpha) ??
      solveSide(turned, userFactors, itemFactors, k, regularisation, alpha);
    if (failed !== undefined) return failed;
    onIteration?.((i + 1) / iterations);
  }
  const itemGram = gram(itemFactors, interactions.itemCount, k);
  return allFinite(itemGram)
    ? {
        kind: 'als',
        itemCount: interactions.itemCount,
        factors: k,
        itemFactors,
        itemGram,
        regularisation,
        alpha,
      }
    : undefinedBecause('weights are too large for the factors to be finite');
};
