import { createRandom } from '@olympus/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saleLine } from '../../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../../testing/shop.js';
import type { Anomalies, AnomaliesRequest } from './anomalies.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
});
afterEach(() => store.close());

const dayMs = 86_400_000;
const day = (back: number) => new Date(Date.parse('2026-11-20') - back * dayMs).toISOString();

/** Days with a weekly season and a little noise; day 0 is today. */
async function fill(days: number, factor: (back: number) => number = () => 1): Promise<void> {
  const random = createRandom(5);
  await store.commit(
    'sales',
    [...Array(days).keys()].map((back) => {
      const at = day(back);
      const weekend = new Date(at).getUTCDay() % 6 === 0 ? 2 : 1;
      const net = factor(back) * (100 * weekend + 10 * random.next());
      return saleLine(at, `o${back}`, Math.round(100 * net) / 100);
    }),
  );
}

const find = (more: Partial<AnomaliesRequest> = {}) =>
  store.analytics.engines.anomalies({ tenantId: shop, metric: 'revenue', ...more });

async function anomaliesOf(more?: Partial<AnomaliesRequest>): Promise<Anomalies> {
  const result = await find(more);
  if (result.kind !== 'anomalies') throw new Error(result.reason);
  return result;
}

describe('what was unusual', () => {
  test('is the day that was planted, with what was expected of it', async () => {
    await fill(200, (back) => (back === 40 ? 3 : 1));
    const { buckets, seasons, until, levelShifts, grain } = await anomaliesOf();
    const unusual = buckets.filter((bucket) => bucket.unusual !== null);
    expect(unusual.map(({ time }) => time)).toEqual([day(40).slice(0, 10)]);
    const [found] = unusual;
    expect(found?.unusual?.direction).toBe('above');
    expect(found?.unusual?.deviations).toBeGreaterThan(4);
    expect(found?.value).toBeGreaterThan(found?.high ?? Number.POSITIVE_INFINITY);
    expect((found?.expected ?? 0) * 3).toBeCloseTo(found?.value ?? 0, -2);
    expect(seasons).toEqual([7]);
    expect(levelShifts).toEqual([]);
    expect(grain).toBe('day');
    expect(until).toBe('2026-11-20');
    // 90 days before today, which has not ended
    expect(buckets).toHaveLength(90);
    for (const { low, expected, high } of buckets) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThan(expected);
      expect(expected).toBeLessThan(high);
    }
  });

  test('is looked for in the span asked for, with what lies before it in mind', async () => {
    await fill(200, (back) => (back === 40 || back === 100 ? 3 : 1));
    const time = { from: day(110).slice(0, 10), to: day(60).slice(0, 10) };
    const { buckets } = await anomaliesOf({ time });
    expect(buckets[0]?.time).toBe(time.from);
    expect(buckets.at(-1)?.time).toBe(day(61).slice(0, 10));
    const unusual = buckets.filter((bucket) => bucket.unusual !== null);
    expect(unusual.map((bucket) => bucket.time)).toEqual([day(100).slice(0, 10)]);
  });

  test('tells where the level rose for good', async () => {
    await fill(200, (back) => (back < 50 ? 2 : 1));
    const { levelShifts } = await anomaliesOf();
    expect(levelShifts.length).toBeGreaterThan(0);
    expect(levelShifts[0]?.shift).toBeGreaterThan(50);
    const at = Date.parse(levelShifts[0]?.time ?? '');
    expect(Math.abs(at - Date.parse(day(49))) / dayMs).toBeLessThan(6);
  });

  test('cannot be told without data, or from a few days', async () => {
    expect(await find()).toEqual({ kind: 'unsupported', reason: 'no_data' });
    await fill(5);
    expect(await find()).toEqual({ kind: 'unsupported', reason: 'too_few_buckets' });
  });

  test('reads a span as a whole, however small its buckets, up to a limit', async () => {
    await fill(120);
    const time = { from: day(100).slice(0, 10), to: day(50).slice(0, 10) };
    const { buckets } = await anomaliesOf({ time, grain: 'hour' });
    expect(buckets).toHaveLength(50 * 24);
    expect(buckets[0]?.time).toContain(time.from);
    await fill(400);
    expect(await find({ time: { ...time, from: day(390).slice(0, 10) }, grain: 'hour' })).toEqual({
      kind: 'unsupported',
      reason: 'span_too_long',
      longest: 5_000,
    });
  });

  test('is computed on the threads of the pool', async () => {
    await fill(30);
    await store.pool.close();
    await expect(find()).rejects.toMatchObject({ code: 'pool_closed' });
  });
});
