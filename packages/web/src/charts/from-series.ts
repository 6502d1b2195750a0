import type { Grain, SeriesPoint } from '@olympus/sdk';
import type { ChartPoint } from './data.js';

/**
 * A metric's buckets as points of a chart. A bucket that is incomplete goes on if it is the last of a
 * range that reaches into today (or an hour of it); else only a part of it lies in the range.
 */
export function chartPoints(
  points: readonly SeriesPoint[],
  grain: Grain,
  running: boolean,
): readonly ChartPoint[] {
  return points.map(({ t, value, incomplete }, index) => {
    if (!incomplete) return { at: t, value };
    const goesOn = running && (index === points.length - 1 || grain === 'hour');
    return { at: t, value, provisional: goesOn ? 'running' : 'partial' };
  });
}
