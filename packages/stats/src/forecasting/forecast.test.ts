import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../sampling/index.js';
import { forecast } from './forecast.js';
import {
  FORECAST_METHODS,
  type Forecast,
  type ForecastOptions,
  type Observation,
} from './types.js';

/** Normal numbers with mean 0 and deviation 1, the same for the same seed. */
function noise(seed: number): () => number {
  const random = createRandom(seed);
  return () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += random.next();
    return sum - 6;
  };
}

function seasonal(n: number, m: number, seed: number): number[] {
  const draw = noise(seed);
  return Array.from(
    { length: n },
    (_, t) => 100 + 0.5 * t + 20 * Math.sin((2 * Math.PI * t) / m) + 2 * draw(),
  );
}

function expectForecast(values: ArrayLike<Observation>, options: ForecastOptions): Forecast {
  const result = forecast(values, options);
  if (result.kind === 'undefined') throw new Error(result.reason);
  return result;
}

function meanError(found: Float64Array, truth: (h: number) => number): number {
  return found.reduce((sum, y, h) => sum + Math.abs(y - truth(h)), 0) / found.length;
}

describe('forecast', () => {
  it('carries trend and season on, and says how', () => {
    const n = 96;
    const result = expectForecast(seasonal(n, 12, 1), { seasonLength: 12, horizon: 12 });
    const truth = (h: number): number =>
      100 + 0.5 * (n + h) + 20 * Math.sin((2 * Math.PI * (n + h)) / 12);
    expect(meanError(result.mean, truth)).toBeLessThan(2.5);
    expect(result.method).toBe('combination');
    expect(result.why).toMatch(/ETS\(.*ARIMA\(.*held-out/);
    expect(result.seasons).toEqual([12]);
    expect(result.heldOut).toMatchObject({ stretches: 2, against: 'season' });
    expect(result.heldOut?.errorRatio).toBeLessThan(0.5);
    expect(result.intervals.map((i) => i.level)).toEqual([0.8, 0.95]);
  });

  it('widens intervals with the level and with the steps', () => {
    const result = expectForecast(seasonal(60, 12, 2), {
      seasonLength: 12,
      horizon: 24,
      levels: [0.5, 0.9, 0.99],
    });
    const widths = result.intervals.map(({ lower, upper }) => (upper[5] ?? 0) - (lower[5] ?? 0));
    expect(widths[1]).toBeGreaterThan(widths[0] ?? Infinity);
    expect(widths[2]).toBeGreaterThan(widths[1] ?? Infinity);
    const wide = result.intervals[1];
    expect((wide?.upper[23] ?? 0) - (wide?.lower[23] ?? 0)).toBeGreaterThan(
      (wide?.upper[0] ?? 0) - (wide?.lower[0] ?? 0),
    );
  });

  it('covers about what it claims on random walks it has not seen', () => {
    let inside = 0;
    let points = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const draw = noise(seed);
      let y = 50;
      const path = Array.from({ length: 72 }, () => (y += draw()));
      const result = expectForecast(path.slice(0, 60), { seasonLength: 1, horizon: 12 });
      const interval = result.intervals[1];
      path.slice(60).forEach((actual, h) => {
        points++;
        if (actual >= (interval?.lower[h] ?? 0) && actual <= (interval?.upper[h] ?? 0)) inside++;
      });
    }
    expect(inside / points).toBeGreaterThan(0.88);
    expect(inside / points).toBeLessThan(0.995);
  });

  it('gives the same answer for the same input', () => {
    const values = seasonal(50, 4, 3);
    const options = { seasonLength: 4, horizon: 8 };
    expect(forecast(values, options)).toEqual(forecast(values, options));
  });

  it('follows the unit of the values', () => {
    const values = seasonal(48, 12, 4);
    const plain = expectForecast(values, { seasonLength: 12, horizon: 6 });
    const scaled = expectForecast(
      values.map((y) => y * 1e9),
      { seasonLength: 12, horizon: 6 },
    );
    plain.mean.forEach((y, h) => {
      expect((scaled.mean[h] ?? 0) / 1e9 / y).toBeCloseTo(1, 6);
    });
  });

  it('takes gaps at the end as steps to forecast and fills those inside', () => {
    const values: Observation[] = seasonal(72, 12, 5);
    const whole = expectForecast(values, { seasonLength: 12, horizon: 6 });
    values[30] = null;
    values[31] = Number.NaN;
    const withGaps = [null, ...values.slice(0, 70), undefined, null];
    const result = expectForecast(withGaps, { seasonLength: 12, horizon: 6 });
    expect(result.mean).toHaveLength(6);
    expect(result.why).toContain('2 missing values');
    expect(meanError(result.mean, (h) => whole.mean[h] ?? 0)).toBeLessThan(3);
  });

  it('keeps a constant, a single value and two values', () => {
    expect([...expectForecast([5, 5, 5, 5, 5], { seasonLength: 1, horizon: 2 }).mean]).toEqual([
      5, 5,
    ]);
    expect([...expectForecast([0, 0, 0], { seasonLength: 7, horizon: 2 }).mean]).toEqual([0, 0]);
    expect(expectForecast([3, 4, 6, 5, 3], { seasonLength: 4, horizon: 2 })).toMatchObject({
      seasons: [],
    });
    expect([...expectForecast([3], { seasonLength: 12, horizon: 2 }).mean]).toEqual([3, 3]);
    expect([...expectForecast([3, 4], { seasonLength: 12, horizon: 1 }).mean]).toEqual([4]);
  });

  it('keeps nested seasons apart', () => {
    const draw = noise(6);
    const truth = (t: number): number =>
      100 + 30 * Math.sin((2 * Math.PI * t) / 24) + (Math.floor(t / 24) % 7 < 5 ? 20 : -20);
    const n = 168 * 4;
    const values = Array.from({ length: n }, (_, t) => truth(t) + 3 * draw());
    const result = expectForecast(values, { seasonLength: [24, 168], horizon: 168 });
    expect(result.method).toBe('multiple-seasons');
    expect(meanError(result.mean, (h) => truth(n + h))).toBeLessThan(2.5);
  });

  it('tells demand with many zeros from shops that close on Sundays', () => {
    const random = createRandom(7);
    const rare = Array.from({ length: 120 }, () => (random.next() < 0.2 ? 3 : 0));
    const demand = expectForecast(rare, { seasonLength: 7, horizon: 3, nonNegative: true });
    expect(['croston', 'sba', 'tsb']).toContain(demand.method);
    expect(demand.mean[0]).toBeGreaterThan(0.3);
    expect(demand.mean[0]).toBeLessThan(0.9);
    expect(demand.intervals[1]?.lower[0]).toBe(0);
    expect(demand.intervals[1]?.upper[0]).toBe(3);
    const closed = Array.from({ length: 105 }, (_, t) => (t % 7 > 4 ? 0 : 50 + random.next()));
    const shop = expectForecast(closed, { seasonLength: 7, horizon: 7, nonNegative: true });
    expect(shop.method).toBe('combination');
    expect(shop.mean[0]).toBeGreaterThan(45);
    expect(shop.mean[6]).toBeLessThan(5);
  });

  it('holds counts at 0 when asked', () => {
    const values = Array.from({ length: 40 }, (_, t) => Math.max(0, 20 - t / 2 + (t % 3)));
    const result = expectForecast(values, { seasonLength: 1, horizon: 20, nonNegative: true });
    expect(result.mean.every((y) => y >= 0)).toBe(true);
    expect(result.intervals.every((i) => i.lower.every((y) => y >= 0))).toBe(true);
  });

  it('recovers the effects of price and promotion and uses their future', () => {
    const draw = noise(8);
    const random = createRandom(9);
    const promotion = Array.from({ length: 170 }, () => (random.next() < 0.15 ? 1 : 0));
    const price = Array.from({ length: 170 }, () => 10 + draw());
    let error = 0;
    const sales = promotion.map((p, t) => {
      error = 0.7 * error + draw();
      return 100 + 25 * p - 4 * (price[t] ?? 0) + 10 * Math.sin((2 * Math.PI * t) / 7) + error;
    });
    const result = expectForecast(sales.slice(0, 156), {
      seasonLength: 7,
      horizon: 14,
      regressors: {
        history: [promotion.slice(0, 156), price.slice(0, 156)],
        future: [promotion.slice(156), price.slice(156)],
        names: ['promotion', 'price'],
      },
    });
    const effects = result.why.match(/promotion ([\d.-]+) ± [\d.]+, price ([\d.-]+) ±/);
    expect(Number(effects?.[1])).toBeCloseTo(25, -0.5);
    expect(Number(effects?.[2])).toBeCloseTo(-4, 0);
    expect(meanError(result.mean, (h) => sales[156 + h] ?? 0)).toBeLessThan(2.5);
  });

  it('says what is missing', () => {
    const reason = (values: Observation[], options: ForecastOptions): string => {
      const result = forecast(values, options);
      return result.kind === 'undefined' ? result.reason : '';
    };
    expect(reason([], { seasonLength: 1, horizon: 1 })).toMatch(/no observation/);
    expect(reason([null, Number.NaN], { seasonLength: 1, horizon: 1 })).toMatch(/no observation/);
    expect(reason([1], { seasonLength: 1, horizon: 0 })).toMatch(/horizon/);
    expect(reason([1], { seasonLength: 0.5, horizon: 1 })).toMatch(/season/);
    expect(reason([1], { seasonLength: 1, horizon: 1, levels: [95] })).toMatch(/levels/);
    expect(reason([1, -2, 3], { seasonLength: 1, horizon: 1, method: 'tsb' })).toMatch(/tsb/);
    expect(
      reason([1, 2, 3], {
        seasonLength: 1,
        horizon: 2,
        regressors: { history: [[1, 2, 3]], future: [[4]], names: ['price'] },
      }),
    ).toMatch(/price has 1 future/);
  });

  for (const method of FORECAST_METHODS) {
    it(`never lets a number out that is not finite: ${method}`, () => {
      const observation = fc.oneof(
        { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
        { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
        { weight: 1, arbitrary: fc.constantFrom(null, Number.NaN, 0, 1e300, -1e-300, 1e12) },
      );
      fc.assert(
        fc.property(
          fc.array(observation, { maxLength: 40 }),
          fc.integer({ min: 1, max: 6 }),
          fc.integer({ min: 1, max: 9 }),
          fc.boolean(),
          (values, seasonLength, horizon, nonNegative) => {
            const result = forecast(values, { seasonLength, horizon, method, nonNegative });
            if (result.kind === 'undefined') return result.reason.length > 0;
            const numbers = [result.mean, ...result.intervals.flatMap((i) => [i.lower, i.upper])];
            return numbers.every((row) => row.length === horizon && row.every(Number.isFinite));
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});
