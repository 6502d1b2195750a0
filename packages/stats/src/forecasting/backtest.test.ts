import { describe, expect, it } from 'vitest';
import { backtest } from './backtest.js';

describe('backtest', () => {
  const line = Array.from({ length: 40 }, (_, t) => 10 + 2 * t);

  it('replays the past with what was known then', () => {
    const result = backtest(line, {
      seasonLength: 1,
      horizon: 4,
      origins: 3,
      step: 5,
      method: 'naive',
    });
    if (result.kind === 'undefined') throw new Error(result.reason);
    expect(result.origins.map((o) => o.known)).toEqual([36, 31, 26]);
    // Naive misses a line of slope 2 by 2, 4, 6 and 8.
    expect(result.errorByStep).toEqual([2, 4, 6, 8]);
    expect(result.meanAbsoluteError).toBe(5);
    expect(result.bias).toBe(-5);
    expect(result.scaledError).toBe(2.5);
    expect(result.rootMeanSquaredError).toBeCloseTo(Math.sqrt(30), 12);
  });

  it('judges drift as faultless on a line', () => {
    const result = backtest(line, { seasonLength: 1, horizon: 4, method: 'drift' });
    if (result.kind === 'undefined') throw new Error(result.reason);
    expect(result.meanAbsoluteError).toBeCloseTo(0, 9);
    expect(result.coverage.map((c) => c.level)).toEqual([0.8, 0.95]);
  });

  it('cuts regressors at each origin', () => {
    const promotion = Array.from({ length: 60 }, (_, t) => (t % 9 === 0 || t % 13 === 0 ? 1 : 0));
    const values = promotion.map((p, t) => 50 + 20 * p + ((t * 7) % 5));
    const result = backtest(values, {
      seasonLength: 1,
      horizon: 6,
      regressors: { history: [promotion], future: [[0, 0, 0, 0, 0, 0]] },
    });
    if (result.kind === 'undefined') throw new Error(result.reason);
    expect(result.meanAbsoluteError).toBeLessThan(3);
  });

  it('skips actual values that are missing and says when nothing is left', () => {
    const gappy = [...line.slice(0, 38), null, null];
    const result = backtest(gappy, { seasonLength: 1, horizon: 4, origins: 1, method: 'naive' });
    if (result.kind === 'undefined') throw new Error(result.reason);
    expect(result.points).toBe(2);
    expect(result.errorByStep[3]).toMatchObject({ kind: 'undefined' });
    expect(backtest([1, 2, 3], { seasonLength: 1, horizon: 2 })).toMatchObject({
      kind: 'undefined',
    });
    expect(backtest(line, { seasonLength: 1, horizon: 2, origins: 0 })).toMatchObject({
      kind: 'undefined',
    });
  });
});
