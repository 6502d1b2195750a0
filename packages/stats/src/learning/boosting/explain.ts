import { type Undefined, undefinedBecause } from '../../undefined.js';
import type { BoostingModel } from './model.js';
import { type CompiledTrees, childOf, compileTrees, type Trees } from './trees.js';

/** What each column contributed to the score of each row. */
export interface BoostingExplanation {
  readonly kind: 'explanation';
  /** Expected score of each class over the training rows. */
  readonly base: readonly number[];
  /**
   * rows × width × columns, row-major, on the scale of `scoreBoosting` (log odds for `binary`):
   * base + the sum over columns is the score of that row and class.
   */
  readonly contributions: Float64Array;
}

/**
 * Exact Shapley values of each prediction, conditional on the trees' paths (TreeSHAP: Lundberg,
 * Erion & Lee 2018, Algorithm 2), O(trees × leaves × depth²) a row.
 * @param x rows × columns, row-major, NaN where missing
 */
export const explainBoosting = (
  model: BoostingModel,
  x: ArrayLike<number>,
): BoostingExplanation | Undefined => {
  const { columns, width, trees, initial } = model;
  if (x.length % columns !== 0) return undefinedBecause(`a row has ${columns} values`);
  const rows = x.length / columns;
  const compiled = compileTrees(trees);
  const base = Array.from(initial);
  let deepest = 0;
  trees.roots.forEach((root, t) => {
    const { expected, depth } = expectation(trees, root);
    base[t % width] = (base[t % width] ?? 0) + expected;
    deepest = Math.max(deepest, depth);
  });
  const contributions = new Float64Array(rows * width * columns);
  const row = new Float64Array(columns);
  const path = createPath(deepest + 2);
  for (let i = 0; i < rows; i++) {
    compiled.encode(x, i * columns, row, 0);
    for (let t = 0; t < trees.roots.length; t++) {
      const out = contributions.subarray(
        (i * width + (t % width)) * columns,
        (i * width + (t % width) + 1) * columns,
      );
      visit(trees, compiled, row, out, path, trees.roots[t] ?? 0, 0, 0, 1, 1, -1);
    }
  }
  return { kind: 'explanation', base, contributions };
};

/** Mean leaf value over the training rows, and the tree's depth. */
const expectation = (trees: Trees, root: number): { expected: number; depth: number } => {
  let expected = 0;
  let deepest = 0;
  const total = trees.cover[root] ?? 1;
  const descend = (node: number, depth: number): void => {
    deepest = Math.max(deepest, depth);
    if ((trees.feature[node] ?? -1) < 0) {
      expected += ((trees.value[node] ?? 0) * (trees.cover[node] ?? 0)) / total;
      return;
    }
    descend(trees.left[node] ?? 0, depth + 1);
    descend(trees.right[node] ?? 0, depth + 1);
  };
  descend(root, 0);
  return { expected, depth: deepest };
};

/**
 * The unique features on the way down, one copy a level: share of paths that flow through when the
 * feature is unknown (zero) or known (one), and the weights of subsets by size.
 */
interface Path {
  readonly feature: Int32Array;
  readonly zero: Float64Array;
  readonly one: Float64Array;
  readonly weight: Float64Array;
}

const createPath = (levels: number): Path => {
  const size = ((levels + 1) * (levels + 2)) / 2;
  return {
    feature: new Int32Array(size),
    zero: new Float64Array(size),
    one: new Float64Array(size),
    weight: new Float64Array(size),
  };
};

/** EXTEND of the paper: adds an element at `length` of the path that starts at `from`. */
const extend = (
  path: Path,
  from: number,
  length: number,
  zero: number,
  one: number,
  feature: number,
): void => {
  const { weight } = path;
  path.feature[from + length] = feature;
  path.zero[from + length] = zero;
  path.one[from + length] = one;
  weight[from + length] = length === 0 ? 1 : 0;
  for (let i = length - 1; i >= 0; i--) {
    const w = weight[from + i] ?? 0;
    weight[from + i + 1] = (weight[from + i + 1] ?? 0) + (one * w * (i + 1)) / (length + 1);
    weight[from + i] = (zero * w * (length - i)) / (length + 1);
  }
};

