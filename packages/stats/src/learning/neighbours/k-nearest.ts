import { type Undefined, undefinedBecause } from '../../undefined.js';
import { pointsError, squaredDistance } from '../clustering/points.js';

/** Nearest rows of each query row. */
export interface NearestNeighbours {
  readonly kind: 'nearest-neighbours';
  readonly k: number;
  /** queries × k row-major, nearest first, ties by lower number. */
  readonly rows: Int32Array;
  /** Euclidean distances in the same places. */
  readonly distances: Float64Array;
}

/**
 * The k nearest of `rows` points to each query, by comparing with all: O(queries × rows × columns).
 * Scale columns first where their units differ.
 */
export const nearestNeighbours = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  queries: ArrayLike<number>,
  k: number,
): NearestNeighbours | Undefined => {
  const count = queries.length / columns;
  const error = pointsError(x, rows, columns) ?? pointsError(queries, count, columns);
  if (error !== undefined) return undefinedBecause(error);
  if (!Number.isInteger(count) || !(Number.isInteger(k) && k >= 1 && k <= rows)) {
    return undefinedBecause('k is a whole number from 1 to the number of rows');
  }
  const found = new Int32Array(count * k);
  const distances = new Float64Array(count * k);
  const best = new Float64Array(k);
  const bestRows = new Int32Array(k);
  for (let q = 0; q < count; q++) {
    best.fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < rows; i++) {
      const distance = squaredDistance(queries, q, x, i, columns);
      if (!(distance < (best[k - 1] ?? 0))) continue;
      let at = k - 1;
      for (; at > 0 && (best[at - 1] ?? 0) > distance; at--) {
        best[at] = best[at - 1] ?? 0;
        bestRows[at] = bestRows[at - 1] ?? 0;
      }
      best[at] = distance;
      bestRows[at] = i;
    }
    found.set(bestRows, q * k);
    for (let n = 0; n < k; n++) distances[q * k + n] = Math.sqrt(best[n] ?? 0);
  }
  return { kind: 'nearest-neighbours', k, rows: found, distances };
};

/**
 * Mean target of the k nearest rows for each query: a prediction, or for 0/1 targets a probability.
 * With `weighted`, neighbours count by 1 / distance; exact matches then decide alone.
 */
export const predictByNeighbours = (
  table: {
    readonly x: ArrayLike<number>;
    readonly y: ArrayLike<number>;
    readonly rows: number;
    readonly columns: number;
  },
  queries: ArrayLike<number>,
  { k = 10, weighted = false }: { readonly k?: number; readonly weighted?: boolean } = {},
): Float64Array | Undefined => {
  const { x, y, rows, columns } = table;
  if (y.length !== rows) return undefinedBecause('every row has a target');
  for (let i = 0; i < rows; i++) {
    if (!(Math.abs(y[i] ?? Number.NaN) < 1e150)) return undefinedBecause('a target is not finite');
  }
  const near = nearestNeighbours(x, rows, columns, queries, k);
  if (near.kind === 'undefined') return near;
  const out = new Float64Array(near.rows.length / k);
  for (let q = 0; q < out.length; q++) {
    const exact = near.distances[q * k] === 0;
    let sum = 0;
    let total = 0;
    for (let n = q * k; n < (q + 1) * k; n++) {
      const distance = near.distances[n] ?? 0;
      const nearest = near.distances[q * k] ?? 0;
      // Relative to the nearest, so that tiny distances do not overflow.
      const weight = !weighted ? 1 : exact ? Number(distance === 0) : nearest / distance;
      sum += weight * (y[near.rows[n] ?? 0] ?? 0);
      total += weight;
    }
    out[q] = sum / total;
  }
  return out;
};
