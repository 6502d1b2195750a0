import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let writer: string;
let reader: string;
let stranger: string;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.key('one', 'analytics:read', 'alerts:write', 'events:write', 'inbox:read');
  reader = await server.key('one', 'analytics:read');
  stranger = await server.key('two', 'analytics:read', 'alerts:write');
}, 120_000);
afterAll(() => server.close());

const path = '/api/tenants/one/alerts';
const post = (body: object, bearer = writer, at = path) =>
  server.call('POST', at, { bearer, body });
const get = (at: string, bearer = reader) => server.call('GET', at, { bearer });

const busy = {
  name: 'Busy',
  metric: 'revenue',
  window: '60m',
  rule: { kind: 'threshold', direction: 'above', level: 10 },
};
const order = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'test',
  type: 'order.created',
  time: new Date().toISOString(),
  data: {
    order_id: id,
    currency: 'EUR',
    items: [{ product_id: 'p', quantity: 1, unit_price: 25 }],
  },
});

describe('an alert', () => {
  it('fires when an event comes in, with its reasons, and is acknowledged', async () => {
    const made = await post(busy);
    expect([made.status, made.answer.state]).toEqual([200, 'ok']);
    const { id } = made.answer;
    expect((await post([order('o-1')] as never, writer, '/api/events')).answer.stored).toBe(1);
    const history = `/api/tenants/one/alert-history?id=${id}`;
    await expect
      .poll(async () => (await get(history)).answer.firings[0]?.told_at ?? null, {
        timeout: 15_000,
      })
      .not.toBeNull();
    const [firing] = (await get(history)).answer.firings;
    expect(firing).toMatchObject({ number: 1, state: 'firing', groups: [{ key: '', value: 25 }] });
    expect(firing.why).toMatchObject({ current: 25, earlier: 0 });
    expect(firing.lines[0]).toBe('€25.00 in the last 60 minutes, above €10.00');
    expect(firing.path).toMatch(/^\/explore\?r=.*x=revenue/);
    const noted = await post({ note: 'A good day' }, writer, `${path}/${id}/acknowledge`);
    expect(noted.answer.firing).toMatchObject({ state: 'acknowledged', note: 'A good day' });
    expect((await get(`${path}/${id}`)).answer.alert).toMatchObject({
      state: 'acknowledged',
      firings: 1,
    });
    // another condition begins anew and ends what was under way
    const rule = { ...busy.rule, level: 1_000 };
    await server.call('PUT', `${path}/${id}`, { bearer: writer, body: { ...busy, rule } });
    expect((await get(history)).answer.firings[0].state).toBe('resolved');
  });

  it.each([
    ['an unknown metric', { metric: 'revenu' }, 'unknown_metric', '/metric'],
    [
      'a dimension that the metric has not',
      { group_by: 'session.device' },
      'unknown_dimension',
      '/group_by',
    ],
    [
      'a count below nothing',
      { metric: 'orders', rule: { kind: 'threshold', direction: 'below', level: 0 } },
      'invalid_alert',
      '/rule/level',
    ],
    [
      'a level that resolves on the wrong side',
      { rule: { kind: 'threshold', direction: 'above', level: 10, resolve: 11 } },
      'invalid_alert',
      '/rule/resolve',
    ],
    [
      'no data for longer than the hours',
      {
        rule: { kind: 'no_data', minutes: 300 },
        hours: { days: [1], from: '09:00', to: '12:00' },
      },
      'invalid_alert',
      '/rule/minutes',
    ],
    [
      'a usual range of minutes',
      { rule: { kind: 'band', direction: 'either', sensitivity: 'low' } },
      'invalid_alert',
      '/window',
    ],
    [
      'a KPI that is not there',
      { rule: { kind: 'pace', kpi: 'none' } },
      'kpi_not_found',
      undefined,
    ],
    [
      'a filter that does not fit',
      { filters: [{ dimension: 'channel', operator: 'equals', values: [3] }] },
      'wrong_value_type',
      '/filters/0/values/0',
    ],
  ])('is refused with its place: %s', async (_, more, code, at) => {
    const { answer } = await post({ ...busy, ...more });
    expect([answer.code, answer.at]).toEqual([code, at]);
  });

  it('is another business’s as little as if it were not there, and nobody’s who may only read', async () => {
    const { id } = (await post({ ...busy, name: 'Mine' })).answer;
    const foreign = `/api/tenants/two/alerts/${id}`;
    expect((await get(foreign, stranger)).status).toBe(404);
    expect((await get(`${path}/${id}`, stranger)).status).toBe(404);
    expect((await server.call('DELETE', foreign, { bearer: stranger })).status).toBe(404);
    expect((await get('/api/tenants/two/alert-history', stranger)).answer.firings).toEqual([]);
    expect((await post(busy, reader)).status).toBe(403);
    expect((await post({ minutes: 5 }, reader, `${path}/${id}/silence`)).status).toBe(403);
    expect((await post({ ...busy, name: undefined }, reader, `${path}/try`)).status).toBe(200);
  });

  it('is one of 200 at most', async () => {
    const { alerts } = (await get(path)).answer;
    for (let count = alerts.length; count < 200; count += 1) {
      expect((await post({ ...busy, name: `n${count}`, enabled: false })).status).toBe(200);
    }
    expect((await post(busy)).answer.code).toBe('too_many_alerts');
  }, 60_000);
});
