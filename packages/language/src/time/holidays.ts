import { type Day, dayOf, weekdayOf } from './civil.js';

/** Days of trade that people name instead of dating. */
export type Holiday =
  | 'black_friday'
  | 'cyber_monday'
  | 'christmas'
  | 'christmas_eve'
  | 'new_year'
  | 'new_years_eve'
  | 'easter'
  | 'valentine'
  | 'halloween'
  | 'singles_day'
  | 'thanksgiving'
  | 'boxing_day'
  | 'good_friday'
  | 'easter_monday'
  | 'ascension'
  | 'pentecost'
  | 'whit_monday';

/**
 * The day a holiday falls on in a year. Black Friday is the day after the fourth Thursday of
 * November, Easter the Gregorian Easter Sunday (Meeus/Jones/Butcher).
 */
export function holidayOn(holiday: Holiday, year: number): Day {
  switch (holiday) {
    case 'black_friday':
      return fourthThursday(year) + 1;
    case 'cyber_monday':
      return fourthThursday(year) + 4;
    case 'thanksgiving':
      return fourthThursday(year);
    case 'boxing_day':
      return dayOf(year, 12, 26);
    case 'christmas':
      return dayOf(year, 12, 25);
    case 'christmas_eve':
      return dayOf(year, 12, 24);
    case 'new_year':
      return dayOf(year, 1, 1);
    case 'new_years_eve':
      return dayOf(year, 12, 31);
    case 'easter':
      return easter(year);
    case 'good_friday':
      return easter(year) - 2;
    case 'easter_monday':
      return easter(year) + 1;
    case 'ascension':
      return easter(year) + 39;
    case 'pentecost':
      return easter(year) + 49;
    case 'whit_monday':
      return easter(year) + 50;
    case 'valentine':
      return dayOf(year, 2, 14);
    case 'halloween':
      return dayOf(year, 10, 31);
    case 'singles_day':
      return dayOf(year, 11, 11);
  }
}

function fourthThursday(year: number): Day {
  const first = dayOf(year, 11, 1);
  return first + ((4 - weekdayOf(first) + 7) % 7) + 21;
}

function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
