import { civilOf, type Day, dayOf, weekdayOf } from './civil.js';

/** A calendar unit. Weekends are Saturday and Sunday. */
export type TimeUnit =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'weekend'
  | 'fiscal_quarter'
  | 'fiscal_year';

/** What a calendar needs to know of a tenant. */
export interface CalendarRules {
  readonly weekStart: 'monday' | 'sunday';
  /** 1–12 */
  readonly fiscalYearStartMonth: number;
}

/** The first day of the unit that holds `day`; for a weekend, the Saturday of the weekend of that week. */
export function startOfUnit(day: Day, unit: TimeUnit, rules: CalendarRules): Day {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return rules.weekStart === 'monday' ? day - (weekdayOf(day) - 1) : day - (weekdayOf(day) % 7);
    case 'weekend':
      return weekdayOf(day) === 7 ? day - 1 : day + (6 - weekdayOf(day));
    case 'month':
      return dayOf(year, month, 1);
    case 'quarter':
      return dayOf(year, month - ((month - 1) % 3), 1);
    case 'year':
      return dayOf(year, 1, 1);
    case 'fiscal_quarter':
      return dayOf(year, month - ((month - rules.fiscalYearStartMonth + 12) % 3), 1);
    case 'fiscal_year':
      return dayOf(year, month - ((month - rules.fiscalYearStartMonth + 12) % 12), 1);
  }
}

/** `day` moved by `n` units; `day` is a unit's first day, so no month is too short. */
export function addUnits(day: Day, unit: TimeUnit, n: number): Day {
  const { year, month, day: d } = civilOf(day);
  switch (unit) {
    case 'day':
      return day + n;
    case 'week':
    case 'weekend':
      return day + 7 * n;
    case 'month':
      return dayOf(year, month + n, d);
    case 'quarter':
    case 'fiscal_quarter':
      return dayOf(year, month + 3 * n, d);
    case 'year':
    case 'fiscal_year':
      return dayOf(year + n, month, d);
  }
}

/** The first day after the unit that starts on `start`. */
export function endOfUnit(start: Day, unit: TimeUnit): Day {
  return unit === 'weekend' ? start + 2 : addUnits(start, unit, 1);
}
