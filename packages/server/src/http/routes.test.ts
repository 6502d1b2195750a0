import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';
import type { RegisteredRoute } from './access.js';
import { problemMediaType } from './problems.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** An address of the route, about this tenant. */
function addressOf(route: RegisteredRoute, tenant: string): string {
  const path = route.url
    .replace(':tenant_id', tenant)
    .replace(':id', 'some-id')
    .replace(':name', 'some_metric')
    .replace(':type', 'order.created')
    .replace(':email', 'nobody@example.com')
    .replace(':token', 'some-token')
    .replace('*', 'some-file');
  return route.access.tenant === 'query' ? `${path}?tenant_id=${tenant}` : path;
}

function send(
  route: RegisteredRoute,
  tenant: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const hasBody = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(route.method);
  return fetch(`${server.url}${addressOf(route, tenant)}`, {
    method: route.method,
    redirect: 'manual',
    headers: {
      ...headers,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(route.access.tenant === 'sender' ? { 'olympus-tenant': tenant } : {}),
    },
    ...(hasBody ? { body: JSON.stringify({ tenant_id: tenant }) } : {}),
  });
}

const guarded = () => server.olympus.routes.filter(({ access }) => access.permission !== 'public');
const ofTenants = () => guarded().filter(({ access }) => access.tenant !== undefined);
const allScopes = [
  'events:write',
  'analytics:read',
  'model:read',
  'metrics:read',
  'metrics:write',
  'schemas:read',
  'schemas:write',
  'dead_letters:read',
  'dead_letters:write',
  'tenants:read',
  'tenants:admin',
  'keys:admin',
  'users:admin',
  'audit:read',
  'sql:read',
];

describe('every route of the running server', () => {
  it('is one of many, and most ask who calls', () => {
    expect(server.olympus.routes.length).toBeGreaterThan(50);
    expect(ofTenants().length).toBeGreaterThan(30);
  });

  it('answers nobody with 401 and how to come in', async () => {
    for (const route of guarded()) {
      const response = await send(route, 'one', {});
      expect([route.method, route.url, response.status]).toEqual([route.method, route.url, 401]);
      if (route.method === 'HEAD') continue;
      expect(response.headers.get('content-type')).toBe(problemMediaType);
      expect(await response.json()).toMatchObject({ code: 'unauthenticated', status: 401 });
    }
  });

  it('answers bad credentials of every kind with 401', async () => {
    const bad = [
      'Bearer oly_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      'Bearer eyJhbGciOiJub25lIn0.eyJ0ZW5hbnRfaWQiOiJvbmUiLCJyb2xlIjoib3duZXIifQ.',
      'Basic bm9ib2R5Og==',
      'Negotiate x',
      'Bearer',
    ];
    for (const authorization of bad) {
      const response = await fetch(`${server.url}/api/tenants`, { headers: { authorization } });
      expect([authorization, response.status]).toEqual([authorization, 401]);
    }
  });

  it('answers another tenant’s key exactly as if the tenant did not exist', async () => {
    const authorization = `Bearer ${await server.key('two', ...allScopes)}`;
    for (const route of ofTenants()) {
      const other = await send(route, 'one', { authorization });
      const missing = await send(route, 'no-such-tenant', { authorization });
      expect([route.method, route.url, other.status]).toEqual([route.method, route.url, 404]);
      expect(missing.status).toBe(404);
      if (route.method === 'HEAD') continue;
      const withoutId = async (response: Response) => ({
        ...((await response.json()) as object),
        request_id: '',
      });
      expect(await withoutId(other)).toEqual(await withoutId(missing));
    }
  });

  it('answers a key without the permission with 403', async () => {
    const keys = {
      reader: `Bearer ${await server.key('one', 'tenants:read')}`,
    };
    for (const route of ofTenants()) {
      const response = await send(route, 'one', { authorization: keys.reader });
      expect([route.method, route.url, response.status]).toEqual([route.method, route.url, 403]);
    }
    const everywhere = guarded().filter(
      ({ access }) => access.tenant === undefined && access.permission !== 'signed_in',
    );
    expect(everywhere.length).toBeGreaterThan(3);
    for (const route of everywhere) {
      const response = await send(route, 'one', { authorization: keys.reader });
      expect([route.method, route.url, response.status]).toEqual([route.method, route.url, 403]);
    }
  });

  it('tells an operator from a tenant’s key only by what it may do', async () => {
    const response = await fetch(`${server.url}/api/tenants`, {
      headers: { authorization: `Bearer ${await server.key('two', 'tenants:read')}` },
    });
    const { tenants } = (await response.json()) as { tenants: { id: string }[] };
    expect(tenants.map(({ id }) => id)).toEqual(['two']);
  });

  it('keeps two tenants’ events with one id apart', async () => {
    const event = orderEvent({ id: 'the-same' });
    for (const tenant of ['one', 'two']) {
      const response = await fetch(`${server.url}/api/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await server.key(tenant, 'events:write')}` },
        body: JSON.stringify(event),
      });
      expect(await response.json()).toMatchObject({ stored: 1, duplicates: 0 });
    }
  });
});

describe('a route that does not say what it asks of its caller', () => {
  it('stops the boot', async () => {
    const { default: Fastify } = await import('fastify');
    const { requireDeclaredAccess } = await import('./access.js');
    const app = Fastify();
    requireDeclaredAccess(app as never);
    app.get('/open-to-all', async () => 'secret');
    await expect(app.ready()).rejects.toThrow('GET /open-to-all does not declare its access');
  });
});

describe('the reference', () => {
  it('shows the shape of faults and of the answers that programs read', async () => {
    const text = await (await fetch(`${server.url}/docs/json`)).text();
    expect(text).toContain('application/problem+json');
    for (const title of ['QueryAnswer', 'MetricQuery', 'Session', 'Tenant', 'DeadLetter']) {
      expect(text).toContain(`"title":"${title}"`);
    }
  });

  it('describes every route of ours in OpenAPI', async () => {
    const document = (await (await fetch(`${server.url}/docs/json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const ours = server.olympus.routes.filter(
      ({ method, url }) =>
        method !== 'HEAD' && /^\/(api|v1|sign-in|livez|readyz|metrics)/.test(url),
    );
    expect(ours.length).toBeGreaterThan(35);
    for (const { method, url } of ours) {
      const path = url.replace(/:(\w+)/g, '{$1}');
      expect([url, document.paths[path]?.[method.toLowerCase()]]).not.toEqual([url, undefined]);
    }
  });
});
