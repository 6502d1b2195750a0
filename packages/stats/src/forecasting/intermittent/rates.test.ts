import { describe, expect, it } from 'vitest';
import { demandRate } from './rates.js';

describe('demandRate', () => {
  const everyThird = Float64Array.from({ length: 60 }, (_, t) => (t % 3 === 2 ? 6 : 0));

  it('finds size over interval on regular demand', () => {
    expect(demandRate(everyThird, 'croston', 0.1).rate).toBeCloseTo(2, 9);
    expect(demandRate(everyThird, 'sba', 0.1).rate).toBeCloseTo(1.9, 9);
    expect(demandRate(everyThird, 'tsb', 0.05).rate).toBeCloseTo(2, 0);
  });

  it('lets only tsb fall when demand stops', () => {
    const stopped = Float64Array.from([...everyThird, ...new Float64Array(60)]);
    expect(demandRate(stopped, 'croston', 0.1).rate).toBeCloseTo(2, 9);
    expect(demandRate(stopped, 'tsb', 0.1).rate).toBeLessThan(0.02);
  });

  it('knows nothing before the first demand', () => {
    expect(demandRate(new Float64Array(5), 'tsb', 0.1).rate).toBe(0);
    expect([...demandRate(Float64Array.of(0, 4, 0), 'croston', 0.1).fitted]).toEqual([0, 0, 2]);
  });
});
