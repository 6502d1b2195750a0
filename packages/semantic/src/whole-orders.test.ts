import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel, type MetricQuery } from './index.js';
import { ask } from './testing/ask.js';
import { openTestStore, type TestCell, type TestStore } from './testing/duckdb-store.js';

/**
 * Three orders: o1 of two p1 with a discount and shipping of the whole order, o2 of one p2, whose
 * category nobody told, with shipping, o3 of one p1.
 */
const line = (order: string, values: Record<string, TestCell>) => ({
  tenant_id: 'shop',
  occurred_at: '2026-10-05 10:00:00',
  entry: 'sale',
  document_id: `order:${order}`,
  order_id: order,
  customer_key: `c-${order}`,
  quantity: 0,
  gross: 0,
  discount: 0,
  tax: 0,
  shipping: 0,
  cost: 0,
  net: 0,
  orders: 0,
  ...values,
});

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await store.insert('sales', [
    line('o1', { line_id: '1', product_id: 'p1', quantity: 2, gross: 20, net: 20, orders: 1 }),
    line('o1', { line_id: '(order)', discount: 3, shipping: 5, net: -3 }),
    line('o2', { line_id: '1', product_id: 'p2', quantity: 1, gross: 10, net: 10, orders: 1 }),
    line('o2', { line_id: '(order)', shipping: 4 }),
    line('o3', { line_id: '1', product_id: 'p1', quantity: 1, gross: 12, net: 12, orders: 1 }),
  ]);
  await store.insert('products', [
    { tenant_id: 'shop', product_id: 'p1', name: 'Lamp', category: 'Light' },
    { tenant_id: 'shop', product_id: 'p2', name: 'Chair', category: null },
  ]);
});
afterAll(() => store.close());

const model = createModel();
const data = { fromMs: Date.UTC(2026, 9, 1), toMs: Date.UTC(2026, 10, 1) };

async function groups(metric: string, dimension: string, more: Partial<MetricQuery> = {}) {
  const query = { metrics: [metric], dimensions: [dimension], ...more };
  const { rows } = await ask(store, query, { model, data });
  return Object.fromEntries(rows.map((row) => [String(row[dimension]), Number(row[metric])]));
}

describe('lines of whole orders, which are of no product', () => {
  test.each([
    ['orders', { p1: 2, p2: 1 }],
    ['customers', { p1: 2, p2: 1 }],
    ['new_customers', { p1: 2, p2: 1 }],
    ['units', { p1: 3, p2: 1 }],
    ['gross_sales', { p1: 32, p2: 10 }],
    ['items_per_order', { p1: 1.5, p2: 1 }],
    ['average_order_value', { p1: 16, p2: 10 }],
    ['tax', { p1: 0, p2: 0 }],
  ])('are no product that %s is told of', async (metric, expected) => {
    expect(await groups(metric, 'product.id')).toEqual(expected);
  });

  test('bear the money that is theirs, so that groups add up', async () => {
    expect(await groups('revenue', 'product.id')).toEqual({ p1: 32, p2: 10, null: -3 });
    expect(await groups('discounts', 'product.id')).toMatchObject({ null: 3 });
    expect(await groups('shipping', 'product.id')).toMatchObject({ null: 9 });
  });

  test('do not hide products that nobody put in a category', async () => {
    expect(await groups('orders', 'product.category')).toEqual({ Light: 2, null: 1 });
    expect(await groups('units', 'product.category')).toEqual({ Light: 3, null: 1 });
  });

  test('are beside other metrics only with what they bear', async () => {
    const metrics = ['orders', 'revenue'];
    const { rows } = await ask(store, { metrics, dimensions: ['product.id'] }, { model, data });
    const whole = rows.find((row) => row['product.id'] === null);
    expect(whole).toMatchObject({ orders: 0 });
    expect(Number(whole?.revenue)).toBe(-3);
  });

  test('make no order one of another category', async () => {
    const filters = [
      { dimension: 'product.category', operator: 'not_equals' as const, values: ['Light'] },
    ];
    const { rows } = await ask(store, { metrics: ['orders'], filters }, { model, data });
    expect(Number(rows[0]?.orders)).toBe(1);
    expect(await groups('orders', 'customer.key', { filters })).toEqual({ 'c-o2': 1 });
  });

  test('are no member of weeks either', async () => {
    const { rows } = await ask(
      store,
      { metrics: ['orders'], dimensions: ['product.id'], grain: 'month' },
      { model, data },
    );
    expect(rows.map((row) => row['product.id'])).not.toContain(null);
  });
});
