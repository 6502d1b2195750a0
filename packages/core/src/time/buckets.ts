import {
  addWall,
  type Calendar,
  dayMs,
  type Grain,
  hourMs,
  printWall,
  truncateWall,
} from './calendar.js';
import type { TimeRange } from './range.js';
import { fromWall, toWall } from './zone.js';

/** One bucket of a time series, cut to its range. */
export interface Bucket {
  /** Local start of the whole bucket: `YYYY-MM-DD`, hours `YYYY-MM-DDTHH:00`. */
  readonly label: string;
  /** The label as wall-clock milliseconds. */
  readonly wallMs: number;
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** Whether the bucket reaches past the present or past an end of its range. */
  readonly incomplete: boolean;
}

/** A bucket's wall-clock start as its label. */
export function printBucket(wallMs: number, grain: Grain): string {
  if (grain !== 'hour') return printWall(wallMs).slice(0, 10);
  const day = Math.floor(wallMs / dayMs);
  const hour = Math.floor((wallMs - day * dayMs) / hourMs);
  return `${printDay(day)}${hourSuffixes[hour] ?? ''}`;
}

const hourSuffixes = Array.from(
  { length: 24 },
  (_, hour) => `T${String(hour).padStart(2, '0')}:00`,
);

/** The last day printed: a series of hours asks for each day 24 times in a row. */
let printedDay = { day: 0, label: '1970-01-01' };

function printDay(day: number): string {
  if (printedDay.day !== day) printedDay = { day, label: printWall(day * dayMs) };
  return printedDay.label;
}

/** How many buckets a range has at most, without making them. */
export function countBuckets(range: TimeRange, grain: Grain): number {
  const hours = { hour: 1, day: 24, week: 168, month: 672, quarter: 2160, year: 8760 }[grain];
  return Math.ceil((range.toMs - range.fromMs) / (hours * 3_600_000)) + 1;
}

/**
 * The buckets that cover a range, in order, on the calendar's clock. The hour that is repeated when
 * clocks go back is one bucket of two hours; the one that is skipped has no bucket.
 */
export function bucketsOf(range: TimeRange, grain: Grain, calendar: Calendar): readonly Bucket[] {
  const { timeZone, weekStart, nowMs } = calendar;
  const buckets: Bucket[] = [];
  let wallMs = truncateWall(toWall(timeZone, range.fromMs), grain, weekStart);
  let startMs = fromWall(timeZone, wallMs);
  while (startMs < range.toMs) {
    const nextWall = addWall(wallMs, grain, 1);
    const nextMs = fromWall(timeZone, nextWall);
    if (nextMs > startMs && nextMs > range.fromMs) {
      buckets.push({
        label: printBucket(wallMs, grain),
        wallMs,
        fromMs: Math.max(startMs, range.fromMs),
        toMs: Math.min(nextMs, range.toMs),
        incomplete: nextMs > nowMs || startMs < range.fromMs || nextMs > range.toMs,
      });
    }
    wallMs = nextWall;
    startMs = nextMs;
  }
  return buckets;
}
