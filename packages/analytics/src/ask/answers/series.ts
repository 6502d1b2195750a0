import { addWall, type Grain, printBucket, toWall, truncateWall } from '@olympus/core';
import type { QueryAnswer } from '../../query/query-service.js';
import { queryOfFrame } from '../frame-query.js';
import type { Asking } from './asking.js';
import { numberIn } from './transform.js';

/** A metric's finished buckets, oldest first, and what comes after them. */
export interface FinishedSeries {
  readonly answer: QueryAnswer;
  readonly times: readonly string[];
  readonly values: readonly (number | null)[];
  /** The first bucket that has not ended, as wall-clock milliseconds. */
  readonly nextWallMs: number;
  /** Whether the data ends long before the present, so that its end counts as now. */
  readonly ended: boolean;
}

/** Days of history that are looked at, by bucket. */
const historyDays: Readonly<Record<Grain, number>> = {
  hour: 28,
  day: 400,
  week: 3 * 366,
  month: 8 * 366,
  quarter: 15 * 366,
  year: 40 * 366,
};

const dayMs = 86_400_000;
/** Data older than this many buckets (and two days) has ended. */
const patience = 3;
const grainMs: Readonly<Record<Grain, number>> = {
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
  month: 31 * dayMs,
  quarter: 92 * dayMs,
  year: 366 * dayMs,
};

/** Steps that a season of each grain has; empty where a season is not known to be. */
export const seasons: Readonly<Record<Grain, readonly number[]>> = {
  hour: [24, 168],
  day: [7],
  week: [52],
  month: [12],
  quarter: [4],
  year: [],
};

/**
 * Reads one metric of a frame by bucket, up to the last bucket that has ended; that of the first
 * event is left out when it is not whole. Undefined while there is no data.
 * @param until  local date to end before, for spans in the past
 */
export async function readFinished(
  asking: Asking,
  metric: string,
  grain: Grain,
  until?: string,
): Promise<FinishedSeries | undefined> {
  const { language, frame, nowMs } = asking;
  const { tenant, firstDay } = language;
  if (firstDay === undefined) return undefined;
  const { weekStart, timeZone } = tenant;
  const query = queryOfFrame(
    { ...frame, metrics: [metric], dimensions: [], order: [], time: null, compare: null, grain },
    language,
  );
  const probe = await asking.ask({ metrics: [metric] });
  const through = probe.meta.freshness.data_through;
  const throughMs = through === null ? nowMs : Date.parse(through);
  const ended = nowMs - throughMs > Math.max(2 * dayMs, patience * grainMs[grain]);
  const originMs = ended ? throughMs : nowMs;
  const originWall = toWall(timeZone, originMs);
  let nextWallMs = truncateWall(originWall, grain, weekStart);
  if (until !== undefined) {
    const untilWall = truncateWall(Date.parse(`${until}T00:00:00Z`), grain, weekStart);
    nextWallMs = Math.min(nextWallMs, untilWall);
  }
  const local = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10);
  const earliest = local(truncateWall(nextWallMs - historyDays[grain] * dayMs, grain, weekStart));
  const from = [earliest, firstDay].sort().at(-1) ?? firstDay;
  // the bucket that has not ended is read with the rest and left out below
  const to = local(addWall(truncateWall(nextWallMs, 'day', weekStart), 'day', 1));
  if (from >= to) return undefined;
  const answer = await asking.ask({ ...query.base, grain, time: { from, to } });
  const end = printBucket(nextWallMs, grain);
  const whole = printBucket(
    truncateWall(Date.parse(`${from}T00:00:00Z`), grain, weekStart),
    grain,
  ).startsWith(from);
  const rows = answer.rows
    .filter((row) => typeof row.time === 'string' && row.time < end)
    .slice(whole ? 0 : 1);
  return {
    answer,
    times: rows.map((row) => String(row.time)),
    values: rows.map((row) => numberIn(row[metric])),
    nextWallMs,
    ended,
  };
}
