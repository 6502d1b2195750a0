/** The next turning point of note after (or before) a bucket: the highest, the lowest, an end, a mark. */
export function nextStop(
  values: readonly (number | null)[],
  from: number,
  direction: 1 | -1,
  marks: readonly number[] = [],
): number {
  let highest = 0;
  let lowest = 0;
  values.forEach((value, index) => {
    if (value === null) return;
    if (value > (values[highest] ?? Number.NEGATIVE_INFINITY)) highest = index;
    if (value < (values[lowest] ?? Number.POSITIVE_INFINITY)) lowest = index;
  });
  const stops = [0, highest, lowest, values.length - 1, ...marks].sort(
    (a, b) => (a - b) * direction,
  );
  return stops.find((stop) => (stop - from) * direction > 0) ?? from;
}
