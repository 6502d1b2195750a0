/** From where to where a series' part of a bucket reaches. */
export interface StackedPart {
  readonly from: number;
  readonly to: number;
}

/**
 * Series laid upon each other, bucket by bucket: positive values upwards from zero, negative ones
 * downwards. With `share`, each bucket's sizes add up to one.
 * @param values one row a series, one column a bucket
 * @returns the same shape; null where there is no value
 */
export function stack(
  values: readonly (readonly (number | null)[])[],
  share: boolean,
): readonly (readonly (StackedPart | null)[])[] {
  const buckets = Math.max(0, ...values.map((row) => row.length));
  const up = new Array<number>(buckets).fill(0);
  const down = new Array<number>(buckets).fill(0);
  const whole = Array.from({ length: buckets }, (_, index) =>
    share ? values.reduce((sum, row) => sum + Math.abs(row[index] ?? 0), 0) : 1,
  );
  return values.map((row) =>
    Array.from({ length: buckets }, (_, index) => {
      const value = row[index] ?? null;
      const size = whole[index] ?? 0;
      if (value === null || size === 0) return null;
      const edges = value < 0 ? down : up;
      const from = edges[index] ?? 0;
      const to = from + value / size;
      edges[index] = to;
      return { from, to };
    }),
  );
}
