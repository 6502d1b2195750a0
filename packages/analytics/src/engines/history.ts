import {
  addWall,
  dayMs,
  type Grain,
  hourMs,
  printBucket,
  toWall,
  truncateWall,
} from '@olympus/core';
import { numberIn } from '../query/number-in.js';
import type { EngineRun, LocalSpan } from './engine.js';

/** A metric's finished buckets, oldest first, and what comes after them. */
export interface History {
  /** Starts of the buckets, local. */
  readonly times: readonly string[];
  /** In the metric's unit; null for what is unknown. */
  readonly values: readonly (number | null)[];
  /** The first bucket that has not ended, as wall-clock milliseconds. */
  readonly nextWallMs: number;
  /** Whether the data ends long before the present, so that its end counts as now. */
  readonly ended: boolean;
}

/** Buckets that are read at once. */
export const longestHistory = 5_000;

/** Days that what is usual by day is told from. */
export const usualDays = 400;

/** Days of history that are looked at, by bucket; a span that reaches further back is read as a whole. */
const historyDays: Readonly<Record<Grain, number>> = {
  hour: 28,
  day: usualDays,
  week: 3 * 366,
  month: 8 * 366,
  quarter: 15 * 366,
  year: 40 * 366,
};

/** Data older than this many buckets (and two days) has ended. */
const patience = 3;
const grainMs: Readonly<Record<Grain, number>> = {
  hour: hourMs,
  day: dayMs,
  week: 7 * dayMs,
  month: 31 * dayMs,
  quarter: 92 * dayMs,
  year: 366 * dayMs,
};

/** Steps that a season of each grain has; empty where a season is not known to be. */
const seasons: Readonly<Record<Grain, readonly number[]>> = {
  hour: [24, 168],
  day: [7],
  week: [52],
  month: [12],
  quarter: [4],
  year: [],
};

/** The season lengths of a grain, in steps, that a history covers twice and `spare` steps more; [1] for none. */
export function coveredSeasons(grain: Grain, steps: number, spare: number): readonly number[] {
  const covered = seasons[grain].filter((length) => steps >= 2 * length + spare);
  return covered.length === 0 ? [1] : covered;
}

/** A local date of wall-clock milliseconds. */
export const localDate = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10);

const wallOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/**
 * Reads the metric by bucket, up to the last bucket that has ended; that of the first event is left
 * out when it is not whole. Undefined while there is no data before the end; `too_long` where the
 * span has more than {@link longestHistory} buckets.
 * @param span  local dates to read in any case and to end before, for spans in the past
 * @param days  of history before the end, where not the usual of the grain
 */
export async function readHistory(run: EngineRun, grain: Grain): Promise<History | undefined>;
export async function readHistory(
  run: EngineRun,
  grain: Grain,
  span: LocalSpan | undefined,
  days?: number,
): Promise<History | 'too_long' | undefined>;
export async function readHistory(
  run: EngineRun,
  grain: Grain,
  span?: LocalSpan,
  days = historyDays[grain],
): Promise<History | 'too_long' | undefined> {
  const { calendar, profile, metric } = run;
  if (profile === undefined) return undefined;
  const { weekStart, timeZone, nowMs } = calendar;
  const ended = nowMs - profile.lastMs > Math.max(2 * dayMs, patience * grainMs[grain]);
  const originWall = toWall(timeZone, ended ? profile.lastMs : nowMs);
  const present = truncateWall(originWall, grain, weekStart);
  const firstWall = toWall(timeZone, profile.firstMs);
  const nextWallMs =
    span === undefined
      ? present
      : Math.min(present, truncateWall(wallOf(span.to), grain, weekStart));
  const asked = span === undefined ? nextWallMs : Math.max(wallOf(span.from), firstWall);
  if (nextWallMs - asked > longestHistory * grainMs[grain]) return 'too_long';
  const usual = Math.min(nextWallMs - days * dayMs, asked);
  const earliest = truncateWall(usual, grain, weekStart);
  const from = localDate(Math.max(earliest, firstWall));
  // the bucket that has not ended is read with the rest and left out below
  const to = localDate(addWall(truncateWall(nextWallMs, 'day', weekStart), 'day', 1));
  if (from >= to) return undefined;
  const answer = await run.read({ grain, time: { from, to } });
  const end = printBucket(nextWallMs, grain);
  const isWhole = printBucket(truncateWall(wallOf(from), grain, weekStart), grain).startsWith(from);
  const rows = answer.rows
    .filter((row) => typeof row.time === 'string' && row.time < end)
    .slice(isWhole ? 0 : 1);
  return {
    times: rows.map((row) => String(row.time)),
    values: rows.map((row) => numberIn(row[metric.name])),
    nextWallMs,
    ended,
  };
}
