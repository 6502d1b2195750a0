import type { BinnedTable } from './bins.js';
import {
  bestSplit,
  type GrowthLimits,
  layoutOf,
  type NodeSums,
  nodeValue,
  type Split,
} from './splits.js';

/** One grown tree in terms of bins. */
export interface BinnedTree {
  readonly nodes: readonly BinnedNode[];
}

/** A node of a grown tree. */
export interface BinnedNode {
  readonly sums: NodeSums;
  /** Value before shrinkage. */
  readonly value: number;
  split: Split | undefined;
  left: number;
  right: number;
}

interface OpenLeaf {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
}

/** Grows trees on one table, reusing its buffers. */
export interface Grower {
  /**
   * Grows one tree by best-first splits.
   * @param rows row numbers to grow on; reordered so that each leaf's rows are contiguous
   * @param columns columns that may be asked
   * @param onLeaf told each leaf's rows, as a range of `rows`
   */
  grow(
    rows: Int32Array,
    columns: Int32Array,
    gradient: Float64Array,
    hessian: Float64Array,
    onLeaf: (value: number, start: number, end: number) => void,
  ): BinnedTree;
}

/** Makes a grower; histograms of freed leaves are used again. */
export const createGrower = (table: BinnedTable, limits: GrowthLimits): Grower => {
  const layout = layoutOf(table);
  const { bins, columns: width } = table;
  const isCategorical = Uint8Array.from(table.cuts, (cut) => (cut.kind === 'categorical' ? 1 : 0));
  const offsets = layout.offsets.map((slot) => slot * 3);
  const size = layout.slots * 3;
  const spare: Float64Array[] = [];
  const taken = (): Float64Array => spare.pop()?.fill(0) ?? new Float64Array(size);
  const buffer = new Int32Array(table.rows);

  const fill = (
    histogram: Float64Array,
    rows: Int32Array,
    start: number,
    end: number,
    columns: Int32Array,
    gradient: Float64Array,
    hessian: Float64Array,
  ): void => {
    const count = columns.length;
    for (let i = start; i < end; i++) {
      const row = rows[i] ?? 0;
      const g = gradient[row] ?? 0;
      const h = hessian[row] ?? 0;
      const base = row * width;
      for (let c = 0; c < count; c++) {
        const column = columns[c] ?? 0;
        const slot = (offsets[column] ?? 0) + (bins[base + column] ?? 0) * 3;
        histogram[slot] = (histogram[slot] ?? 0) + g;
        histogram[slot + 1] = (histogram[slot + 1] ?? 0) + h;
        histogram[slot + 2] = (histogram[slot + 2] ?? 0) + 1;
      }
    }
  };

  /** Stable partition; returns where the right side starts. */
  const divide = (rows: Int32Array, start: number, end: number, split: Split): number => {
    const { feature, goesLeft } = split;
    let left = start;
    let right = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i] ?? 0;
      if (goesLeft[bins[row * width + feature] ?? 0] === 1) rows[left++] = row;
      else buffer[right++] = row;
    }
    rows.set(buffer.subarray(0, right), left);
    return left;
  };

  return {
    grow: (rows, columns, gradient, hessian, onLeaf) => {
      let g = 0;
      let h = 0;
      for (let i = 0; i < rows.length; i++) {
        g += gradient[rows[i] ?? 0] ?? 0;
        h += hessian[rows[i] ?? 0] ?? 0;
      }
      const nodes: BinnedNode[] = [];
      const addNode = (sums: NodeSums): number =>
        nodes.push({
          sums,
          value: nodeValue(sums, limits.l2),
          split: undefined,
          left: -1,
          right: -1,
        }) - 1;
      const open = (
        node: number,
        start: number,
        end: number,
        depth: number,
        histogram: Float64Array,
      ): OpenLeaf => {
        const sums = nodes[node]?.sums;
        const divisible =
          sums !== undefined && depth < limits.maxDepth && sums.rows >= 2 * limits.minLeafRows;
        const split = divisible
          ? bestSplit(histogram, layout, isCategorical, columns, sums, limits)
          : undefined;
        return { node, start, end, depth, histogram, split };
      };
      const root = addNode({
        gradient: g,
        hessian: h,
        rows: rows.length,
        lower: Number.NEGATIVE_INFINITY,
        upper: Number.POSITIVE_INFINITY,
      });
      const histogram = taken();
      fill(histogram, rows, 0, rows.length, columns, gradient, hessian);
      const leaves: OpenLeaf[] = [open(root, 0, rows.length, 0, histogram)];

      while (leaves.length < limits.maxLeaves) {
        let at = -1;
        let gain = 0;
        leaves.forEach(({ split }, i) => {
          if (split !== undefined && split.gain > gain) {
            gain = split.gain;
            at = i;
          }
        });
        const leaf = leaves[at];
        const node = leaf && nodes[leaf.node];
        if (leaf?.split === undefined || node === undefined) break;
        const { split, start, end, depth } = leaf;
        const middle = divide(rows, start, end, split);
        node.split = split;
        node.left = addNode(split.left);
        node.right = addNode(split.right);
        // Only the smaller child is counted; the other is the parent less it.
        const smallerIsLeft = middle - start <= end - middle;
        const small = taken();
        const [from, to] = smallerIsLeft ? [start, middle] : [middle, end];
        fill(small, rows, from, to, columns, gradient, hessian);
        const large = leaf.histogram;
        for (let i = 0; i < size; i++) large[i] = (large[i] ?? 0) - (small[i] ?? 0);
        const [left, right] = smallerIsLeft ? [small, large] : [large, small];
        leaves[at] = open(node.left, start, middle, depth + 1, left);
        leaves.push(open(node.right, middle, end, depth + 1, right));
      }
      for (const leaf of leaves) {
        onLeaf(nodes[leaf.node]?.value ?? 0, leaf.start, leaf.end);
        spare.push(leaf.histogram);
      }
      return { nodes };
    },
  };
};

/** Value of the leaf that a binned row falls into. */
export const binnedLeafValue = (tree: BinnedTree, table: BinnedTable, row: number): number => {
  const base = row * table.columns;
  let node = tree.nodes[0];
  while (node?.split !== undefined) {
    const { feature, goesLeft } = node.split;
    node = tree.nodes[goesLeft[table.bins[base + feature] ?? 0] === 1 ? node.left : node.right];
  }
  return node?.value ?? 0;
};
