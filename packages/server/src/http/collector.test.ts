import { gzipSync } from 'node:zlib';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let key = '';
beforeAll(async () => {
  server = await startTestServer();
  key = await server.key('one', 'events:write', 'analytics:read', 'dead_letters:read');
});
afterAll(() => server.close());

async function post(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  path = '/api/events',
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: body as BodyInit,
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
}

const resultsOf = (body: Record<string, unknown>) =>
  body.results as { outcome: string; error?: { code: string; path?: string } }[];

describe('the collector', () => {
  it('stores a single event, a batch and lines, and knows each of them again', async () => {
    const [a, b, c, d] = [orderEvent(), orderEvent(), orderEvent(), orderEvent()];
    expect((await post(JSON.stringify(a))).body).toMatchObject({ stored: 1 });
    expect((await post(JSON.stringify([b, c]))).body).toMatchObject({ stored: 2 });
    const lines = `${JSON.stringify(d)}\n${JSON.stringify(a)}\n`;
    expect((await post(lines, { 'content-type': 'application/x-ndjson' })).body).toMatchObject({
      stored: 1,
      duplicates: 1,
    });
  });

  it('takes the key as user name of basic authentication', async () => {
    const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
    expect((await post(JSON.stringify(orderEvent()), { authorization })).status).toBe(200);
  });

  it('unpacks gzip', async () => {
    const body = gzipSync(JSON.stringify([orderEvent(), orderEvent()]));
    expect((await post(body, { 'content-encoding': 'gzip' })).body).toMatchObject({ stored: 2 });
  });

  it('loses nothing but the one bad event of a batch', async () => {
    const bad = orderEvent({ data: { order_id: 'x' } });
    const { status, body } = await post(JSON.stringify([orderEvent(), bad, orderEvent()]));
    expect(status).toBe(200);
    expect(body).toMatchObject({ stored: 2, dead_lettered: 1 });
    expect(resultsOf(body).map(({ outcome }) => outcome)).toEqual([
      'stored',
      'deadLettered',
      'stored',
    ]);
  });

  const deep = `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`;
  const text = (event: object) => JSON.stringify(event);
  it.each<
    [
      what: string,
      body: string | Uint8Array,
      headers: Record<string, string>,
      status: number,
      code: string,
    ]
  >([
    ['malformed JSON', '{"specversion":', {}, 400, 'malformed_json'],
    ['no body', '', {}, 400, 'empty_body'],
    ['a number', '42', {}, 400, 'not_an_event'],
    ['null', 'null', {}, 400, 'not_an_event'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}, 400, 'malformed_utf8'],
    [
      'a broken line',
      `${text(orderEvent())}\n{`,
      { 'content-type': 'application/x-ndjson' },
      400,
      'malformed_json',
    ],
    ['a body that is too large', `"${'x'.repeat(10 * 1024 * 1024)}"`, {}, 413, 'body_too_large'],
    [
      'a small body that unpacks to too much',
      gzipSync(Buffer.alloc(32 * 1024 * 1024, 32)),
      { 'content-encoding': 'gzip' },
      413,
      'body_too_large',
    ],
    [
      'bytes that are no gzip',
      'not gzip',
      { 'content-encoding': 'gzip' },
      400,
      'malformed_encoding',
    ],
    ['an unknown encoding', '{}', { 'content-encoding': 'br' }, 415, 'unsupported_encoding'],
    [
      'too many events',
      `[${Array.from({ length: 10_001 }, () => '{}').join(',')}]`,
      {},
      413,
      'too_many_events',
    ],
  ])('refuses %s as a whole', async (_what, body, headers, status, code) => {
    const answer = await post(body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each<[what: string, event: string]>([
    ['a wrong type', text(orderEvent({ data: { order_id: 7, currency: 'EUR', items: [] } }))],
    ['an unknown event type', text(orderEvent({ type: 'order.exploded' }))],
    ['a time far ahead', text(orderEvent({ time: '2999-01-01T00:00:00Z' }))],
    ['a time that is none', text(orderEvent({ time: 'yesterday' }))],
    ['no id', text({ ...orderEvent(), id: undefined })],
    ['a deep event', text(orderEvent()).replace('"data":{', `"data":{"deep":${deep},`)],
    ['half a surrogate pair', text(orderEvent()).replace('"O-', '"\\ud800O-')],
    [
      'a key named __proto__',
      text(orderEvent()).replace('"data":{', '"data":{"__proto__":{"a":1},'),
    ],
    ['an event that is too large', text(orderEvent({ note: 'x'.repeat(1_100_000) }))],
    ['an event that is a text', '"hello"'],
  ])('keeps %s as a dead letter, and what came with it', async (_what, event) => {
    const answer = await post(`[${event},${text(orderEvent())}]`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ stored: 1, dead_lettered: 1 });
    expect(resultsOf(answer.body)[0]?.error?.code).toMatch(/^[a-z_]+$/);
  });

  it('stores an id that comes twice in one batch once', async () => {
    const event = orderEvent();
    const { body } = await post(JSON.stringify([event, event]));
    expect(body).toMatchObject({ stored: 1, duplicates: 1 });
  });

  it('asks which tenant is meant when the caller may send for several', async () => {
    const authorization = `Bearer ${server.adminToken}`;
    const without = await post(JSON.stringify(orderEvent()), { authorization });
    expect([without.status, without.body.code]).toEqual([400, 'tenant_required']);
    const named = await post(JSON.stringify(orderEvent()), {
      authorization,
      'olympus-tenant': 'two',
    });
    expect(named.body).toMatchObject({ stored: 1 });
  });

  it('is fed by Segment’s own client', async () => {
    const client = new Analytics({ writeKey: key, host: server.url, flushAt: 3 });
    const failures: unknown[] = [];
    client.on('error', (error) => failures.push(error));
    client.identify({ userId: 'u-1', traits: { email: 'ada@example.com', name: 'Ada' } });
    client.page({ userId: 'u-1', properties: { url: 'https://shop.example/garden' } });
    client.track({
      userId: 'u-1',
      event: 'Order Completed',
      properties: {
        order_id: 'segment-1',
        currency: 'EUR',
        products: [{ product_id: 'P9', price: 40, quantity: 2 }],
      },
    });
    await client.closeAndFlush({ timeout: 60_000 });
    expect(failures).toEqual([]);
    const response = await fetch(`${server.url}/api/analytics/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        tenant_id: 'one',
        metrics: ['revenue'],
        filters: [{ dimension: 'product.id', operator: 'equals', values: ['P9'] }],
        time: { timeframe: 'all_time' },
      }),
    });
    expect(await response.json()).toMatchObject({ rows: [{ revenue: 80 }] });
  });
});
