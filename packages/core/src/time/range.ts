import { Temporal } from 'temporal-polyfill';
import { Problem } from '../problem.js';
import { addWall, type Calendar, type Grain, printWall, truncateWall } from './calendar.js';
import type { Timeframe } from './timeframe.js';
import { fromWall, toWall } from './zone.js';

/** A half-open span of time [fromMs, toMs). */
export interface TimeRange {
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
  /** The same ends on the calendar's clock: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM…` off midnight. */
  readonly fromLocal: string;
  readonly toLocal: string;
  /** Whether the present lies inside, so that more may still happen. */
  readonly running: boolean;
  /** The calendar units that the whole (not only the elapsed) period spans, where it spans some. */
  readonly period?: { readonly unit: 'day' | 'week' | 'month'; readonly count: number };
}

/** The minute after the present one: everything up to now is before it. */
export function nowEndMs(calendar: Calendar): number {
  return (Math.floor(calendar.nowMs / 60_000) + 1) * 60_000;
}

/** The range between two wall-clock times of the calendar's zone. */
export function wallRange(
  fromWallMs: number,
  toWallMs: number,
  calendar: Calendar,
  period?: TimeRange['period'],
): TimeRange {
  const fromMs = fromWall(calendar.timeZone, fromWallMs);
  const toMs = fromWall(calendar.timeZone, toWallMs);
  return {
    fromMs,
    toMs,
    fromLocal: printWall(fromWallMs),
    toLocal: printWall(toWallMs),
    running: fromMs <= calendar.nowMs && calendar.nowMs < toMs,
    ...(period === undefined ? {} : { period }),
  };
}

/** From the start of the unit that holds the present up to now. */
function running(unit: Grain, calendar: Calendar): TimeRange {
  const nowWall = toWall(calendar.timeZone, calendar.nowMs);
  const fromWallMs = truncateWall(nowWall, unit, calendar.weekStart);
  const fromMs = fromWall(calendar.timeZone, fromWallMs);
  const toMs = nowEndMs(calendar);
  return {
    fromMs,
    toMs,
    fromLocal: printWall(fromWallMs),
    toLocal: printWall(toWall(calendar.timeZone, toMs)),
    running: true,
    period: periodOf(unit, 1),
  };
}

function periodOf(unit: Grain, count: number): NonNullable<TimeRange['period']> {
  switch (unit) {
    case 'quarter':
      return { unit: 'month', count: 3 * count };
    case 'year':
      return { unit: 'month', count: 12 * count };
    case 'week':
    case 'month':
      return { unit, count };
    case 'hour':
    case 'day':
      return { unit: 'day', count };
  }
}

/** The `count` whole units before the one that holds the present. */
function whole(unit: Grain, count: number, calendar: Calendar): TimeRange {
  const nowWall = toWall(calendar.timeZone, calendar.nowMs);
  const toWallMs = truncateWall(nowWall, unit, calendar.weekStart);
  const fromWallMs = addWall(toWallMs, unit, -count);
  return wallRange(fromWallMs, toWallMs, calendar, periodOf(unit, count));
}

/**
 * The range that a timeframe means now. `today` and `this_…` run from the start of their unit to
 * the end of the present minute; `…_to_date` are the same by their other name; `last_…` are whole
 * units before the present one, so `last_7_days` ends with yesterday.
 * @param data  first and last instant that the business has data of; read for `all_time` only,
 *              whose range is the whole days around them
 * @returns undefined only for `all_time` without data
 */
