import { createRandom } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MetricQuery } from '../index.js';
import { ask } from '../testing/ask.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';

const fromMs = Date.UTC(2023, 0, 5);
const toMs = Date.UTC(2026, 10, 20);
const options = { data: { fromMs, toMs } };
const hour = 3_600_000;

/** Around midnights and changes of the clocks, so that the zone decides about the day. */
const anyMoment = (random: ReturnType<typeof createRandom>) =>
  fromMs + random.integer(Math.floor((toMs - fromMs) / hour)) * hour;
const text = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  const random = createRandom(11);
  const sales = Array.from({ length: 1_500 }, (_, index) => ({
    occurred_at: text(anyMoment(random)),
    entry: index % 12 === 0 ? 'refund' : 'sale',
    order_id: `o${index}`,
    line_id: '1',
    net: 1 + random.integer(90),
    ...(index % 7 === 0 ? {} : { customer_key: `c${random.integer(150)}` }),
    ...(index % 9 === 0 ? {} : { product_id: `p${random.integer(60)}` }),
  }));
  const sessions = Array.from({ length: 600 }, (_, index) => ({
    occurred_at: text(anyMoment(random)),
    action: 'page.viewed',
    visitor_key: `v${index}`,
    session_id: `s${index}`,
    ...(index % 2 === 0 ? {} : { customer_key: `c${random.integer(200)}` }),
  }));
  await store.insert('sales', sales);
  await store.insert('sessions', sessions);
  await store.insert('sales', [
    // another business's customer of the same key began earlier
    {
      ...sales[0],
      tenant_id: 'other',
      entry: 'sale',
      occurred_at: '2023-01-05 00:00:00',
      customer_key: 'c1',
      product_id: 'p1',
    },
  ]);
});
afterAll(() => store.close());

const local = (zone: string, at: string, part: 'day' | 'month') =>
  `strftime(timezone('${zone}', timezone('UTC', ${at})), '${part === 'day' ? '%Y-%m-%d' : '%Y-%m'}')`;

/** Keys with the day of their first row, as a plain statement finds them. */
const firstsOf = (key: string, zone: string, part: 'day' | 'month', seen = false) =>
  `SELECT ${key} AS k, ${local(zone, 'min(occurred_at)', part)} AS d FROM (
     SELECT ${key}, occurred_at FROM sales WHERE tenant_id = 'shop' AND entry = 'sale'
     ${seen ? `UNION ALL SELECT ${key}, occurred_at FROM sessions WHERE tenant_id = 'shop'` : ''}
   ) WHERE ${key} IS NOT NULL GROUP BY 1`;

const plain = async (statement: string) => store.query({ text: statement, parameters: [] });
const asMap = (rows: readonly (readonly unknown[])[]) =>
  new Map(rows.map(([key, value]) => [key === null ? null : String(key), Number(value)]));

describe.each(['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu'])('in %s', (zone) => {
  const put = (query: Omit<MetricQuery, 'tenant_id'>) =>
    ask(store, query, { ...options, calendar: { timeZone: zone } });

  test.each([
    ['customer.first_order_at', 'customer_key', 'day', false],
    ['customer.first_order_month', 'customer_key', 'month', false],
    ['customer.first_seen_at', 'customer_key', 'day', true],
    ['customer.first_seen_month', 'customer_key', 'month', true],
    ['product.first_sold_at', 'product_id', 'day', false],
    ['product.first_sold_month', 'product_id', 'month', false],
  ] as const)('revenue by %s is what a plain statement sums up', async (name, key, part, seen) => {
    const { rows } = await put({ metrics: ['revenue'], dimensions: [name], limit: 10_000 });
    const expected = await plain(
      `SELECT d, sum(net)::DOUBLE FROM sales LEFT JOIN (${firstsOf(key, zone, part, seen)}) ON k = ${key}
       WHERE tenant_id = 'shop' GROUP BY 1`,
    );
    expect(asMap(rows.map((row) => [row[name], row.revenue]))).toEqual(asMap(expected));
    expect(rows.length).toBeGreaterThan(part === 'day' ? 40 : 8);
  });

  test('a span of first days narrows what another span is asked of', async () => {
    const { rows } = await put({
      metrics: ['revenue', 'orders', 'customers'],
      time: { from: '2025-01-01', to: '2026-01-01' },
      filters: [
        { dimension: 'customer.first_seen_at', operator: 'gte', values: ['2023-03-01'] },
        { dimension: 'customer.first_seen_at', operator: 'lt', values: ['2023-04-01'] },
        { dimension: 'product.first_sold_month', operator: 'not_equals', values: ['2023-02'] },
      ],
    });
    const [expected] = await plain(
      // where products are asked about, amounts of a whole order count nobody
      `SELECT sum(net)::DOUBLE,
         count(DISTINCT customer_key) FILTER (entry = 'sale' AND product_id IS NOT NULL)
       FROM sales LEFT JOIN (${firstsOf('product_id', zone, 'month')}) AS p ON p.k = product_id
       JOIN (${firstsOf('customer_key', zone, 'month', true)}) AS c ON c.k = customer_key
       WHERE tenant_id = 'shop' AND c.d = '2023-03' AND (p.d IS NULL OR p.d <> '2023-02')
         AND year(timezone('${zone}', timezone('UTC', occurred_at))) = 2025`,
    );
    expect(Number(rows[0]?.revenue)).toBe(Number(expected?.[0]));
    expect(Number(rows[0]?.customers)).toBe(Number(expected?.[1]));
    expect(Number(rows[0]?.revenue)).toBeGreaterThan(0);
  });

  test('new customers fall on the day of their first order', async () => {
    const { rows } = await put({
      metrics: ['new_customers'],
      dimensions: ['customer.first_order_month'],
      time: { from: '2023-02-01', to: '2023-03-01' },
    });
    expect(rows.map((row) => row['customer.first_order_month'])).toEqual(['2023-02']);
  });

  test('visits are told by when their customers were first seen', async () => {
    const { rows } = await put({
      metrics: ['sessions'],
      filters: [
        { dimension: 'customer.first_order_month', operator: 'equals', values: ['2023-02'] },
      ],
    });
    const [expected] = await plain(
      `SELECT count(DISTINCT session_id) FROM sessions JOIN (${firstsOf('customer_key', zone, 'month')}) ON k = customer_key
       WHERE tenant_id = 'shop' AND d = '2023-02'`,
    );
    expect(Number(rows[0]?.sessions)).toBe(Number(expected?.[0]));
  });
});

test('what is no day or month is refused with the place and what to write', async () => {
  const put = (dimension: string, value: string) =>
    ask(store, {
      metrics: ['revenue'],
      filters: [{ dimension, operator: 'gte', values: [value] }],
    });
  await expect(put('customer.first_order_at', 'March')).rejects.toMatchObject({
    code: 'wrong_value_type',
    at: '/filters/0/values/0',
  });
  await expect(put('customer.first_order_at', '2026-02-30')).rejects.toMatchObject({
    code: 'wrong_value_type',
  });
  expect((await put('customer.first_order_at', '2028-02-29')).rows).toHaveLength(1);
  await expect(put('customer.first_order_month', '2026-03-01')).rejects.toMatchObject({
    code: 'wrong_value_type',
  });
});
