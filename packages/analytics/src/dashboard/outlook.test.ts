import { createRandom } from '@olympus/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
});
afterEach(() => store.close());

const day = 86_400_000;
const endMs = Date.parse('2026-11-20T00:00:00Z');

/** A hundred a day, half of it on Sundays, give or take a tenth. */
async function sell(days: number) {
  const random = createRandom(3);
  const lines = Array.from({ length: days }, (_, back) => {
    const at = new Date(endMs - (back + 1) * day + day / 2);
    const usual = at.getUTCDay() === 0 ? 50 : 100;
    const net = Math.round(usual * (0.9 + 0.2 * random.next()));
    return saleLine(at.toISOString(), `o${back}`, net, {
      customer_key: `c${back}`,
      document_hash: back + 1,
      orders: back % 5 === 0 ? 2 : 1,
      cost: 1,
    });
  });
  await store.commit('sales', lines);
  return lines;
}

const whose = { tenantId: shop, language: 'en' } as const;

describe('what is to come', () => {
  test('is forecast with an interval of the total and the error of the past', async () => {
    await sell(200);
    const { predictions } = await store.analytics.outlooks.read(whose);
    expect(predictions.map(({ metric }) => metric)).toEqual(['revenue', 'orders']);
    const revenue = predictions[0];
    if (revenue === undefined) throw new Error('no revenue');
    expect(revenue.points[0]?.t).toBe('2026-11-20');
    expect(revenue.points).toHaveLength(29);
    // four weeks of six hundreds and a fifty
    expect(revenue.total.days).toBe(28);
    expect(Math.abs(revenue.total.mean / 2_600 - 1)).toBeLessThan(0.04);
    expect(revenue.total.low).toBeLessThan(2_600);
    expect(revenue.total.high).toBeGreaterThan(2_600);
    expect(revenue.total.high - revenue.total.low).toBeLessThan(600);
    const sunday = revenue.points.find(({ t }) => t === '2026-11-22');
    expect(Math.abs((sunday?.mean ?? 0) - 50)).toBeLessThan(8);
    expect(revenue.past?.tries).toBe(3);
    // a day is off by a tenth at most, half of it on average, and totals by less
    expect(revenue.past?.day_error).toBeGreaterThan(0.02);
    expect(revenue.past?.day_error).toBeLessThan(0.09);
    expect(revenue.past?.total_error).toBeLessThan(revenue.past?.day_error ?? 0);
    expect(predictions[1]?.total.mean).toBeGreaterThan(30);
  });

  test('is found beside the dashboard, which does not wait for it', async () => {
    await sell(60);
    expect(await store.analytics.outlooks.peek(whose)).toBeUndefined();
    const read = await store.analytics.outlooks.read(whose);
    expect(await store.analytics.outlooks.peek(whose)).toBe(read);
    await store.commit('sales', [
      saleLine('2026-11-20T10:00:00Z', 'new', 5, { document_hash: 999 }),
    ]);
    expect(await store.analytics.outlooks.peek(whose)).toBe(read);
    store.stopwatch.set(11 * 60_000);
    expect(await store.analytics.outlooks.peek(whose)).toBeUndefined();
    await store.analytics.outlooks.read(whose);
  });

  test('is nothing where there is too little, or where data ended', async () => {
    expect((await store.analytics.outlooks.read(whose)).predictions).toEqual([]);
    await sell(20);
    store.stopwatch.set(11 * 60_000);
    expect((await store.analytics.outlooks.read(whose)).predictions).toEqual([]);
  });
});

describe('confidence', () => {
  test('is high where nothing is missing', async () => {
    const lines = await sell(120);
    await store.commit(
      'events',
      lines.map((_, back) => ({
        occurred_at: new Date(endMs - (back + 1) * day + day / 2).toISOString(),
        received_at: '2026-11-20T11:59:00Z',
      })),
    );
    await store.commit('sales', [
      ...Array.from({ length: 5 }, (_, turn) =>
        saleLine('2026-11-10T10:00:00Z', `more${turn}`, 1, {
          document_hash: 5_000 + turn,
          received_at: '2026-11-20T11:59:00Z',
          customer_key: 'c',
          cost: 1,
        }),
      ),
    ]);
    const { confidence } = await store.analytics.dashboard(whose);
    expect(confidence).toEqual({ level: 'high', completeness: 1, history_days: 120, reasons: [] });
  });

  test('is low where there is nothing', async () => {
    const { confidence } = await store.analytics.dashboard(whose);
    expect(confidence).toEqual({
      level: 'low',
      completeness: null,
      history_days: 0,
      reasons: [{ code: 'no_data', value: 0 }],
    });
  });

  test('tells what is missing', async () => {
    await store.commit('sales', [
      saleLine('2026-11-10T10:00:00Z', 'o1', 10, { document_hash: 1, customer_key: 'ann' }),
      saleLine('2026-11-12T10:00:00Z', 'o2', 10, { document_hash: 2, customer_key: null }),
    ]);
    const { confidence } = await store.analytics.dashboard(whose);
    expect(confidence.level).toBe('low');
    expect(confidence.reasons.map(({ code }) => code)).toContain('little_data');
    expect(confidence.reasons).toContainEqual({ code: 'short_history', value: 10 });
    expect(confidence.reasons).toContainEqual({ code: 'comparison_before_data', value: 0 });
    expect(confidence.reasons).toContainEqual({ code: 'lines_without_customer', value: 0.5 });
    // a shop that never told costs is not reminded of them
    expect(confidence.reasons.map(({ code }) => code)).not.toContain('lines_without_cost');
  });
});
