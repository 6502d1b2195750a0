import { type BinnedTable, binCount } from './bins.js';

/** What growing a tree must respect. */
export interface GrowthLimits {
  readonly maxLeaves: number;
  readonly maxDepth: number;
  readonly minLeafRows: number;
  readonly minLeafHessian: number;
  readonly minGain: number;
  readonly l2: number;
  /** Per column −1 falling, 0 free, 1 rising. */
  readonly monotone: Int8Array;
}

/** Sums over the rows of a node. */
export interface NodeSums {
  readonly gradient: number;
  readonly hessian: number;
  readonly rows: number;
  /** Bounds of the node's value that monotone splits above it set. */
  readonly lower: number;
  readonly upper: number;
}

/** A way to divide a node. */
export interface Split {
  readonly gain: number;
  readonly feature: number;
  /** Numbers: bins up to this one go left. */
  readonly bin: number;
  readonly missingLeft: boolean;
  /** 1 at each bin that goes left, the bin of missing values last. */
  readonly goesLeft: Uint8Array;
  readonly left: NodeSums;
  readonly right: NodeSums;
}

/** Histogram layout: three sums (gradient, hessian, rows) a bin, columns one after the other. */
export interface HistogramLayout {
  /** First slot of each column; a column has its bins and then one for missing values. */
  readonly offsets: Int32Array;
  /** Bins of each column without the one for missing values. */
  readonly binCounts: Int32Array;
  readonly slots: number;
}

/** Slots for every bin of every column. */
export const layoutOf = (table: BinnedTable): HistogramLayout => {
  const offsets = new Int32Array(table.columns);
  const binCounts = new Int32Array(table.columns);
  let slots = 0;
  table.cuts.forEach((cut, j) => {
    offsets[j] = slots;
    binCounts[j] = binCount(cut);
    slots += binCount(cut) + 1;
  });
  return { offsets, binCounts, slots };
};

/** Best value of a node within its bounds. */
export const nodeValue = (sums: NodeSums, l2: number): number => {
  const free = -sums.gradient / (sums.hessian + l2);
  return Math.min(sums.upper, Math.max(sums.lower, free));
};

/** Reduction of the second-order loss that `value` brings to a node, times two. */
const scoreAt = (gradient: number, hessian: number, l2: number, value: number): number =>
  -(2 * gradient * value + (hessian + l2) * value * value);

/** Strength by which a category's mean is drawn to 0 when categories are ordered. */
const CATEGORY_SMOOTHING = 10;

/**
 * Best split of a node over the given columns, from its histogram; undefined when none gains.
 * Missing values go to the side that gains more, and to the larger side where none are seen.
 * Categories are ordered by gradient over hessian and cut as numbers are (Fisher 1958).
 */
