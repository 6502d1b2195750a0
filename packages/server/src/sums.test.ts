import { tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

let tenants = 0;
let messages = 0;

interface Shop {
  segment(call: string, body: object): Promise<string | undefined>;
  send(...events: object[]): Promise<readonly (string | undefined)[]>;
  ask(query: object): Promise<readonly Record<string, unknown>[]>;
  change(fields: object): Promise<Response>;
}

/** A shop of its own, reached over HTTP alone. */
async function openShop(fields: { timeZone?: string; currency?: string } = {}): Promise<Shop> {
  tenants += 1;
  const id = `sums-${tenants}`;
  await server.platform.tenants.create({ id, timeZone: 'UTC', ...fields });
  const key = await server.key(id, 'events:write', 'analytics:read');
  const call = (path: string, body: unknown, token = key, method = 'POST') =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  interface Answer {
    results: { outcome: string; error?: { code: string } }[];
  }
  const codes = async (response: Response) =>
    ((await response.json()) as Answer).results.map(({ error }) => error?.code);
  return {
    async segment(kind, body) {
      messages += 1;
      const response = await call(`/v1/${kind}`, { messageId: `m${messages}`, ...body });
      return (await codes(response))[0];
    },
    send: async (...events) =>
      codes(
        await call(
          '/api/events',
          events.map((event) => {
            messages += 1;
            return { id: `m${messages}`, ...event };
          }),
        ),
      ),
    async ask(query) {
      const response = await call('/api/analytics/query', { tenant_id: id, ...query });
      return ((await response.json()) as { rows: Record<string, unknown>[] }).rows;
    },
    change: (changed) => call(`/api/tenants/${id}`, changed, server.adminToken, 'PATCH'),
  };
}

const visitMetrics = { metrics: ['sessions', 'visitors', 'conversion_rate'] };
const at = (time: string, day = 5) => `2026-05-0${day}T${time}:00Z`;
const bought = (order_id: string) => ({
  order_id,
  currency: 'EUR',
  products: [{ product_id: 'p', quantity: 1, price: 20 }],
});

describe('visits', () => {
  it('are one of one visitor who becomes known in it', async () => {
    const shop = await openShop();
    const anonymousId = 'browser';
    for (const minute of ['10:00', '10:02', '10:05']) {
      await shop.segment('page', { anonymousId, timestamp: at(minute) });
    }
    await shop.segment('identify', { anonymousId, userId: 'anna', timestamp: at('10:06') });
    await shop.segment('page', { anonymousId, userId: 'anna', timestamp: at('10:07') });
    await shop.segment('page', { userId: 'anna', timestamp: at('10:09') });
    await shop.segment('track', {
      event: 'Order Completed',
      anonymousId,
      userId: 'anna',
      timestamp: at('10:10'),
      properties: bought('o1'),
    });
    expect(await shop.ask(visitMetrics)).toEqual([
      { sessions: 1, visitors: 1, conversion_rate: 1 },
    ]);
  });

  it('are joined by an alias, whenever it comes', async () => {
    const shop = await openShop();
    await shop.segment('page', { userId: 'ben', timestamp: at('10:09') });
    const alias = { previousId: 'x', userId: 'ben', timestamp: at('10:05') };
    expect(await shop.segment('alias', alias)).toBeUndefined();
    await shop.segment('page', { anonymousId: 'x', timestamp: at('10:00') });
    await shop.segment('page', { anonymousId: 'y', timestamp: at('10:00') });
    expect(await shop.ask(visitMetrics)).toMatchObject([{ sessions: 2, visitors: 2 }]);
    const byAction = { metrics: ['sessions', 'visitors'], dimensions: ['session.action'] };
    expect(await shop.ask(byAction)).toEqual([
      { 'session.action': 'page.viewed', sessions: 2, visitors: 2 },
    ]);
  });

  it('end after half an hour without an action, and not with the day in Greenwich', async () => {
    const shop = await openShop({ timeZone: 'Asia/Tokyo' });
    const page = { anonymousId: 'x' };
    await shop.segment('page', { ...page, timestamp: at('23:55', 4) });
    await shop.segment('page', { ...page, timestamp: at('00:05', 5) });
    const day = { from: '2026-05-05', to: '2026-05-06' };
    expect(await shop.ask({ metrics: ['sessions'], time: day })).toEqual([{ sessions: 1 }]);
    await shop.segment('page', { ...page, timestamp: at('00:34', 5) });
    expect(await shop.ask({ metrics: ['sessions'], time: day })).toEqual([{ sessions: 1 }]);
    await shop.segment('page', { ...page, timestamp: at('01:04', 5) });
    expect(await shop.ask({ metrics: ['sessions'], time: day })).toEqual([{ sessions: 2 }]);
    const named = { ...page, context: { sessionId: 's' } };
    await shop.segment('page', { ...named, timestamp: at('03:00', 5) });
    await shop.segment('page', { ...named, timestamp: at('05:00', 5) });
    expect(await shop.ask({ metrics: ['sessions', 'visitors'], time: day })).toEqual([
      { sessions: 3, visitors: 1 },
    ]);
  });
});

const order = (order_id: string, currency: string, unit_price: number, type = 'created') => ({
  type: `order.${type}`,
  time: at('10:00'),
  data: { order_id, currency, items: [{ product_id: 'p', quantity: 1, unit_price }] },
});

describe('currencies', () => {
  it('stay what they are once there are amounts, and exist', async () => {
    const shop = await openShop();
    expect((await shop.change({ currency: 'ZZZ' })).status).toBe(400);
    expect((await shop.change({ exchange_rates: { ZZZ: '2' } })).status).toBe(400);
    expect((await shop.change({ currency: 'CHF' })).status).toBe(200);
    await shop.segment('page', { anonymousId: 'x' });
    expect((await shop.change({ currency: 'EUR' })).status).toBe(200);
    await shop.send(order('o1', 'EUR', 100));
    const refused = await shop.change({ currency: 'USD' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'currency_in_use' });
    expect(await shop.send(order('o2', 'ZZZ', 1), order('o3', 'USD', 1))).toEqual([
      'unknown_currency',
      'currency_without_rate',
    ]);
    expect((await shop.change({ name: 'Renamed', currency: 'EUR' })).status).toBe(200);
    expect(await shop.ask({ metrics: ['revenue'] })).toEqual([{ revenue: 100 }]);
    await expect(
      server.platform.tenants.create({ id: tenantId('zzz'), currency: 'ZZZ' }),
    ).rejects.toMatchObject({ code: 'invalid_tenant', at: '/currency' });
  });
});

describe('breakdowns', () => {
  it('have no group of nothing', async () => {
    const shop = await openShop();
    await shop.send(order('o1', 'EUR', 10), order('o1', 'EUR', 10, 'completed'));
    await shop.send({
      type: 'order.cancelled',
      time: at('11:00'),
      data: { order_id: 'o2', channel: 'store' },
    });
    const metrics = ['revenue', 'orders'];
    expect(await shop.ask({ metrics, dimensions: ['currency'] })).toEqual([
      { currency: 'EUR', revenue: 10, orders: 1 },
    ]);
    expect(await shop.ask({ metrics, dimensions: ['channel'] })).toEqual([
      { channel: null, revenue: 10, orders: 1 },
    ]);
  });
});

describe('levels of stock', () => {
  it('are those of the later arrived of two counts at one time', async () => {
    const shop = await openShop();
    const count = (on_hand: number) => ({
      type: 'inventory.updated',
      time: at('10:00'),
      data: { product_id: 'p', location_id: 'l', on_hand },
    });
    const onHand = { metrics: ['stock_on_hand'] };
    await shop.send(...Array.from({ length: 12 }, (_, n) => count(12 - n)));
    expect(await shop.ask(onHand)).toEqual([{ stock_on_hand: 1 }]);
    await shop.send(count(7));
    expect(await shop.ask(onHand)).toEqual([{ stock_on_hand: 7 }]);
  });
});
