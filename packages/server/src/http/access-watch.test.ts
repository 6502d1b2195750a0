import { createHmac } from 'node:crypto';
import { createPrincipal, type Principal } from '@olympus/contract';
import { createManualClock, tenantId } from '@olympus/core';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';
import { unauthenticated } from './access.js';
import { watchAccess } from './access-watch.js';
import type { App } from './type-provider.js';

const one = tenantId('one');
const secret = 'only-for-these-tests-and-long-enough-to-be-taken';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    OLYMPUS_JWT_SECRET: secret,
    OLYMPUS_JWT_ISSUER: 'shop',
    OLYMPUS_JWT_AUDIENCE: 'olympus',
  });
});
afterAll(() => server.close());

interface Caller {
  readonly headers: Readonly<Record<string, string>>;
  /** Takes the rights away. */
  end(): Promise<unknown>;
}

let people = 0;

async function member() {
  people += 1;
  const user = await server.platform.users.create({
    email: `watched${people}@example.com`,
    name: 'W',
  });
  await server.platform.users.setRole(one, user.id, 'viewer');
  const { token } = await server.platform.sessions.create(user.id);
  const headers = { cookie: `olympus_session=${token}`, 'x-olympus-csrf': '1' };
  return { user, token, headers };
}

async function key(expiresAt?: string) {
  const made = await server.platform.keys.create({
    tenantId: one,
    name: 'k',
    scopes: ['analytics:read'],
    expiresAt,
  });
  return { ...made, headers: { authorization: `Bearer ${made.secret}` } };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(lifeSeconds: number): string {
  const exp = Math.floor(Date.now() / 1000) + lifeSeconds;
  const claims = { iss: 'shop', aud: 'olympus', sub: 's', exp, tenant_id: 'one', role: 'viewer' };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Every way in which somebody may lose what they may see. */
const losses: Readonly<Record<string, () => Promise<Caller>>> = {
  'their key is revoked': async () => {
    const { id, headers } = await key();
    return { headers, end: () => server.platform.keys.revoke(id, one) };
  },
  'their key is replaced': async () => {
    const { id, headers } = await key();
    return {
      headers,
      end: () => server.platform.keys.rotate(id, { tenantId: one, overlapMs: 0 }),
    };
  },
  'their key expires': async () => {
    const { headers } = await key(new Date(Date.now() + 1_500).toISOString());
    return { headers, end: () => new Promise((done) => setTimeout(done, 1_500)) };
  },
  'their token expires': async () => {
    // five seconds are allowed for clocks that differ
    const headers = { authorization: `Bearer ${token(-3)}` };
    return { headers, end: () => new Promise((done) => setTimeout(done, 3_000)) };
  },
  'their role is taken away': async () => {
    const { user, headers } = await member();
    return { headers, end: () => server.platform.users.setRole(one, user.id, undefined) };
  },
  'their role no longer allows it': async () => {
    const { user, headers } = await member();
    return { headers, end: () => server.platform.users.setRole(one, user.id, 'ingest') };
  },
  'they are removed': async () => {
    const { user, headers } = await member();
    return { headers, end: () => server.platform.users.remove(user.id) };
  },
  'they sign out': async () => {
    const { token: session, headers } = await member();
    return { headers, end: () => server.platform.sessions.revoke(session) };
  },
  'they change their password': async () => {
    const { user, headers } = await member();
    return { headers, end: () => server.platform.users.setPassword(user.id, 'a long new secret') };
  },
};

/** Every kind of answer that stays open. */
const streams: Readonly<Record<string, (headers: Caller['headers']) => Promise<Response>>> = {
  'live stream': (headers) => fetch(`${server.url}/api/tenants/one/live`, { headers }),
  'GraphQL subscription': (headers) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'subscription { analyticsLive(tenant_id: "one") { events } }',
      }),
    }),
};

/** The one way in which a client of the tool protocol could stay connected. */
const listenToTools = (headers: Caller['headers']) =>
  fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: {
      ...headers,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'subscriptions/listen',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'subscriptions/listen',
      params: {
        notifications: { toolsListChanged: true },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    }),
  });

