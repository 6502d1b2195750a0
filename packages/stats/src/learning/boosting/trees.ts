/**
 * Regression trees in one flat table, plain numbers throughout (survives JSON and structured
 * clone). Node k of any tree is row k of every list.
 */
export interface Trees {
  /** First node of each tree. */
  readonly roots: readonly number[];
  /** Column that is asked; −1 at a leaf. */
  readonly feature: readonly number[];
  /** Left when value ≤ threshold; at a split on categories the index of its set in `sets`. */
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** 1 when a missing value (or unseen category) goes left, otherwise 0. */
  readonly missingLeft: readonly number[];
  /** What a leaf adds to the score; 0 inside. */
  readonly value: readonly number[];
  /** Training rows that passed through the node. */
  readonly cover: readonly number[];
  /** Known codes of each categorical column, rising; empty for columns of numbers. */
  readonly codes: readonly (readonly number[])[];
  /** Per split on categories: 1 for each known code of the column that goes left. */
  readonly sets: readonly (readonly number[])[];
}

/** Trees as typed arrays, and the way rows must be written for them. */
export interface CompiledTrees {
  /** Four a node: column (−1 at a leaf; −2 − column for categories), left, right, for missing. */
  readonly links: Int32Array;
  /** Threshold, first position in `goesLeft`, or the value of a leaf. */
  readonly numbers: Float64Array;
  readonly goesLeft: Uint8Array;
  /**
   * Writes row values with category codes replaced by their index (the number of known codes for
   * missing and unseen ones).
   */
  encode(x: ArrayLike<number>, from: number, out: Float64Array, to: number): void;
}

const compiled = new WeakMap<Trees, CompiledTrees>();

/** Compiles once per model object and remembers it as long as the model lives. */
export const compileTrees = (trees: Trees): CompiledTrees => {
  const known = compiled.get(trees);
  if (known !== undefined) return known;
  const { feature, threshold, left, right, missingLeft, value, codes, sets } = trees;
  const count = feature.length;
  const links = new Int32Array(count * 4);
  const numbers = new Float64Array(count);
  const flags: number[] = [];
  const isCategorical = codes.map((list) => list.length > 0);
  for (let k = 0; k < count; k++) {
    const column = feature[k] ?? -1;
    const set = column >= 0 && isCategorical[column] ? sets[threshold[k] ?? 0] : undefined;
    links[k * 4] = set === undefined ? column : -2 - column;
    links[k * 4 + 1] = left[k] ?? 0;
    links[k * 4 + 2] = right[k] ?? 0;
    links[k * 4 + 3] = (missingLeft[k] === 1 ? left[k] : right[k]) ?? 0;
    numbers[k] = (column < 0 ? value[k] : threshold[k]) ?? 0;
    if (set !== undefined) {
      numbers[k] = flags.length;
      flags.push(...set, missingLeft[k] ?? 0);
    }
  }
  const encoders = codes.map((list) => categoryEncoder(list));
  const result: CompiledTrees = {
    links,
    numbers,
    goesLeft: Uint8Array.from(flags),
    encode: (x, from, out, to) => {
      for (let j = 0; j < encoders.length; j++) {
        const encoder = encoders[j];
        const raw = x[from + j] ?? Number.NaN;
        out[to + j] = encoder === undefined ? raw : encoder(raw);
      }
    },
  };
  compiled.set(trees, result);
  return result;
};

/** Index of a code among the known ones; their number when it is not among them. */
const categoryEncoder = (codes: readonly number[]): ((code: number) => number) | undefined => {
  if (codes.length === 0) return undefined;
  const largest = codes[codes.length - 1] ?? 0;
  if (codes.every((code) => Number.isInteger(code) && code >= 0) && largest < 4096) {
    const table = new Float64Array(largest + 1).fill(codes.length);
    codes.forEach((code, index) => {
      table[code] = index;
    });
    return (code) => (code >= 0 && code <= largest ? (table[code] ?? codes.length) : codes.length);
  }
  const table = new Map(codes.map((code, index) => [code, index]));
  return (code) => table.get(code) ?? codes.length;
};

/** Child of an inner node for the encoded row at `offset`. */
export const childOf = (
  trees: CompiledTrees,
  node: number,
  row: Float64Array,
  offset: number,
): number => {
  const { links } = trees;
  const column = links[node * 4] ?? 0;
  const number = trees.numbers[node] ?? 0;
  if (column < -1) {
    const flag = trees.goesLeft[number + (row[offset - 2 - column] ?? 0)];
    return links[node * 4 + (flag === 1 ? 1 : 2)] ?? 0;
  }
  const value = row[offset + column] ?? Number.NaN;
  return links[node * 4 + (value <= number ? 1 : value > number ? 2 : 3)] ?? 0;
};

/** Value of the leaf of the tree at `root` that the encoded row at `offset` falls into. */
export const leafValue = (
  trees: CompiledTrees,
  root: number,
  row: Float64Array,
  offset: number,
): number => {
  const { links, numbers, goesLeft } = trees;
  let node = root;
  for (;;) {
    const at = node * 4;
    const column = links[at] ?? -1;
    const number = numbers[node] ?? 0;
    if (column >= 0) {
      const value = row[offset + column] ?? 0;
      // NaN is neither ≤ nor > and lands on the third link.
      node = links[at + 3 - Number(value > number) - 2 * Number(value <= number)] ?? 0;
    } else if (column === -1) {
      return number;
    } else {
      const flag = goesLeft[number + (row[offset - 2 - column] ?? 0)] ?? 0;
      node = links[at + 2 - flag] ?? 0;
    }
  }
};
