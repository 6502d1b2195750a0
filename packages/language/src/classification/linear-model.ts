import { fitSquaredHinge, packRows } from './dual-coordinate-descent.js';
import type { SparseVector } from './feature-space.js';
import { seededRandom } from './seeded-random.js';

/** One linear function a class: score(c) = biases[c] + Σ weights[column × classes + c] · x. */
export interface LinearModel {
  readonly classes: number;
  /** columns × classes, row-major: all classes of a column lie together. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** How closely a linear model follows its examples. */
interface LinearFitOptions {
  /** Cost C of the squared hinge loss. */
  readonly cost: number;
  readonly maxEpochs: number;
  readonly seed: number;
}

/**
 * One-against-all squared-hinge machines, fitted one class after the other.
 * @param labels  class number of each vector, 0 ≤ label < classes
 * @param start  a model to stay close to (the prior); without it, zero
 */
export function fitLinearModel(
  vectors: readonly SparseVector[],
  labels: ArrayLike<number>,
  shape: { readonly classes: number; readonly columns: number },
  options: LinearFitOptions,
  start?: LinearModel,
): LinearModel {
  const rows = packRows(vectors);
  const { classes, columns } = shape;
  const weights = new Float32Array(columns * classes);
  const biases = new Float32Array(classes);
  const isPositive = new Uint8Array(rows.count);
  const one = new Float64Array(columns + 1);
  const random = seededRandom(options.seed);
  const fit = { cost: options.cost, maxEpochs: options.maxEpochs, tolerance: 0.1, random };
  for (let c = 0; c < classes; c++) {
    one.fill(0);
    if (start && c < start.classes) {
      const known = start.weights.length / start.classes;
      for (let j = 0; j < known; j++) one[j] = start.weights[j * start.classes + c] ?? 0;
      one[columns] = start.biases[c] ?? 0;
    } else if (start) {
      one[columns] = -1;
    }
    for (let i = 0; i < rows.count; i++) isPositive[i] = labels[i] === c ? 1 : 0;
    fitSquaredHinge(rows, isPositive, one, fit);
    for (let j = 0; j < columns; j++) weights[j * classes + c] = one[j] ?? 0;
    biases[c] = one[columns] ?? 0;
  }
  return { classes, weights, biases };
}

/** The scores of all classes for one vector. Cost: its entries × classes. */
export function linearScores(model: LinearModel, vector: SparseVector): Float64Array {
  const { classes, weights } = model;
  const scores = Float64Array.from(model.biases);
  for (let k = 0; k < vector.columns.length; k++) {
    const value = vector.values[k] ?? 0;
    let at = (vector.columns[k] ?? 0) * classes;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[at++] ?? 0) * value;
  }
  return scores;
}
