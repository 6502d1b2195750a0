import { createRandom } from '@olympus/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import type { Outlook, OutlookRequest } from './outlook.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
});
afterEach(() => store.close());

const dayMs = 86_400_000;
const day = (back: number) => new Date(Date.parse('2026-11-20') - back * dayMs).toISOString();
const isWeekend = (date: string) => new Date(date).getUTCDay() % 6 === 0;

/** Days up to yesterday, weekends twice the rest, with a little noise. */
async function fill(days: number, last = 1): Promise<void> {
  const random = createRandom(5);
  await store.commit(
    'sales',
    [...Array(days).keys()].map((index) => {
      const at = day(last + index);
      const net = 100 * (isWeekend(at) ? 2 : 1) * (0.9 + 0.2 * random.next());
      return saleLine(at, `o${index}`, Math.round(100 * net) / 100);
    }),
  );
}

const look = (more: Partial<OutlookRequest> = {}) =>
  store.analytics.engines.outlook({ tenantId: shop, metric: 'revenue', ...more });

async function outlookOf(more?: Partial<OutlookRequest>): Promise<Outlook> {
  const result = await look(more);
  if (result.kind !== 'outlook') throw new Error(result.reason);
  return result;
}

describe('what comes next', () => {
  test('is a mean and an interval of some width for every bucket, the running one first', async () => {
    await fill(120);
    const { history, ahead, level, model, ended, source } = await outlookOf({
      horizon: { n: 14, grain: 'day' },
    });
    expect(history).toHaveLength(120);
    expect(history.at(-1)?.time).toBe('2026-11-19');
    expect(ahead.map(({ time }) => time)).toEqual(
      [...Array(15).keys()].map((step) => day(-step).slice(0, 10)),
    );
    expect(level).toBe(0.8);
    for (const { mean, interval, time } of ahead) {
      expect(interval?.low).toBeLessThan(mean);
      expect(interval?.high).toBeGreaterThan(mean);
      expect(mean, time).toBeGreaterThan(isWeekend(time) ? 160 : 80);
      expect(mean, time).toBeLessThan(isWeekend(time) ? 240 : 120);
    }
    expect(model.seasons).toEqual([7]);
    expect(model.method).toBe('combination');
    expect(model.heldOut?.against).toBe('season');
    expect(ended).toBe(false);
    expect(source.currency).toBe('EUR');
  });

  test('has wider intervals the more probable they are to hold', async () => {
    await fill(60);
    const width = ({ ahead: [first] }: Outlook) =>
      (first?.interval?.high ?? 0) - (first?.interval?.low ?? 0);
    const narrow = width(await outlookOf({ level: 0.5 }));
    expect(narrow).toBeGreaterThan(0);
    expect(width(await outlookOf({ level: 0.95 }))).toBeGreaterThan(narrow);
  });

  test('claims no interval where one day is all that is known', async () => {
    await fill(1);
    const { history, ahead, model } = await outlookOf({ horizon: { n: 7, grain: 'day' } });
    expect(history).toHaveLength(1);
    expect(ahead).toHaveLength(8);
    for (const { mean, interval } of ahead) {
      expect(mean).toBe(history[0]?.value);
      expect(interval).toBeNull();
    }
    expect(model).toEqual({ method: 'naive', seasons: [], heldOut: undefined });
  });

  test('goes on from the end of data that ended long ago', async () => {
    await fill(60, 200);
    const { ahead, ended } = await outlookOf({ horizon: { n: 3, grain: 'day' } });
    expect(ended).toBe(true);
    expect(ahead[0]?.time).toBe(day(200).slice(0, 10));
  });

  test('reaches whole steps of the horizon in smaller buckets', async () => {
    await fill(200);
    const { ahead, grain } = await outlookOf({ grain: 'day', horizon: { n: 1, grain: 'month' } });
    expect(grain).toBe('day');
    expect(ahead[0]?.time).toBe('2026-11-20');
    expect(ahead.at(-1)?.time).toBe('2026-12-31');
    expect(ahead).toHaveLength(11 + 31);
    expect(await look({ grain: 'day', horizon: { n: 7, grain: 'month' } })).toMatchObject({
      reason: 'horizon_too_long',
      longest: 180,
    });
  });

  test('cannot be told without finished data, or too far ahead', async () => {
    expect(await look()).toEqual({ kind: 'unsupported', reason: 'no_data' });
    await fill(1, 0);
    expect(await look()).toEqual({ kind: 'unsupported', reason: 'no_data' });
    expect(await look({ horizon: { n: 37, grain: 'month' } })).toEqual({
      kind: 'unsupported',
      reason: 'horizon_too_long',
      longest: 36,
    });
  });

  test('is computed on the threads of the pool, for as long as somebody waits', async () => {
    await fill(400);
    const controller = new AbortController();
    const given = look({ signal: controller.signal });
    setImmediate(() => controller.abort());
    await expect(given).rejects.toMatchObject({ code: 'query_cancelled' });
    expect((await look()).kind).toBe('outlook');
    await store.pool.close();
    await expect(look()).rejects.toMatchObject({ code: 'pool_closed' });
  });
});
