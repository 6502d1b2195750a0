import { describe, expect, test } from 'vitest';
import { createRandom } from '../sampling/index.js';
import { judgeSeries } from './judge.js';
import { replaySeries } from './replay.js';
import { tailOf } from './tails.js';

/** A quiet series with a week's season; `draw` is its noise. */
function quiet(seed: number, n: number, noise: (uniform: () => number) => number): number[] {
  const random = createRandom(seed);
  const uniform = () => random.next();
  return Array.from(
    { length: n },
    (_, t) => 100 + 30 * Math.sin((t % 7) / 7) + 10 * noise(uniform),
  );
}
const normal = (uniform: () => number) =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
/** Skewed, as amounts are. */
const skewed = (uniform: () => number) => -Math.log(1 - uniform()) - 1;

const judged = (values: readonly (number | null)[], falseAlarmRate?: number) => {
  const result = judgeSeries(values, {
    seasonLength: 7,
    ...(falseAlarmRate === undefined ? {} : { falseAlarmRate }),
  });
  if (result.kind === 'undefined') throw new Error(result.reason);
  return result;
};

describe('a judged series', () => {
  test.each([
    ['normal', normal],
    ['skewed', skewed],
  ])('raises no more alarms than stated while nothing happens: %s', (_, noise) => {
    const rates = [0.05, 0.01, 0.001];
    const marked = rates.map(() => 0);
    let all = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { observations } = judged(quiet(seed, 365, noise));
      all += observations.length;
      rates.forEach((rate, index) => {
        marked[index] = (marked[index] ?? 0) + observations.filter((o) => o.pValue <= rate).length;
      });
    }
    rates.forEach((rate, index) => {
      const room = 3 * Math.sqrt(rate * all);
      expect(marked[index], `at ${rate}`).toBeLessThan(1.3 * rate * all + room);
    });
    expect(marked[0]).toBeGreaterThan(0.02 * all);
  });

  test('marks what was planted, and its band is where the marking begins', () => {
    const values = quiet(3, 200, normal);
    values[150] = (values[150] ?? 0) + 70;
    const { observations } = judged(values, 0.001);
    const marked = observations.flatMap(({ pValue }, t) => (pValue <= 0.001 ? [t] : []));
    expect(marked).toEqual([150]);
    observations.forEach(({ pValue, lower, upper }, t) => {
      const value = values[t] ?? 0;
      expect(value < lower || value > upper).toBe(pValue <= 0.001);
    });
  });

  test('cannot be had from seven observations', () => {
    expect(judgeSeries([1, 2, 3, 4, 5, 6, 7]).kind).toBe('undefined');
  });
});

describe('a tail', () => {
  test('inverts itself and is never lighter than that of a normal variable', () => {
    const tail = tailOf([]);
    for (const p of [0.05, 0.01, 1e-4]) expect(tail.survival(tail.exceeded(p))).toBeCloseTo(p, 9);
    expect(tail.exceeded(0.001)).toBeGreaterThan(3.09);
  });
});

describe('a replayed series', () => {
  test('sees an outlier when it comes, and a new level some observations later', () => {
    const values = quiet(5, 200, normal).map((y, t) => (t >= 170 ? y - 60 : y));
    values[140] = (values[140] ?? 0) + 80;
    const replay = replaySeries(values, { seasonLength: 7, last: 80 });
    if (replay.kind === 'undefined') throw new Error(replay.reason);
    const marked = replay.observations.filter(({ pValue }) => pValue <= 0.001);
    expect(marked[0]?.index).toBe(140);
    const [shift, ...more] = replay.shifts;
    expect(more).toEqual([]);
    expect(Math.abs((shift?.index ?? 0) - 170)).toBeLessThanOrEqual(2);
    expect(shift?.seenAt).toBeGreaterThan(170);
    expect(shift?.shift).toBeLessThan(-40);
  });
});
