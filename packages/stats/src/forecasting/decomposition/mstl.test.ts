import { describe, expect, it } from 'vitest';
import { mstl } from './mstl.js';
import { stl } from './stl.js';

const wave = (t: number, m: number): number => Math.sin((2 * Math.PI * t) / m);

describe('stl and mstl', () => {
  const values = Float64Array.from(
    { length: 336 },
    (_, t) => 10 + 0.05 * t + 3 * wave(t, 7) + 5 * wave(t, 28) + (((t * 13) % 7) - 3) / 50,
  );

  it('adds up to the series', () => {
    const one = stl(values, { seasonLength: 7, robust: true });
    const many = mstl(values, [7, 28], { robust: true });
    values.forEach((y, t) => {
      const sum = (one.trend[t] ?? 0) + (one.seasonal[t] ?? 0) + (one.remainder[t] ?? 0);
      expect(sum).toBeCloseTo(y, 9);
      const parts = many.seasonals.reduce((s, season) => s + (season[t] ?? 0), 0);
      expect((many.trend[t] ?? 0) + parts + (many.remainder[t] ?? 0)).toBeCloseTo(y, 9);
    });
  });

  it('gives each season its own waves', () => {
    const { seasonals } = mstl(values, [7, 28], { shape: 'steady' });
    let error = 0;
    // A wave of 7 fits into 28 as well: only their sum is determined, and the trend apart from it.
    values.forEach((_, t) => {
      const both = (seasonals[0]?.[t] ?? 0) + (seasonals[1]?.[t] ?? 0);
      error = Math.max(error, Math.abs(both - 3 * wave(t, 7) - 5 * wave(t, 28)));
    });
    expect(error).toBeLessThan(0.5);
  });

  it('repeats a steady season exactly and marks outliers with low weights', () => {
    const spiked = Float64Array.from(values);
    spiked[100] = 99;
    const parts = stl(spiked, { seasonLength: 7, seasonalSpan: 'periodic', robust: true });
    for (let t = 7; t < values.length; t++) {
      expect(parts.seasonal[t]).toBeCloseTo(parts.seasonal[t - 7] ?? 0, 12);
    }
    expect(parts.weights[100]).toBe(0);
    expect(parts.weights.filter((w) => w < 0.5).length).toBeLessThan(60);
  });

  it('leaves out seasons that the series does not cover twice', () => {
    const { seasonals } = mstl(values.slice(0, 40), [7, 28]);
    expect(seasonals[1]?.every((s) => s === 0)).toBe(true);
    expect(seasonals[0]?.some((s) => s !== 0)).toBe(true);
  });
});
