import { createRandom, silentLogger } from '@olympus/core';
import { type MetricQuery, rollups } from '@olympus/semantic';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Analytics, createAnalytics } from '../analytics.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

const [salesDaily] = rollups.filter(({ name }) => name === 'sales_daily');
if (salesDaily === undefined) throw new Error('there is no rollup sales_daily');
const now = '2026-11-20T12:00:00Z';
const eager = { staleLines: 1, lookEveryMs: 0, refreshesBeforeRebuild: 3 };
const never = { staleLines: Number.POSITIVE_INFINITY };

let store: TestShop;
let timeZone: string;
let withRollup: Analytics;
let withoutRollup: Analytics;

beforeEach(async () => {
  store = await openTestShop(now);
  timeZone = 'Europe/Berlin';
  const { warehouse, pool, clock, cohorts, customerKey } = store;
  const platform = {
    ...store.platform,
    tenants: {
      get: async (id: typeof shop) => {
        const tenant = await store.platform.tenants.get(id);
        return tenant === undefined ? undefined : { ...tenant, timeZone };
      },
    },
  };
  const deps = { warehouse, platform, cohorts, customerKey, pool, clock, log: silentLogger };
  withRollup = createAnalytics({ ...deps, rollups: eager });
  withoutRollup = createAnalytics({
    ...deps,
    warehouse: { ...warehouse, fetchRollup: async () => undefined },
    rollups: never,
  });
});

afterEach(async () => {
  await withRollup.settled();
  await store.close();
});

const random = createRandom(7);
const pick = <T>(...items: [T, ...T[]]) => random.pick(items);

/** A line at a random time around changes of the clocks, month ends and now. */
function line(n: number): Record<string, string | number | null> {
  const centre = pick('2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-08-31T22:00:00Z', now);
  const atMs = Date.parse(centre) - random.integer(9 * 86_400_000);
  const entry = pick('sale', 'sale', 'sale', 'refund', 'cancellation', 'revision');
  const sign = entry === 'sale' ? 1 : -1;
  const amount = entry === 'revision' ? 0 : sign * random.integer(500_000);
  return {
    occurred_at: new Date(atMs).toISOString(),
    entry,
    order_id: `o${random.integer(50)}`,
    orders: entry === 'revision' ? 0 : sign * random.integer(2),
    customer_key: pick(null, 'c1', 'c2', 'c3'),
    country: pick(null, null, 'DE', 'FR'),
    product_id: pick(null, 'p1', 'p2'),
    location_id: pick('l1', 'l2'),
    channel: pick(null, 'web', 'store'),
    promotion_id: pick(null, 'spring'),
    currency: pick('EUR', 'USD'),
    line_id: String(n),
    quantity: sign * random.integer(9),
    gross: amount / 10_000,
    net: amount / 10_000,
    discount: random.integer(100) / 100,
    cost: pick(null, amount / 20_000),
  };
}

function question(): MetricQuery {
  const metrics = [
    ...new Set([
      pick('revenue', 'orders', 'gross_margin_rate', 'refund_rate'),
      pick('units', 'cost', 'cancellations', 'customers', 'average_order_value', 'new_customers'),
    ]),
  ];
  const dimension = pick(
    undefined,
    'channel',
    'customer.country',
    'location.name',
    'product.category',
    'customer.segment',
    'currency',
  );
  const time = pick<MetricQuery['time']>(
    { timeframe: 'all_time' },
    { timeframe: 'last_90_days' },
    { timeframe: 'this_month' },
    { timeframe: 'year_to_date' },
    { from: '2026-03-25', to: '2026-04-02' },
    { from: '2026-10-24T15:00', to: '2026-10-28T03:30' },
  );
  const allTime = JSON.stringify(time).includes('all_time');
  const hour = JSON.stringify(time).includes('from') ? 'hour' : 'day';
  const grain = pick<MetricQuery['grain']>(undefined, hour, 'day', 'week', 'month');
  const filter = pick(
    undefined,
    { dimension: 'channel', operator: 'not_equals' as const, values: ['web'] },
    { dimension: 'customer.country', operator: 'equals' as const, values: [null, 'DE'] },
    { dimension: 'promotion', operator: 'equals' as const, values: ['spring'] },
    { dimension: 'product.category', operator: 'equals' as const, values: ['Kitchen', null] },
  );
  return {
    tenant_id: shop,
    metrics,
    ...(dimension === undefined ? {} : { dimensions: [dimension] }),
    ...(time === undefined ? {} : { time }),
    ...(grain === undefined ? {} : { grain }),
    ...(allTime || random.integer(2) === 0 ? {} : { compare: 'previous_period' as const }),
    ...(filter === undefined ? {} : { filters: [filter] }),
  };
}

