import { createRandom, tenantId } from '@olympus/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import type { DrillAnswer, DrillRequest } from './drill.js';

const other = tenantId('other');
let open: TestShop;

type Row = Record<string, string | number | null>;

/** Orders with refunds, cancellations and unknown customers, some of them changed later. */
function ledgers(seed: number, tenant: string) {
  const random = createRandom(seed);
  const day = () => `2026-05-${String(1 + random.integer(20)).padStart(2, '0')}`;
  const sales: Row[] = [];
  for (let n = 0; n < 120; n++) {
    const order = `o${n}`;
    const common = {
      tenant_id: tenant,
      order_id: order,
      document_id: `order:${order}`,
      customer_key: random.integer(4) === 0 ? null : `c${random.integer(40)}`,
      channel: random.pick(['web', 'app', 'store']),
      country: random.pick(['DE', 'FR']),
    };
    const at = `${day()}T${10 + random.integer(10)}:15:00Z`;
    const lines = 1 + random.integer(3);
    for (let line = 0; line < lines; line++) {
      const net = random.integer(10_000) / 100;
      const product_id = `p${random.integer(8)}`;
      const entry = 'sale';
      const orders = line === 0 ? 1 : 0;
      sales.push({
        ...common,
        occurred_at: at,
        entry,
        orders,
        product_id,
        quantity: 1,
        gross: net,
        net,
      });
    }
    if (random.integer(5) === 0) {
      const net = -random.integer(3_000) / 100;
      const refund = { entry: 'refund', orders: 0, document_id: `refund:r${n}`, product_id: 'p1' };
      sales.push({ ...common, ...refund, occurred_at: `${day()}T21:00:00Z`, quantity: -1, net });
    }
  }
  const payments = Array.from(
    { length: 80 },
    (_, n): Row => ({
      tenant_id: tenant,
      occurred_at: `${day()}T12:00:00Z`,
      payment_id: `pay${n}`,
      status: random.pick(['processed', 'processed', 'failed']),
      amount: random.integer(9_000) / 100,
      method: random.pick(['card', 'cash']),
    }),
  );
  const sessions = Array.from({ length: 150 }, (_, n): Row => {
    const visitor = `v${random.integer(30)}`;
    const day_ = day();
    return {
      tenant_id: tenant,
      occurred_at: `${day_}T1${random.integer(10)}:0${random.integer(6)}:00Z`,
      session_id: random.integer(2) === 0 ? `s${n % 60}` : `${visitor}/${day_}`,
      visitor_key: visitor,
      action: 'page.viewed',
      channel: random.pick(['web', 'app']),
    };
  });
  const stock = Array.from(
    { length: 30 },
    (): Row => ({
      tenant_id: tenant,
      occurred_at: `${day()}T08:00:00Z`,
      product_id: `p${random.integer(8)}`,
      location_id: random.pick(['l1', 'l2']),
      on_hand: random.integer(50),
    }),
  );
  const feedback = Array.from(
    { length: 40 },
    (_, n): Row => ({
      tenant_id: tenant,
      occurred_at: `${day()}T18:00:00Z`,
      feedback_id: `f${n}`,
      channel: random.pick(['web', 'app']),
      rating: 1 + random.integer(5),
    }),
  );
  return { sales, payments, sessions, stock, feedback };
}

beforeAll(async () => {
  open = await openTestShop('2026-06-10T12:00:00Z');
  for (const [seed, tenant] of [
    [1, shop],
    [2, other],
  ] as const) {
    const made = ledgers(seed, tenant);
    await open.commit('sales', made.sales);
    await open.commit('payments', made.payments);
    await open.commit('sessions', made.sessions);
    await open.commit('stock', made.stock);
    await open.commit('feedback', made.feedback);
  }
});
afterAll(() => open.close());

const drill = (request: Omit<DrillRequest, 'tenantId'>) =>
  open.analytics.drill({ tenantId: shop, ...request });

/** All pages of a listing, one after the other. */
async function listed(request: Omit<DrillRequest, 'tenantId'>) {
  const rows: DrillAnswer['rows'][number][] = [];
  let page = await drill({ ...request, limit: 17 });
  rows.push(...page.rows);
  while (page.next_offset !== null) {
    page = await drill({ ...request, limit: 17, offset: page.next_offset });
    rows.push(...page.rows);
  }
  return { rows, page };
}

const adding = [
  'revenue',
  'refunds',
  'units',
  'gross_sales',
  'orders',
  'customers',
  'new_customers',
  'payments',
  'failed_payments',
  'sessions',
  'visitors',
  'stock_on_hand',
  'feedback_count',
];

