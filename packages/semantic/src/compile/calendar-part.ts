import { addWall, dayMs, fromWall, hourMs, offsetSpans, toWall, truncateWall } from '@olympus/core';
import { type Dialect, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import type { CalendarPart } from '../model/declarations.js';
import type { LocalSpan } from './local-time.js';

/** Whole weeks that moments are moved on by, so that divisions see no negative number; from 1835. */
const ahead = 7_000 * 7 * dayMs;

/** Wall-clock microseconds since whole weeks before 1970. */
const elapsed = (dialect: Dialect, timestamp: Fragment, local: LocalSpan): Fragment =>
  wallMicroseconds(dialect, timestamp, local, ahead);

/**
 * Wall-clock microseconds since 1970, from the zone's offset changes.
 * @param aheadMs  is added
 */
export function wallMicroseconds(
  dialect: Dialect,
  timestamp: Fragment,
  local: LocalSpan,
  aheadMs = 0,
): Fragment {
  const spans = offsetSpans(local.timeZone, local.fromMs, local.toMs);
  const offsets = spans.map(({ offsetMs }) => integerLiteral((offsetMs + aheadMs) * 1000));
  const last = offsets.at(-1) ?? integerLiteral(aheadMs * 1000);
  const cases = spans
    .slice(0, -1)
    .map(
      ({ toMs }, index) =>
        sql`WHEN ${timestamp} < ${dialect.timestampLiteral(toMs)} THEN ${offsets[index] ?? last}`,
    );
  const offset = cases.length === 0 ? last : sql`CASE ${join(cases, sql` `)} ELSE ${last} END`;
  return sql`(${dialect.microseconds(timestamp)} + ${offset})`;
}

/** What is left of a whole number after division; of engines only division is asked. */
const rest = (dialect: Dialect, value: Fragment, divisor: number): Fragment =>
  sql`(${value} - ${integerLiteral(divisor)} * (${dialect.divideWhole(value, divisor)}))`;

/** Days since a Monday. */
const days = (dialect: Dialect, timestamp: Fragment, local: LocalSpan): Fragment => {
  const monday = sql`(${elapsed(dialect, timestamp, local)} + ${integerLiteral(3 * dayMs * 1000)})`;
  return sql`(${dialect.divideWhole(monday, dayMs * 1000)})`;
};

/** The month that each of a run of months is, told by halving their starts. */
function monthOf(dialect: Dialect, timestamp: Fragment, local: LocalSpan): Fragment {
  const months: { readonly number: number; readonly fromMs: number }[] = [];
  let wallMs = truncateWall(toWall(local.timeZone, local.fromMs), 'month', 'monday');
  for (;;) {
    const fromMs = fromWall(local.timeZone, wallMs);
    months.push({ number: new Date(wallMs).getUTCMonth() + 1, fromMs });
    if (fromMs >= local.toMs) break;
    wallMs = addWall(wallMs, 'month', 1);
  }
  const search = (first: number, count: number): Fragment => {
    const middle = first + (count >> 1);
    const start = months[middle];
    if (count <= 1 || start === undefined) return integerLiteral(months[first]?.number ?? 1);
    const before = search(first, middle - first);
    const after = search(middle, count - (middle - first));
    return sql`CASE WHEN ${timestamp} < ${dialect.timestampLiteral(start.fromMs)} THEN ${before} ELSE ${after} END`;
  };
  return search(0, months.length);
}

/**
 * What a UTC timestamp is on the tenant's calendar, as a whole number: 1 to 7 from Monday, 0 to 23,
 * 0 or 1, 1 to 12. Offset changes and the starts of months are worked out beforehand, so that no
 * engine's time zone tables take part.
 */
export function compileCalendarPart(
  dialect: Dialect,
  timestamp: Fragment,
  part: CalendarPart,
  local: LocalSpan,
): Fragment {
  switch (part) {
    case 'weekday':
      return sql`(${rest(dialect, days(dialect, timestamp, local), 7)} + 1)`;
    case 'is_weekend':
      return sql`CASE WHEN ${rest(dialect, days(dialect, timestamp, local), 7)} >= 5 THEN 1 ELSE 0 END`;
    case 'hour': {
      const hours = sql`(${dialect.divideWhole(elapsed(dialect, timestamp, local), hourMs * 1000)})`;
      return rest(dialect, hours, 24);
    }
    case 'month_of_year':
      return monthOf(dialect, timestamp, local);
  }
}
