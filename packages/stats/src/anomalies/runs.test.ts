import { describe, expect, it } from 'vitest';
import { createRandom, drawNormal, drawPoisson, type Random } from '../sampling/index.js';
import { judgeSeries } from './judge.js';
import { offRuns } from './runs.js';

const week = [1, 1, 1.05, 1.1, 1.2, 0.9, 0.75];
type Noise = (
  random: Random,
  mean: number,
  last: number,
) => readonly [value: number, state: number];
const noises: Readonly<Record<string, Noise>> = {
  counts: (random, mean) => [drawPoisson(random, mean * 0.15), 0],
  'skewed amounts': (random, mean) => [mean * Math.exp(0.3 * drawNormal(random) - 0.045), 0],
  'days that go together': (random, mean, last) => {
    const state = 0.4 * last + drawNormal(random);
    return [mean * (1 + 0.15 * state), state];
  },
};

/** Days of a series of a hundred a day; of those in [from, to) half. */
function days(noise: Noise, seed: number, n: number, from = n, to = n): readonly number[] {
  const random = createRandom(seed);
  let state = 0;
  return Array.from({ length: n }, (_, t) => {
    const usual = 100 * (week[t % 7] ?? 1) * (t >= from && t < to ? 0.5 : 1);
    const [value, next] = noise(random, usual, state);
    state = next;
    return value;
  });
}

const runsOf = (values: readonly number[]) => {
  const judged = judgeSeries(values, { seasonLength: 7 });
  if (judged.kind === 'undefined') throw new Error(judged.reason);
  return judged.runs;
};

describe('stretches that are off together', () => {
  it.each(Object.keys(noises))('of %s come falsely no more often than stated', (name) => {
    const noise = noises[name] as Noise;
    const n = 400;
    const quiet = 60;
    let medium = 0;
    let low = 0;
    for (let seed = 1; seed <= quiet; seed++) {
      for (const { deviations } of runsOf(days(noise, seed, n))) {
        if (deviations >= 3.5) medium += 1;
        if (deviations >= 4.25) low += 1;
      }
    }
    console.info(`${name}: ${medium} and ${low} false stretches of ${quiet * n} days`);
    // one in a thousand days, and one in ten thousand, with what chance adds to it
    expect(medium / (quiet * n)).toBeLessThan(0.0013);
    expect(low / (quiet * n)).toBeLessThan(0.00025);
  });

  it('find a week at half of fifteen orders a day', () => {
    let found = 0;
    const planted = 40;
    for (let seed = 1; seed <= planted; seed++) {
      const from = 350 + (seed % 20);
      const runs = runsOf(days(noises.counts as Noise, 1_000 + seed, 400, from, from + 7));
      const hit = runs.find((run) => run.from < from + 7 && run.to > from && run.mean < 0);
      if (hit !== undefined && hit.deviations >= 3.5) found += 1;
    }
    console.info(`${found} of ${planted} weeks at half of fifteen orders a day are found`);
    expect(found / planted).toBeGreaterThan(0.9);
  });

  it('tell the stretch and its mean', () => {
    const random = createRandom(4);
    const residuals = Array.from({ length: 300 }, (_, t) =>
      t >= 200 && t < 207 ? -2.2 : drawNormal(random),
    );
    const [run] = offRuns(residuals);
    expect(run?.from).toBeGreaterThanOrEqual(197);
    expect(run?.to).toBeLessThanOrEqual(210);
    expect(run?.mean).toBeLessThan(-1.5);
  });
});
