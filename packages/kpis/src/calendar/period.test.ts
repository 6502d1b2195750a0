import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bucketsIn,
  calendars,
  endOf,
  periodAt,
  periodOfDate,
  sameLastYear,
  shiftPeriod,
} from './period.js';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'UTC',
];
const anyZone = fc.record({
  timeZone: fc.constantFrom(...zones),
  weekStart: fc.constantFrom('monday', 'sunday', 'saturday'),
});
const anyMs = fc.integer({ min: Date.parse('2018-01-01'), max: Date.parse('2032-01-01') });

describe('periods', () => {
  test('follow one another without a gap, and hold the instant that they were asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...calendars), anyMs, anyZone, (calendar, ms, zone) => {
        const period = periodAt(calendar, ms, zone);
        const before = shiftPeriod(period, -1);
        expect(before.to).toBe(period.from);
        expect(shiftPeriod(before, 1)).toEqual(period);
        expect(endOf(before, zone)).toBeLessThanOrEqual(ms);
        expect(endOf(period, zone)).toBeGreaterThan(ms);
        expect(periodOfDate(calendar, period.from, zone)).toEqual(period);
        expect(bucketsIn(period).length).toBeGreaterThan(0);
      }),
    );
  });

  test('have a twin a year before that ends where it should', () => {
    const zone = { timeZone: 'Europe/Berlin', weekStart: 'monday' } as const;
    const twin = (calendar: (typeof calendars)[number], date: string) => {
      const { from, to } = sameLastYear(periodOfDate(calendar, date, zone));
      return [from, to];
    };
    expect(twin('month', '2024-02-10')).toEqual(['2023-02-01', '2023-03-01']);
    expect(twin('quarter', '2026-11-10')).toEqual(['2025-10-01', '2026-01-01']);
    expect(twin('week', '2026-11-10')).toEqual(['2025-11-10', '2025-11-17']);
    // a Tuesday is held against a Tuesday
    expect(twin('day', '2026-11-10')).toEqual(['2025-11-11', '2025-11-12']);
  });

  test('end when the tenant’s clocks say so, on days of 23 and of 25 hours too', () => {
    const zone = { timeZone: 'Europe/Berlin', weekStart: 'monday' } as const;
    const end = (date: string) =>
      new Date(endOf(periodOfDate('day', date, zone), zone)).toISOString();
    expect(end('2026-03-28')).toBe('2026-03-28T23:00:00.000Z');
    expect(end('2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
    expect(end('2026-10-25')).toBe('2026-10-25T23:00:00.000Z');
  });
});
