import { type Undefined, undefinedBecause } from '../../undefined.js';
import type { BoostingModel } from './model.js';
import { sigmoid, softmaxInPlace } from './objectives.js';
import { compileTrees, leafValue } from './trees.js';

/** Rows that go through all trees together, so that a tree stays in the cache. */
const BLOCK = 128;

/**
 * Scores before the link function: predictions of a regression, log odds, or one score a class.
 * @param x rows × columns, row-major, NaN where missing
 * @returns rows × width, row-major
 */
export const scoreBoosting = (
  model: BoostingModel,
  x: ArrayLike<number>,
): Float64Array | Undefined => {
  const { columns, width, trees, initial } = model;
  if (x.length % columns !== 0) return undefinedBecause(`a row has ${columns} values`);
  const rows = x.length / columns;
  const scores = new Float64Array(rows * width);
  const compiled = compileTrees(trees);
  const block = new Float64Array(Math.min(rows, BLOCK) * columns);
  for (let first = 0; first < rows; first += BLOCK) {
    const count = Math.min(BLOCK, rows - first);
    for (let i = 0; i < count; i++) compiled.encode(x, (first + i) * columns, block, i * columns);
    for (let i = 0; i < count * width; i++) scores[first * width + i] = initial[i % width] ?? 0;
    for (let t = 0; t < trees.roots.length; t++) {
      const root = trees.roots[t] ?? 0;
      let at = first * width + (t % width);
      for (let i = 0; i < count; i++, at += width) {
        scores[at] = (scores[at] ?? 0) + leafValue(compiled, root, block, i * columns);
      }
    }
  }
  return scores;
};

/**
 * Predictions: numbers (`regression`), probabilities of 1 (`binary`), or probabilities of each
 * class (`multiclass`, rows × classes row-major).
 * @param x rows × columns, row-major, NaN where missing; infinities count as very large numbers
 */
export const predictBoosting = (
  model: BoostingModel,
  x: ArrayLike<number>,
): Float64Array | Undefined => {
  const scores = scoreBoosting(model, x);
  if (!(scores instanceof Float64Array)) return scores;
  if (model.objective === 'binary') {
    for (let i = 0; i < scores.length; i++) scores[i] = sigmoid(scores[i] ?? 0);
  } else if (model.objective === 'multiclass') {
    softmaxInPlace(scores, scores.length / model.width, model.width);
  }
  return scores;
};
