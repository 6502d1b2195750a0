import type { AnswerRow, AnswerValue } from '@olympus/semantic';
import { numberIn } from '../../query/number-in.js';

/** Rows that belong to one series: the same values of all dimensions. */
function groupKey(row: AnswerRow, dimensions: readonly string[]): string {
  return JSON.stringify(dimensions.map((name) => row[name] ?? null));
}

/** Adds `<metric>_cumulative`: the sum so far within each group, in the rows' order; null from the first bucket that is not known. */
export function cumulate(
  rows: readonly AnswerRow[],
  metric: string,
  dimensions: readonly string[],
): AnswerRow[] {
  const sums = new Map<string, number>();
  return rows.map((row) => {
    const key = groupKey(row, dimensions);
    const value = numberIn(row[metric]);
    const sum = (sums.get(key) ?? 0) + (value ?? 0);
    sums.set(key, sum);
    return { ...row, [`${metric}_cumulative`]: value === null ? null : sum };
  });
}

/** Adds `<metric>_moving_average`: the mean of this and the buckets before it; null until there are enough. */
export function average(
  rows: readonly AnswerRow[],
  metric: string,
  dimensions: readonly string[],
  window: number,
): AnswerRow[] {
  const series = new Map<string, (number | null)[]>();
  return rows.map((row) => {
    const key = groupKey(row, dimensions);
    const seen = series.get(key) ?? [];
    seen.push(numberIn(row[metric]));
    series.set(key, seen);
    const last = seen.slice(-window);
    const known = last.every((value) => value !== null) && last.length === window;
    const mean = last.reduce<number>((sum, value) => sum + (value ?? 0), 0) / window;
    return { ...row, [`${metric}_moving_average`]: known ? mean : null };
  });
}

/**
 * Adds `<metric>_share`: the part of the whole that a row is. `wholeOf` gives the whole that a row
 * belongs to; where that is unknown or 0 there is no share.
 */
export function share(
  rows: readonly AnswerRow[],
  metric: string,
  wholeOf: (row: AnswerRow) => AnswerValue | undefined,
): AnswerRow[] {
  return rows.map((row) => {
    const value = numberIn(row[metric]);
    const whole = numberIn(wholeOf(row));
    const part = value === null || whole === null || whole === 0 ? null : value / whole;
    return { ...row, [`${metric}_share`]: part };
  });
}
