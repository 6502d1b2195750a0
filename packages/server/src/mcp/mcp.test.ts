import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '../contracts.generated.js';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';
import { isTool, toolName } from './tools.js';

let server: TestServer;
const open: Client[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  for (const client of open) await client.close();
  await server.close();
});

async function connect(token: string, versions: 'auto' | 'legacy' = 'auto'): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: versions } },
  );
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  open.push(client);
  return client;
}

interface Fault {
  readonly code: string;
  readonly at?: string;
  readonly detail: string;
  readonly request_id: string;
}

async function faultOf(client: Client, name: string, input: Record<string, unknown>) {
  const { isError, content } = await client.callTool({ name, arguments: input });
  const [first] = content;
  expect(isError).toBe(true);
  if (first?.type !== 'text') throw new Error('a fault is told in text');
  return JSON.parse(first.text) as Fault;
}

function post(
  headers: Record<string, string>,
  body: unknown = { jsonrpc: '2.0', id: 1, method: 'tools/list' },
) {
  return fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

describe.each(['auto', 'legacy'] as const)('a client of the protocol (%s)', (versions) => {
  it('sees every operation that is offered, when it may do everything', async () => {
    const client = await connect(server.adminToken, versions);
    const { tools } = await client.listTools();
    const offered = contracts.flatMap(({ operations }) => operations).filter(isTool);
    expect(tools.map(({ name }) => name).sort()).toEqual(offered.map(toolName).sort());
    expect(tools.find(({ name }) => name === 'keys_revoke')).toMatchObject({
      description: 'Revoke an API key at once.',
      annotations: { readOnlyHint: false, idempotentHint: true, destructiveHint: true },
      inputSchema: { type: 'object', required: ['tenant_id', 'id'] },
    });
    expect(client.getInstructions()).toContain('tenants_list');
  });

  it('sees only what its key allows', async () => {
    const client = await connect(await server.key('one', 'analytics:read'), versions);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain('analytics_query');
    expect(names).toContain('tenants_list');
    expect(names).not.toContain('keys_create');
    expect(names).not.toContain('system_backup');
  });

  it('sends events and asks for figures', async () => {
    const client = await connect(
      await server.key('one', 'events:write', 'analytics:read'),
      versions,
    );
    await client.listTools();
    const sent = await client.callTool({
      name: 'events_send',
      arguments: { events: [orderEvent({ id: `by-tool-${versions}` })] },
    });
    expect(sent.structuredContent).toMatchObject({ dead_lettered: 0 });
    const asked = await client.callTool({
      name: 'analytics_query',
      arguments: {
        tenant_id: 'one',
        metrics: ['revenue'],
        time: { from: '2026-05-05', to: '2026-05-06' },
      },
    });
    expect(asked.isError).not.toBe(true);
    expect(asked.structuredContent).toMatchObject({ meta: { tenant_id: 'one' } });
    const { rows } = asked.structuredContent as { rows: { revenue: number }[] };
    expect(rows[0]?.revenue).toBeGreaterThanOrEqual(19.9);
  });

  it('keeps what it did in the audit trail', async () => {
    const client = await connect(
      await server.key('one', 'keys:admin', 'audit:read', 'events:write'),
      versions,
    );
    const { structuredContent: key } = await client.callTool({
      name: 'keys_create',
      arguments: { tenant_id: 'one', name: 'By a tool', scopes: ['events:write'] },
    });
    const { structuredContent: trail } = await client.callTool({
      name: 'audit_list',
      arguments: { tenant_id: 'one', limit: 1 },
    });
    expect(trail).toMatchObject({
      entries: [
        { action: 'key.created', target: (key as { id: string }).id, actor: { kind: 'key' } },
      ],
    });
  });

  it('is told what is wrong with an input', async () => {
    const client = await connect(await server.key('one', 'analytics:read'), versions);
    expect(
      await faultOf(client, 'analytics_query', {
        tenant_id: 'one',
        metrics: ['revenue'],
        limit: 0,
      }),
    ).toMatchObject({ code: 'invalid_request', at: '/limit' });
    expect((await faultOf(client, 'analytics_query', { metrics: ['revenue'] })).detail).toContain(
      'tenant_id',
    );
    expect(
      await faultOf(client, 'analytics_query', { tenant_id: 'one', metrics: ['no_such'] }),
    ).toMatchObject({ code: 'unknown_metric' });
    expect(await faultOf(client, 'no_such_tool', {})).toMatchObject({ code: 'unknown_tool' });
  });

  it('finds nothing of another tenant, as if that did not exist', async () => {
    const client = await connect(await server.key('two', 'keys:admin'), versions);
    const other = await faultOf(client, 'keys_list', { tenant_id: 'one' });
    const missing = await faultOf(client, 'keys_list', { tenant_id: 'no-such' });
    expect(other).toMatchObject({ code: 'not_found', status: 404 });
    expect({ ...other, request_id: '' }).toEqual({ ...missing, request_id: '' });
    expect(await faultOf(client, 'audit_list', { tenant_id: 'two' })).toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the address of the protocol', () => {
  it('answers nobody with 401 and how to come in', async () => {
    const response = await post({});
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="olympus"');
  });

  it('turns pages of other sites away', async () => {
    const authorization = `Bearer ${server.adminToken}`;
    const foreign = await post({ authorization, origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ code: 'foreign_origin' });
    expect((await post({ authorization, origin: 'null' })).status).toBe(403);
    expect((await post({ authorization, origin: 'http://localhost:6274' })).status).toBe(200);
  });

  it('refuses what is too large', async () => {
    const response = await post(
      { authorization: `Bearer ${server.adminToken}` },
      { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'x'.repeat(2_000_000) } },
    );
    expect(response.status).toBe(413);
  });
});
