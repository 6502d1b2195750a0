import { dayMs, fromWall, Problem, toWall } from '@olympus/core';
import { Temporal } from 'temporal-polyfill';

/** A day of the shop's local calendar: whole days since 1970-01-01. */
export type LocalDay = number;

export interface DayFacts {
  readonly day: LocalDay;
  /** The day's first instant, and the next day's. */
  readonly fromMs: number;
  readonly toMs: number;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: number;
  readonly dayOfMonth: number;
  /** `MM-DD` */
  readonly monthDay: string;
  /** Month and share of it gone by, 0 ≤ x < 12, for smooth seasons. */
  readonly seasonPosition: number;
}

/** The calendar of one time zone. */
export interface ShopCalendar {
  dayOf(utcMs: number): LocalDay;
  /** Hour on the clocks at an instant, 0 … 23. */
  hourOf(utcMs: number): number;
  /** The instant at which a local day's clocks show this many milliseconds since midnight. */
  instant(day: LocalDay, sinceMidnightMs: number): number;
  factsOf(day: LocalDay): DayFacts;
  /** The same day of a later month, or that month's last day. */
  addMonths(day: LocalDay, months: number): LocalDay;
  /**
   * The instant of a local date or time, `2025-03-01` or `2025-03-01T14:30`.
   * @throws Problem invalid_local_time
   */
  parse(text: string): number;
}

const epoch = Temporal.PlainDate.from('1970-01-01');
const dateOf = (day: LocalDay) => epoch.add({ days: day });
const two = (n: number) => String(n).padStart(2, '0');

export function createShopCalendar(timeZone: string): ShopCalendar {
  const instant = (day: LocalDay, sinceMidnightMs: number) =>
    fromWall(timeZone, day * dayMs + sinceMidnightMs);
  return {
    dayOf: (utcMs) => Math.floor(toWall(timeZone, utcMs) / dayMs),
    hourOf: (utcMs) => Math.floor(toWall(timeZone, utcMs) / 3_600_000) % 24,
    instant,
    factsOf: (day) => {
      const date = dateOf(day);
      return {
        day,
        fromMs: instant(day, 0),
        toMs: instant(day + 1, 0),
        weekday: date.dayOfWeek % 7,
        dayOfMonth: date.day,
        monthDay: `${two(date.month)}-${two(date.day)}`,
        seasonPosition: date.month - 1 + (date.day - 1) / 30.5,
      };
    },
    addMonths: (day, months) => epoch.until(dateOf(day).add({ months })).days,
    parse: (text) => {
      try {
        return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
      } catch (cause) {
        throw new Problem({
          code: 'invalid_local_time',
          kind: 'invalid',
          message: `"${text.slice(0, 80)}" is no date or time of a calendar`,
          remedy: 'Write 2025-03-01 or 2025-03-01T14:30.',
          cause,
        });
      }
    },
  };
}