describe('what is behind a number', () => {
  test('makes it up, on all pages together, each thing once', async () => {
    const days = fc.integer({ min: 1, max: 15 });
    const channel = fc.constantFrom(undefined, 'web', 'app');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...adding),
        days,
        days,
        channel,
        async (metric, first, count, one) => {
          const date = (day: number) => `2026-05-${String(day).padStart(2, '0')}`;
          const time = { from: date(first), to: date(first + count) };
          const byChannel = one !== undefined && !/payment|stock/.test(metric);
          const filters = byChannel
            ? [{ dimension: 'channel', operator: 'equals' as const, values: [one] }]
            : [];
          const { rows, page } = await listed({ metric, time, filters });
          const { rows: plain } = await open.analytics.query({
            tenantId: shop,
            query: { tenant_id: shop, metrics: [metric], time, filters },
          });
          const number = Number(plain[0]?.[metric] ?? 0);
          const sum = rows.reduce((all, { value }) => all + (value ?? 0), 0);
          expect(sum).toBeCloseTo(number, 6);
          expect(page.total).toBeCloseTo(number, 6);
          expect(page.number ?? 0).toBeCloseTo(number, 6);
          expect(rows).toHaveLength(page.count);
          expect(new Set(rows.map(({ key }) => JSON.stringify(key))).size).toBe(rows.length);
          expect(page.adds_up).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['orders', 'order'],
    ['customers', 'customer'],
    ['new_customers', 'customer'],
    ['sessions', 'session'],
    ['failed_payments', 'payment'],
  ])('of %s each is counted as one', async (metric, kind) => {
    const { rows, page } = await listed({ metric });
    expect(page.kind).toBe(kind);
    expect(rows.every(({ value }) => value === 1)).toBe(true);
    expect(rows.length).toBe(page.number);
  });

  test('comes the largest first, or the latest', async () => {
    const largest = (await drill({ metric: 'revenue' })).rows.map(({ value }) => value ?? 0);
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
    const { columns, rows } = await drill({ metric: 'revenue', order: 'time' });
    const at = columns.findIndex(({ name }) => name === 'at');
    const times = rows.map(({ cells }) => String(cells[at]));
    expect(times).toEqual([...times].sort().reverse());
    // 15 minutes past on the shop's clock, which is two hours ahead in May
    expect(times.at(-1)).toMatch(/^2026-05-\d\dT(1[2-9]|2[0-3]):(15|00)$/);
  });

  test('of a rate is one of its parts', async () => {
    const first = await drill({ metric: 'average_order_value' });
    expect(first.metric.name).toBe('revenue');
    expect(first.parts.map(({ name }) => name)).toEqual(['revenue', 'orders']);
    const second = await drill({ metric: 'average_order_value', part: 'orders' });
    expect(second.metric.name).toBe('orders');
    const made = { name: 'mine', formula: 'revenue / sessions' };
    expect((await drill({ metric: made, part: 'sessions' })).kind).toBe('session');
    await expect(drill({ metric: 'average_order_value', part: 'tax' })).rejects.toMatchObject({
      code: 'unknown_part',
      at: '/part',
    });
  });

  test('of a mean does not add up, and says so', async () => {
    const answer = await drill({ metric: 'average_rating' });
    expect(answer).toMatchObject({ adds_up: false, total: null, count: 40, kind: 'review' });
  });

  test('is found by day of the week and in groups of filters', async () => {
    const filters = [
      { dimension: 'time.is_weekend', operator: 'equals' as const, values: [1] },
      {
        any: [
          { dimension: 'channel', operator: 'equals' as const, values: ['web'] },
          { dimension: 'customer.country', operator: 'equals' as const, values: ['FR'] },
        ],
      },
    ];
    const { page, rows } = await listed({ metric: 'revenue', filters });
    expect(rows.length).toBeGreaterThan(5);
    expect(page.total).toBeCloseTo(page.number ?? Number.NaN, 6);
  });

  test('is the shop’s own', async () => {
    const mine = await listed({ metric: 'customers' });
    const theirs = await open.analytics.drill({ tenantId: other, metric: 'revenue' });
    const own = await drill({ metric: 'revenue' });
    expect(theirs.total).not.toBe(own.total);
    expect(mine.page.count).toBe(mine.page.number);
  });

  test('ends after so many rows, and says so', async () => {
    await expect(drill({ metric: 'revenue', offset: 9_990 })).rejects.toMatchObject({
      code: 'listing_too_far',
      at: '/offset',
    });
    await expect(drill({ metric: 'revenu' })).rejects.toMatchObject({ code: 'unknown_metric' });
  });
});