export const bestSplit = (
  histogram: Float64Array,
  layout: HistogramLayout,
  isCategorical: Uint8Array,
  columns: Int32Array,
  node: NodeSums,
  limits: GrowthLimits,
): Split | undefined => {
  const { l2, minLeafRows, minLeafHessian } = limits;
  const parent = scoreAt(node.gradient, node.hessian, l2, nodeValue(node, l2));
  const unbounded = node.lower === Number.NEGATIVE_INFINITY && node.upper === -node.lower;
  let bestGain = limits.minGain;
  let best: { feature: number; at: number; order: Int32Array | undefined; missingLeft: boolean } = {
    feature: -1,
    at: 0,
    order: undefined,
    missingLeft: false,
  };
  let bestG = 0;
  let bestH = 0;
  let bestC = 0;

  for (let c = 0; c < columns.length; c++) {
    const feature = columns[c] ?? 0;
    const offset = layout.offsets[feature] ?? 0;
    const bins = layout.binCounts[feature] ?? 0;
    const missing = (offset + bins) * 3;
    const missingG = histogram[missing] ?? 0;
    const missingH = histogram[missing + 1] ?? 0;
    const missingC = histogram[missing + 2] ?? 0;
    const direction = limits.monotone[feature] ?? 0;
    const free = direction === 0 && unbounded;
    const order =
      isCategorical[feature] === 1 ? orderedCategories(histogram, offset, bins) : undefined;
    const length = order === undefined ? bins : order.length;
    for (let side = 0; side < (missingC > 0 ? 2 : 1); side++) {
      let g = side === 1 ? missingG : 0;
      let h = side === 1 ? missingH : 0;
      let count = side === 1 ? missingC : 0;
      // With missing values on the right, the last cut parts them from everything else.
      const last = side === 0 && missingC > 0 ? length : length - 1;
      for (let at = 0; at < last; at++) {
        const slot = (offset + (order === undefined ? at : (order[at] ?? 0))) * 3;
        const rows = histogram[slot + 2] ?? 0;
        if (rows === 0) continue;
        g += histogram[slot] ?? 0;
        h += histogram[slot + 1] ?? 0;
        count += rows;
        if (count < minLeafRows || h < minLeafHessian) continue;
        const rightC = node.rows - count;
        const rightH = node.hessian - h;
        if (rightC < minLeafRows || rightH < minLeafHessian) break;
        const rightG = node.gradient - g;
        let gain: number;
        if (free) {
          gain = (g * g) / (h + l2) + (rightG * rightG) / (rightH + l2) - parent;
        } else {
          const clamp = (v: number): number => Math.min(node.upper, Math.max(node.lower, v));
          const leftValue = clamp(-g / (h + l2));
          const rightValue = clamp(-rightG / (rightH + l2));
          if (direction * (rightValue - leftValue) < 0) continue;
          gain = scoreAt(g, h, l2, leftValue) + scoreAt(rightG, rightH, l2, rightValue) - parent;
        }
        if (gain > bestGain) {
          bestGain = gain;
          bestG = g;
          bestH = h;
          bestC = count;
          best = { feature, at, order, missingLeft: side === 1 };
        }
      }
    }
  }
  if (best.feature < 0) return undefined;
  const { feature, at, order } = best;
  const missing = ((layout.offsets[feature] ?? 0) + (layout.binCounts[feature] ?? 0)) * 3 + 2;
  let left: NodeSums = { ...node, gradient: bestG, hessian: bestH, rows: bestC };
  let right: NodeSums = {
    ...node,
    gradient: node.gradient - bestG,
    hessian: node.hessian - bestH,
    rows: node.rows - bestC,
  };
  const direction = limits.monotone[feature] ?? 0;
  if (direction !== 0) {
    const middle = (nodeValue(left, l2) + nodeValue(right, l2)) / 2;
    const [low, high] = [{ upper: middle }, { lower: middle }];
    left = { ...left, ...(direction > 0 ? low : high) };
    right = { ...right, ...(direction > 0 ? high : low) };
  }
  const missingLeft = (histogram[missing] ?? 0) > 0 ? best.missingLeft : left.rows >= right.rows;
  const bins = layout.binCounts[feature] ?? 0;
  const goesLeft = new Uint8Array(bins + 1);
  for (let i = 0; i <= at; i++) goesLeft[order === undefined ? i : (order[i] ?? 0)] = 1;
  goesLeft[bins] = missingLeft ? 1 : 0;
  return { gain: bestGain, feature, bin: at, missingLeft, goesLeft, left, right };
};

/** Bins that have rows, by rising mean gradient. */
const orderedCategories = (histogram: Float64Array, offset: number, bins: number): Int32Array => {
  const present: { bin: number; mean: number }[] = [];
  for (let bin = 0; bin < bins; bin++) {
    const slot = (offset + bin) * 3;
    if ((histogram[slot + 2] ?? 0) > 0) {
      const mean = (histogram[slot] ?? 0) / ((histogram[slot + 1] ?? 0) + CATEGORY_SMOOTHING);
      present.push({ bin, mean });
    }
  }
  present.sort((a, b) => a.mean - b.mean || a.bin - b.bin);
  return Int32Array.from(present, (p) => p.bin);
};
