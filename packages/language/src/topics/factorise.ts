import type { SparseVector } from '../classification/feature-space.js';
import { dotRow, sphericalKMeans } from './spherical-k-means.js';

/** Texts ≈ shares × topics, all entries ≥ 0. */
interface Factorisation {
  /** texts × count, row-major: how much of each topic a text holds. */
  readonly shares: Float64Array;
  /** count × columns, row-major: the terms of each topic, each row of length 1 (or 0). */
  readonly topics: Float64Array;
}

const ROUNDS = 40;
const FLOOR = 1e-12;

/**
 * Non-negative matrix factorisation by hierarchical alternating least squares (Cichocki & Phan
 * 2009), started from spherical k-means, which makes it as stable as that. Minimises the squared
 * error ‖V − shares · topics‖². Cost: rounds × (entries × count + (texts + columns) × count²).
 */
export function factorise(
  vectors: readonly SparseVector[],
  shape: { readonly count: number; readonly columns: number },
  seed: number,
): Factorisation {
  const { count, columns } = shape;
  const start = sphericalKMeans(vectors, shape, seed);
  const topics = start.centroids.map((value) => value + 1e-4);
  const shares = new Float64Array(vectors.length * count);
  vectors.forEach((vector, i) => {
    for (let c = 0; c < count; c++) shares[i * count + c] = dotRow(vector, topics, c, columns);
  });
  for (let round = 0; round < ROUNDS; round++) {
    updateShares(vectors, shares, topics, count, columns);
    updateTopics(vectors, shares, topics, count, columns);
  }
  scaleTopics(shares, topics, count, columns);
  return { shares, topics };
}

/** One pass of least squares over the columns of `shares`, the topics held fixed. */
function updateShares(
  vectors: readonly SparseVector[],
  shares: Float64Array,
  topics: Float64Array,
  count: number,
  columns: number,
): void {
  const gram = gramOfRows(topics, count, columns);
  vectors.forEach((vector, i) => {
    for (let c = 0; c < count; c++) {
      let rest = dotRow(vector, topics, c, columns);
      for (let d = 0; d < count; d++) {
        if (d !== c) rest -= (shares[i * count + d] ?? 0) * (gram[d * count + c] ?? 0);
      }
      const scale = gram[c * count + c] ?? 0;
      shares[i * count + c] = scale > FLOOR ? Math.max(0, rest / scale) : 0;
    }
  });
}

function updateTopics(
  vectors: readonly SparseVector[],
  shares: Float64Array,
  topics: Float64Array,
  count: number,
  columns: number,
): void {
  const gram = new Float64Array(count * count);
  const products = new Float64Array(count * columns);
  vectors.forEach((vector, i) => {
    for (let c = 0; c < count; c++) {
      const share = shares[i * count + c] ?? 0;
      if (share === 0) continue;
      for (let d = 0; d < count; d++) {
        gram[c * count + d] = (gram[c * count + d] ?? 0) + share * (shares[i * count + d] ?? 0);
      }
      for (let k = 0; k < vector.columns.length; k++) {
        const at = c * columns + (vector.columns[k] ?? 0);
        products[at] = (products[at] ?? 0) + share * (vector.values[k] ?? 0);
      }
    }
  });
  for (let c = 0; c < count; c++) {
    const scale = gram[c * count + c] ?? 0;
    if (scale <= FLOOR) continue;
    for (let j = 0; j < columns; j++) {
      let rest = products[c * columns + j] ?? 0;
      for (let d = 0; d < count; d++) {
        if (d !== c) rest -= (gram[c * count + d] ?? 0) * (topics[d * columns + j] ?? 0);
      }
      topics[c * columns + j] = Math.max(0, rest / scale);
    }
  }
}

function gramOfRows(rows: Float64Array, count: number, columns: number): Float64Array {
  const gram = new Float64Array(count * count);
  for (let c = 0; c < count; c++) {
    for (let d = c; d < count; d++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        sum += (rows[c * columns + j] ?? 0) * (rows[d * columns + j] ?? 0);
      }
      gram[c * count + d] = sum;
      gram[d * count + c] = sum;
    }
  }
  return gram;
}

/** Gives each topic length 1 and moves its size into the shares. */
function scaleTopics(
  shares: Float64Array,
  topics: Float64Array,
  count: number,
  columns: number,
): void {
  for (let c = 0; c < count; c++) {
    const row = topics.subarray(c * columns, (c + 1) * columns);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length <= FLOOR) continue;
    for (let j = 0; j < columns; j++) row[j] = (row[j] ?? 0) / length;
    for (let at = c; at < shares.length; at += count) shares[at] = (shares[at] ?? 0) * length;
  }
}
