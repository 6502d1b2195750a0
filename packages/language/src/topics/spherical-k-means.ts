import type { SparseVector } from '../classification/feature-space.js';
import { seededRandom } from '../classification/seeded-random.js';

/** Clusters by direction: unit centroids and the cluster of each vector. */
interface SphericalClusters {
  /** count × columns, row-major; each row has length 1, or 0 for a cluster without members. */
  readonly centroids: Float64Array;
  /** Cluster of each vector; −1 for empty vectors. */
  readonly assignments: Int32Array;
  /** Mean cosine between vectors and their centroids, what is maximised. */
  readonly cohesion: number;
}

const RESTARTS = 20;
const MAX_ROUNDS = 40;

/**
 * Spherical k-means (Dhillon & Modha 2001): each vector belongs to the centroid with the largest
 * cosine. Started as k-means++ does (Arthur & Vassilvitskii 2007), several times; the most
 * cohesive outcome is kept. Cost: restarts × rounds × entries × count.
 */
export function sphericalKMeans(
  vectors: readonly SparseVector[],
  shape: { readonly count: number; readonly columns: number },
  seed: number,
): SphericalClusters {
  const random = seededRandom(seed);
  let best = runOnce(vectors, shape, random);
  for (let restart = 1; restart < RESTARTS; restart++) {
    const next = runOnce(vectors, shape, random);
    if (next.cohesion > best.cohesion + 1e-12) best = next;
  }
  return best;
}

/** Dot product of a sparse vector and row `row` of a dense matrix. */
export function dotRow(
  vector: SparseVector,
  matrix: Float64Array,
  row: number,
  columns: number,
): number {
  let sum = 0;
  for (let k = 0; k < vector.columns.length; k++) {
    sum += (vector.values[k] ?? 0) * (matrix[row * columns + (vector.columns[k] ?? 0)] ?? 0);
  }
  return sum;
}

function runOnce(
  vectors: readonly SparseVector[],
  shape: { readonly count: number; readonly columns: number },
  random: () => number,
): SphericalClusters {
  const { count, columns } = shape;
  let centroids = startCentroids(vectors, shape, random);
  const assignments = new Int32Array(vectors.length).fill(-1);
  const nearness = new Float64Array(vectors.length);
  let cohesion = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let moved = 0;
    let total = 0;
    let filled = 0;
    vectors.forEach((vector, i) => {
      if (vector.columns.length === 0) return;
      let nearest = 0;
      let highest = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        const cosine = dotRow(vector, centroids, c, columns);
        if (cosine > highest) {
          highest = cosine;
          nearest = c;
        }
      }
      if (assignments[i] !== nearest) moved++;
      assignments[i] = nearest;
      nearness[i] = highest;
      total += highest;
      filled++;
    });
    cohesion = filled === 0 ? 0 : total / filled;
    centroids = meanDirections(vectors, assignments, shape);
    refillEmpty(vectors, assignments, nearness, centroids, shape);
    if (moved === 0) break;
  }
  return { centroids, assignments, cohesion };
}

function startCentroids(
  vectors: readonly SparseVector[],
  shape: { readonly count: number; readonly columns: number },
  random: () => number,
): Float64Array {
  const { count, columns } = shape;
  const centroids = new Float64Array(count * columns);
  const distances = Float64Array.from(vectors, (vector) => (vector.columns.length > 0 ? 1 : 0));
  for (let c = 0; c < count; c++) {
    const total = distances.reduce((sum, distance) => sum + distance, 0);
    let left = random() * total;
    const chosen = Math.max(
      0,
      distances.findIndex((distance) => {
        left -= distance;
        return distance > 0 && left <= 0;
      }),
    );
    const vector = vectors[chosen];
    if (vector === undefined) continue;
    copyInto(centroids, c * columns, vector);
    vectors.forEach((other, i) => {
      const distance = Math.max(0, 1 - dotRow(other, centroids, c, columns));
      distances[i] = Math.min(distances[i] ?? 0, distance);
    });
  }
  return centroids;
}

function copyInto(matrix: Float64Array, at: number, vector: SparseVector): void {
  for (let k = 0; k < vector.columns.length; k++) {
    matrix[at + (vector.columns[k] ?? 0)] = vector.values[k] ?? 0;
  }
}

function meanDirections(
  vectors: readonly SparseVector[],
  assignments: Int32Array,
  shape: { readonly count: number; readonly columns: number },
): Float64Array {
  const { count, columns } = shape;
  const sums = new Float64Array(count * columns);
  vectors.forEach((vector, i) => {
    const cluster = assignments[i] ?? -1;
    if (cluster < 0) return;
    for (let k = 0; k < vector.columns.length; k++) {
      const at = cluster * columns + (vector.columns[k] ?? 0);
      sums[at] = (sums[at] ?? 0) + (vector.values[k] ?? 0);
    }
  });
  for (let c = 0; c < count; c++) {
    const row = sums.subarray(c * columns, (c + 1) * columns);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let j = 0; j < columns; j++) row[j] = (row[j] ?? 0) / length;
  }
  return sums;
}

/** A cluster that lost all members takes the vector that fits its own cluster least. */
function refillEmpty(
  vectors: readonly SparseVector[],
  assignments: Int32Array,
  nearness: Float64Array,
  centroids: Float64Array,
  shape: { readonly count: number; readonly columns: number },
): void {
  const sizes = new Int32Array(shape.count);
  for (const cluster of assignments) if (cluster >= 0) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  for (let c = 0; c < shape.count; c++) {
    if ((sizes[c] ?? 0) > 0) continue;
    let worst = -1;
    assignments.forEach((cluster, i) => {
      if (cluster < 0 || (sizes[cluster] ?? 0) < 2) return;
      if (worst < 0 || (nearness[i] ?? 0) < (nearness[worst] ?? 0)) worst = i;
    });
    const vector = vectors[worst];
    if (vector === undefined) return;
    const from = assignments[worst] ?? 0;
    sizes[from] = (sizes[from] ?? 0) - 1;
    sizes[c] = 1;
    assignments[worst] = c;
    nearness[worst] = 1;
    centroids.fill(0, c * shape.columns, (c + 1) * shape.columns);
    copyInto(centroids, c * shape.columns, vector);
  }
}
