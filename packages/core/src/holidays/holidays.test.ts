import { describe, expect, it, test } from 'vitest';
import {
  countryOfLocale,
  countryOfZone,
  createHolidayCalendar,
  easterSunday,
  holidaysOf,
} from '../index.js';

const dates = (country: string, year: number, name: string) =>
  holidaysOf(country, year).flatMap((day) => (day.name.en === name ? [day.date] : []));
const publicOf = (country: string, year: number) =>
  holidaysOf(country, year).flatMap(({ kind, date }) => (kind === 'public' ? [date] : []));

test('Easter is when the tables say', () => {
  const known: Readonly<Record<number, string>> = {
    1818: '1818-03-22',
    1943: '1943-04-25',
    1961: '1961-04-02',
    2000: '2000-04-23',
    2008: '2008-03-23',
    2011: '2011-04-24',
    2016: '2016-03-27',
    2019: '2019-04-21',
    2020: '2020-04-12',
    2021: '2021-04-04',
    2022: '2022-04-17',
    2023: '2023-04-09',
    2024: '2024-03-31',
    2025: '2025-04-20',
    2026: '2026-04-05',
    2027: '2027-03-28',
    2028: '2028-04-16',
    2038: '2038-04-25',
    2285: '2285-03-22',
  };
  for (const [year, date] of Object.entries(known)) {
    expect(new Date(easterSunday(Number(year))).toISOString().slice(0, 10)).toBe(date);
  }
});

describe('public holidays are those of the official lists', () => {
  it.each([
    [
      'US',
      2025,
      [
        '2025-01-01',
        '2025-01-20',
        '2025-02-17',
        '2025-05-26',
        '2025-06-19',
        '2025-07-04',
        '2025-09-01',
        '2025-10-13',
        '2025-11-11',
        '2025-11-27',
        '2025-12-25',
      ],
    ],
    [
      'US',
      2020,
      [
        '2020-01-01',
        '2020-01-20',
        '2020-02-17',
        '2020-05-25',
        '2020-07-04',
        '2020-09-07',
        '2020-10-12',
        '2020-11-11',
        '2020-11-26',
        '2020-12-25',
      ],
    ],
    [
      'GB',
      2022,
      [
        '2022-01-01',
        '2022-01-03',
        '2022-04-15',
        '2022-04-18',
        '2022-05-02',
        '2022-06-02',
        '2022-06-03',
        '2022-08-29',
        '2022-09-19',
        '2022-12-25',
        '2022-12-26',
        '2022-12-27',
      ],
    ],
    [
      'GB',
      2021,
      [
        '2021-01-01',
        '2021-04-02',
        '2021-04-05',
        '2021-05-03',
        '2021-05-31',
        '2021-08-30',
        '2021-12-25',
        '2021-12-26',
        '2021-12-27',
        '2021-12-28',
      ],
    ],
    [
      'DE',
      2024,
      [
        '2024-01-01',
        '2024-03-29',
        '2024-04-01',
        '2024-05-01',
        '2024-05-09',
        '2024-05-20',
        '2024-10-03',
        '2024-12-25',
        '2024-12-26',
      ],
    ],
    [
      'AT',
      2026,
      [
        '2026-01-01',
        '2026-01-06',
        '2026-04-06',
        '2026-05-01',
        '2026-05-14',
        '2026-05-25',
        '2026-06-04',
        '2026-08-15',
        '2026-10-26',
        '2026-11-01',
        '2026-12-08',
        '2026-12-25',
        '2026-12-26',
      ],
    ],
    [
      'FR',
      2023,
      [
        '2023-01-01',
        '2023-04-10',
        '2023-05-01',
        '2023-05-08',
        '2023-05-18',
        '2023-05-29',
        '2023-07-14',
        '2023-08-15',
        '2023-11-01',
        '2023-11-11',
        '2023-12-25',
      ],
    ],
    [
      'NL',
      2025,
      [
        '2025-01-01',
        '2025-04-21',
        '2025-04-26',
        '2025-05-05',
        '2025-05-29',
        '2025-06-09',
        '2025-12-25',
        '2025-12-26',
      ],
    ],
    [
      'PL',
      2025,
      [
        '2025-01-01',
        '2025-01-06',
        '2025-04-21',
        '2025-05-01',
        '2025-05-03',
        '2025-06-19',
        '2025-08-15',
        '2025-11-01',
        '2025-11-11',
        '2025-12-24',
        '2025-12-25',
        '2025-12-26',
      ],
    ],
    [
      'IT',
      2024,
      [
        '2024-01-01',
        '2024-01-06',
        '2024-04-01',
        '2024-04-25',
        '2024-05-01',
        '2024-06-02',
        '2024-08-15',
        '2024-11-01',
        '2024-12-08',
        '2024-12-25',
        '2024-12-26',
      ],
    ],
    [
      'ES',
      2024,
      [
        '2024-01-01',
        '2024-01-06',
        '2024-03-29',
        '2024-05-01',
        '2024-08-15',
        '2024-10-12',
        '2024-11-01',
        '2024-12-06',
        '2024-12-08',
        '2024-12-25',
      ],
    ],
    [
      'CH',
      2025,
      [
        '2025-01-01',
        '2025-04-18',
        '2025-04-21',
        '2025-05-29',
        '2025-06-09',
        '2025-08-01',
        '2025-12-25',
        '2025-12-26',
      ],
    ],
  ] as const)('%s %d', (country, year, expected) => {
    expect(publicOf(country, year)).toEqual(expected);
  });
});

test('shopping days follow Thanksgiving', () => {
  const known = [
    [2019, '2019-11-29', '2019-12-02'],
    [2021, '2021-11-26', '2021-11-29'],
    [2023, '2023-11-24', '2023-11-27'],
    [2024, '2024-11-29', '2024-12-02'],
    [2025, '2025-11-28', '2025-12-01'],
    [2026, '2026-11-27', '2026-11-30'],
  ] as const;
  for (const [year, friday, monday] of known) {
    expect(dates('DE', year, 'Black Friday')).toEqual([friday]);
    expect(dates('XX', year, 'Cyber Monday')).toEqual([monday]);
    expect(dates('US', year, 'Singles’ Day')).toEqual([`${year}-11-11`]);
  }
});

test('a calendar looks days up, over the turn of a year', () => {
  const calendar = createHolidayCalendar('DE');
  expect(calendar.on('2025-12-25').map(({ name }) => name.de)).toEqual(['Erster Weihnachtstag']);
  expect(calendar.on('2025-12-27')).toEqual([]);
  expect(calendar.between('2025-12-24', '2026-01-02').map(({ date }) => date)).toEqual([
    '2025-12-24',
    '2025-12-25',
    '2025-12-26',
    '2025-12-31',
    '2026-01-01',
  ]);
  expect(createHolidayCalendar(undefined).on('2025-12-25')).toEqual([]);
});

test('a time zone names the country before a locale does', () => {
  expect(countryOfZone('Europe/Vienna')).toBe('AT');
  expect(countryOfZone('America/Phoenix')).toBe('US');
  expect(countryOfZone('UTC')).toBeUndefined();
});

test('a locale names the country', () => {
  expect(countryOfLocale('de-AT')).toBe('AT');
  expect(countryOfLocale('de-Latn-CH')).toBe('CH');
  expect(countryOfLocale('en')).toBeUndefined();
  expect(countryOfLocale('ja-JP')).toBeUndefined();
});
