import { easterSunday } from './easter.js';

/** `public`: a day off by law; `feast`: kept by many, no day off by itself; `shopping`: a day of sales. */
export type HolidayKind = 'public' | 'feast' | 'shopping';

/** When a holiday is, by year. */
export interface HolidayRule {
  readonly name: { readonly en: string; readonly de: string };
  readonly kind: HolidayKind;
  /** Milliseconds of the date's midnight in UTC; undefined in years without it. */
  on(year: number): number | undefined;
  /** Where it falls on a weekend, the next weekday that is no holiday is off too. */
  readonly substituted?: true;
}

const dayMs = 86_400_000;

interface Years {
  readonly since?: number;
  readonly until?: number;
}

const inYears = ({ since = -Infinity, until = Infinity }: Years, year: number) =>
  year >= since && year <= until;

const named = (en: string, de: string) => ({ name: { en, de }, kind: 'public' as const });

/** The same date each year. @param month from 1 */
export const fixed = (
  month: number,
  day: number,
  en: string,
  de: string,
  years: Years = {},
): HolidayRule => ({
  ...named(en, de),
  on: (year) => (inYears(years, year) ? Date.UTC(year, month - 1, day) : undefined),
});

/** So many days from Easter Sunday. */
export const easter = (days: number, en: string, de: string): HolidayRule => ({
  ...named(en, de),
  on: (year) => easterSunday(year) + days * dayMs,
});

/**
 * A weekday of a month, from its beginning or, where negative, its end.
 * @param weekday 0 is Sunday
 */
export const nth = (
  n: number,
  weekday: number,
  month: number,
  en: string,
  de: string,
  exceptions: Readonly<Record<number, string>> = {},
): HolidayRule => ({
  ...named(en, de),
  on: (year) => {
    const moved = exceptions[year];
    if (moved !== undefined) return Date.parse(`${moved}T00:00:00Z`);
    return nthWeekday(year, month, weekday, n);
  },
});

/** @param weekday 0 is Sunday */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  if (n > 0) {
    const first = Date.UTC(year, month - 1, 1);
    const ahead = (weekday - new Date(first).getUTCDay() + 7) % 7;
    return first + (ahead + 7 * (n - 1)) * dayMs;
  }
  const last = Date.UTC(year, month, 0);
  const back = (new Date(last).getUTCDay() - weekday + 7) % 7;
  return last - (back + 7 * (-n - 1)) * dayMs;
}

/** Dates that came once. */
export const once = (date: string, en: string, de: string): HolidayRule => ({
  ...named(en, de),
  on: (year) => (Number(date.slice(0, 4)) === year ? Date.parse(`${date}T00:00:00Z`) : undefined),
});

export const asFeast = (rule: HolidayRule): HolidayRule => ({ ...rule, kind: 'feast' });
export const asShopping = (rule: HolidayRule): HolidayRule => ({ ...rule, kind: 'shopping' });
export const substituted = (rule: HolidayRule): HolidayRule => ({ ...rule, substituted: true });
