import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const send = async (tenant: string, count: number) => {
  const bearer = await server.key(tenant, 'events:write');
  for (let n = 0; n < count; n += 1) {
    const body = orderEvent();
    expect((await server.call('POST', '/api/events', { bearer, body })).status).toBe(200);
  }
};

describe('how busy other tenants are', () => {
  it('cannot be told from the ids of requests', async () => {
    const id = async () =>
      (await fetch(`${server.url}/livez`)).headers.get('x-request-id') ?? 'missing';
    const ids = [await id(), await id(), await id()];
    expect(new Set(ids.map((one) => one.slice(0, 8))).size).toBe(3);
  });

  it('cannot be told from the versions in the live stream', async () => {
    const bearer = await server.key('one', 'analytics:read');
    const controller = new AbortController();
    const response = await fetch(`${server.url}/api/tenants/one/live`, {
      headers: { authorization: `Bearer ${bearer}` },
      signal: controller.signal,
    });
    let seen = '';
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) seen += decoder.decode(chunk as Uint8Array);
    })().catch(() => {});
    const versions = () => [...seen.matchAll(/"version":(\d+)/g)].map(([, text]) => Number(text));
    await send('one', 1);
    await expect.poll(() => versions().length, { timeout: 20_000 }).toBe(1);
    await send('two', 7);
    await send('one', 1);
    await expect.poll(() => versions().length, { timeout: 20_000 }).toBe(2);
    const [first = 0, second = 0] = versions();
    expect(second - first).toBe(1);
    controller.abort();
  });

  it('cannot be told from how many requests one may still send', async () => {
    const asked = async (tenant: string) => {
      const bearer = await server.key(tenant, 'tenants:read');
      const { headers } = await fetch(`${server.url}/api/tenants`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
      return /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
    };
    expect(await asked('one')).toBe(await asked('two'));
  });

  it('does not reach one tenant’s lists from another', async () => {
    const made = await server.call('POST', '/api/tenants/two/invitations', {
      bearer: server.adminToken,
      body: { email: 'hidden@example.com', role: 'viewer' },
    });
    expect(made.status).toBe(201);
    const scopes = ['users:admin', 'audit:read', 'keys:admin', 'jobs:read', 'analytics:read'];
    const bearer = await server.key('one', ...scopes);
    for (const path of ['users', 'invitations', 'audit', 'keys', 'jobs', 'conversations']) {
      const { status, answer } = await server.call('GET', `/api/tenants/one/${path}`, { bearer });
      expect([path, status]).toEqual([path, 200]);
      expect(JSON.stringify(answer)).not.toContain('hidden@example.com');
    }
  });
});
