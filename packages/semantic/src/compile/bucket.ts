import { type Calendar, type Grain, offsetSpans, type TimeRange } from '@olympus/core';
import { bind, type Dialect, type Fragment, join, sql } from '@olympus/sql';

/**
 * The start of the bucket that a UTC timestamp lies in, on the calendar's clock. The zone's offset
 * changes inside the range become comparisons, so that no engine's time zone tables take part.
 */
export function bucketStart(
  dialect: Dialect,
  timestamp: Fragment,
  grain: Grain,
  range: TimeRange | undefined,
  calendar: Calendar,
): Fragment {
  const spans = range === undefined ? [] : offsetSpans(calendar.timeZone, range.fromMs, range.toMs);
  const last = spans.at(-1);
  const moved = (offsetMs: number) => dialect.addMilliseconds(timestamp, offsetMs);
  if (last === undefined || spans.length === 1) {
    return dialect.truncate(moved(last?.offsetMs ?? 0), grain, calendar.weekStart);
  }
  const cases = spans
    .slice(0, -1)
    .map(
      (span) =>
        sql`WHEN ${timestamp} < ${bind('timestamp', span.toMs)} THEN ${moved(span.offsetMs)}`,
    );
  const local = sql`CASE ${join(cases, sql` `)} ELSE ${moved(last.offsetMs)} END`;
  return dialect.truncate(local, grain, calendar.weekStart);
}
