import { isOffered, placementOf } from '@olympus/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let authorization: string;
beforeAll(async () => {
  server = await startTestServer();
  authorization = `Bearer ${server.adminToken}`;
});
afterAll(() => server.close());

const levels = 100_000;
const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const wide = `{"a":[${'{},'.repeat(100_000)}{}]}`;

const send = (method: string, path: string, body: string, headers = {}) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body,
  });
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code?: unknown }).code,
];

describe('JSON of too much structure', () => {
  it('is refused by every operation that takes JSON', async () => {
    const operations = server.olympus.rooms.operations
      .map(({ operation }) => operation)
      .filter((operation) => isOffered(operation, 'http') && operation.bytes === undefined)
      .filter((operation) => operation.upload === undefined)
      .filter((operation) => placementOf(operation).body.kind !== 'none');
    expect(operations.length).toBeGreaterThan(15);
    for (const { id, method, path } of operations) {
      const address = path.replace(':tenant_id', 'one').replace(/:[a-z_]+/g, 'some.thing');
      for (const body of [deep, wide]) {
        const answer = await codeOf(await send(method, address, body));
        expect([id, ...answer]).toEqual([id, 400, 'body_too_complex']);
      }
    }
  });

  it('is refused by the other surfaces', async () => {
    const mcp = { accept: 'application/json, text/event-stream' };
    const call = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"tenants_list","arguments":${deep}}}`;
    expect(await codeOf(await send('POST', '/mcp', call, mcp))).toEqual([400, 'body_too_complex']);
    const variables = `{"query":"{__typename}","variables":${deep}}`;
    expect(await codeOf(await send('POST', '/graphql', variables))).toEqual([
      400,
      'body_too_complex',
    ]);
    const address = `${server.url}/graphql?query={__typename}&variables=${'['.repeat(5_000)}`;
    const inAddress = await fetch(address, { headers: { authorization } });
    expect(inAddress.status).toBe(400);
    expect(await inAddress.text()).toContain('body_too_complex');
    const document = JSON.stringify({ query: '{a'.repeat(200_000) });
    const nested = await send('POST', '/graphql', document);
    expect(nested.status).toBe(400);
    expect(await nested.text()).toMatch(/document_too_large|invalid_document/);
  });

  it('costs an event of it, and no other', async () => {
    const sender = { 'olympus-tenant': 'one' };
    const sound = JSON.stringify(orderEvent());
    const response = await send('POST', '/api/events', `[${deep},${sound},${wide}]`, sender);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      stored: 1,
      results: [
        { error: { code: 'event_too_deep' } },
        { outcome: 'stored' },
        { error: { code: 'event_too_complex' } },
      ],
    });
  });
});

describe('an event type', () => {
  const path = '/api/tenants/one/schemas/table.reserved';

  it('with a keyword that could change how it is checked is refused, with the place', async () => {
    const response = await send('PUT', path, JSON.stringify({ items: { $async: true } }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid_schema',
      at: '/items/$async',
      remedy: expect.stringContaining('Leave it out'),
    });
  });

  it('that an earlier release took, and would end the process, only refuses its events', async () => {
    await server.platform.schemas.put('one' as never, 'old.type', {
      $async: true,
      required: ['a'],
    });
    const sender = { 'olympus-tenant': 'one' };
    const event = orderEvent({ type: 'old.type', data: {} });
    for (let attempt = 0; attempt < 2; attempt++) {
      const response = await send('POST', '/api/events', JSON.stringify(event), sender);
      expect(await response.json()).toMatchObject({ dead_lettered: 1 });
    }
  });

  it('is removed by its operation, and the audit trail says so', async () => {
    expect((await send('PUT', path, '{"required":["guests"]}')).status).toBe(200);
    const remove = () =>
      fetch(`${server.url}${path}`, { method: 'DELETE', headers: { authorization } });
    expect((await remove()).status).toBe(204);
    expect(await codeOf(await remove())).toEqual([404, 'unknown_event_type']);
    const trail = await fetch(`${server.url}/api/tenants/one/audit`, {
      headers: { authorization },
    });
    expect(await trail.text()).toContain('schema.removed');
  });
});
