import { describe, expect, it } from 'vitest';
import { drawPoisson } from '../sampling/draws.js';
import { createRandom, type Random } from '../sampling/random.js';
import { detectAnomalies } from './detect.js';
import type { AnomalyReport } from './report.js';

const seasonLength = [24, 168];
/** Four weeks of hours; `busy` hours from nine to nine, quiet nights. */
const hours = (random: Random, rate: number, busy = false) =>
  Array.from({ length: 672 }, (_, t) => {
    const open = t % 24 > 8 && t % 24 < 21;
    return drawPoisson(random, busy ? 2 * rate * (open ? 1 : 0.05) : rate);
  });

function reportOf(values: readonly number[]): AnomalyReport {
  const report = detectAnomalies(values, { seasonLength });
  if (report.kind === 'undefined') throw new Error(report.reason);
  return report;
}

describe('a sparse series', () => {
  it.each([0.03, 0.1, 0.3, 0.6, 1, 2])('of %f events an hour raises no false alarms', (rate) => {
    for (const busy of [false, true]) {
      const random = createRandom(11);
      let found = 0;
      for (let run = 0; run < 5; run++) {
        const { points, changes, upper } = reportOf(hours(random, rate, busy));
        found += points.length + changes.length;
        expect(Math.min(...upper)).toBeGreaterThan(0);
      }
      expect(found, String(busy)).toBeLessThanOrEqual(1);
    }
  });

  it('shows a burst of orders, and of amounts, for what it is', () => {
    const random = createRandom(3);
    for (const rate of [0.1, 0.3, 1]) {
      const counts = hours(random, rate, true);
      const amounts = counts.map((count) => count * 40);
      counts[12 + 24 * 15] = 12;
      amounts[12 + 24 * 15] = 12 * 40;
      expect(reportOf(counts).points.map(({ index }) => index)).toEqual([372]);
      expect(reportOf(amounts).points.map(({ index }) => index)).toEqual([372]);
    }
  });

  it('shows when customers stay away for good, though each hour without one is usual', () => {
    const random = createRandom(5);
    const values = hours(random, 3, true).map((y, t) => (t >= 420 ? Math.floor(y / 4) : y));
    const { changes, points } = reportOf(values);
    expect(points.length).toBeLessThanOrEqual(2);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.change).toBe('level');
    expect(changes[0]?.shift).toBeLessThan(-1);
    expect(Math.abs((changes[0]?.index ?? 0) - 420)).toBeLessThanOrEqual(48);
  });

  it('knows the days on which a shop is closed', () => {
    const random = createRandom(8);
    const values = Array.from({ length: 210 }, (_, t) =>
      t % 7 > 4 ? 0 : 1000 + drawPoisson(random, 400),
    );
    values[100] = 2400;
    values[151] = 60;
    const report = detectAnomalies(values, { seasonLength: 7 });
    if (report.kind === 'undefined') throw new Error(report.reason);
    expect(report.points.map(({ index, direction }) => [index, direction])).toEqual([
      [100, 'above'],
      [151, 'below'],
    ]);
  });

  it('takes refunds for what they are in a shop whose hours are mostly empty', () => {
    const random = createRandom(17);
    let found = 0;
    for (let run = 0; run < 5; run++) {
      const orders = hours(random, 0.4, true);
      const refunds = hours(random, 0.02, true);
      const revenue = orders.map((count, t) => 25 * count - 25 * (refunds[t] ?? 0));
      found += reportOf(revenue).points.length;
      revenue[380] = -600;
      const [point, ...others] = reportOf(revenue).points.filter(({ index }) => index === 380);
      expect(point?.direction).toBe('below');
      expect(others).toEqual([]);
      found += reportOf(revenue.map((y) => -Math.abs(y))).points.length > 6 ? 1 : 0;
    }
    expect(found).toBeLessThanOrEqual(2);
  });

  it('is as wide as the tail of a normal distribution is likely', () => {
    // 4 standard deviations: 32 of a million; of the hundred thousand hours about three
    const random = createRandom(21);
    let points = 0;
    for (let run = 0; run < 150; run++) points += reportOf(hours(random, 0.4)).points.length;
    expect(points).toBeLessThanOrEqual(8);
  });
});
