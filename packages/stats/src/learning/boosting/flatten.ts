import type { BinnedTable } from './bins.js';
import type { BinnedTree } from './grow.js';

/** The flat table of `Trees` while it is being filled. */
export interface GrowingTrees {
  readonly roots: number[];
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly missingLeft: number[];
  readonly value: number[];
  readonly cover: number[];
  readonly codes: number[][];
  readonly sets: number[][];
}

/** A table without trees. */
export const emptyTrees = (table: BinnedTable): GrowingTrees => ({
  roots: [],
  feature: [],
  threshold: [],
  left: [],
  right: [],
  missingLeft: [],
  value: [],
  cover: [],
  codes: table.cuts.map((cut) =>
    cut.kind === 'categorical' ? Array.from(cut.codes, (code) => code + 0) : [],
  ),
  sets: [],
});

/** Appends one tree, its bins turned into values and its leaves shrunk; adds up gains by column. */
export const appendTree = (
  trees: GrowingTrees,
  tree: BinnedTree,
  table: BinnedTable,
  shrinkage: number,
  gains: Float64Array,
): void => {
  const base = trees.feature.length;
  trees.roots.push(base);
  for (const { split, sums, value, left, right } of tree.nodes) {
    trees.cover.push(sums.rows);
    trees.left.push(base + left);
    trees.right.push(base + right);
    trees.feature.push(split?.feature ?? -1);
    // Adding 0 turns −0, which JSON does not know, into 0.
    trees.value.push(split === undefined ? shrinkage * value + 0 : 0);
    trees.missingLeft.push(split?.missingLeft ? 1 : 0);
    if (split === undefined) {
      trees.threshold.push(0);
      continue;
    }
    gains[split.feature] = (gains[split.feature] ?? 0) + split.gain;
    const cut = table.cuts[split.feature];
    if (cut?.kind === 'categorical') {
      // The last flag, for missing values, is in `missingLeft` already.
      trees.threshold.push(trees.sets.push(Array.from(split.goesLeft.subarray(0, -1))) - 1);
    } else {
      // Behind the last bin only missing values remain for the right side.
      trees.threshold.push((cut?.edges[split.bin] ?? Number.MAX_VALUE) + 0);
    }
  }
};

/** Drops all trees but the first `count`. */
export const truncateTrees = (trees: GrowingTrees, count: number): void => {
  const end = trees.roots[count] ?? trees.feature.length;
  trees.roots.length = Math.min(count, trees.roots.length);
  const { feature, threshold, left, right, missingLeft, value, cover } = trees;
  for (const list of [feature, threshold, left, right, missingLeft, value, cover]) {
    list.length = end;
  }
};
