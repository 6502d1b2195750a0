import {
  addWall,
  type Calendar,
  dayMs,
  fromWall,
  offsetSpans,
  parseTimeRange,
  printWall,
  toWall,
  truncateWall,
} from '@olympus/core';
import { type Dialect, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import { invalid } from '../plan/fault.js';

/** A day up to whose end facts count. */
export interface AsOf {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Its end, exclusive: everything on the day counts. */
  readonly endMs: number;
  /** Whole local days since 1970. */
  readonly day: number;
}

/**
 * The day that a text means; today without one.
 * @param at  JSON pointer of the text, for the fault
 * @throws Problem `invalid_time_range` for what is no date, `date_in_future` for days to come
 */
export function parseAsOf(text: string | undefined, calendar: Calendar, at = '/as_of'): AsOf {
  const { timeZone, nowMs, weekStart } = calendar;
  const today = truncateWall(toWall(timeZone, nowMs), 'day', weekStart);
  if (text === undefined) return asOfWall(today, timeZone);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw notADate(text, at);
  // checked as a span: the same rules of what a date is hold everywhere
  const wallMs = Date.parse(`${text}T00:00Z`);
  if (Number.isNaN(wallMs) || printWall(wallMs) !== text) throw notADate(text, at);
  parseTimeRange({ from: text, to: printWall(addWall(wallMs, 'day', 1)) }, calendar, at);
  if (wallMs > today) {
    throw invalid(
      'date_in_future',
      `${text} has not come yet`,
      at,
      `Give a day up to ${printWall(today)}.`,
    );
  }
  return asOfWall(wallMs, timeZone);
}

const notADate = (text: string, at: string) =>
  invalid(
    'invalid_time_range',
    `"${text.slice(0, 60)}" is not a date`,
    at,
    'Write a date as 2011-11-01.',
  );

/** @param wallMs  midnight at which the day begins, on the zone's clock */
export const asOfWall = (wallMs: number, timeZone: string): AsOf => ({
  date: printWall(wallMs),
  endMs: fromWall(timeZone, wallMs + dayMs),
  day: Math.floor(wallMs / dayMs),
});

/** The instant at which the local day so many days before another began. */
export const dayStartOf =
  ({ day }: AsOf, timeZone: string) =>
  (daysBefore: number): number =>
    fromWall(timeZone, (day - daysBefore) * dayMs);

/** Whole local days since 1970 of a timestamp, from the zone's offset changes within the data. */
export function localDay(
  dialect: Dialect,
  timestamp: Fragment,
  timeZone: string,
  span: { readonly fromMs: number; readonly toMs: number },
): Fragment {
  const spans = offsetSpans(timeZone, span.fromMs - dayMs, span.toMs + dayMs);
  const local = (offsetMs: number) =>
    sql`(${dialect.microseconds(timestamp)} + ${integerLiteral(offsetMs * 1000)})`;
  const last = local(spans.at(-1)?.offsetMs ?? 0);
  const cases = spans
    .slice(0, -1)
    .map(
      ({ toMs, offsetMs }) =>
        sql`WHEN ${timestamp} < ${dialect.timestampLiteral(toMs)} THEN ${local(offsetMs)}`,
    );
  const micros = cases.length === 0 ? last : sql`(CASE ${join(cases, sql` `)} ELSE ${last} END)`;
  return dialect.divideWhole(micros, dayMs * 1000);
}