/** UNWIND of the paper: takes the element at `at` out again; `last` is the last index. */
const unwind = (path: Path, from: number, last: number, at: number): void => {
  const { feature, zero, one, weight } = path;
  const o = one[from + at] ?? 0;
  const z = zero[from + at] ?? 0;
  let next = weight[from + last] ?? 0;
  for (let i = last - 1; i >= 0; i--) {
    const w = weight[from + i] ?? 0;
    if (o !== 0) {
      weight[from + i] = (next * (last + 1)) / ((i + 1) * o);
      next = w - ((weight[from + i] ?? 0) * z * (last - i)) / (last + 1);
    } else {
      weight[from + i] = (w * (last + 1)) / (z * (last - i));
    }
  }
  for (let i = at; i < last; i++) {
    feature[from + i] = feature[from + i + 1] ?? 0;
    zero[from + i] = zero[from + i + 1] ?? 0;
    one[from + i] = one[from + i + 1] ?? 0;
  }
};

/** Sum of the weights that `unwind` would leave. */
const unwoundSum = (path: Path, from: number, last: number, at: number): number => {
  const o = path.one[from + at] ?? 0;
  const z = path.zero[from + at] ?? 0;
  let next = path.weight[from + last] ?? 0;
  let total = 0;
  for (let i = last - 1; i >= 0; i--) {
    const w = path.weight[from + i] ?? 0;
    if (o !== 0) {
      const part = (next * (last + 1)) / ((i + 1) * o);
      total += part;
      next = w - (part * z * (last - i)) / (last + 1);
    } else {
      total += (w * (last + 1)) / (z * (last - i));
    }
  }
  return total;
};

const visit = (
  trees: Trees,
  compiled: CompiledTrees,
  row: Float64Array,
  out: Float64Array,
  path: Path,
  node: number,
  parentFrom: number,
  length: number,
  zero: number,
  one: number,
  feature: number,
): void => {
  // Each level works on its own copy, behind its parent's.
  const from = parentFrom + length;
  path.feature.copyWithin(from, parentFrom, parentFrom + length);
  path.zero.copyWithin(from, parentFrom, parentFrom + length);
  path.one.copyWithin(from, parentFrom, parentFrom + length);
  path.weight.copyWithin(from, parentFrom, parentFrom + length);
  extend(path, from, length, zero, one, feature);
  const column = trees.feature[node] ?? -1;
  if (column < 0) {
    const value = trees.value[node] ?? 0;
    for (let i = 1; i <= length; i++) {
      const asked = path.feature[from + i] ?? 0;
      const flow = (path.one[from + i] ?? 0) - (path.zero[from + i] ?? 0);
      out[asked] = (out[asked] ?? 0) + unwoundSum(path, from, length, i) * flow * value;
    }
    return;
  }
  const hot = childOf(compiled, node, row, 0);
  const left = trees.left[node] ?? 0;
  const cold = hot === left ? (trees.right[node] ?? 0) : left;
  const cover = trees.cover[node] ?? 1;
  let last = length;
  let zeroBefore = 1;
  let oneBefore = 1;
  for (let i = 1; i <= length; i++) {
    if (path.feature[from + i] !== column) continue;
    zeroBefore = path.zero[from + i] ?? 0;
    oneBefore = path.one[from + i] ?? 0;
    unwind(path, from, length, i);
    last = length - 1;
    break;
  }
  const hotShare = ((trees.cover[hot] ?? 0) / cover) * zeroBefore;
  const coldShare = ((trees.cover[cold] ?? 0) / cover) * zeroBefore;
  visit(trees, compiled, row, out, path, hot, from, last + 1, hotShare, oneBefore, column);
  visit(trees, compiled, row, out, path, cold, from, last + 1, coldShare, 0, column);
};