export function resolveTimeframe(
  timeframe: Timeframe,
  calendar: Calendar,
  data: { readonly dataFromMs?: number; readonly dataToMs?: number } = {},
): TimeRange | undefined {
  switch (timeframe) {
    case 'all_time': {
      if (data.dataFromMs === undefined || data.dataToMs === undefined) return undefined;
      const { timeZone, weekStart } = calendar;
      const first = truncateWall(toWall(timeZone, data.dataFromMs), 'day', weekStart);
      const last = truncateWall(toWall(timeZone, data.dataToMs), 'day', weekStart);
      return wallRange(first, addWall(last, 'day', 1), calendar);
    }
    case 'today':
      return running('day', calendar);
    case 'this_week':
      return running('week', calendar);
    case 'this_month':
    case 'month_to_date':
      return running('month', calendar);
    case 'this_quarter':
    case 'quarter_to_date':
      return running('quarter', calendar);
    case 'this_year':
    case 'year_to_date':
      return running('year', calendar);
    case 'yesterday':
      return whole('day', 1, calendar);
    case 'last_week':
      return whole('week', 1, calendar);
    case 'last_month':
      return whole('month', 1, calendar);
    case 'last_quarter':
      return whole('quarter', 1, calendar);
    case 'last_year':
      return whole('year', 1, calendar);
    case 'last_7_days':
      return whole('day', 7, calendar);
    case 'last_28_days':
      return whole('day', 28, calendar);
    case 'last_30_days':
      return whole('day', 30, calendar);
    case 'last_90_days':
      return whole('day', 90, calendar);
    case 'last_12_months':
      return whole('month', 12, calendar);
  }
}

const localPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?$/;
const instantPattern =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

interface Moment {
  readonly ms: number;
  readonly wallMs: number;
}

/** The moment that a text means: RFC 3339 with an offset, or a local date or time of the zone. */
function parseMoment(text: string, timeZone: string): Moment | undefined {
  try {
    if (instantPattern.test(text)) {
      const ms = Temporal.Instant.from(text).epochMilliseconds;
      return { ms, wallMs: toWall(timeZone, ms) };
    }
    if (!localPattern.test(text)) return undefined;
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    const wallMs = local.toZonedDateTime('UTC').epochMilliseconds;
    return { ms: fromWall(timeZone, wallMs), wallMs };
  } catch {
    return undefined;
  }
}

const earliestMs = Date.UTC(1900, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/**
 * The range [from, to) between two moments, each a local date (`2011-11-01`, its first instant), a
 * local time (`2011-11-01T09:30`) or an instant with an offset (`2011-11-01T09:30:00Z`).
 * @param at  JSON pointer of the object that holds `from` and `to`, for the fault
 * @throws Problem `invalid_time_range` for other text, years outside 1900–2199, and from ≥ to
 */
export function parseTimeRange(
  text: { readonly from: string; readonly to: string },
  calendar: Calendar,
  at = '',
): TimeRange {
  const parse = (end: 'from' | 'to') => {
    const moment = parseMoment(text[end], calendar.timeZone);
    if (moment !== undefined && moment.ms >= earliestMs && moment.ms <= latestMs) return moment;
    throw new Problem({
      code: 'invalid_time_range',
      kind: 'invalid',
      message: `"${text[end].slice(0, 60)}" is not a date or time between 1900 and 2199`,
      remedy: 'Write a date as 2011-11-01, or a time as 2011-11-01T09:30:00 or …Z.',
      at: `${at}/${end}`,
    });
  };
  const { ms: fromMs, wallMs: fromWallMs } = parse('from');
  const { ms: toMs, wallMs: toWallMs } = parse('to');
  if (fromMs >= toMs) {
    throw new Problem({
      code: 'invalid_time_range',
      kind: 'invalid',
      message: `The range from ${text.from} to ${text.to} is empty`,
      remedy: 'Ranges end before "to": one day is from 2011-11-01 to 2011-11-02.',
      at: `${at}/to`,
    });
  }
  const period = wholePeriod(fromWallMs, toWallMs);
  return {
    fromMs,
    toMs,
    fromLocal: printWall(fromWallMs),
    toLocal: printWall(toWallMs),
    running: fromMs <= calendar.nowMs && calendar.nowMs < toMs,
    ...(period === undefined ? {} : { period }),
  };
}

/** Whole months where both ends are firsts of a month, else whole days where both are midnights. */
function wholePeriod(fromWallMs: number, toWallMs: number): TimeRange['period'] {
  const from = new Date(fromWallMs);
  const to = new Date(toWallMs);
  const isMidnight = (ms: number) => ms % 86_400_000 === 0;
  if (!isMidnight(fromWallMs) || !isMidnight(toWallMs)) return undefined;
  if (from.getUTCDate() === 1 && to.getUTCDate() === 1) {
    const years = to.getUTCFullYear() - from.getUTCFullYear();
    return { unit: 'month', count: years * 12 + to.getUTCMonth() - from.getUTCMonth() };
  }
  return { unit: 'day', count: Math.round((toWallMs - fromWallMs) / 86_400_000) };
}