/** Follows an answer to its end. */
function follow(response: Response) {
  const seen = { text: '', ended: false };
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? [])
        seen.text += decoder.decode(chunk as Uint8Array);
    } catch {
      // cut off
    }
    seen.ended = true;
  })();
  return seen;
}

async function somethingHappens(): Promise<void> {
  const sent = await server.call('POST', '/api/events', {
    bearer: await server.key('one', 'events:write'),
    body: orderEvent(),
  });
  expect(sent.status).toBe(200);
}

const pairs = Object.keys(streams).flatMap((stream) =>
  Object.keys(losses).map((loss) => [stream, loss] as const),
);

describe('an open answer', () => {
  it.each(pairs)('that is a %s ends within a second after %s', async (stream, loss) => {
    const caller = await losses[loss]?.();
    const response = await streams[stream]?.(caller?.headers ?? {});
    expect(response?.status).toBe(200);
    const seen = follow(response as Response);
    await new Promise((done) => setTimeout(done, 200));
    expect(seen.ended).toBe(false);
    await caller?.end();
    const endedMs = performance.now();
    const told = seen.text;
    await somethingHappens();
    await expect.poll(() => seen.ended, { timeout: 5_000, interval: 20 }).toBe(true);
    expect(performance.now() - endedMs).toBeLessThan(1_000);
    expect(seen.text).toBe(told);
  });

  it('is none where tools are listened to: they never change, so that it ends at once', async () => {
    const { headers } = await key();
    expect((await listenToTools(headers)).headers.get('content-type')).toContain('event-stream');
    const seen = follow(await listenToTools(headers));
    await expect.poll(() => seen.ended, { timeout: 2_000 }).toBe(true);
    const get = await fetch(`${server.url}/mcp`, {
      headers: { ...headers, accept: 'text/event-stream' },
    });
    expect(get.status).toBe(405);
  });

  it('stays open for whom nothing was taken from', async () => {
    const { user } = await member();
    const seen = follow((await streams['live stream']?.((await key()).headers)) as Response);
    await server.platform.users.remove(user.id);
    await new Promise((done) => setTimeout(done, 1_200));
    expect(seen.ended).toBe(false);
    await somethingHappens();
    await expect.poll(() => seen.text, { timeout: 10_000 }).toContain('changed');
  });

  it('ends when its tenant is removed', async () => {
    await server.platform.tenants.create({ id: 'gone' });
    const response = await fetch(`${server.url}/api/tenants/gone/live`, {
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const seen = follow(response);
    await server.platform.tenants.remove(tenantId('gone'));
    await expect.poll(() => seen.ended, { timeout: 1_000, interval: 20 }).toBe(true);
  });
});

describe('a file on its way', () => {
  it('breaks off instead of looking whole', async () => {
    const clock = createManualClock(0);
    const principal: Principal = createPrincipal(
      { kind: 'key', id: 'k', name: 'k' },
      new Map([[one, new Set(['analytics:read' as const])]]),
    );
    const listeners = new Set<() => void>();
    let good = true;
    const app = Fastify() as unknown as App;
    app.decorateRequest('principal', null);
    app.decorateRequest('admissions', null);
    watchAccess(app, {
      clock,
      changes: {
        onAccess: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      authenticator: { fromHeaderOrCookie: async () => (good ? principal : null) },
      authorizer: {
        allowAgain: async () => {
          if (!good) throw unauthenticated();
        },
      },
    });
    app.addHook('onRequest', async (request) => {
      request.principal = principal;
    });
    app.get('/file', async (_request, reply) => {
      async function* rows() {
        for (;;) {
          yield 'a,b\n';
          await new Promise((done) => setTimeout(done, 10));
        }
      }
      const { Readable } = await import('node:stream');
      return reply.header('content-type', 'text/csv').send(Readable.from(rows()));
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const broken = fetch(`${url}/file`).then((response) => response.text());
    const outcome = broken.then(
      () => 'whole',
      () => 'broken',
    );
    await new Promise((done) => setTimeout(done, 100));
    good = false;
    for (const listener of listeners) listener();
    expect(await outcome).toBe('broken');
    await app.close();
    expect(listeners.size).toBe(0);
  });
});
