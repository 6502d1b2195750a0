import { bind, compile, duckdbDialect, integerLiteral, join, sql } from '@olympus/sql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createModel } from '../model/model.js';
import { anyTime } from '../testing/any-time.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';
import type { Act } from './act.js';
import { compileActs } from './compile-acts.js';
import { planAct } from './plan-act.js';

const model = createModel();
const context = { dialect: duckdbDialect, model, tenant: bind('string', 'shop'), local: anyTime };
const ms = (time: string) => Date.parse(`${time}Z`);
const may = { fromMs: ms('2026-05-01T00:00:00'), toMs: ms('2026-06-01T00:00:00') };

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** What was done in the span, as `step who time`, in order. */
async function acted(acts: readonly Act[], span = may): Promise<readonly string[]> {
  const { tables, rows } = compileActs(
    context,
    acts.map((act, index) => ({
      act: planAct(model, act, `/acts/${index}`),
      span,
      columns: () => [{ name: 'step', value: integerLiteral(index) }],
    })),
  );
  const cte = tables.length === 0 ? sql`` : sql`WITH ${join(tables)} `;
  const statement = sql`${cte}SELECT step, who, acted_at FROM (${rows}) AS a ORDER BY acted_at, step, who`;
  const found = await store.query(compile(statement, duckdbDialect));
  return found.map(
    ([step, who, at]) =>
      `${step} ${who} ${new Date(Number(at) / 1000).toISOString().slice(5, 16).replace('T', ' ')}`,
  );
}

const line = (order: string, at: string, more: Record<string, string | number> = {}) => ({
  occurred_at: at,
  entry: 'sale',
  order_id: order,
  customer_key: 'ann',
  product_id: 'tea',
  quantity: 1,
  orders: 1,
  ...more,
});

test('an order is one act, however many lines it has and however often it is changed', async () => {
  await store.insert('sales', [
    line('o1', '2026-05-02 10:00:00'),
    line('o1', '2026-05-02 10:00:00', { product_id: 'cup', orders: 0 }),
    line('o1', '2026-05-03 11:00:00', { product_id: 'pot', orders: 0 }),
    line('o1', '2026-05-04 11:00:00', { entry: 'refund', document_id: 'refund:1', orders: 0 }),
    line('o2', '2026-05-05 10:00:00', { tenant_id: 'other' }),
  ]);
  expect(await acted([{ act: 'order.placed' }, { act: 'order.refunded' }])).toEqual([
    '0 ann 05-02 10:00',
    '1 ann 05-04 11:00',
  ]);
  expect(await acted([{ act: 'order.created' }])).toEqual(['0 ann 05-02 10:00']);
});

test('an order whose count moved to another line is still placed once, when it was', async () => {
  const moved = { document_hash: 7 };
  await store.insert('sales', [
    line('o1', '2026-05-02 10:00:00', moved),
    line('o1', '2026-05-03 11:00:00', { ...moved, orders: -1 }),
    line('o1', '2026-05-03 11:00:00', { ...moved, product_id: 'pot' }),
    line('o2', '2026-05-04 10:00:00', { document_hash: 8 }),
  ]);
  expect(await acted([{ act: 'order.placed' }])).toEqual([
    '0 ann 05-02 10:00',
    '0 ann 05-04 10:00',
  ]);
});

test('conditions on products look at every line of an order', async () => {
  await store.insert('sales', [
    line('o1', '2026-05-02 10:00:00'),
    line('o1', '2026-05-02 10:00:00', { product_id: 'cup', orders: 0 }),
    line('o2', '2026-05-03 10:00:00'),
  ]);
  const filters = [{ dimension: 'product.id', operator: 'equals', values: ['cup'] }] as const;
  expect(await acted([{ act: 'order.placed', filters }])).toEqual(['0 ann 05-02 10:00']);
});

test('first, second and repeated orders are told from the first of all time', async () => {
  await store.insert('sales', [
    line('o1', '2026-04-02 10:00:00'),
    line('o2', '2026-05-02 10:00:00'),
    line('o3', '2026-05-03 10:00:00'),
    line('o9', '2026-05-04 10:00:00', { customer_key: 'bob' }),
  ]);
  expect(
    await acted([{ act: 'order.first' }, { act: 'order.second' }, { act: 'order.repeated' }]),
  ).toEqual(['1 ann 05-02 10:00', '2 ann 05-02 10:00', '2 ann 05-03 10:00', '0 bob 05-04 10:00']);
});

test('what a browser did belongs to the customer it became', async () => {
  const visit = { action: 'page.viewed', visitor_key: 'browser-1', session_id: 's1' };
  await store.insert('sessions', [
    { ...visit, occurred_at: '2026-05-01 10:00:00' },
    {
      ...visit,
      action: 'customer.identified',
      customer_key: 'ann',
      occurred_at: '2026-05-01 10:05:00',
    },
    { ...visit, visitor_key: 'browser-2', occurred_at: '2026-05-01 11:00:00' },
  ]);
  await store.insert('events', [
    {
      type: 'wish.made',
      data: '{"anonymous_id":"browser-1"}',
      occurred_at: '2026-05-01 10:01:00',
    },
    { type: 'wish.made', subject: 'bob', data: '{}', occurred_at: '2026-05-01 10:02:00' },
    { type: 'wish.made', data: '{}', occurred_at: '2026-05-01 10:03:00' },
  ]);
  expect(await acted([{ act: 'page.viewed' }, { act: 'wish.made' }])).toEqual([
    '0 ann 05-01 10:00',
    '1 ann 05-01 10:01',
    '1 bob 05-01 10:02',
    '0 browser-2 05-01 11:00',
  ]);
});

test('refuses conditions that an act cannot meet, with its place and what it goes with', () => {
  const act = {
    act: 'payment.failed',
    filters: [{ dimension: 'product.id', operator: 'equals' as const, values: ['x'] }],
  };
  expect(() => planAct(model, act, '/steps/1')).toThrow(
    expect.objectContaining({
      code: 'dimension_not_joinable',
      at: '/steps/1/filters/0/dimension',
      remedy: expect.stringContaining('payment.method'),
    }),
  );
});
