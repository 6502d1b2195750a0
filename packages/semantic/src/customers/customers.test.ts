import { type CustomerKey, tenantId } from '@olympus/core';
import { duckdbDialect } from '@olympus/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel } from '../index.js';
import { openTestStore, type TestCell, type TestStore } from '../testing/duckdb-store.js';
import {
  type CustomerColumnName,
  type CustomersQuery,
  compileCustomerKeys,
  compileCustomerRows,
  compileMovement,
  compileStanding,
  compileTimeline,
  cutsOf,
  findCustomerColumn,
  parseAsOf,
  parseCustomersQuery,
  planCustomers,
  readStanding,
  rfmIndexOf,
  rfmSegments,
  type TimelineCursor,
  timelineKinds,
} from './index.js';

const shop = tenantId('shop');
const calendar = {
  timeZone: 'Europe/Berlin',
  weekStart: 'monday',
  nowMs: Date.UTC(2026, 5, 30, 10),
} as const;
const data = { fromMs: Date.UTC(2025, 0, 1), toMs: Date.UTC(2026, 5, 30) };
const contextAt = (date?: string) => ({
  tenantId: shop,
  timeZone: calendar.timeZone,
  asOf: parseAsOf(date, calendar),
  data,
});

async function cutsAt(store: TestStore, date?: string) {
  const rows = await store.query(compileStanding(contextAt(date), duckdbDialect));
  return cutsOf(readStanding(rows));
}

/** Asks for customers all the way from JSON to rows. */
async function list(
  store: TestStore,
  query: CustomersQuery,
  columns: readonly CustomerColumnName[] = [],
  page = { limit: 50, offset: 0 },
  searchedKey?: CustomerKey,
) {
  const plan = planCustomers(parseCustomersQuery(query), { model: createModel(), calendar, data });
  const context = contextAt(query.as_of);
  const cuts = await cutsAt(store, query.as_of);
  const input = { context, dialect: duckdbDialect, plan, cuts, searchedKey };
  const rows = await store.query(compileCustomerKeys(input, page));
  const keys = rows.map(([key]) => String(key));
  const found = columns.map((name) => findCustomerColumn(name, ''));
  const values = new Map<TestCell | undefined, TestCell[]>();
  if (columns.length > 0 && keys.length > 0) {
    for (const [key, ...cells] of await store.query(compileCustomerRows(input, keys, found)))
      values.set(key ?? null, cells);
  }
  return {
    keys,
    total: rows[0]?.[1] ?? 0,
    rows: keys.map((key) => [key, ...(values.get(key) ?? [])]),
  };
}

const line = (
  customer: string | null,
  at: string,
  net: number,
  more: Readonly<Record<string, TestCell>> = {},
) => ({
  customer_key: customer,
  occurred_at: at,
  entry: 'sale',
  order_id: `${customer}-${at}`,
  orders: 1,
  quantity: 1,
  gross: net,
  net,
  product_id: 'p1',
  ...more,
});

