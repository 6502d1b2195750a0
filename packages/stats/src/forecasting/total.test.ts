import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawNormal } from '../sampling/draws.js';
import { createRandom } from '../sampling/random.js';
import { forecast } from './forecast.js';
import { forecastTotal } from './total.js';

const level = 0.8;
type Noise = 'independent' | 'correlated' | 'drifting';

/** Days with weekends at 1.6 times the rest, and noise of one kind. */
function days(noise: Noise, count: number, seed: number): number[] {
  const random = createRandom(seed);
  let carried = 0;
  let drift = 0;
  return Array.from({ length: count }, (_, day) => {
    const shock = 0.12 * drawNormal(random);
    carried = 0.6 * carried + shock;
    drift += 0.03 * drawNormal(random);
    const base = 1000 * (day % 7 > 4 ? 1.6 : 1);
    if (noise === 'drifting') return base * Math.exp(drift) * (1 + shock);
    return base * (1 + (noise === 'correlated' ? carried : shock));
  });
}

function totalOf(history: readonly number[], steps: number) {
  const found = forecast(history, {
    seasonLength: 7,
    horizon: steps,
    levels: [level],
    nonNegative: true,
  });
  if (found.kind !== 'forecast') throw new Error(found.reason);
  const upper = found.intervals[0]?.upper ?? [];
  const total = forecastTotal(history, { mean: found.mean, upper }, { level, seasonLength: 7 });
  if (total.kind !== 'total') throw new Error(total.reason);
  return total;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('the total of a forecast', () => {
  it.each(['independent', 'correlated', 'drifting'] as const)(
    'holds about 80 of 100 sums of %s days in its 80 % interval',
    (noise) => {
      const series = 100;
      for (const steps of [5, 14]) {
        let held = 0;
        for (let seed = 0; seed < series; seed++) {
          const all = days(noise, 180 + steps, 31 * seed + steps);
          const { lower, upper } = totalOf(all.slice(0, 180), steps);
          const actual = sum(all.slice(180));
          if (lower <= actual && actual <= upper) held++;
        }
        expect(held / series, `${steps} days`).toBeGreaterThanOrEqual(0.7);
        expect(held / series, `${steps} days`).toBeLessThanOrEqual(0.9);
      }
    },
  );

  it('is narrower than added bounds where errors are noise, and wider than independence where they drift', () => {
    const ratioOf = (noise: Noise) => totalOf(days(noise, 400, 3), 20).varianceRatio;
    expect(ratioOf('independent')).toBeLessThan(3);
    expect(ratioOf('drifting')).toBeGreaterThan(ratioOf('independent'));
    expect(ratioOf('drifting')).toBeLessThanOrEqual(20);
  });

  it('counts errors as alike where the history is too short to say', () => {
    const total = forecastTotal(
      [10, 12, 11],
      { mean: [11, 11], upper: [13, 13] },
      { level, seasonLength: 1 },
    );
    expect(total).toMatchObject({ kind: 'total', mean: 22, varianceRatio: 2, stretches: 0 });
  });

  it('has the mean of its steps, bounds in order, and grows with the unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 120 }),
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (history, mean, width) => {
          const at = (unit: number) =>
            forecastTotal(
              history.map((y) => y * unit),
              { mean: mean.map((y) => y * unit), upper: mean.map((y) => (y + width) * unit) },
              { level, seasonLength: 7 },
            );
          const [one, ten] = [at(1), at(8)];
          if (one.kind !== 'total' || ten.kind !== 'total') throw new Error('no total');
          expect(one.mean).toBeCloseTo(sum(mean), 6);
          expect(one.lower).toBeLessThanOrEqual(one.mean);
          expect(one.upper).toBeGreaterThanOrEqual(one.mean);
          expect(ten.upper - ten.lower).toBeCloseTo(8 * (one.upper - one.lower), 4);
        },
      ),
    );
  });

  it('is undefined without steps', () => {
    const none = forecastTotal([1, 2], { mean: [], upper: [] }, { level, seasonLength: 1 });
    expect(none.kind).toBe('undefined');
  });
});
