import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openTestServer,
  orderEvent,
  startTestServer,
  type TestServer,
} from '../testing/test-server.js';

let server: TestServer;
const email = 'ada@example.com';
const password = 'correct horse battery staple';

beforeAll(async () => {
  server = await startTestServer();
  const { users } = server.platform;
  const user = await users.create({ email, name: 'Ada', password });
  const [tenant] = await server.platform.tenants.list();
  if (tenant !== undefined) await users.setRole(tenant.id, user.id, 'owner');
});
afterAll(() => server.close());

const cookieOf = (response: Response) =>
  /olympus_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? '';

function signIn(credentials: { email: string; password: string }): Promise<Response> {
  return fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
}

describe('a browser’s session', () => {
  it('begins with nobody', async () => {
    const response = await fetch(`${server.url}/api/session`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      user: null,
      tenants: [],
      operator: false,
      environment: 'development',
    });
  });

  it('starts with the right password, in a cookie that scripts cannot read', async () => {
    const response = await signIn({ email, password });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(await response.json()).toMatchObject({
      user: { email, name: 'Ada' },
      tenants: [{ id: 'one', role: 'owner', time_zone: 'Europe/Berlin', currency: 'EUR' }],
    });
  });

  it('does not say whether the address or the password is wrong', async () => {
    const problems = [];
    for (const wrong of [
      { email, password: 'wrong' },
      { email: 'nobody@example.com', password },
    ]) {
      const response = await signIn(wrong);
      expect(response.status).toBe(401);
      problems.push({ ...((await response.json()) as object), request_id: '' });
    }
    expect(problems[0]).toEqual(problems[1]);
    expect(problems[0]).toMatchObject({ code: 'wrong_credentials' });
  });

  it('changes nothing for a page of another site', async () => {
    const cookie = cookieOf(await signIn({ email, password }));
    const change = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/tenants/one`, {
        method: 'PATCH',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ name: 'One' }),
      });
    expect((await change({})).status).toBe(403);
    const foreign = { 'x-olympus-csrf': '1', origin: 'https://elsewhere.example' };
    expect((await change(foreign)).status).toBe(403);
    expect((await change({ 'x-olympus-csrf': '1', 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await change({ 'x-olympus-csrf': '1', origin: server.url })).status).toBe(200);
  });

  it('ends for good when it is signed out', async () => {
    const cookie = cookieOf(await signIn({ email, password }));
    const ask = () => fetch(`${server.url}/api/tenants`, { headers: { cookie } });
    expect((await ask()).status).toBe(200);
    await fetch(`${server.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie, 'x-olympus-csrf': '1' },
    });
    expect((await ask()).status).toBe(401);
  });

  it('starts once by a link', async () => {
    const { url } = (await (
      await fetch(`${server.url}/api/users/link`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${server.adminToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ email }),
      })
    ).json()) as { url: string };
    const follow = () => fetch(url, { redirect: 'manual' });
    // a mail program that looks at the link does not use it up
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(404);
    const first = await follow();
    expect([first.status, first.headers.get('location')]).toEqual([302, '/']);
    expect(cookieOf(first)).not.toBe('');
    const second = await follow();
    expect(second.headers.get('location')).toBe('/?sign_in=expired');
    expect(cookieOf(second)).toBe('');
  });

  it('lets nobody guess passwords for long', async () => {
    let last: Response | undefined;
    for (let n = 0; n < 12; n += 1) last = await signIn({ email: 'x@example.com', password: 'x' });
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last?.headers.get('ratelimit')).toContain('r=0');
  });
});

