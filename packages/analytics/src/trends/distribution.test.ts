import { createRandom } from '@olympus/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import { chooseBins, niceWidth, trimBins } from './bins.js';

let open: TestShop;
const nets = (() => {
  const random = createRandom(4);
  // most orders are small, few are large, one is enormous
  return [...Array.from({ length: 300 }, () => Math.round(2_000 * random.next() ** 3) / 10), 9_000];
})();

beforeAll(async () => {
  open = await openTestShop('2026-06-10T12:00:00Z');
  await open.commit(
    'sales',
    nets.map((net, index) =>
      saleLine('2026-05-04T10:00:00Z', `o${index}`, net, { customer_key: `c${index % 40}` }),
    ),
  );
});
afterAll(() => open.close());

const ask = (more: object = {}) =>
  open.analytics.distribution({ tenantId: shop, metric: 'revenue', per: 'order', ...more });

describe('how orders are spread', () => {
  test('counts each order in one bin, in the bin that it falls into', async () => {
    const { bins, count, above, mean, most } = await ask();
    expect(count).toBe(nets.length);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(nets.length);
    bins.forEach(({ from, to, count: found }, place) => {
      const first = place === 0;
      const last = place === bins.length - 1;
      const expected = nets.filter((net) => (net >= from || first) && (net < to || last)).length;
      expect({ from, found }).toEqual({ from, found: expected });
    });
    expect([above, most]).toEqual([true, 9_000]);
    expect(mean).toBeCloseTo(nets.reduce((sum, net) => sum + net, 0) / nets.length, 6);
  });

  test('or customers, by what all of their orders come to', async () => {
    const { bins, count } = await ask({ per: 'customer', metric: 'orders' });
    expect(count).toBe(40);
    expect(bins.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to))).toBe(true);
  });

  test('each bin lists the very orders that it counts', async () => {
    const { bins } = await ask();
    for (const [place, { from, to, count }] of bins.entries()) {
      // the outermost hold all values beyond them as well
      const thresholds = [
        ...(place === 0 ? [] : [{ operator: 'gte' as const, value: from }]),
        ...(place === bins.length - 1 ? [] : [{ operator: 'lt' as const, value: to }]),
      ];
      const drill = await open.analytics.drill({
        ...{ tenantId: shop, metric: 'revenue', per: 'order', thresholds, limit: 500 },
      });
      const wanted = nets.filter(
        (net) => (place === 0 || net >= from) && (place === bins.length - 1 || net < to),
      );
      expect([drill.kind, drill.count]).toEqual(['order', count]);
      const listed = drill.rows.map(({ value }) => value ?? 0);
      expect(listed).toEqual(wanted.toSorted((a, b) => b - a));
    }
  });

  test('customers are listed by what all of their orders come to', async () => {
    const sums = Array.from({ length: 40 }, (_, customer) => ({
      customer: `c${customer}`,
      sum: nets.filter((__, index) => index % 40 === customer).reduce((a, b) => a + b, 0),
    }));
    const wanted = sums.filter(({ sum }) => sum >= 400 && sum < 600);
    const drill = await open.analytics.drill({
      ...{ tenantId: shop, metric: 'revenue', per: 'customer', limit: 500 },
      thresholds: [
        { operator: 'gte', value: 400 },
        { operator: 'lt', value: 600 },
      ],
    });
    expect(wanted.length).toBeGreaterThan(3);
    expect(drill.rows.map(({ key }) => key[0]).toSorted()).toEqual(
      wanted.map(({ customer }) => customer).toSorted(),
    );
    expect(drill.count).toBe(wanted.length);
    expect(drill.total).toBeCloseTo(
      wanted.reduce((sum, one) => sum + one.sum, 0),
      4,
    );
  });

  test('is nothing without orders, and refused where facts name none', async () => {
    const none = await ask({ time: { from: '2020-01-01', to: '2020-02-01' } });
    expect(none).toMatchObject({ bins: [], count: 0, mean: null, above: false });
    for (const metric of ['ad_spend', 'stock_on_hand', 'new_customers']) {
      await expect(ask({ metric })).rejects.toMatchObject({ code: 'no_distribution' });
    }
  });
});

describe('bins', () => {
  const spreads = fc
    .record({
      values: fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
      whole: fc.boolean(),
    })
    .map(({ values, whole }) => {
      const rounded = whole ? values.map(Math.round) : values;
      const count = rounded.length;
      const mean = rounded.reduce((sum, value) => sum + value, 0) / count;
      const variance = rounded.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
      const least = Math.min(...rounded);
      const most = Math.max(...rounded);
      return { spread: { count, least, most, mean, deviation: Math.sqrt(variance) }, whole };
    });

  test('are few, of one width that reads well, and hold the middle', () => {
    fc.assert(
      fc.property(spreads, ({ spread, whole }) => {
        const { from, width, count } = chooseBins(spread, whole);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(42);
        expect(width).toBeGreaterThan(0);
        if (whole) expect(Number.isInteger(width)).toBe(true);
        const slack = Math.abs(spread.mean) * 1e-9 + 1e-9;
        expect(from).toBeLessThanOrEqual(spread.mean + slack);
        expect(from + count * width).toBeGreaterThanOrEqual(spread.mean - slack);
      }),
    );
  });

  test('that hold hardly anything at the ends count with their neighbours', () => {
    const bins = [1, 0, 500, 300, 2, 1, 0].map((count, at) => ({ from: at, to: at + 1, count }));
    expect(trimBins(bins)).toEqual([
      { from: 2, to: 3, count: 501 },
      { from: 3, to: 4, count: 303 },
    ]);
    expect(trimBins([])).toEqual([]);
    expect(trimBins([{ from: 0, to: 1, count: 0 }])).toEqual([{ from: 0, to: 1, count: 0 }]);
  });

  test('have widths of 1, 2, 2.5 or 5 times a power of ten', () => {
    expect([0.013, 1, 3, 41, 260, 7_000].map(niceWidth)).toEqual([0.02, 1, 5, 50, 500, 10_000]);
  });
});
