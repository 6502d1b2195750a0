import { describe, expect, it } from 'vitest';
import { Chart, compilePatterns, PatternSet } from './index.js';

const words = (text: string) => text.split(' ').map((fold) => ({ fold, forms: [fold] }));
const ends = (source: string, text: string, chart = new Chart()) =>
  new PatternSet(compilePatterns(source, 'x')).match(words(text), 0, chart).map((m) => m.to);

describe('patterns', () => {
  it('match alternatives, phrases and what is optional', () => {
    expect(ends('the? last|past month', 'last month')).toEqual([2]);
    expect(ends('the? last|past month', 'the past month')).toEqual([3]);
    expect(ends('year_to_date', 'year to date')).toEqual([3]);
    expect(ends('the? last|past month', 'next month')).toEqual([]);
  });

  it('match beginnings of words beside whole ones', () => {
    expect(ends('top|best* produkte', 'besten produkte')).toEqual([2]);
    expect(ends('top|best* produkte', 'top produkte')).toEqual([2]);
  });

  it('take items of the chart and hand out their values', () => {
    const chart = new Chart();
    chart.add({ from: 1, to: 2, category: 'n', value: 7 });
    const set = new PatternSet(compilePatterns('last {n} days', 'x'));
    expect(set.match(words('last 7 days'), 0, chart)).toEqual([
      { from: 0, to: 3, value: 'x', captures: [{ category: 'n', value: 7 }] },
    ]);
  });
});
