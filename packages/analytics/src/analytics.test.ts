import { Problem } from '@olympus/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Dashboard } from './dashboard/dashboard.js';
import type { DashboardRequest } from './dashboard/dashboard-request.js';
import { saleLine } from './testing/sales.js';
import { openTestShop, shop, type TestShop } from './testing/shop.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
});
afterEach(() => store.close());

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a problem, got ${String(error)}`);
}

describe('queries', () => {
  test('answers from the cache until the tenant’s data changes', async () => {
    await store.commit('sales', [saleLine('2026-11-10T10:00:00Z', 'o1', 10)]);
    const ask = () =>
      store.analytics.query({ tenantId: shop, query: { tenant_id: shop, metrics: ['revenue'] } });
    const first = await ask();
    expect(first.rows).toEqual([{ revenue: 10 }]);
    expect(first.meta.cache).toBe('miss');
    expect((await ask()).meta.cache).toBe('hit');
    await store.commit('sales', [saleLine('2026-11-11T10:00:00Z', 'o2', 2.5)]);
    const later = await ask();
    expect(later.meta.cache).toBe('miss');
    expect(later.rows).toEqual([{ revenue: 12.5 }]);
    expect(later.meta.freshness.data_through).toBe('2026-11-11T10:00:00.000Z');
  });

  test('runs one statement for callers that ask the same at the same time', async () => {
    await store.commit('sales', [saleLine('2026-11-10T10:00:00Z', 'o1', 10)]);
    const query = { tenant_id: shop, metrics: ['revenue'] };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => store.analytics.query({ tenantId: shop, query })),
    );
    const outcomes = answers.map((answer) => answer.meta.cache);
    expect(outcomes.filter((outcome) => outcome === 'miss')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'shared')).toHaveLength(9);
  });

  test('shows the statement only to those who may see it', async () => {
    const query = { tenant_id: shop, metrics: ['revenue'] };
    const hidden = await store.analytics.query({ tenantId: shop, query });
    expect(hidden.meta.sql).toBeUndefined();
    const shown = await store.analytics.query({ tenantId: shop, query, showSql: true });
    expect(shown.meta.sql).toContain('SELECT');
  });

  test('says that a tenant is unknown', async () => {
    const { shop: nobody } = { shop: 'nobody' as typeof shop };
    const problem = await problemOf(
      store.analytics.query({
        tenantId: nobody,
        query: { tenant_id: 'nobody', metrics: ['revenue'] },
      }),
    );
    expect(problem.code).toBe('tenant_not_found');
    expect(problem.kind).toBe('not_found');
  });
});

describe('declared metrics', () => {
  test('are answered like built-in ones and change at once', async () => {
    await store.commit('sales', [
      saleLine('2026-11-10T10:00:00Z', 'o1', 10),
      saleLine('2026-11-10T10:00:00Z', 'o2', 5, { channel: 'store' }),
    ]);
    await store.analytics.metrics.put(shop, 'shop_sales', {
      kind: 'aggregate',
      ledger: 'sales',
      aggregate: 'sum',
      column: 'net',
      filters: [{ column: 'channel', operator: 'equals', values: ['store'] }],
      unit: 'currency',
    });
    await store.analytics.metrics.put(shop, 'shop_share', {
      kind: 'ratio',
      numerator: 'shop_sales',
      denominator: 'revenue',
    });
    const query = { tenant_id: shop, metrics: ['shop_sales', 'shop_share'] };
    const { rows } = await store.analytics.query({ tenantId: shop, query });
    expect(rows).toEqual([{ shop_sales: 5, shop_share: 1 / 3 }]);
    const inUse = await problemOf(store.analytics.metrics.remove(shop, 'shop_sales'));
    expect(inUse.code).toBe('metric_in_use');
    const cycle = await problemOf(
      store.analytics.metrics.put(shop, 'shop_sales', {
        kind: 'ratio',
        numerator: 'shop_share',
        denominator: 'revenue',
      }),
    );
    expect(cycle.code).toBe('metric_cycle');
    await store.analytics.metrics.remove(shop, 'shop_share');
    const gone = await problemOf(store.analytics.query({ tenantId: shop, query }));
    expect(gone.code).toBe('unknown_metric');
    expect(gone.at).toBe('/metrics/1');
  });
});

describe('dashboards', () => {
  test('shows the same numbers as queries', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      saleLine(
        new Date(Date.UTC(2026, 8, 25) + index * 86_400_000).toISOString(),
        `o${index}`,
        10 + index,
        {
          product_id: `p${index % 12}`,
          country: index % 3 === 0 ? 'DE' : 'FR',
          customer_key: `c${index % 9}`,
        },
      ),
    );
    await store.commit('sales', rows);
    await store.commit('products', [{ product_id: 'p1', name: 'Teapot', category: 'Kitchen' }]);
    const board = await store.analytics.dashboard({ tenantId: shop });
    expect(board.range).toEqual({
      from: '2026-10-23',
      to: '2026-11-20',
      time_zone: 'Europe/Berlin',
    });
    expect(board.comparison).toEqual({ from: '2026-09-25', to: '2026-10-23' });
    const { rows: answer } = await store.analytics.query({
      tenantId: shop,
      query: {
        tenant_id: shop,
        metrics: board.tiles.map((tile) => tile.metric),
        time: { timeframe: 'last_28_days' },
        compare: 'previous_period',
      },
    });
    for (const tile of board.tiles) {
      expect(tile.value, tile.metric).toBe(answer[0]?.[tile.metric]);
      expect(tile.previous, tile.metric).toBe(answer[0]?.[`${tile.metric}_previous`]);
    }
    const revenue = board.tiles[0];
    const series = board.series[0];
    expect(revenue?.metric).toBe('revenue');
    expect(series?.points).toHaveLength(28);
    expect(series?.points.reduce((sum, point) => sum + (point.value ?? 0), 0)).toBe(revenue?.value);
    expect(series?.previous).toHaveLength(28);
    expect(series?.previous?.[0]?.t).toBe('2026-09-25');
    for (const breakdown of board.breakdowns) {
      const shown = breakdown.rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
      expect(shown + (breakdown.other ?? 0), breakdown.dimension).toBe(revenue?.value);
    }
    const products = board.breakdowns.find((entry) => entry.dimension === 'product.id');
    expect(products?.rows.map((row) => row.label)).toContain('Teapot');
  });

  test('has what was committed before it was asked for, and is kept until something changes', async () => {
    await store.commit('sales', [saleLine('2026-11-10T10:00:00Z', 'o1', 10)]);
    const revenue = async () =>
      (await store.analytics.dashboard({ tenantId: shop })).tiles[0]?.value;
    expect(await revenue()).toBe(10);
    const first = await store.analytics.dashboard({ tenantId: shop });
    expect(await store.analytics.dashboard({ tenantId: shop })).toBe(first);
    await store.commit('sales', [saleLine('2026-11-11T10:00:00Z', 'o2', 5)]);
    expect(await revenue()).toBe(15);
    store.clock.set(Date.parse('2026-11-21T12:00:00Z'));
    const nextDay = await store.analytics.dashboard({ tenantId: shop });
    expect(nextDay.range.to).toBe('2026-11-21');
  });

  const ordersOf = (board: Dashboard) =>
    board.tiles.find((tile) => tile.metric === 'orders')?.value;
  /** The first dashboard that is not shown while the next is built. */
  const caughtUp = (request: DashboardRequest) =>
    vi.waitFor(
      async () => {
        const board = await store.analytics.dashboard(request);
        expect(board.stale).toBeUndefined();
        return board;
      },
      { timeout: 60_000 },
    );

  test('is built few times a second while data pours in', async () => {
    const request = { tenantId: shop, timeframe: 'last_28_days' };
    const shown = new Set<unknown>();
    for (let index = 0; index < 40; index++) {
      store.stopwatch.set(index * 25);
      await store.commit('sales', [saleLine('2026-11-10T10:00:00Z', `o${index}`, 1)]);
      shown.add(ordersOf(await store.analytics.dashboard(request)));
      if (index === 3) expect([...shown]).toEqual([1, 2, 3, 4]);
    }
    // four at once, and one after half a second, which is ready in the background sooner or later
    expect(shown.size).toBeLessThanOrEqual(5);
    store.stopwatch.set(2_000);
    expect(ordersOf(await caughtUp(request))).toBe(40);
  });

  test('keeps no viewer waiting while data pours in, says so, and catches up', async () => {
    const request = { tenantId: shop, timeframe: 'last_7_days' };
    const first = await store.analytics.dashboard(request);
    expect(first.stale).toBeUndefined();
    for (let index = 0; index < 6; index++) {
      await store.commit('sales', [saleLine('2026-11-14T10:00:00Z', `o${index}`, 1)]);
    }
    expect(await store.analytics.dashboard(request)).toEqual({ ...first, stale: true });
    expect(ordersOf(await caughtUp(request))).toBe(6);
  });

  test('shows today by itself to a shop whose first order came today', async () => {
    const today = '2026-11-20T09:00:00Z';
    await store.commit('sales', [saleLine(today, 'o1', 25)]);
    const first = await store.analytics.dashboard({ tenantId: shop });
    expect(first.timeframe).toBe('today');
    expect(first.grain).toBe('hour');
    expect(first.range.from).toBe('2026-11-20');
    expect(first.tiles[0]?.value).toBe(25);
    const asked = await store.analytics.dashboard({ tenantId: shop, timeframe: 'last_28_days' });
    expect(asked.timeframe).toBe('last_28_days');
    expect(asked.tiles[0]?.value).not.toBe(25);
    // from the next day on the usual period has something to show
    store.clock.set(Date.parse('2026-11-21T12:00:00Z'));
    const next = await store.analytics.dashboard({ tenantId: shop });
    expect(next.timeframe).toBe('last_28_days');
    expect(next.tiles[0]?.value).toBe(25);
  });

  test('is an empty page rather than an error before the first event', async () => {
    for (const timeframe of ['all_time', 'today', 'last_28_days']) {
      const board = await store.analytics.dashboard({ tenantId: shop, timeframe });
      expect(board.freshness.status).toBe('empty');
      expect(board.tiles).toHaveLength(12);
      expect(board.quality.events).toBe(0);
    }
  });
});
