/** How one column is cut into bins. */
export type ColumnBins =
  /** Bin b holds `edges[b − 1] < x ≤ edges[b]`; the last bin is open. */
  | { readonly kind: 'numeric'; readonly edges: Float64Array }
  /** Bin b holds the category code `codes[b]`. */
  | { readonly kind: 'categorical'; readonly codes: Float64Array };

/** A table of bin numbers. */
export interface BinnedTable {
  /** rows × columns, row-major; missing values have the bin behind the column's last. */
  readonly bins: Uint8Array;
  readonly rows: number;
  readonly columns: number;
  readonly cuts: readonly ColumnBins[];
}

/** Edges are learnt from at most this many values of a column. */
const SAMPLE = 200_000;

const numericEdges = (sorted: Float64Array, maxBins: number): Float64Array => {
  const distinct: number[] = [];
  for (const value of sorted) {
    if (distinct.length === 0 || value !== distinct[distinct.length - 1]) distinct.push(value);
  }
  const edges: number[] = [];
  const between = (low: number, high: number): number => {
    const middle = low + (high - low) / 2;
    return middle < high ? middle : low;
  };
  if (distinct.length <= maxBins) {
    for (let i = 0; i + 1 < distinct.length; i++) {
      edges.push(between(distinct[i] ?? 0, distinct[i + 1] ?? 0));
    }
    return Float64Array.from(edges);
  }
  for (let b = 1; b < maxBins; b++) {
    const at = Math.floor((b * sorted.length) / maxBins);
    const low = sorted[at - 1] ?? 0;
    const high = sorted[at] ?? low;
    // Inside a run of equal values the cut goes behind the run.
    const edge = between(low, high);
    if (edge > (edges[edges.length - 1] ?? Number.NEGATIVE_INFINITY)) edges.push(edge);
  }
  return Float64Array.from(edges);
};

/** The most frequent codes, sorted; rarer ones count as missing. */
const frequentCodes = (sorted: Float64Array, maxBins: number): Float64Array => {
  const counts = new Map<number, number>();
  for (const code of sorted) counts.set(code, (counts.get(code) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, maxBins);
  return Float64Array.from(kept, ([code]) => code).sort();
};

/** Index of the first element ≥ value; the length when there is none. */
const lowerBound = (sorted: Float64Array, value: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Bins of a column; the same number is the bin of missing values and unseen categories. */
export const binCount = (cut: ColumnBins): number =>
  cut.kind === 'numeric' ? cut.edges.length + 1 : cut.codes.length;

/** Bin of one value under the cuts of its column. */
const binOf = (cut: ColumnBins, value: number): number => {
  if (Number.isNaN(value)) return binCount(cut);
  if (cut.kind === 'numeric') return lowerBound(cut.edges, value);
  const at = lowerBound(cut.codes, value);
  return cut.codes[at] === value ? at : cut.codes.length;
};

/**
 * Cuts each column into at most `maxBins` bins: numbers at midpoints between distinct values or at
 * quantiles, categories one bin a code.
 * @param x rows × columns, row-major, NaN where missing
 * @param categorical columns that hold category codes
 * @param maxBins 2…254
 */
export const binTable = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  categorical: ReadonlySet<number>,
  maxBins: number,
): BinnedTable => {
  const bins = new Uint8Array(rows * columns);
  const cuts: ColumnBins[] = [];
  const stride = Math.max(1, Math.ceil(rows / SAMPLE));
  const values = new Float64Array(Math.ceil(rows / stride));
  for (let j = 0; j < columns; j++) {
    let present = 0;
    for (let i = 0; i < rows; i += stride) {
      const value = x[i * columns + j] ?? Number.NaN;
      if (!Number.isNaN(value)) values[present++] = value;
    }
    const sorted = values.subarray(0, present).sort();
    const cut: ColumnBins = categorical.has(j)
      ? { kind: 'categorical', codes: frequentCodes(sorted, maxBins) }
      : { kind: 'numeric', edges: numericEdges(sorted, maxBins) };
    cuts.push(cut);
    for (let i = 0; i < rows; i++) {
      bins[i * columns + j] = binOf(cut, x[i * columns + j] ?? Number.NaN);
    }
  }
  return { bins, rows, columns, cuts };
};
