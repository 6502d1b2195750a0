import type { CustomerKey, TenantId } from '@olympus/core';
import { tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import { csvCell } from './export.js';
import { rhythmOf } from './rhythm.js';

const anna = 'c_anna' as CustomerKey;

const line = (
  customer: string,
  at: string,
  net: number,
  more: Readonly<Record<string, string | number>> = {},
) => ({
  customer_key: customer,
  occurred_at: at,
  entry: 'sale',
  order_id: `${customer} ${at.slice(0, 10)}`,
  orders: 1,
  quantity: 1,
  gross: net,
  net,
  product_id: 'p1',
  channel: 'web',
  ...more,
});

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('customers of a shop', () => {
  let opened: TestShop;
  const list = (more: object = {}, tenant: TenantId = shop) =>
    opened.analytics.customers.list({
      tenantId: tenant,
      query: {},
      limit: 50,
      offset: 0,
      language: 'en',
      ...more,
    });

  beforeAll(async () => {
    opened = await openTestShop('2026-06-30T10:00:00Z');
    await opened.commit('sales', [
      line('c_anna', '2026-04-01T10:00:00Z', 400),
      line('c_anna', '2026-05-01T10:00:00Z', 500, { product_id: 'p2' }),
      line('c_anna', '2026-06-01T22:30:00Z', 300),
      line('c_anna', '2026-06-03T10:00:00Z', -100, {
        entry: 'refund',
        orders: 0,
        quantity: -1,
        order_id: 'c_anna 2026-06-01',
      }),
      line('c_bert', '2026-03-01T10:00:00Z', 20),
      line('c_none', '2026-03-01T10:00:00Z', 0, { entry: 'revision', orders: 0 }),
      ...Array.from({ length: 30 }, (_, n) => line(`c_x${n}`, '2026-02-01T10:00:00Z', 10 + n)),
      line('c_other', '2026-06-01T10:00:00Z', 9_000, { tenant_id: 'other' }),
    ]);
    await opened.commit('products', [
      { product_id: 'p1', name: '=Shoe', category: 'Shoes' },
      { product_id: 'p2', name: 'Hat', category: 'Hats' },
    ]);
    await opened.commit('customers', [
      { customer_key: 'c_anna', country: 'AT', city: '=Graz', birth_year: 1987 },
      { customer_key: 'c_quiet', country: 'DE' },
    ]);
  });
  afterAll(() => opened?.close());

  test('come with local dates, segments by name, and how many there are', async () => {
    const answer = await list({ columns: ['last_order', 'rfm_segment', 'revenue'], limit: 1 });
    expect(answer).toMatchObject({
      total: 32,
      currency: 'EUR',
      as_of: '2026-06-30',
      // half past midnight on the 2nd in Berlin
      rows: [
        {
          customer_key: 'c_anna',
          last_order: '2026-06-02',
          rfm_segment: 'champions',
          revenue: 1100,
        },
      ],
      words: { rfm_segment: { champions: 'Champions' } },
    });
    expect((await list({ language: 'de' })).columns[0]?.label).toBe('Kunde');
  });

  test('are still counted on a page beyond the last', async () => {
    expect(await list({ offset: 100 })).toMatchObject({ rows: [], total: 32 });
  });

  test('of another tenant are never among them', async () => {
    expect(await list({}, tenantId('other'))).toMatchObject({ total: 1, revenue: 9000 });
    expect(await list({ query: { search: 'c_other' } })).toMatchObject({ total: 0 });
  });

  test('fill a grid and segments whose parts add up to the whole', async () => {
    const answer = await opened.analytics.customers.segments({ tenantId: shop, language: 'en' });
    const sum = (parts: readonly { readonly customers: number }[]) =>
      parts.reduce((total, { customers }) => total + customers, 0);
    expect(answer.customers).toBe(32);
    expect(answer.enough).toBe(true);
    for (const parts of [answer.grid, answer.segments, answer.spend_segments])
      expect(sum(parts)).toBe(32);
    for (const spans of Object.values(answer.thresholds)) expect(sum(spans)).toBe(32);
    const shares = answer.segments.reduce(
      (total, { revenue_share }) => total + (revenue_share ?? 0),
      0,
    );
    expect(shares).toBeCloseTo(1, 9);
  });

  test('are too few to tell apart before anybody had bought', async () => {
    const request = { tenantId: shop, language: 'en', asOf: '2026-01-01' } as const;
    const answer = await opened.analytics.customers.segments(request);
    expect(answer).toMatchObject({ customers: 0, enough: false });
    expect(answer.segments[0]).toMatchObject({ customers: 0, share: null });
  });

  test('are followed month by month, the present one up to today', async () => {
    const { months } = await opened.analytics.customers.history({
      tenantId: shop,
      kind: 'spend',
      months: 4,
      language: 'en',
    });
    expect(months.map(({ as_of, customers, running }) => [as_of, customers, running])).toEqual([
      ['2026-03-31', 31, false],
      ['2026-04-30', 32, false],
      ['2026-05-31', 32, false],
      ['2026-06-30', 32, true],
    ]);
    for (const { counts, customers } of months)
      expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(customers);
  });

  test('move from segment to segment, and nobody gets lost', async () => {
    const request = { tenantId: shop, language: 'en', kind: 'spend' } as const;
    const { flows } = await opened.analytics.customers.movement({
      ...request,
      from: '2026-03-31',
      to: '2026-06-30',
    });
    expect(flows).toContainEqual({ from: 'none', to: 'vip_active', customers: 1, revenue: 1100 });
    expect(flows.reduce((sum, { customers }) => sum + customers, 0)).toBe(32);
    await expect(
      opened.analytics.customers.movement({ ...request, from: '2026-06-30', to: '2026-06-30' }),
    ).rejects.toMatchObject({ code: 'invalid_time_range', at: '/to' });
  });

  test('one by one show what they bought and where they stand, without what is personal', async () => {
    const profile = await opened.analytics.customers.profile({
      tenantId: shop,
      key: anna,
      language: 'en',
    });
    expect(profile).toMatchObject({
      erased: false,
      country: 'AT',
      record: { city: '=Graz', birth_decade: 1980 },
      totals: { orders: 3, revenue: 1100, refunds: 100, days_since_last_order: 28 },
      rfm: { segment: 'champions', frequency: { score: 5, value: 3 } },
      spend: { segment: 'vip_active', rule: { revenue_above: 1000, days_below: 30 } },
      rhythm: { kind: 'known', typical_days: 31, expected_on: '2026-07-03', overdue: false },
      products: [
        { product_id: 'p1', name: '=Shoe', revenue: 600 },
        { product_id: 'p2', name: 'Hat', revenue: 500 },
      ],
      categories: [{ category: 'Shoes' }, { category: 'Hats' }],
    });
    expect(profile.value.points.map(({ t, revenue }) => [t, revenue])).toEqual([
      ['2026-04-01', 400],
      ['2026-05-01', 500],
      ['2026-06-01', 200],
    ]);
    expect(
      profile.orders.map(({ placed_at, revenue, refunded }) => [placed_at, revenue, refunded]),
    ).toEqual([
      ['2026-06-02T00:30', 200, 100],
      ['2026-05-01T12:00', 500, 0],
      ['2026-04-01T12:00', 400, 0],
    ]);
  });

  test('who never ordered have a profile all the same, and strangers have none', async () => {
    const profile = (key: string) =>
      opened.analytics.customers.profile({
        tenantId: shop,
        key: key as CustomerKey,
        language: 'en',
      });
    expect(await profile('c_quiet')).toMatchObject({ totals: null, rfm: null, country: 'DE' });
    await expect(profile('c_nobody')).rejects.toMatchObject({ code: 'customer_not_found' });
    await expect(profile('c_other')).rejects.toMatchObject({ code: 'customer_not_found' });
  });

  test('have a timeline that goes on page by page and refuses a place that is none', async () => {
    const timeline = (more: object) =>
      opened.analytics.customers.timeline({ tenantId: shop, key: anna, limit: 2, ...more });
    const first = await timeline({});
    expect(first.entries.map(({ kind, at }) => [kind, at])).toEqual([
      ['refund', '2026-06-03T12:00'],
      ['order', '2026-06-02T00:30'],
    ]);
    expect(first.entries[1]).toMatchObject({ lines: [{ name: '=Shoe', units: 1, revenue: 300 }] });
    const second = await timeline({ cursor: first.next });
    expect(second.entries.map(({ at }) => at)).toEqual(['2026-05-01T12:00', '2026-04-01T12:00']);
    expect(second.next).toBeNull();
    expect((await timeline({ kinds: ['refund'] })).entries).toHaveLength(1);
    await expect(timeline({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  test('are written to a file in which nothing is taken for a formula', async () => {
    const request = { tenantId: shop, query: {}, limit: 2, language: 'en' } as const;
    const columns = ['customer_key', 'city', 'spend_segment', 'revenue'];
    const made = await opened.analytics.customers.export({ ...request, columns });
    expect(made).toMatchObject({ rows: 2, name: 'customers-2026-06-30.csv' });
    expect((await read(made.body)).split('\r\n')).toEqual([
      '\uFEFFCustomer,City,Spend segment,Revenue',
      `c_anna,'=Graz,"VIP, active",1100`,
      'c_x29,,At risk,39',
      '',
    ]);
    const personal = {
      many: async () => new Map([['c_anna', { name: '+Anna', email: 'anna@example.com' }]]),
    };
    const named = await opened.analytics.customers.export(
      { ...request, columns: ['customer_key'] },
      personal,
    );
    expect((await read(named.body)).split('\r\n')).toEqual([
      '\uFEFFCustomer,customer_id,name,email,phone',
      "c_anna,,'+Anna,anna@example.com,",
      'c_x29,,,,',
      '',
    ]);
  });
});

describe('a cell of a file', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-5 %', "'-5 %"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['a,"b"', '"a,""b"""'],
    [-5, '-5'],
    [null, ''],
  ])('%j is written as %j', (value, text) => {
    expect(csvCell(value)).toBe(text);
  });
});

describe('the rhythm of orders', () => {
  test('is unknown from fewer than three days with an order', () => {
    expect(rhythmOf(['2026-01-01', '2026-01-01', '2026-02-01'], '2026-03-01')).toEqual({
      kind: 'undefined',
      reason: 'too_few_orders',
      needed: 3,
    });
  });

  test('is the median interval, and half of it more is overdue', () => {
    const dates = ['2026-01-01', '2026-01-11', '2026-01-21', '2026-03-01'];
    expect(rhythmOf(dates, '2026-03-16')).toMatchObject({ typical_days: 10, overdue: false });
    expect(rhythmOf(dates, '2026-03-17')).toMatchObject({
      overdue: true,
      expected_on: '2026-03-11',
    });
  });
});
