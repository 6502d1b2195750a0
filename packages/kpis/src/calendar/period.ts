import {
  addWall,
  dayMs,
  fromWall,
  type Grain,
  printBucket,
  toWall,
  truncateWall,
  type WeekStart,
} from '@olympus/core';

/** Lengths of period that a KPI may have. */
export const calendars = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type KpiCalendar = (typeof calendars)[number];

/** A tenant's clock: its zone and where its weeks begin. */
export interface Zone {
  readonly timeZone: string;
  readonly weekStart: WeekStart;
}

/** One day, week, month, quarter or year of a tenant's calendar. */
export interface Period {
  readonly calendar: KpiCalendar;
  /** Local first day. */
  readonly from: string;
  /** Local day after the last. */
  readonly to: string;
  readonly fromWallMs: number;
  readonly toWallMs: number;
}

const localDay = (wallMs: number) => printBucket(wallMs, 'day');

/** A local date as wall-clock milliseconds. */
export const wallOfDate = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

function periodFrom(calendar: KpiCalendar, fromWallMs: number): Period {
  const toWallMs = addWall(fromWallMs, calendar, 1);
  const [from, to] = [localDay(fromWallMs), localDay(toWallMs)];
  return { calendar, from, to, fromWallMs, toWallMs };
}

/** The period that an instant lies in. */
export function periodAt(calendar: KpiCalendar, ms: number, zone: Zone): Period {
  return periodFrom(calendar, truncateWall(toWall(zone.timeZone, ms), calendar, zone.weekStart));
}

/** The period that a local date lies in. */
export function periodOfDate(calendar: KpiCalendar, date: string, zone: Zone): Period {
  return periodFrom(calendar, truncateWall(wallOfDate(date), calendar, zone.weekStart));
}

/** The period so many periods later; earlier for negative counts. */
export function shiftPeriod({ calendar, fromWallMs }: Period, count: number): Period {
  return periodFrom(calendar, addWall(fromWallMs, calendar, count));
}

/** The same period of the year before; days and weeks move by 52 weeks, so that weekdays meet. */
export function sameLastYear({ calendar, fromWallMs }: Period): Period {
  const isDated = calendar === 'day' || calendar === 'week';
  return periodFrom(
    calendar,
    isDated ? addWall(fromWallMs, 'week', -52) : addWall(fromWallMs, 'year', -1),
  );
}

/** The instant at which a period is over, on the tenant's clock. */
export function endOf({ toWallMs }: Period, { timeZone }: Zone): number {
  return fromWall(timeZone, toWallMs);
}

/** Size of the buckets that a period is looked at in. */
export const bucketGrainOf = (calendar: KpiCalendar): Grain =>
  calendar === 'day' ? 'hour' : 'day';

/** Labels of a period's buckets, in order, as answers to queries bear them. */
export function bucketsIn(period: Period): readonly string[] {
  const grain = bucketGrainOf(period.calendar);
  const labels: string[] = [];
  for (let at = period.fromWallMs; at < period.toWallMs; at = addWall(at, grain, 1)) {
    labels.push(printBucket(at, grain));
  }
  return labels;
}

/** Share of a period that has passed at a wall-clock time, 0–1. */
export function elapsedShare({ fromWallMs, toWallMs }: Period, wallMs: number): number {
  return Math.min(1, Math.max(0, (wallMs - fromWallMs) / (toWallMs - fromWallMs)));
}

/** Periods of a calendar that are read back to tell of the past: more than a year of each. */
export const periodsBack: Readonly<Record<KpiCalendar, number>> = {
  day: 365,
  week: 56,
  month: 25,
  quarter: 9,
  year: 4,
};

/** Wall-clock start of the buckets that are read for the shape of a period and for forecasts. */
export function bucketsSince(period: Period): number {
  if (period.calendar === 'day') return period.fromWallMs - 56 * dayMs;
  const back = { week: 60, month: 25, quarter: 9, year: 3 }[period.calendar];
  return Math.min(
    addWall(period.fromWallMs, period.calendar, -back),
    period.fromWallMs - 410 * dayMs,
  );
}