describe('answers', () => {
  it('tell browsers to run nothing from elsewhere', async () => {
    const { headers } = await fetch(`${server.url}/api/session`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-/);
  });

  it.each([
    ['/no/such/page', 'not_found', 404],
    ['/api/nothing', 'not_found', 404],
    ['/api/analytics/dashboard/%ZZ', 'malformed_url', 400],
  ])('are problem documents at %s', async (path, code, status) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      status,
      code,
    ]);
  });

  it('say where a request is wrong', async () => {
    const response = await fetch(`${server.url}/api/tenants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'three', colour: 'red' }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid_request',
      at: expect.stringContaining('/'),
    });
  });

  it('refuse a body that is not JSON', async () => {
    const send = (type: string, body: string) =>
      fetch(`${server.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
    expect((await send('text/plain', 'x')).status).toBe(415);
    expect(await (await send('application/json', '{"a"')).json()).toMatchObject({
      code: 'malformed_json',
      status: 400,
    });
  });

  it('show Prometheus what was stored', async () => {
    await fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await server.key('one', 'events:write')}` },
      body: JSON.stringify(orderEvent()),
    });
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(/olympus_ingest_events_total\{outcome="stored"\} [1-9]/);
    expect(text).toContain('olympus_http_request_seconds_bucket');
    expect(text).toMatch(/olympus_warehouse_backlog_bytes \d+/);
  });

  it('show operators more of the health than everybody', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await (await fetch(`${server.url}/api/health`, { headers })).json()) as {
        status: string;
        components: { name: string; detail?: object }[];
      };
    const open = await ask({});
    expect(open.status).toBe('ok');
    expect(open.components.every(({ detail }) => detail === undefined)).toBe(true);
    const operator = await ask({ authorization: `Bearer ${server.adminToken}` });
    expect(operator.components.some(({ detail }) => detail !== undefined)).toBe(true);
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

describe('the live stream', () => {
  it('tells the tenant’s viewers of a change, and nobody else', async () => {
    const open = async (tenant: string) => {
      const authorization = `Bearer ${await server.key(tenant, 'analytics:read')}`;
      const controller = new AbortController();
      const response = await fetch(`${server.url}/api/tenants/${tenant}/live`, {
        headers: { authorization },
        signal: controller.signal,
      });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      let seen = '';
      const reading = (async () => {
        const decoder = new TextDecoder();
        for await (const chunk of response.body ?? []) seen += decoder.decode(chunk as Uint8Array);
      })().catch(() => {});
      return {
        read: () => seen,
        end: async () => {
          controller.abort();
          await reading;
        },
      };
    };
    const mine = await open('one');
    const others = await open('two');
    await fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await server.key('one', 'events:write')}` },
      body: JSON.stringify(orderEvent()),
    });
    await expect.poll(mine.read, { timeout: 30_000 }).toMatch(/event: changed\ndata: .*"sales"/);
    expect(others.read()).not.toContain('changed');
    await mine.end();
    await others.end();
  });
});

describe('stopping', () => {
  it('answers what was sent, ends live streams, and knows everything again after a restart', async () => {
    const other = await startTestServer();
    const authorization = `Bearer ${await other.key('one', 'events:write', 'analytics:read')}`;
    const first = orderEvent();
    const acknowledged = await fetch(`${other.url}/api/events`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify(first),
    });
    expect(acknowledged.status).toBe(200);
    const live = await fetch(`${other.url}/api/tenants/one/live`, { headers: { authorization } });
    const sending = Array.from({ length: 20 }, () =>
      fetch(`${other.url}/api/events`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify(Array.from({ length: 50 }, () => orderEvent())),
      }).then(
        (response) => response.status,
        () => 'refused',
      ),
    );
    // the first answer shows that requests are under way
    await Promise.race(sending);
    const closing = other.olympus.close();
    const statuses = await Promise.all(sending);
    await live.text();
    await closing;
    expect(statuses).toContain(200);
    expect(statuses.every((status) => [200, 503, 'refused'].includes(status))).toBe(true);

    const again = await openTestServer(other.folder);
    const resend = await fetch(`${again.url}/api/events`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify(first),
    });
    // the key still works, and what was acknowledged before the stop is known after it
    expect(await resend.json()).toMatchObject({ stored: 0, duplicates: 1 });
    await again.close();
  });
});
