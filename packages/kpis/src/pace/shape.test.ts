import { addWall, printBucket } from '@olympus/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketsIn, type KpiCalendar, periodOfDate, wallOfDate } from '../calendar/period.js';
import { type BucketSeries, shapeOf } from './shape.js';

const zone = { timeZone: 'Europe/Berlin', weekStart: 'monday' } as const;
const day = 86_400_000;

/** Days from a date up to before another. */
function daily(from: string, to: string, value: (date: string, at: Date) => number): BucketSeries {
  const times: string[] = [];
  for (let at = wallOfDate(from); at < wallOfDate(to); at += day)
    times.push(printBucket(at, 'day'));
  return { times, values: times.map((time) => value(time, new Date(wallOfDate(time)))) };
}

const november = periodOfDate('month', '2026-11-10', zone);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const expectedBy = (weights: readonly number[], days: number) => sum(weights.slice(0, days));

describe('the shape of a period', () => {
  test('is that of its weekdays where nothing else differs', () => {
    const value = (_: string, at: Date) => (at.getUTCDay() === 6 ? 400 : 100);
    const { weights, method } = shapeOf(november, daily('2026-08-01', '2026-11-10', value));
    const labels = bucketsIn(november);
    const own = labels.map((label) => value(label, new Date(wallOfDate(label))));
    for (const [i, label] of labels.entries()) {
      expect(weights[i], label).toBeCloseTo((own[i] ?? 0) / sum(own), 3);
    }
    expect(method).toBe('earlier_periods');
  });

  test('follows where in the month sales fell, most of all in the same month last year', () => {
    // a rush in the last ten days of every November
    const value = (date: string, at: Date) =>
      at.getUTCMonth() === 10 && Number(date.slice(8)) > 20 ? 300 : 100;
    const { weights, method, learntFrom } = shapeOf(
      november,
      daily('2024-09-01', '2026-11-10', value),
    );
    expect(method).toBe('same_period_last_year');
    expect(learntFrom).toBe(2);
    // by the 20th 40 % are there, not two thirds; something is kept of an even spread
    expect(expectedBy(weights, 20)).toBeLessThan(0.5);
    expect(expectedBy(weights, 20)).toBeGreaterThan(0.39);
  });

  test('of a year is its seasons', () => {
    const year = periodOfDate('year', '2026-05-01', zone);
    const value = (_: string, at: Date) => (at.getUTCMonth() === 11 ? 1_200 : 100);
    const { weights, method } = shapeOf(year, daily('2025-01-01', '2026-05-01', value));
    expect(method).toBe('same_period_last_year');
    expect(expectedBy(weights, 334)).toBeCloseTo((334 * 100) / (334 * 100 + 31 * 1_200), 1);
  });

  test('of a day is the hours of its weekday', () => {
    const monday = periodOfDate('day', '2026-11-09', zone);
    const times: string[] = [];
    for (
      let at = wallOfDate('2026-10-01');
      at < wallOfDate('2026-11-09');
      at = addWall(at, 'hour', 1)
    ) {
      times.push(printBucket(at, 'hour'));
    }
    const values = times.map((time) => {
      const hour = Number(time.slice(11, 13));
      return hour >= 9 && hour < 19 ? 10 : 0;
    });
    const { weights, method, learntFrom } = shapeOf(monday, { times, values });
    expect([method, learntFrom]).toEqual(['hours', 5]);
    expect(expectedBy(weights, 9)).toBe(0);
    expect(expectedBy(weights, 14)).toBeCloseTo(0.5, 6);
    expect(expectedBy(weights, 19)).toBeCloseTo(1, 6);
  });

  test('leaves closed days at nothing', () => {
    const value = (_: string, at: Date) => (at.getUTCDay() === 0 ? 0 : 100);
    const { weights } = shapeOf(november, daily('2026-01-01', '2026-11-10', value));
    bucketsIn(november).forEach((label, i) => {
      if (new Date(wallOfDate(label)).getUTCDay() === 0) expect(weights[i]).toBe(0);
      else expect(weights[i]).toBeCloseTo(1 / 25, 3);
    });
  });

  test('is a straight line, and says so, where there is too little or nothing to learn from', () => {
    const lines = [
      shapeOf(november, { times: [], values: [] }),
      shapeOf(
        november,
        daily('2026-11-01', '2026-11-10', () => 100),
      ),
      shapeOf(
        november,
        daily('2026-01-01', '2026-11-10', () => 0),
      ),
      shapeOf(
        november,
        daily('2026-01-01', '2026-11-10', () => -5),
      ),
    ];
    for (const { weights, method, learntFrom } of lines) {
      expect([method, learntFrom]).toEqual(['straight_line', 0]);
      expect(weights).toEqual(new Array(30).fill(1 / 30));
    }
  });

  test('is made of shares: none negative, all of them one, the same in every unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<KpiCalendar>('week', 'month', 'quarter', 'year'),
        fc.integer({ min: 0, max: 900 }),
        fc.array(fc.integer({ min: -50, max: 1_000 }), { minLength: 1, maxLength: 40 }),
        (calendar, days, pattern) => {
          const period = periodOfDate(calendar, '2026-11-10', zone);
          const end = new Date(wallOfDate('2026-11-10'));
          const from = printBucket(end.getTime() - days * day, 'day');
          const at = (unit: number) =>
            shapeOf(
              period,
              daily(
                from,
                '2026-11-10',
                (_, date) => unit * (pattern[(date.getTime() / day) % pattern.length] ?? 0),
              ),
            );
          const { weights } = at(1);
          expect(weights).toHaveLength(bucketsIn(period).length);
          expect(weights.every((weight) => weight >= 0)).toBe(true);
          expect(sum(weights)).toBeCloseTo(1, 9);
          for (const [i, weight] of at(8).weights.entries()) {
            expect(weight).toBeCloseTo(weights[i] ?? 0, 9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
