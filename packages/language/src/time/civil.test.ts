import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayOf, dayOfIso, isoOf, weekdayOf } from './civil.js';
import { localDay } from './zone.js';

describe('calendar arithmetic', () => {
  it('agrees with the platform calendar on every day number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(civilOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const { year, month, day: d } = civilOf(day);
        expect(dayOf(year, month, d)).toBe(day);
      }),
    );
  });

  it('refuses a 30th of February', () => {
    expect(dayOfIso('2024-02-30')).toBeUndefined();
    expect(isoOf(dayOfIso('2024-02-29') ?? 0)).toBe('2024-02-29');
  });

  it('takes the day from the zone, not from UTC', () => {
    expect(isoOf(localDay('2025-12-31T23:30:00Z', 'Europe/Madrid'))).toBe('2026-01-01');
    expect(isoOf(localDay('2026-03-02T03:30:00Z', 'America/New_York'))).toBe('2026-03-01');
  });

  it('says so when the instant is not one', () => {
    expect(() => localDay('soon', 'UTC')).toThrow(RangeError);
  });
});
