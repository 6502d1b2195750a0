/**
 * Indexes of the values that carry a line's shape: largest triangle, three buckets (Steinarsson
 * 2013). The first and the last are always among them; missing values count as zero height.
 * @param size how many to keep; all are kept where there are no more
 */
export function downsample(values: readonly (number | null)[], size: number): readonly number[] {
  const count = values.length;
  if (count <= size || size < 3) return values.map((_, index) => index);
  const kept = [0];
  const every = (count - 2) / (size - 2);
  let last = 0;
  for (let bucket = 0; bucket < size - 2; bucket += 1) {
    const from = Math.floor(bucket * every) + 1;
    const to = Math.floor((bucket + 1) * every) + 1;
    const end = Math.min(count, Math.floor((bucket + 2) * every) + 1);
    let sum = 0;
    for (let i = to; i < end; i += 1) sum += values[i] ?? 0;
    const mean = { x: (to + end - 1) / 2, y: sum / Math.max(1, end - to) };
    let best = from;
    let largest = -1;
    for (let i = from; i < to; i += 1) {
      const area = Math.abs(
        (last - mean.x) * ((values[i] ?? 0) - (values[last] ?? 0)) -
          (last - i) * (mean.y - (values[last] ?? 0)),
      );
      if (area > largest) [largest, best] = [area, i];
    }
    kept.push(best);
    last = best;
  }
  kept.push(count - 1);
  return kept;
}
