/** Median; the mean of the middle two for an even count, 0 for none. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return 0;
  return ((sorted[(n - 1) >> 1] ?? 0) + (sorted[n >> 1] ?? 0)) / 2;
}

/** Median absolute deviation times 1.4826: the standard deviation, for normal values. */
export function madScale(values: Float64Array): number {
  const centre = medianOf(values);
  return 1.4826 * medianOf(values.map((y) => Math.abs(y - centre)));
}

/** Running median over an odd window, shortened at the ends. */
export function runningMedian(values: Float64Array, window: number): Float64Array {
  const half = Math.floor(window / 2);
  return values.map((_, t) =>
    medianOf(values.subarray(Math.max(0, t - half), Math.min(values.length, t + half + 1))),
  );
}
