import type { AnswerRow } from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import { type Key, keyOf } from './groups.js';
import type { TrendSeries } from './values.js';

/** The series of each group of an answer by bucket, whose rows are in the order of time. */
export function seriesByGroup(
  rows: readonly AnswerRow[],
  names: readonly string[],
  metrics: readonly string[],
): { of(key: Key): readonly TrendSeries[] } {
  const groups = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(names, row));
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return {
    of: (key) => {
      const found = groups.get(JSON.stringify(key)) ?? [];
      return metrics.map((metric) => {
        const earlier = `${metric}_previous`;
        const isCompared = found.some((row) => row[earlier] !== undefined);
        return {
          values: found.map((row) => numberIn(row[metric])),
          previous: isCompared ? found.map((row) => numberIn(row[earlier])) : null,
        };
      });
    },
  };
}
