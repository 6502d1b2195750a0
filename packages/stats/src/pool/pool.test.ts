import { afterAll, describe, expect, it } from 'vitest';
import { fitBgNbd } from '../customers/bg-nbd.js';
import { lifetimeValueIntervals } from '../customers/lifetime-value-interval.js';
import { thompsonWeights } from '../experiments/bandits.js';
import { createStatsPool } from './index.js';

const histories = Array.from({ length: 200 }, (_, i) => ({
  frequency: i % 5,
  recency: i % 5 === 0 ? 0 : 5 + (i % 17),
  age: 25 + (i % 9),
}));
const arms = [
  { successes: 30, failures: 900 },
  { successes: 45, failures: 890 },
];

describe('the worker pool', () => {
  const pool = createStatsPool({ size: 2 });
  afterAll(() => pool.close());

  it('gives what the function itself gives', async () => {
    expect(await pool.run.fitBgNbd(histories)).toEqual(fitBgNbd(histories));
  });

  it('answers undefined inputs with their reason and not with a rejection', async () => {
    expect(await pool.run.fitBgNbd([])).toMatchObject({ kind: 'undefined' });
  });

  it('maps many calls in order and reports rising progress', async () => {
    const shares: number[] = [];
    const calls = [1, 2, 3, 4].map(
      (seed): Parameters<typeof thompsonWeights> => [arms, { seed, draws: 500 }],
    );
    const results = await pool
      .with({ onProgress: (share) => shares.push(share) })
      .map('thompsonWeights', calls);
    expect(results).toEqual(calls.map((call) => thompsonWeights(...call)));
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('reports the progress of a single call from inside the worker', async () => {
    const undefinedCovariance = { kind: 'undefined', reason: 'not fitted' } as const;
    const fitted = { logLikelihood: 0, logCovariance: undefinedCovariance };
    const model = { kind: 'bg-nbd', r: 0.2, alpha: 4, a: 0.8, b: 2.4, ...fitted } as const;
    const spend = { kind: 'gamma-gamma', p: 6, q: 4, v: 15, ...fitted } as const;
    const customers = histories.slice(0, 40).map((history) => ({ ...history, meanValue: 20 }));
    const options = { horizon: 26, simulations: 100 };
    const shares: number[] = [];
    const intervals = await pool
      .with({ onProgress: (share) => shares.push(share) })
      .run.lifetimeValueIntervals(model, spend, customers, options);
    expect(intervals).toEqual(lifetimeValueIntervals(model, spend, customers, options));
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('stops running work when aborted and goes on afterwards', async () => {
    const controller = new AbortController();
    const endless = pool
      .with({ signal: controller.signal })
      .run.thompsonWeights(arms, { draws: 1e12 });
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(endless).rejects.toThrow('enough');
    expect(await pool.run.thompsonWeights(arms, { draws: 500 })).toEqual(
      thompsonWeights(arms, { draws: 500 }),
    );
  });

  it('drops waiting work when aborted', async () => {
    const controller = new AbortController();
    const single = createStatsPool({ size: 1 });
    const first = single.run.thompsonWeights(arms, { draws: 2000 });
    const second = single
      .with({ signal: controller.signal })
      .run.thompsonWeights(arms, { draws: 1e12 });
    controller.abort(new Error('not needed'));
    await expect(second).rejects.toThrow('not needed');
    expect(await first).toEqual(thompsonWeights(arms, { draws: 2000 }));
    await single.close();
    await expect(single.run.fitBgNbd(histories)).rejects.toThrow('closed');
  });
});
