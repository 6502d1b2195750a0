import { type AnswerRow, changeOf } from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { TrendMetric } from './context.js';
import type { Points } from './present.js';

/** A metric's value, with the earlier span's where there is one. */
export interface TrendValue {
  readonly value: number | null;
  readonly previous: number | null;
  /** Relative, or in points where the unit is a ratio. */
  readonly change: number | null;
}

/** A metric by bucket; `previous` is by the earlier span's buckets at the same places. */
export interface TrendSeries {
  readonly values: Points;
  readonly previous: Points | null;
}

/** The values of a row, one a metric. */
export function readValues(row: AnswerRow, metrics: readonly TrendMetric[]): readonly TrendValue[] {
  return metrics.map(({ name, unit }) => {
    const value = numberIn(row[name]);
    const previous = numberIn(row[`${name}_previous`]);
    return { value, previous, change: changeOf(value, previous, unit) };
  });
}
