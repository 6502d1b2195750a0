import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned, timeTicks } from './calendar-ticks.js';
import { fitText, plotOf } from './plot.js';
import { niceScale, scaleOf, ticksOf } from './scale.js';
import { axisFormat, formatValue } from './value-format.js';

const UK = { locale: 'en-GB', currency: 'GBP' };

describe('scale', () => {
  it('holds every value between round, evenly spaced ticks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(
          'currency' as const,
          'count' as const,
          'ratio' as const,
          'duration' as const,
        ),
        fc.boolean(),
        (values, unit, fromZero) => {
          const scale = scaleOf(values, unit, { fromZero });
          const dust = Math.max(1e-9, scale.step * 1e-6);
          expect(scale.min).toBeLessThanOrEqual(Math.min(...values) + dust);
          expect(scale.max).toBeGreaterThanOrEqual(Math.max(...values) - dust);
          expect(ticksOf(scale).length).toBeLessThanOrEqual(7);
          if (unit === 'count') expect(Number.isInteger(scale.step)).toBe(true);
        },
      ),
    );
  });

  it('starts at zero for money and counts, and may crop what always lies high', () => {
    expect(niceScale([90, 100], { fromZero: true }).min).toBe(0);
    expect(niceScale([0.41, 0.43], { fromZero: false }).min).toBeGreaterThan(0.4);
    expect(niceScale([0.01, 0.43], { fromZero: false }).min).toBe(0);
  });

  it('gives no whole step to what dips a little below zero', () => {
    const dips = scaleOf([-300, 20_000], 'currency');
    expect(dips).toEqual({ min: -1_000, max: 20_000, step: 5_000 });
    expect(ticksOf(dips)).toEqual([0, 5_000, 10_000, 15_000, 20_000]);
    expect(scaleOf([-3_000, 20_000], 'currency').min).toBe(-5_000);
  });

  it('never counts in halves, and has an axis for nothing at all', () => {
    expect(scaleOf([0, 2], 'count')).toEqual({ min: 0, max: 2, step: 1 });
    expect(scaleOf([], 'currency')).toEqual({ min: 0, max: 1, step: 1 });
  });

  it('divides durations as clocks do', () => {
    expect(scaleOf([0, 150], 'duration')).toEqual({ min: 0, max: 150, step: 30 });
    expect(scaleOf([0, 100_000], 'duration')).toEqual({ min: 0, max: 108_000, step: 6 * 3_600 });
    expect(scaleOf([0, 86_400 * 9], 'duration').step).toBe(2 * 86_400);
  });
});

describe('axis labels', () => {
  it('are as brief as still tells neighbours apart, and never round a tick', () => {
    const write = (values: readonly number[], unit: Parameters<typeof scaleOf>[1]) => {
      const scale = scaleOf(values, unit);
      return ticksOf(scale).map(axisFormat(scale, unit, UK));
    };
    expect(write([0.0305, 0.0319], 'ratio')).toEqual(['3.05%', '3.1%', '3.15%', '3.2%']);
    expect(write([0, 40_000], 'currency')).toEqual(['£0', '£10k', '£20k', '£30k', '£40k']);
    expect(write([108_000, 160_000], 'duration')).toContain('1 day 18 hrs');
    expect(new Set(write([1_000_001, 1_000_002], 'number')).size).toBeGreaterThan(2);
  });

  it('write every unit its own way', () => {
    expect(formatValue(1234.5, 'currency', UK)).toBe('£1,234.50');
    expect(formatValue(0.0312, 'ratio', UK)).toBe('3.1%');
    expect(formatValue(7_500, 'duration', UK)).toBe('2 hrs 5 mins');
    expect(formatValue(3_599.9, 'duration', UK)).toBe('1 hr');
    expect(formatValue(45.25, 'duration', UK)).toBe('45.3 secs');
    expect(formatValue(-90, 'duration', UK)).toBe('−1 min 30 secs');
    expect(formatValue(null, 'duration', UK)).toBe('—');
  });

  it('are shortened with an ellipsis to the room there is', () => {
    expect(fitText('Netherlands', 200)).toBe('Netherlands');
    expect(fitText('Netherlands', 50)).toBe('Nether…');
    expect(fitText('Netherlands', 5)).toBe('');
  });
});

describe('the calendar’s ticks', () => {
  const days = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
    );
  const labels = (...args: Parameters<typeof timeTicks>) => timeTicks(...args).map((t) => t.label);

  it('fall on Mondays, on firsts of months, on years', () => {
    expect(labels(days('2026-10-23', 28), 'day', 8, 'en-GB')).toEqual([
      '26 Oct',
      '2 Nov',
      '9 Nov',
      '16 Nov',
    ]);
    expect(labels(days('2026-01-01', 365), 'day', 8, 'en-GB')).toEqual([
      'Jan 2026',
      'Mar 2026',
      'May 2026',
      'Jul 2026',
      'Sept 2026',
      'Nov 2026',
    ]);
    expect(labels(days('2018-01-01', 3_000), 'day', 9, 'en-GB').slice(0, 2)).toEqual([
      '2018',
      '2019',
    ]);
  });

  it('name midnights by their date, and the hours of one day by the clock', () => {
    const hours = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        new Date(Date.UTC(2026, 10, 20, index)).toISOString().slice(0, 13).concat(':00'),
      );
    expect(labels(hours(24), 'hour', 8, 'en-GB')).toEqual(
      ['00', '03', '06', '09', '12', '15', '18', '21'].map((hour) => `${hour}:00`),
    );
    expect(labels(hours(72), 'hour', 6, 'en-GB')).toEqual([
      '20 Nov',
      '12:00',
      '21 Nov',
      '12:00',
      '22 Nov',
      '12:00',
    ]);
  });

  it('are never more than asked for, and at least one where there is a bucket', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 0, max: 3_000 }),
        (count, max, shift) => {
          const from = new Date(Date.UTC(2020, 0, 1 + shift)).toISOString().slice(0, 10);
          const found = timeTicks(days(from, count), 'day', max, 'en-GB');
          expect(found.length).toBeGreaterThanOrEqual(1);
          expect(found.length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });

  it('are counted off evenly where a calendar has none', () => {
    expect(thinned(10, 4)).toEqual([0, 3, 6, 9]);
    expect(thinned(0, 4)).toEqual([]);
  });
});

describe('plot', () => {
  const plot = (count: number, spacing: 'points' | 'slots') =>
    plotOf({
      width: 800,
      height: 288,
      left: 40,
      right: 14,
      top: 12,
      bottom: 28,
      scale: { min: 0, max: 100, step: 20 },
      count,
      spacing,
    });

  it.each(['points', 'slots'] as const)('finds the bucket under the pointer (%s)', (spacing) => {
    const { xOf, indexAt } = plot(28, spacing);
    for (const index of [0, 1, 13, 27]) expect(indexAt(xOf(index))).toBe(index);
    expect(indexAt(-50)).toBe(0);
    expect(indexAt(5_000)).toBe(27);
  });

  it('puts points on the edges, slots inside of them, and a single bucket in the middle', () => {
    expect(plot(28, 'points').xOf(0)).toBe(40);
    expect(plot(28, 'slots').xOf(0)).toBeGreaterThan(40);
    expect(plot(1, 'points').xOf(0)).toBeCloseTo((40 + 800 - 14) / 2);
  });
});
