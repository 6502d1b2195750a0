import { createRandom, type Random } from '../../sampling/random.js';
import { type Undefined, undefinedBecause } from '../../undefined.js';
import { pointsError, squaredDistance } from './points.js';

/** Clusters around centres: plain numbers only. */
export interface KMeansModel {
  readonly kind: 'k-means';
  readonly k: number;
  readonly columns: number;
  /** k × columns, row-major, largest cluster first. */
  readonly centres: readonly number[];
  /** Rows of each cluster. */
  readonly sizes: readonly number[];
  /** Sum of squared distances to the own centre. */
  readonly inertia: number;
}

/** Options of `fitKMeans`. */
export interface KMeansOptions {
  /** Best of this many starts; default 10. */
  readonly starts?: number;
  /** Default 300. */
  readonly maxIterations?: number;
  readonly seed?: number;
}

/**
 * First centres by k-means++ (Arthur & Vassilvitskii 2007), each drawn in proportion to squared
 * distance, best of 2 + ⌊ln k⌋ candidates.
 */
const spreadCentres = (
  x: Float64Array,
  rows: number,
  columns: number,
  k: number,
  random: Random,
): Float64Array => {
  const centres = new Float64Array(k * columns);
  const take = (at: number, row: number): void =>
    centres.set(x.subarray(row * columns, (row + 1) * columns), at * columns);
  take(0, random.integer(rows));
  let distances = Float64Array.from({ length: rows }, (_, i) =>
    squaredDistance(x, i, centres, 0, columns),
  );
  const candidates = 2 + Math.floor(Math.log(k));
  for (let c = 1; c < k; c++) {
    const total = distances.reduce((sum, d) => sum + d, 0);
    let best: { row: number; total: number; distances: Float64Array<ArrayBuffer> } | undefined;
    for (let candidate = 0; candidate < candidates; candidate++) {
      let left = random.next() * total;
      let row = 0;
      while (row < rows - 1 && left >= (distances[row] ?? 0)) left -= distances[row++] ?? 0;
      const nearer = distances.map((d, i) => Math.min(d, squaredDistance(x, i, x, row, columns)));
      const sum = nearer.reduce((s, d) => s + d, 0);
      if (best === undefined || sum < best.total) best = { row, total: sum, distances: nearer };
    }
    if (best === undefined) break;
    take(c, best.row);
    distances = best.distances;
  }
  return centres;
};

const nearestCentre = (
  x: ArrayLike<number>,
  row: number,
  centres: ArrayLike<number>,
  k: number,
  columns: number,
): { readonly cluster: number; readonly distance: number } => {
  let cluster = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let c = 0; c < k; c++) {
    const d = squaredDistance(x, row, centres, c, columns);
    if (d < distance) {
      distance = d;
      cluster = c;
    }
  }
  return { cluster, distance };
};

/**
 * k-means by Lloyd's iterations from k-means++ starts; the best start is kept. Scale columns first
 * where their units differ. An emptied cluster takes the row farthest from its centre.
 * @param x rows × columns, row-major, finite
 * @param k at most the number of distinct rows
 */
export const fitKMeans = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  k: number,
  options: KMeansOptions = {},
): KMeansModel | Undefined => {
  const error = pointsError(x, rows, columns);
  if (error !== undefined) return undefinedBecause(error);
  const { starts = 10, maxIterations = 300, seed = 1 } = options;
  if (!(Number.isInteger(k) && k >= 1 && k <= rows)) {
    return undefinedBecause('k is a whole number from 1 to the number of rows');
  }
  if (!(starts >= 1) || !(maxIterations >= 1)) return undefinedBecause('at least one start');
  const points = Float64Array.from(x);
  const random = createRandom(seed);
  const labels = new Int32Array(rows);
  let best: { centres: Float64Array; sizes: Float64Array; inertia: number } | undefined;
  for (let start = 0; start < starts; start++) {
    let centres = spreadCentres(points, rows, columns, k, random);
    let sizes = new Float64Array(k);
    let inertia = Number.POSITIVE_INFINITY;
    labels.fill(-1);
    for (let iteration = 0; iteration < maxIterations; iteration++) {
      let changed = 0;
      inertia = 0;
      let farthest = { row: 0, distance: -1 };
      const sums = new Float64Array(k * columns);
      sizes = new Float64Array(k);
      for (let i = 0; i < rows; i++) {
        const { cluster, distance } = nearestCentre(points, i, centres, k, columns);
        if (cluster !== labels[i]) changed++;
        labels[i] = cluster;
        inertia += distance;
        if (distance > farthest.distance) farthest = { row: i, distance };
        sizes[cluster] = (sizes[cluster] ?? 0) + 1;
        for (let c = 0; c < columns; c++) {
          const at = cluster * columns + c;
          sums[at] = (sums[at] ?? 0) + (points[i * columns + c] ?? 0);
        }
      }
      if (changed === 0) break;
      const next = new Float64Array(k * columns);
      for (let cluster = 0; cluster < k; cluster++) {
        const size = sizes[cluster] ?? 0;
        for (let c = 0; c < columns; c++) {
          next[cluster * columns + c] =
            size > 0
              ? (sums[cluster * columns + c] ?? 0) / size
              : (points[farthest.row * columns + c] ?? 0);
        }
      }
      centres = next;
    }
    if (best === undefined || inertia < best.inertia) best = { centres, sizes, inertia };
  }
  if (best === undefined || best.sizes.some((size) => size === 0)) {
    return undefinedBecause('fewer distinct rows than clusters');
  }
  const { centres, sizes, inertia } = best;
  const order = Array.from(sizes.keys()).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  return {
    kind: 'k-means',
    k,
    columns,
    centres: order.flatMap((c) =>
      Array.from(centres.subarray(c * columns, (c + 1) * columns), (v) => v + 0),
    ),
    sizes: order.map((c) => sizes[c] ?? 0),
    inertia,
  };
};

/** Number of the nearest centre for each row. */
export const assignKMeans = (model: KMeansModel, x: ArrayLike<number>): Int32Array | Undefined => {
  const { k, columns, centres } = model;
  const rows = x.length / columns;
  const error = pointsError(x, rows, columns);
  if (error !== undefined || !Number.isInteger(rows)) {
    return undefinedBecause(error ?? `a row has ${columns} values`);
  }
  return Int32Array.from(
    { length: rows },
    (_, i) => nearestCentre(x, i, centres, k, columns).cluster,
  );
};
