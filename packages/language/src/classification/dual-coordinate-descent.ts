import { shuffleInPlace } from './seeded-random.js';

/** Rows of sparse vectors, one behind the other: row i is [starts[i], starts[i+1]). */
interface SparseRows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Packs vectors into rows. */
export function packRows(
  vectors: readonly { readonly columns: Int32Array; readonly values: Float32Array }[],
): SparseRows {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach((vector, i) => {
    starts[i + 1] = (starts[i] ?? 0) + vector.columns.length;
  });
  const total = starts[vectors.length] ?? 0;
  const columns = new Int32Array(total);
  const values = new Float32Array(total);
  vectors.forEach((vector, i) => {
    columns.set(vector.columns, starts[i] ?? 0);
    values.set(vector.values, starts[i] ?? 0);
  });
  return { count: vectors.length, starts, columns, values };
}

/** What a binary fit needs beside the rows. */
interface DualFitOptions {
  /** Cost C of the squared hinge loss; larger follows the data closer. */
  readonly cost: number;
  readonly maxEpochs: number;
  /** Stops when the projected gradients of one pass span less than this. */
  readonly tolerance: number;
  readonly random: () => number;
}

/**
 * Minimises ½‖w − w₀‖² + C Σ max(0, 1 − yᵢ wᵀxᵢ)² by dual coordinate descent with shrinking
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM", algorithm 3).
 * @param weights  w₀ on entry, w on return; one entry a column, the bias in the last one
 * @param isPositive  1 for rows of the class, 0 for all others
 */
export function fitSquaredHinge(
  rows: SparseRows,
  isPositive: Uint8Array,
  weights: Float64Array,
  options: DualFitOptions,
): void {
  const { count, starts, columns, values } = rows;
  const bias = weights.length - 1;
  const diagonal = 1 / (2 * options.cost);
  const squares = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let square = 1 + diagonal;
    const end = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < end; k++) square += (values[k] ?? 0) ** 2;
    squares[i] = square;
  }
  const alphas = new Float64Array(count);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  let active = count;
  let shrinkAbove = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < options.maxEpochs; epoch++) {
    shuffleInPlace(order, active, options.random);
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let s = 0; s < active; s++) {
      const i = order[s] ?? 0;
      const sign = isPositive[i] === 1 ? 1 : -1;
      const start = starts[i] ?? 0;
      const end = starts[i + 1] ?? 0;
      let score = weights[bias] ?? 0;
      for (let k = start; k < end; k++) {
        score += (weights[columns[k] ?? 0] ?? 0) * (values[k] ?? 0);
      }
      const alpha = alphas[i] ?? 0;
      const gradient = sign * score - 1 + alpha * diagonal;
      let projected = gradient;
      if (alpha === 0) {
        if (gradient > shrinkAbove) {
          active--;
          order[s] = order[active] ?? 0;
          order[active] = i;
          s--;
          continue;
        }
        projected = Math.min(gradient, 0);
      }
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (projected === 0) continue;
      const next = Math.max(alpha - gradient / (squares[i] ?? 1), 0);
      const step = (next - alpha) * sign;
      alphas[i] = next;
      if (step === 0) continue;
      for (let k = start; k < end; k++) {
        const column = columns[k] ?? 0;
        weights[column] = (weights[column] ?? 0) + step * (values[k] ?? 0);
      }
      weights[bias] = (weights[bias] ?? 0) + step;
    }
    if (highest - lowest < options.tolerance) {
      if (active === count) return;
      active = count;
      shrinkAbove = Number.POSITIVE_INFINITY;
      continue;
    }
    shrinkAbove = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
}
