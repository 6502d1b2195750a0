import { tenantId } from '@olympus/core';
import { duckdbDialect } from '@olympus/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';
import { compileBuyers, compilePurchaseDays, readPurchaseDays } from './purchase-days.js';

const shop = tenantId('shop');
const span = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 3, 1) };
const dayOf = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000;

let store: TestStore;

const line = (
  who: string | null,
  at: string,
  more: Record<string, string | number> = {},
  tenant = 'shop',
) => ({
  tenant_id: tenant,
  customer_key: who,
  occurred_at: at,
  entry: 'sale',
  order_id: `${who}-${at}`,
  product_id: 'p1',
  quantity: 1,
  gross: 10,
  discount: 2,
  net: 8,
  orders: 1,
  ...more,
});

beforeAll(async () => {
  store = await openTestStore();
  await store.insert('sales', [
    // half past eleven in the evening of New Year's Day in London is the second in Berlin
    line('a', '2026-01-01T23:30:00Z'),
    line('a', '2026-01-01T23:30:00Z', { product_id: 'p2', orders: 0, quantity: 3 }),
    line('a', '2026-02-10T12:00:00Z', { entry: 'refund', net: -5, orders: 0, quantity: -1 }),
    line('a', '2026-03-01T12:00:00Z'),
    line('b', '2026-02-01T12:00:00Z'),
    line('e_gone', '2026-02-01T12:00:00Z'),
    line(null, '2026-02-01T12:00:00Z'),
    line('a', '2026-02-02T12:00:00Z', {}, 'other'),
  ]);
  await store.insert('sessions', [
    { tenant_id: 'shop', customer_key: 'a', occurred_at: '2026-02-05T12:00:00Z', session_id: 's1' },
    { tenant_id: 'shop', customer_key: 'a', occurred_at: '2026-02-05T12:01:00Z', session_id: 's1' },
    { tenant_id: 'shop', customer_key: 'c', occurred_at: '2026-02-05T12:00:00Z', session_id: 's2' },
  ]);
});

afterAll(() => store.close());

const read = async (
  until: string,
  who: Parameters<typeof compilePurchaseDays>[0]['who'] = { after: '', limit: 100 },
) =>
  readPurchaseDays(
    await store.query(
      compilePurchaseDays(
        {
          tenantId: shop,
          timeZone: 'Europe/Berlin',
          span,
          untilMs: Date.parse(`${until}T00:00:00Z`),
          who,
        },
        duckdbDialect,
      ),
    ),
  );

describe('what customers did by day', () => {
  it('adds up each local day, of those who ordered', async () => {
    const rest = { gross: 0, discount: 0, takenBack: 0, units: 0, products: 0, visits: 0 };
    expect(await read('2026-02-20')).toEqual([
      {
        key: 'a',
        days: [
          {
            ...rest,
            day: dayOf('2026-01-02'),
            orders: 1,
            net: 16,
            gross: 20,
            discount: 4,
            units: 4,
            products: 2,
          },
          { ...rest, day: dayOf('2026-02-05'), orders: 0, net: 0, visits: 1 },
          { ...rest, day: dayOf('2026-02-10'), orders: 0, net: 0, takenBack: 5 },
        ],
      },
      {
        key: 'b',
        days: [
          {
            ...rest,
            day: dayOf('2026-02-01'),
            orders: 1,
            net: 8,
            gross: 10,
            discount: 2,
            units: 1,
            products: 1,
          },
        ],
      },
    ]);
  });

  it('reads nothing of what came after the instant', async () => {
    const before = await read('2026-02-20');
    await store.insert('sales', [line('a', '2026-02-20T00:00:00Z', { order_id: 'late' })]);
    expect(await read('2026-02-20')).toEqual(before);
  });

  it('gives some, or page by page', async () => {
    expect((await read('2026-03-30', { keys: ['b', 'zz'] })).map(({ key }) => key)).toEqual(['b']);
    const many = [...Array.from({ length: 40 }, (_, k) => `z${k}`), 'a', 'b'];
    expect((await read('2026-03-30', { keys: many })).map(({ key }) => key)).toEqual(['a', 'b']);
    expect((await read('2026-03-30', { after: '', limit: 1 })).map(({ key }) => key)).toEqual([
      'a',
    ]);
    expect((await read('2026-03-30', { after: 'a', limit: 1 })).map(({ key }) => key)).toEqual([
      'b',
    ]);
  });

  it('counts who bought, without those who were erased', async () => {
    const [row] = await store.query(compileBuyers(shop, duckdbDialect));
    expect(row).toEqual([Date.UTC(2026, 0, 1, 23, 30), Date.UTC(2026, 2, 1, 12), 2]);
  });
});
