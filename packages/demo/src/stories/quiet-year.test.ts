import { judgeSeries } from '@olympus/stats';
import { describe, expect, it } from 'vitest';
import { labShop, observe } from '../testing/lab.js';

const from = '2024-03-01';
const days = 365;
const startMs = Date.parse(from);

/** Units and revenue by day, of the whole and of a channel. */
function seriesOf(seed: number): readonly (readonly number[])[] {
  const { lines } = observe({ shop: labShop, seed, from, to: '2025-03-01' });
  const byDay = (worth: (line: (typeof lines)[number]) => number) => {
    const sums = Array.from({ length: days }, () => 0);
    for (const line of lines) {
      const day = Math.floor((line.atMs - startMs) / 86_400_000);
      sums[day] = (sums[day] ?? 0) + worth(line);
    }
    return sums.slice(0, days);
  };
  const revenue = (line: (typeof lines)[number]) => line.quantity * line.price - line.discount;
  return [
    byDay(revenue),
    byDay(() => 1),
    byDay((line) => (line.channel === 'web' ? revenue(line) : 0)),
  ];
}

describe('a year in which nothing is planted', () => {
  it('raises no more alarms than the rate that is stated', { timeout: 120_000 }, () => {
    const rates = [0.01, 0.001];
    const marked = rates.map(() => 0);
    let judged = 0;
    let shifts = 0;
    for (const seed of [31, 32, 33]) {
      for (const values of seriesOf(seed)) {
        const found = judgeSeries(values, { seasonLength: 7 });
        if (found.kind === 'undefined') throw new Error(found.reason);
        judged += found.observations.length;
        rates.forEach((rate, index) => {
          const alarms = found.observations.filter(({ pValue }) => pValue <= rate).length;
          marked[index] = (marked[index] ?? 0) + alarms;
        });
        shifts += found.changes.filter(
          ({ change, shift }) => change === 'level' && Math.abs(shift) >= 3 * found.scale,
        ).length;
        shifts += found.runs.filter(({ deviations }) => deviations >= 5).length;
      }
    }
    rates.forEach((rate, index) => {
      const expected = rate * judged;
      // alarms of one simulated year come together: revenue and units of the same orders
      expect(marked[index], `at ${rate}`).toBeLessThan(expected + 4 * Math.sqrt(3 * expected));
    });
    expect(shifts).toBe(0);
  });
});
