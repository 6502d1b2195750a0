import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

const may = { from: '2026-05-01', to: '2026-06-01' };
const time = { from: '2026-05-04', to: '2026-05-07' };
let server: TestServer;
let reader: string;
let stranger: string;

/** Orders of 10: two by “=web” on 4 May, one in the store on the 5th; c1 orders on both days. */
beforeAll(async () => {
  server = await startTestServer();
  reader = await server.key('one', 'analytics:read');
  stranger = await server.key('two', 'analytics:read');
  const sender = await server.key('one', 'events:write');
  const orders = [
    ['2026-05-04', '=web', 'c1'],
    ['2026-05-04', '=web', 'c2'],
    ['2026-05-05', 'store', 'c1'],
  ].map(([on, channel, customer_id]) => {
    const order = orderEvent({ time: `${on}T10:00:00Z` });
    const items = [{ product_id: 'P1', quantity: 1, unit_price: 10 }];
    return { ...order, data: { ...order.data, channel, customer_id, items } };
  });
  const sent = await server.call('POST', '/api/events', { bearer: sender, body: orders });
  expect(sent.status).toBe(200);
});
afterAll(() => server.close());

async function fetchFile(operation: string, input: object, more: object = {}) {
  const response = await fetch(`${server.url}/api/analytics/exports/answer`, {
    method: 'POST',
    headers: { authorization: `Bearer ${reader}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ tenant_id: 'one', ask: { operation, input }, format: 'csv', title: 'Mine' },
      ...more,
    }),
  });
  expect(response.status).toBe(200);
  return response;
}

const lines = async (operation: string, input: object, more: object = {}) =>
  (await (await fetchFile(operation, input, more)).text()).trimEnd().split('\r\n');

describe('an answer as a file', () => {
  it('of an exploration has a row a bucket, with formulas by their names', async () => {
    const metrics = ['orders', { name: 'half', label: 'Half', formula: 'orders / 2' }];
    const found = await lines('analytics.trends', { metrics, grain: 'day', time });
    expect(found[0]).toMatch(/^Time,Orders,/);
    expect(found.slice(1)).toEqual(['2026-05-04,2,1', '2026-05-05,1,0.5', '2026-05-06,0,0']);
  });

  it('of groups has all others by their name, and nothing a spreadsheet would run', async () => {
    const input = { metrics: ['revenue'], dimensions: ['channel'], time, top: { n: 1 } };
    expect(await lines('analytics.trends', input)).toEqual([
      'Channel,Revenue',
      "'=web,20",
      'All others,10',
    ]);
    const german = await lines('analytics.trends', input, { locale: 'de' });
    expect(german.at(-1)).toBe('Alle übrigen,10');
  });

  it('of a pivot has a row a cell', async () => {
    const input = { metrics: ['orders'], dimensions: ['channel'], columns: ['time.weekday'], time };
    const [head, ...rows] = await lines('analytics.trends', input);
    expect(head).toMatch(/^Channel,.*,Orders$/);
    expect(rows.map((row) => row.split(',').filter((_, at) => at !== 1))).toEqual([
      ["'=web", '2'],
      ['store', '1'],
    ]);
  });

  it('of a distribution has a row for each column of its chart', async () => {
    const input = { metric: 'revenue', per: 'customer', bins: 2, time };
    const [head, ...rows] = await lines('analytics.distribution', input);
    expect(head).toBe('Revenue from,below,Customers');
    // one customer spent 10, the other 20
    const counts = rows.map((row) => Number(row.split(',')[2]));
    expect([counts[0], counts.at(-1), counts.reduce((sum, one) => sum + one, 0)]).toEqual([
      1, 1, 2,
    ]);
  });

  it('of a funnel has its steps', async () => {
    const steps = [{ act: 'order.first' }, { act: 'order.second' }];
    const [head, ...rows] = await lines('funnels.run', { steps, time });
    expect(head).toMatch(/^Step,What,People,Share of the first/);
    // both began with a first order, one of them ordered again
    expect(rows.map((row) => row.split(',').slice(2, 6))).toEqual([
      ['2', '1', '', '0'],
      ['1', '0.5', '0.5', '1'],
    ]);
  });

  it('of retention has a row for each cohort and period later', async () => {
    const [head, ...rows] = await lines('retention.run', { time, grain: 'day', periods: 2 });
    expect(head).toBe('Cohort,Size,Periods later,Came back,Share,Revenue,Over');
    expect(rows.slice(0, 2).map((row) => row.split(',').slice(0, 5))).toEqual([
      ['2026-05-04', '2', '0', '2', '1'],
      ['2026-05-04', '2', '1', '1', '0.5'],
    ]);
  });

  it.each([
    ['lifecycle.run', { time, grain: 'day' }, /^Period,New,Returning,Back again,Stayed away$/],
    ['stickiness.run', { time: may, grain: 'week' }, /^Period,People,Share,Mean$/],
    ['repeat_purchases.run', { time }, /^First order in,People,Ordered again,Within 30 days/],
    ['baskets.run', { time, minimum: 1 }, /^One,With,Baskets,Lift/],
    ['analytics.query', { metrics: ['revenue'], time }, /^Revenue$/],
  ])('of %s has its columns', async (operation, input, head) => {
    expect((await lines(operation, input))[0]).toMatch(head);
  });

  it('of customers has all of them, page after page', async () => {
    const columns = ['customer_key', 'orders', 'revenue'];
    const order = [{ by: 'revenue', direction: 'desc' }];
    const [head, ...rows] = await lines('customers.list', { columns, order, limit: 1 });
    expect(head?.split(',')).toHaveLength(3);
    expect(rows.map((row) => row.split(',').slice(1))).toEqual([
      ['2', '20'],
      ['1', '10'],
    ]);
  });

  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['parquet', 'application/vnd.apache.parquet', 'PAR1'],
    ['json', 'application/json; charset=utf-8', '{'],
  ])('comes as %s', async (format, type, start) => {
    const input = { metrics: ['revenue'], grain: 'day', time };
    const response = await fetchFile('analytics.trends', input, { format });
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toContain(
      `mine-2026-05-04-2026-05-07.${format}`,
    );
    expect(
      Buffer.from(await response.arrayBuffer())
        .toString('latin1')
        .startsWith(start),
    ).toBe(true);
  });

  it('is refused where it is none, is not understood, or is another’s', async () => {
    const post = (ask: object, bearer = reader) =>
      server.call('POST', '/api/analytics/exports/answer', {
        bearer,
        body: { tenant_id: 'one', ask, format: 'csv' },
      });
    const code = async (ask: object) => (await post(ask)).answer.code;
    expect(await code({ operation: 'kpis.list', input: {} })).toBe('no_table');
    expect(await code({ operation: 'tenants.remove', input: {} })).toBe('invalid_tile');
    const bad = await post({ operation: 'analytics.trends', input: { metrics: ['nothing'] } });
    expect([bad.status, bad.answer.code]).toEqual([400, 'not_answered']);
    const ours = { operation: 'analytics.trends', input: { metrics: ['revenue'] } };
    expect((await post(ours, stranger)).status).toBe(404);
  });
});