describe('customers', () => {
  let store: TestStore;

  beforeAll(async () => {
    store = await openTestStore();
    await store.insert('sales', [
      line('c_anna', '2026-01-10 10:00:00', 400, { country: 'DE' }),
      line('c_anna', '2026-06-20 10:00:00', 700, { country: 'AT', product_id: 'p2' }),
      line('c_anna', '2026-06-21 10:00:00', -50, { entry: 'refund', orders: 0, quantity: -1 }),
      line('c_bert', '2026-06-01 10:00:00', 600, { discount: 20 }),
      line('c_cleo', '2026-02-01 10:00:00', 50),
      line('c_dora', '2026-06-29 22:30:00', 20),
      line('c_emil', '2026-05-01 10:00:00', 30),
      line('c_emil', '2026-05-02 10:00:00', 30),
      line(null, '2026-05-02 10:00:00', 999),
      line('c_rev', '2026-05-02 10:00:00', 0, { entry: 'revision', orders: 0, quantity: 0 }),
      line('c_anna', '2026-06-22 10:00:00', 5_000, { tenant_id: 'other' }),
    ]);
    await store.insert('customers', [
      { customer_key: 'c_anna', country: 'DE', city: 'Graz', segment: 'trade', birth_year: 1984 },
      { customer_key: 'c_bert', country: 'FR', city: 'Lyon', segment: 'retail' },
      { customer_key: 'c_cleo', tenant_id: 'other', city: 'Elsewhere' },
    ]);
  });
  afterAll(() => store?.close());

  test('sums up each customer of the tenant, and nobody else', async () => {
    const { rows, total } = await list(store, { order: [{ by: 'revenue', direction: 'desc' }] }, [
      'orders',
      'revenue',
      'refunds',
      'average_order_value',
      'country',
      'city',
      'discounts',
    ]);
    expect(total).toBe(5);
    expect(rows).toEqual([
      ['c_anna', 2, 1050, 50, 525, 'AT', 'Graz', 0],
      ['c_bert', 1, 600, 0, 600, 'FR', 'Lyon', 20],
      ['c_emil', 2, 60, 0, 30, null, null, 0],
      ['c_cleo', 1, 50, 0, 50, null, null, 0],
      ['c_dora', 1, 20, 0, 20, null, null, 0],
    ]);
  });

  test('counts days by the shop’s calendar and puts each into its spend segment', async () => {
    // 22:30 UTC on the 29th is half past midnight on the 30th in Berlin
    const { rows } = await list(store, { order: [{ by: 'customer_key' }] }, [
      'days_since_last_order',
      'spend_segment',
    ]);
    expect(rows).toEqual([
      ['c_anna', 10, 1],
      ['c_bert', 29, 2],
      ['c_cleo', 149, 3],
      ['c_dora', 0, 4],
      ['c_emil', 59, 5],
    ]);
  });

  test('sees only facts up to the day that it is asked for', async () => {
    const { rows } = await list(store, { as_of: '2026-02-28', order: [{ by: 'customer_key' }] }, [
      'revenue',
      'days_since_last_order',
      'spend_segment',
    ]);
    expect(rows).toEqual([
      ['c_anna', 400, 49, 4],
      ['c_cleo', 50, 27, 4],
    ]);
  });

  test('counts within a period, and days and segments by all of time', async () => {
    const { rows } = await list(
      store,
      { time: { from: '2026-06-01', to: '2026-07-01' }, order: [{ by: 'customer_key' }] },
      ['orders', 'revenue', 'spend_segment'],
    );
    expect(rows).toEqual([
      ['c_anna', 1, 650, 1],
      ['c_bert', 1, 600, 2],
      ['c_dora', 1, 20, 4],
    ]);
  });

  test.each<[string, CustomersQuery, readonly string[]]>([
    [
      'a threshold',
      { where: [{ column: 'revenue', operator: 'gt', values: [500] }] },
      ['c_anna', 'c_bert'],
    ],
    [
      'a date',
      { where: [{ column: 'last_order', operator: 'lte', values: ['2026-05-02'] }] },
      ['c_cleo', 'c_emil'],
    ],
    [
      'a segment',
      { where: [{ column: 'spend_segment', operator: 'equals', values: ['regular', 'at_risk'] }] },
      ['c_cleo', 'c_emil'],
    ],
    [
      'a filter on the customer',
      { filters: [{ dimension: 'customer.country', operator: 'equals', values: ['AT'] }] },
      ['c_anna'],
    ],
    [
      'a decade',
      { filters: [{ dimension: 'customer.birth_decade', operator: 'equals', values: [1980] }] },
      ['c_anna'],
    ],
    [
      'what was bought',
      { filters: [{ dimension: 'product.id', operator: 'equals', values: ['p2'] }] },
      ['c_anna'],
    ],
    ['a part of the city', { search: 'lYo' }, ['c_bert']],
    ['a segment of the business', { search: 'trade' }, ['c_anna']],
    ['the beginning of a key', { search: 'c_do' }, ['c_dora']],
    ['nobody', { search: '100%' }, []],
  ])('finds by %s', async (_name, query, keys) => {
    const found = await list(store, { ...query, order: [{ by: 'customer_key' }] });
    expect(found.keys).toEqual(keys);
  });

  test('finds a customer by the id that the business knows', async () => {
    const page = { limit: 50, offset: 0 };
    const found = await list(store, { search: '4711' }, [], page, 'c_cleo' as CustomerKey);
    expect(found.keys).toEqual(['c_cleo']);
  });

  test.each<[string, CustomersQuery, string, string]>([
    [
      'an unknown column',
      { where: [{ column: 'revenu', operator: 'gt', values: [1] }] },
      'unknown_column',
      '/where/0/column',
    ],
    [
      'a text for a number',
      { where: [{ column: 'revenue', operator: 'gt', values: ['1'] }] },
      'wrong_value_type',
      '/where/0/values/0',
    ],
    [
      'a day that is none',
      { where: [{ column: 'last_order', operator: 'gt', values: ['2026-02-30'] }] },
      'wrong_value_type',
      '/where/0/values/0',
    ],
    [
      'an unknown segment',
      { where: [{ column: 'rfm_segment', operator: 'equals', values: ['gold'] }] },
      'wrong_value_type',
      '/where/0/values/0',
    ],
    [
      'an operator that does not go',
      { where: [{ column: 'revenue', operator: 'contains', values: [1] }] },
      'operator_not_applicable',
      '/where/0/operator',
    ],
    ['an order by nothing known', { order: [{ by: 'mood' }] }, 'unknown_column', '/order/0/by'],
    [
      'a dimension that sales lack',
      { filters: [{ dimension: 'session.device', operator: 'equals', values: ['x'] }] },
      'dimension_not_joinable',
      '/filters/0/dimension',
    ],
    ['a day to come', { as_of: '2026-07-01' }, 'date_in_future', '/as_of'],
    ['no date', { as_of: '2026-13-01' }, 'invalid_time_range', '/as_of'],
  ])('refuses %s and says where', async (_name, query, code, at) => {
    await expect(list(store, query)).rejects.toMatchObject({ code, at });
  });

  test('tells who moved from segment to segment', async () => {
    const end = async (date: string) => ({
      asOf: parseAsOf(date, calendar),
      cuts: await cutsAt(store, date),
    });
    const [from, to] = [await end('2026-02-28'), await end('2026-06-30')];
    const context = contextAt('2026-06-30');
    const rows = await store.query(compileMovement(context, duckdbDialect, 'spend', from, to));
    expect(rows).toEqual([
      [0, 2, 1, 600],
      [0, 4, 1, 20],
      [0, 5, 1, 60],
      [4, 1, 1, 1050],
      [4, 3, 1, 50],
    ]);
  });

  test('covers each cell of the grid by exactly one segment of the trade', () => {
    for (const r of [1, 2, 3, 4, 5])
      for (const v of [1, 2, 3, 4, 5]) {
        const holding = rfmSegments.filter(({ cells }) =>
          cells.some(
            ({ recency, value }) =>
              recency[0] <= r && r <= recency[1] && value[0] <= v && v <= value[1],
          ),
        );
        expect(holding.map(({ id }) => id)).toEqual([rfmSegments[rfmIndexOf(r, v)]?.id]);
      }
  });
});

