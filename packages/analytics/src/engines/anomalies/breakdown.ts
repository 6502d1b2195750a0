import type { AnswerValue, MetricQuery } from '@olympus/semantic';
import { numberIn } from '../../query/number-in.js';
import type { EngineRun } from '../engine.js';

/** A series of a scan: the whole, or one group of the breakdown. */
export interface ScannedRun {
  /** The group's value as text; null for the whole. */
  readonly key: string | null;
  readonly run: EngineRun;
}

/** Groups of a breakdown that are series of their own. */
export const mostSeries = 8;

/** The whole and the largest groups of a dimension in the span. */
export async function seriesOf(
  run: EngineRun,
  dimension: string | undefined,
  time: NonNullable<MetricQuery['time']>,
): Promise<readonly ScannedRun[]> {
  const whole: ScannedRun = { key: null, run };
  if (dimension === undefined) return [whole];
  const { rows } = await run.read({
    time,
    dimensions: [dimension],
    order: [{ by: run.metric.name, direction: 'desc' }],
    limit: 2 * mostSeries,
  });
  const values = rows
    .filter((row) => (numberIn(row[run.metric.name]) ?? 0) !== 0)
    .map((row): AnswerValue => row[dimension] ?? null)
    .filter((value) => value !== null)
    .slice(0, mostSeries);
  return [
    whole,
    ...values.map((value) => ({
      key: String(value),
      run: run.narrowed({ dimension, operator: 'equals', values: [value] }),
    })),
  ];
}