async function commitLines(count: number): Promise<void> {
  await store.commit(
    'sales',
    Array.from({ length: count }, (_, n) => line(n)),
  );
}

/** Takes some of the lines back. */
async function retractLines(count: number): Promise<void> {
  const { rows } = await store.warehouse.query(shop, {
    text: `SELECT event_id FROM sales ORDER BY hash(event_id) LIMIT ${count}`,
    parameters: [],
  });
  await store.commit(
    'retractions',
    rows.map(([id]) => ({ event_id: String(id), scope: 'event' })),
  );
}

describe('the rollup of sales', () => {
  test('gives the same answers as the ledger, at every stage of its making', async () => {
    await store.commit('customers', [
      { customer_key: 'c1', version_at: 1, country: 'ES', segment: 'gold' },
      { customer_key: 'c2', version_at: 1, country: null, segment: 'silver' },
    ]);
    await store.commit('products', [{ product_id: 'p1', name: 'Teapot', category: 'Kitchen' }]);
    let used = 0;
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Asia/Beirut']) {
      timeZone = zone;
      for (let round = 0; round < 6; round++) {
        await commitLines(60);
        await withRollup.query({ tenantId: shop, query: { tenant_id: shop, metrics: ['tax'] } });
        // sometimes the rollup is up to date, sometimes lines came after it
        if (round % 2 === 0) await withRollup.settled();
        if (round % 3 === 0) await commitLines(20);
        if (round % 4 === 2) await retractLines(15);
        for (let i = 0; i < 12; i++) {
          const query = question();
          const fast = await withRollup.query({ tenantId: shop, query });
          const slow = await withoutRollup.query({ tenantId: shop, query });
          expect({ query, zone, rows: fast.rows }).toEqual({ query, zone, rows: slow.rows });
          expect(slow.meta.rollup).toBeUndefined();
          if (fast.meta.rollup !== undefined) used++;
        }
      }
    }
    expect(used).toBeGreaterThan(60);
  });

  test('is not read for what it leaves out', async () => {
    await commitLines(50);
    const ask = (query: Partial<MetricQuery>) =>
      withRollup.query({
        tenantId: shop,
        query: { tenant_id: shop, metrics: ['revenue'], ...query },
      });
    await ask({});
    await withRollup.settled();
    expect((await ask({})).meta.rollup).toBe('sales_daily');
    const day = { from: '2026-11-01', to: '2026-11-20' };
    for (const query of [
      { dimensions: ['product.id'] },
      { dimensions: ['customer.segment'] },
      { grain: 'hour' as const, time: day },
      { metrics: ['customers'] },
      { filters: [{ dimension: 'product.id', operator: 'equals' as const, values: ['p1'] }] },
    ]) {
      expect((await ask(query)).meta.rollup).toBeUndefined();
    }
  });

  test('is kept over a restart of the service', async () => {
    await commitLines(50);
    await withRollup.query({ tenantId: shop, query: { tenant_id: shop, metrics: ['revenue'] } });
    await withRollup.settled();
    const state = await store.warehouse.fetchRollup(shop, salesDaily);
    expect(state).toMatchObject({ timeZone: 'Europe/Berlin', generation: 1 });
    const again = createAnalytics({ ...store, log: silentLogger, rollups: never });
    const answer = await again.query({
      tenantId: shop,
      query: { tenant_id: shop, metrics: ['revenue'] },
    });
    expect(answer.meta.rollup).toBe('sales_daily');
  });

  test('names a customer again only when an earlier purchase comes in', async () => {
    const buy = (at: string, customer: string) =>
      store.commit('sales', [
        { occurred_at: at, entry: 'sale', order_id: at, customer_key: customer, net: 1 },
      ]);
    const countFirsts = async () => {
      await withRollup.query({ tenantId: shop, query: { tenant_id: shop, metrics: ['revenue'] } });
      await withRollup.settled();
      const { rows } = await store.warehouse.query(shop, {
        text: "SELECT count(*) FROM sales_daily WHERE part = 'firsts'",
        parameters: [],
      });
      return rows[0]?.[0];
    };
    await buy('2026-11-10T10:00:00Z', 'c1');
    expect(await countFirsts()).toBe(1);
    await buy('2026-11-11T10:00:00Z', 'c1');
    expect(await countFirsts()).toBe(1);
    await buy('2026-11-09T10:00:00Z', 'c1');
    expect(await countFirsts()).toBe(2);
    const { rows } = await withRollup.query({
      tenantId: shop,
      query: {
        tenant_id: shop,
        metrics: ['new_customers'],
        grain: 'day',
        time: { from: '2026-11-09', to: '2026-11-12' },
      },
    });
    expect(rows.map((row) => row.new_customers)).toEqual([1, 0, 0]);
  });
});
