/** Sweeps over all effects after which demeaning is taken as done. */
const SWEEPS = 1000;

/** Numbers the distinct values of `labels` from 0 in order of appearance. */
export const groupsOf = (
  labels: ArrayLike<number | string>,
): { readonly index: Int32Array; readonly count: number } => {
  const numbers = new Map<number | string, number>();
  const index = new Int32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? '';
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    index[i] = number;
  }
  return { index, count: numbers.size };
};

/** Mean of the values of each group. */
export const groupMeans = (
  values: ArrayLike<number>,
  index: Int32Array,
  count: number,
): Float64Array => {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let i = 0; i < index.length; i++) {
    const g = index[i] ?? 0;
    sums[g] = (sums[g] ?? 0) + (values[i] ?? 0);
    sizes[g] = (sizes[g] ?? 0) + 1;
  }
  return sums.map((sum, g) => sum / (sizes[g] ?? 1));
};

/**
 * Values less the means of each effect's groups. One effect takes one pass; several are projected
 * out in turn until nothing changes (alternating projections, Gaure 2013).
 */
export const within = (
  values: ArrayLike<number>,
  effects: readonly { readonly index: Int32Array; readonly count: number }[],
): Float64Array => {
  const out = Float64Array.from(values);
  let scale = 0;
  for (const value of out) scale = Math.max(scale, Math.abs(value));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (const { index, count } of effects) {
      const means = groupMeans(out, index, count);
      for (let i = 0; i < out.length; i++) {
        const mean = means[index[i] ?? 0] ?? 0;
        moved = Math.max(moved, Math.abs(mean));
        out[i] = (out[i] ?? 0) - mean;
      }
    }
    if (effects.length < 2 || !(moved > scale * 1e-13)) break;
  }
  return out;
};
