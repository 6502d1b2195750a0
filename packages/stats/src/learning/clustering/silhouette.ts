import { drawIndices } from '../../sampling/draws.js';
import { createRandom } from '../../sampling/random.js';
import { type Undefined, undefinedBecause } from '../../undefined.js';
import { pointsError, squaredDistance } from './points.js';

/**
 * Mean silhouette (Rousseeuw 1987), −1…1: how much nearer rows are to their own cluster than to the
 * next. A row alone in its cluster counts 0. O(rows² × columns); beyond `sample` rows (default 2000)
 * a random sample is taken.
 * @returns undefined with fewer than two clusters
 */
export const silhouette = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  labels: ArrayLike<number>,
  { sample = 2000, seed = 1 }: { readonly sample?: number; readonly seed?: number } = {},
): number | Undefined => {
  const error = pointsError(x, rows, columns);
  if (error !== undefined || labels.length !== rows) {
    return undefinedBecause(error ?? 'every row has a label');
  }
  const taken =
    rows > sample
      ? drawIndices(createRandom(seed), rows, Math.max(2, sample))
      : Int32Array.from({ length: rows }, (_, i) => i);
  const numbers = new Map<number, number>();
  const cluster = Int32Array.from(taken, (i) => {
    const label = labels[i] ?? 0;
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
  const k = numbers.size;
  if (k < 2) return undefinedBecause('a silhouette needs two clusters');
  const sizes = new Float64Array(k);
  for (const c of cluster) sizes[c] = (sizes[c] ?? 0) + 1;
  const sums = new Float64Array(taken.length * k);
  for (let a = 0; a < taken.length; a++) {
    for (let b = 0; b < a; b++) {
      const d = Math.sqrt(squaredDistance(x, taken[a] ?? 0, x, taken[b] ?? 0, columns));
      const [ab, ba] = [a * k + (cluster[b] ?? 0), b * k + (cluster[a] ?? 0)];
      sums[ab] = (sums[ab] ?? 0) + d;
      sums[ba] = (sums[ba] ?? 0) + d;
    }
  }
  let total = 0;
  for (let a = 0; a < taken.length; a++) {
    const own = cluster[a] ?? 0;
    const size = sizes[own] ?? 0;
    if (size < 2) continue;
    const inside = (sums[a * k + own] ?? 0) / (size - 1);
    let next = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      if (c !== own) next = Math.min(next, (sums[a * k + c] ?? 0) / (sizes[c] ?? 1));
    }
    const larger = Math.max(inside, next);
    if (larger > 0) total += (next - inside) / larger;
  }
  return total / taken.length;
};
