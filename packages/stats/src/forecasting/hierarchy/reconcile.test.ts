import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hierarchy, type ReconciliationMethod, reconcile } from './reconcile.js';

/** A total over two regions of two shops each. */
const shops: Hierarchy = {
  aggregates: [
    [0, 1, 2, 3],
    [0, 1],
    [2, 3],
  ],
  bottomCount: 4,
};
const METHODS: readonly ReconciliationMethod[] = ['bottom-up', 'ols', 'structural', 'mint-shrink'];

/** Residuals that are as different as the series: 12 periods, deterministic. */
const residuals = Array.from({ length: 7 }, (_, i) =>
  Array.from({ length: 12 }, (_, t) => (7 - i) * Math.sin(1 + i * 3.7 + t * (1.3 + 0.4 * i))),
);

describe('reconcile', () => {
  for (const method of METHODS) {
    it(`makes sums and parts agree and leaves agreeing forecasts alone: ${method}`, () => {
      const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
      fc.assert(
        fc.property(fc.array(number, { minLength: 7, maxLength: 7 }), (base) => {
          const found = reconcile(
            shops,
            base.map((y) => [y]),
            { method, residuals },
          );
          if (found.kind === 'undefined') return false;
          const [all = 0, north = 0, south = 0, a = 0, b = 0, c = 0, d = 0] = found.forecasts.map(
            (row) => row[0] ?? Number.NaN,
          );
          const close = (x: number, y: number): boolean => Math.abs(x - y) < 1e-6;
          const again = reconcile(shops, found.forecasts, { method, residuals });
          return (
            close(all, north + south) &&
            close(north, a + b) &&
            close(south, c + d) &&
            again.kind === 'reconciliation' &&
            again.forecasts.every((row, i) => close(row[0] ?? 0, found.forecasts[i]?.[0] ?? 0))
          );
        }),
        { numRuns: 50 },
      );
    });
  }

  it('splits a disagreement of two parts by the trust their errors earn', () => {
    const pair: Hierarchy = { aggregates: [[0, 1]], bottomCount: 2 };
    const alternate = (size: number, period: number): number[] =>
      Array.from({ length: 40 }, (_, t) => (Math.floor(t / period) % 2 === 0 ? size : -size));
    const found = reconcile(pair, [[130], [50], [50]], {
      residuals: [alternate(1, 1), alternate(1, 2), alternate(3, 4)],
    });
    if (found.kind === 'undefined') throw new Error(found.reason);
    const [all = 0, sure = 0, unsure = 0] = found.forecasts.map((row) => row[0] ?? 0);
    // Independent errors with variances 1, 1 and 9: the gap of 30 is shared 1 : 1 : 9.
    expect(all).toBeCloseTo(130 - 30 / 11, 6);
    expect(sure).toBeCloseTo(50 + 30 / 11, 6);
    expect(unsure).toBeCloseTo(50 + 270 / 11, 6);
    expect(found.errorRatios?.every((ratio) => ratio <= 1 + 1e-9)).toBe(true);
  });

  it('says what is wrong with its input', () => {
    const reason = (hierarchy: Hierarchy, base: number[][], options = {}): string => {
      const found = reconcile(hierarchy, base, options);
      return found.kind === 'undefined' ? found.reason : '';
    };
    const one: Hierarchy = { aggregates: [[0, 1]], bottomCount: 2 };
    expect(reason(one, [[1], [2]])).toMatch(/3 base forecasts/);
    expect(reason({ aggregates: [[5]], bottomCount: 2 }, [[1], [1], [1]])).toMatch(/not exist/);
    expect(reason(one, [[1], [1], [Number.NaN]])).toMatch(/not finite/);
    expect(reason(one, [[1], [1, 2], [1]])).toMatch(/length/);
    expect(reason(one, [[1], [1], [1]], { method: 'mint-shrink' })).toMatch(/residuals/);
  });
});
