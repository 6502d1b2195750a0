import type { Dimension, NamedValue } from './declarations.js';
import { dimension } from './dimension.js';

const named = (first: number, labels: readonly string[]): readonly NamedValue[] =>
  labels.map((label, index) => ({ value: first + index, label }));

/** What a moment is on the tenant’s calendar; names of values are in English, others are the model’s texts. */
export const calendarDimensions: readonly Dimension[] = [
  {
    ...dimension(
      'time.weekday',
      'Day of the week',
      'Day of the week on the shop’s calendar: 1 is Monday, 7 is Sunday',
      { kind: 'calendar', part: 'weekday' },
      { en: ['weekday', 'day of the week', 'day of week'], de: ['Wochentag', 'Wochentage'] },
      'integer',
    ),
    values: named(1, [
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]),
  },
  {
    ...dimension(
      'time.hour',
      'Hour of the day',
      'Hour on the shop’s clock, 0 to 23; the hour that comes twice in autumn counts once',
      { kind: 'calendar', part: 'hour', except: ['spend'] },
      { en: ['hour of the day', 'hour of day', 'time of day'], de: ['Tageszeit', 'Uhrzeit'] },
      'integer',
    ),
    values: named(
      0,
      Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`),
    ),
  },
  {
    ...dimension(
      'time.is_weekend',
      'Weekend',
      '1 on Saturdays and Sundays, else 0',
      { kind: 'calendar', part: 'is_weekend' },
      { en: ['weekend or weekday'], de: ['Wochenende oder Werktag'] },
      'integer',
    ),
    values: named(0, ['Monday to Friday', 'Weekend']),
  },
  {
    ...dimension(
      'time.month_of_year',
      'Month of the year',
      'Month whatever the year, 1 is January',
      { kind: 'calendar', part: 'month_of_year' },
      { en: ['month of the year', 'calendar month'], de: ['Kalendermonat'] },
      'integer',
    ),
    values: named(1, [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ]),
  },
];
