import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saleLine } from '../../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../../testing/shop.js';
import type { Drivers, DriversRequest } from './drivers.js';

const later = { from: '2026-11-09', to: '2026-11-16' };
const earlier = { from: '2026-11-02', to: '2026-11-09' };
/** What France lost from one week to the next. */
const planted = -126;

let store: TestShop;
beforeAll(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
  const days = [...Array(14).keys()];
  await store.commit(
    'sales',
    days.flatMap((day) =>
      [...Array(24).keys()].map((slot) => {
        const country = ['DE', 'FR', 'GB'][slot % 3] ?? 'DE';
        const lost = country === 'FR' && day >= 7 ? planted / 7 / 8 : 0;
        return saleLine(
          `2026-11-${String(2 + day).padStart(2, '0')}T${String(slot).padStart(2, '0')}:30:00+01:00`,
          `o${day}-${slot}`,
          10 + slot / 4 + lost,
          { country, channel: slot % 2 ? 'store' : 'web', product_id: `p${slot}` },
        );
      }),
    ),
  );
  await store.commit(
    'products',
    [...Array(24).keys()].map((n) => ({ product_id: `p${n}`, name: `Cup ${n}`, category: 'Cups' })),
  );
});
afterAll(() => store.close());

const explain = (more: Partial<DriversRequest> = {}) =>
  store.analytics.engines.drivers({
    tenantId: shop,
    metric: 'revenue',
    time: later,
    compare: earlier,
    ...more,
  });

async function driversOf(more?: Partial<DriversRequest>): Promise<Drivers> {
  const result = await explain(more);
  if (result.kind !== 'drivers') throw new Error(result.reason);
  return result;
}

describe('what drove a change', () => {
  test('is found where it was planted, in the dimension whose mix changed most', async () => {
    const { total, dimensions, source } = await driversOf();
    expect(total.difference).toBeCloseTo(planted, 6);
    expect(total.change).toBeCloseTo(planted / (total.previous ?? 0), 9);
    const [first] = dimensions;
    expect(first?.dimension).toBe('customer.country');
    expect(first?.groups[0]).toMatchObject({ value: 'FR' });
    expect(first?.groups[0]?.difference).toBeCloseTo(planted, 6);
    expect(first?.groups[1]?.difference).toBeCloseTo(0, 6);
    expect(source).toMatchObject({ currency: 'EUR', timeZone: 'Europe/Berlin', sql: [] });
    expect(source.comparisonRange).toEqual(earlier);
  });

  test('adds up to the change in every dimension of what adds up, named or not', async () => {
    const { total, dimensions } = await driversOf({ limits: { groups: 2 } });
    expect(dimensions.map(({ dimension }) => dimension)).toContain('product.name');
    for (const { dimension, addsUp, groups, others, divergence } of dimensions) {
      expect(addsUp, dimension).toBe(true);
      expect(groups).toHaveLength(2);
      const sum = groups.reduce((all, group) => all + group.difference, others?.difference ?? 0);
      expect(sum, dimension).toBeCloseTo(total.difference ?? Number.NaN, 6);
      expect(divergence).toBeGreaterThanOrEqual(0);
      expect(divergence).toBeLessThan(1);
    }
    const products = dimensions.find(({ dimension }) => dimension === 'product.name');
    expect(products?.others?.count).toBe(22);
  });

  test('does not claim to add up for a ratio: each group has its own change', async () => {
    const { total, dimensions } = await driversOf({ metric: 'average_order_value' });
    expect(dimensions.length).toBeGreaterThan(1);
    for (const { addsUp, others } of dimensions) {
      expect(addsUp).toBe(false);
      expect(others).toBeUndefined();
    }
    const countries = dimensions.find(({ dimension }) => dimension === 'customer.country');
    const sum = countries?.groups.reduce((all, group) => all + group.difference, 0);
    expect(sum).not.toBeCloseTo(total.difference ?? Number.NaN, 3);
    expect(countries?.groups[0]).toMatchObject({ value: 'FR' });
  });

  test('is looked for in the dimensions given, in their order, and never in one held by a filter', async () => {
    const given = await driversOf({ dimensions: ['product.name', 'channel'] });
    expect(given.dimensions.map(({ dimension }) => dimension)).toEqual(['product.name', 'channel']);
    const among = await driversOf({ among: ['channel'] });
    expect(among.dimensions.map(({ dimension }) => dimension)).toEqual(['channel']);
    const filters = [
      { dimension: 'customer.country', operator: 'equals' as const, values: ['FR'] },
    ];
    const france = await driversOf({ filters });
    expect(france.total.difference).toBeCloseTo(planted, 6);
    const names = france.dimensions.map(({ dimension }) => dimension);
    expect(names).toContain('channel');
    expect(names).not.toContain('customer.country');
    const germany = [
      { dimension: 'customer.country', operator: 'equals' as const, values: ['DE'] },
    ];
    expect((await driversOf({ filters: germany })).total.difference).toBeCloseTo(0, 6);
  });

  test('needs two spans, and a metric of the model', async () => {
    const nothing = { kind: 'unsupported', reason: 'no_period' };
    const { engines } = store.analytics;
    const of = { tenantId: shop, metric: 'revenue' };
    expect(await engines.drivers({ ...of, time: later })).toEqual(nothing);
    expect(await engines.drivers({ ...of, compare: 'previous_period' })).toEqual(nothing);
    await expect(explain({ metric: 'nonsense' })).rejects.toMatchObject({ code: 'unknown_metric' });
  });

  test('shows its statements only to those who may see them', async () => {
    const { source } = await driversOf({ showSql: true });
    expect(source.sql.length).toBeGreaterThan(3);
    expect(source.sql.join()).toContain('SELECT');
  });
});
