import { describe, expect, it } from 'vitest';
import { align } from './align.js';
import type { SeriesData } from './data.js';
import { ENGLISH } from './labels.js';
import { deltaAt, readingAt, spoken } from './reading.js';
import { summariseSeries } from './summary.js';

const style = { locale: 'en-GB', currency: 'GBP' };
const words = { style, labels: ENGLISH };
const day = { kind: 'time', grain: 'day' } as const;

const orders: SeriesData = {
  title: 'Orders',
  unit: 'count',
  axis: day,
  range: { from: '2026-11-09', to: '2026-11-13' },
  comparison: { from: '2026-11-05', to: '2026-11-09' },
  change: { kind: 'ratio', polarity: 'up_good' },
  annotations: [{ at: '2026-11-11', label: 'Price change' }],
  series: [
    {
      key: 'orders',
      label: 'Orders',
      points: [
        { at: '2026-11-09', value: 40 },
        { at: '2026-11-10', value: 46 },
        { at: '2026-11-11', value: null },
        { at: '2026-11-12', value: 12, provisional: 'running' },
      ],
      compared: [
        { at: '2026-11-05', value: 50 },
        { at: '2026-11-06', value: 0 },
        { at: '2026-11-07', value: 41 },
        { at: '2026-11-08', value: 44 },
      ],
    },
  ],
};

const say = (data: SeriesData, index: number, total = false) =>
  spoken(readingAt(data, align(data, style.locale), index, { ...words, total }), ENGLISH);

describe('series on common buckets', () => {
  it('have a point for every bucket that any of them has', () => {
    const { buckets, series } = align(
      {
        ...orders,
        series: [
          { key: 'a', label: 'A', points: [{ at: '2026-11-10', value: 1 }] },
          { key: 'b', label: 'B', points: [{ at: '2026-11-09', value: 2 }] },
        ],
      },
      'en-GB',
    );
    expect(buckets.map(({ at }) => at)).toEqual(['2026-11-09', '2026-11-10']);
    expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [null, 1],
      [2, null],
    ]);
  });
});

describe('a reading', () => {
  it('says the value, and how it moved against its twin', () => {
    expect(say(orders, 0)).toBe('Mon, 9 Nov 2026: 40, down 20.0%, worse, from 50');
    expect(say(orders, 1)).toContain('new: zero in the compared period');
  });

  it('does not compare a bucket that has not ended, and calls a gap a gap', () => {
    expect(say(orders, 3)).toBe('Thu, 12 Nov 2026: 12 so far');
    expect(say(orders, 2)).toBe(
      'Wed, 11 Nov 2026: no value, nothing to compare with, from 41; Price change',
    );
    const [series] = align(orders, 'en-GB').series;
    expect(series && deltaAt(orders, series, 3, 'en-GB').kind).toBe('none');
  });

  it('tells several series by their names, and the sum of a stack', () => {
    const at = '2026-11-09';
    const data: SeriesData = {
      ...orders,
      unit: 'currency',
      annotations: [],
      series: [
        { key: 'a', label: 'App', points: [{ at, value: 1.5 }] },
        { key: 'w', label: 'Web', points: [{ at, value: 3 }] },
      ],
    };
    expect(say(data, 0)).toBe('Mon, 9 Nov 2026: Web £3.00; App £1.50');
    expect(say(data, 0, true)).toBe('Mon, 9 Nov 2026: Web £3.00; App £1.50; Total £4.50');
  });

  it('says what lies between the bounds: a forecast’s interval, or the usual range', () => {
    const point = { at: '2026-11-09', expected: 5, low: 3, high: 7 };
    const band = (kind: 'forecast' | 'expected', value: number | null): SeriesData => ({
      ...orders,
      annotations: [],
      band: { kind },
      series: [
        { key: 'o', label: 'Orders', points: [{ ...point, value, flagged: value !== null }] },
      ],
    });
    expect(say(band('forecast', null), 0)).toBe('Mon, 9 Nov 2026: 5 forecast, between 3 and 7');
    expect(say(band('expected', 9), 0)).toBe(
      'Mon, 9 Nov 2026: 9, unusual, usually between 3 and 7',
    );
  });

  it('tells changes of rates in points', () => {
    const rate = { ...orders, unit: 'ratio' as const, change: undefined };
    const { change: _, ...data } = rate;
    const compared = {
      points: [{ at: '', value: 0.05 }],
      compared: [{ at: '', value: 0.03 }],
    };
    expect(deltaAt(data, compared, 0, 'en-GB').text).toBe('2.0 pp');
  });
});

describe('a summary', () => {
  it('names the ends and the extremes, the compared dates and what was noted', () => {
    const text = summariseSeries(orders, align(orders, 'en-GB'), words);
    expect(text.replaceAll(/\p{Zs}/gu, ' ')).toBe(
      'Orders by day, 9 – 12 Nov 2026. From 40 on Mon, 9 Nov 2026 to 12 on Thu, 12 Nov 2026 so far; highest 46 on Tue, 10 Nov 2026, lowest 40 on Mon, 9 Nov 2026. Dashed: 5 – 8 Nov 2026. Noted: Price change.',
    );
  });

  it('says that there is nothing', () => {
    const { range: _, ...data } = { ...orders, series: [] };
    expect(summariseSeries(data, align(data, 'en-GB'), words)).toBe('Orders by day: no values.');
  });
});
