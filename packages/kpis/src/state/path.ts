import { bucketGrainOf } from '../calendar/period.js';
import type { Landing } from '../landing/landing.js';
import type { KpiReader } from './reader.js';
import type { KpiState } from './state.js';

export interface PathPoint {
  /** Local start of the bucket. */
  readonly time: string;
  /** Sum up to the bucket's end; of a rate, the bucket's own value. Null where it is not known. */
  readonly value: number | null;
  /** What the target asks for by the bucket's end; null without one. */
  readonly expected: number | null;
}

/** A period bucket by bucket, for a chart. */
export interface Path {
  readonly grain: 'hour' | 'day';
  readonly points: readonly PathPoint[];
  readonly projection: Landing['path'];
}

/** The way to the target: what there is, what there should be, where it leads. */
export async function readPath(reader: KpiReader, state: KpiState): Promise<Path> {
  const { figures, period, target, shape, landing } = state;
  const grain = bucketGrainOf(period.calendar) === 'hour' ? 'hour' : 'day';
  if (figures.kind !== 'sum' || shape === undefined) {
    // buckets of what does not add up say nothing of the way; those of a rate do
    const points = figures.kind === 'rate' ? await ratePoints(reader, state, grain) : [];
    return { grain, points, projection: [] };
  }
  const own = figures.series?.values.slice(-figures.finished) ?? [];
  let sum = 0;
  let share = 0;
  const points = figures.buckets.map((time, i): PathPoint => {
    sum += own[i] ?? 0;
    share += shape.weights[i] ?? 0;
    const value = i < figures.finished ? sum : null;
    return { time, value, expected: target === null ? null : target * Math.min(1, share) };
  });
  return { grain, points, projection: landing?.path ?? [] };
}

async function ratePoints(
  reader: KpiReader,
  { period, target, figures }: KpiState,
  grain: 'hour' | 'day',
): Promise<readonly PathPoint[]> {
  const { times, values } = await reader.series(grain, period.from, period.to);
  const known = new Map(times.map((time, i) => [time, values[i] ?? null]));
  return figures.buckets.map((time, i) => ({
    time,
    value: i < figures.finished ? (known.get(time) ?? null) : null,
    expected: target,
  }));
}