describe('scores of customers', () => {
  test('are fifths in which equal values share a score, and cuts tell the same', async () => {
    const orders = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 300 })),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    await fc.assert(
      fc.asyncProperty(orders, async (given) => {
        const store = await openTestStore();
        try {
          const spent = new Map<string, number>();
          await store.insert(
            'sales',
            given.map(([who, day], index) => {
              const key = `c_${who}`;
              spent.set(key, (spent.get(key) ?? 0) + 10 + day);
              const at = new Date(Date.UTC(2025, 6, 1) + day * 86_400_000).toISOString();
              return line(key, at.slice(0, 19).replace('T', ' '), 10 + day, {
                order_id: `o${index}`,
              });
            }),
          );
          const { rows } = await list(store, {}, [
            'revenue',
            'monetary_score',
            'recency_score',
            'days_since_last_order',
          ]);
          const all = [...spent.values()];
          for (const [key, revenue, score] of rows) {
            const worse = all.filter((value) => value < Number(revenue)).length;
            expect([key, score]).toEqual([key, 1 + Math.floor((5 * worse) / all.length)]);
          }
          for (const [key, , , score, days] of rows) {
            const worse = rows.filter((other) => Number(other[4]) > Number(days)).length;
            expect([key, score]).toEqual([key, 1 + Math.floor((5 * worse) / rows.length)]);
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('page by page give every customer once, whatever the order', async () => {
    const store = await openTestStore();
    await store.insert(
      'sales',
      Array.from({ length: 57 }, (_, n) => line(`c_${n}`, '2026-05-02 10:00:00', n % 3)),
    );
    const seen: string[] = [];
    for (let offset = 0; offset < 60; offset += 10) {
      const order = [{ by: 'revenue', direction: 'desc' as const }];
      seen.push(...(await list(store, { order }, [], { limit: 10, offset })).keys);
    }
    expect(seen).toHaveLength(57);
    expect(new Set(seen).size).toBe(57);
    store.close();
  });
});

describe('a customer’s timeline', () => {
  test('tells all kinds newest first, and goes on where it ended', async () => {
    const store = await openTestStore();
    const mine = { customer_key: 'c_anna' };
    await store.insert('sales', [
      line('c_anna', '2026-05-01 10:00:00', 40, { order_id: 'o1', channel: 'web' }),
      line('c_anna', '2026-05-01 10:00:00', 20, { order_id: 'o1', orders: 0, product_id: 'p2' }),
      line('c_anna', '2026-05-09 10:00:00', -20, {
        order_id: 'o1',
        orders: 0,
        entry: 'refund',
        quantity: -1,
      }),
      line('c_bert', '2026-05-03 10:00:00', 1),
    ]);
    await store.insert('payments', [
      {
        ...mine,
        occurred_at: '2026-05-01 10:00:00',
        payment_id: 'y1',
        status: 'failed',
        amount: 60,
      },
      {
        ...mine,
        occurred_at: '2026-05-01 10:01:00',
        payment_id: 'y1',
        status: 'processed',
        amount: 60,
      },
    ]);
    const visit = (at: string, more: Readonly<Record<string, TestCell>>) => ({
      occurred_at: at,
      session_id: 's1',
      action: 'page.viewed',
      path: '/shoes',
      visitor_key: 'a_browser',
      ...more,
    });
    await store.insert('sessions', [
      visit('2026-05-01 09:00:00', {}),
      visit('2026-05-01 09:05:00', { ...mine, path: '/cart' }),
      visit('2026-05-01 09:06:00', { ...mine, action: 'customer.identified', path: null }),
      visit('2026-05-02 09:00:00', { session_id: 's2', visitor_key: 'a_other' }),
    ]);
    await store.insert('feedback', [
      { ...mine, occurred_at: '2026-05-20 10:00:00', feedback_id: 'f1', rating: 5 },
    ]);
    await store.insert('messages', [
      {
        ...mine,
        occurred_at: '2026-05-21 10:00:00',
        conversation_id: 'v1',
        entry: 'started',
        author_role: 'customer',
      },
      {
        occurred_at: '2026-05-21 10:01:00',
        conversation_id: 'v1',
        entry: 'message',
        author_role: 'agent',
      },
    ]);
    const told: string[] = [];
    let after: TimelineCursor | undefined;
    for (let page = 0; page < 10; page += 1) {
      const customer = { tenantId: shop, key: 'c_anna' };
      const statement = compileTimeline(customer, duckdbDialect, {
        kinds: timelineKinds,
        after,
        limit: 2,
      });
      const rows = await store.query(statement);
      if (rows.length === 0) break;
      told.push(...rows.map(([, kind, id, amount, count]) => `${kind} ${id} ${amount} ${count}`));
      const [at, kind, id] = rows.at(-1) ?? [];
      after = {
        atMs: Number(at),
        kind: timelineKinds.find((one) => one === kind) ?? 'order',
        id: String(id),
      };
    }
    expect(told).toEqual([
      'conversation v1 null 1',
      'feedback f1 5 null',
      'refund o1 -20 -1',
      'payment y1/processed 60 null',
      'order o1 60 2',
      'payment y1/failed 60 null',
      'visit s1 null 2',
    ]);
    store.close();
  });
});
