import { createRights, type Permission, roles } from '@olympus/contract';
import { systemClock, tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '../contracts.generated.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const rights = createRights(contracts.map(({ permissions }) => permissions));
const ofTenants = [...rights.permissions.keys()].filter(
  (name) => rights.parseTenantPermission(name) !== undefined,
);
const minute = 60_000;
const inMs = (ms: number) => new Date(systemClock.now() + ms).toISOString();

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function keyOf(scopes: readonly string[], expiresAt?: string) {
  return server.platform.keys.create({ tenantId: tenantId('one'), name: 'k', scopes, expiresAt });
}

const outcome = ({ status, answer }: { status: number; answer: { code?: string } }) =>
  status < 300 ? 'given' : `${status} ${answer?.code}`;
const refused = '403 beyond_own_rights';

/** Every operation that gives rights, as one call by somebody who holds `held`. */
const ways: Readonly<
  Record<string, (bearer: string, scope: Permission, at: Permission) => Promise<string>>
> = {
  'keys.create': async (bearer, scope) =>
    outcome(
      await server.call('POST', '/api/tenants/one/keys', {
        bearer,
        body: { name: 'k', scopes: [scope] },
      }),
    ),
  'keys.rotate': async (bearer, scope) =>
    outcome(
      await server.call('POST', `/api/tenants/one/keys/${(await keyOf([scope])).id}/rotate`, {
        bearer,
        body: {},
      }),
    ),
  'keys_create over GraphQL': async (bearer, scope) => {
    const query = `mutation { keysCreate(tenant_id: "one", name: "k", scopes: ["${scope}"]) { id } }`;
    const { answer } = await server.call('POST', '/graphql', { bearer, body: { query } });
    const code = answer.errors?.[0]?.extensions?.code;
    return code === undefined ? 'given' : `403 ${code}`;
  },
  'keys_create over MCP': async (bearer, scope) => {
    const response = await fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name: 'keys_create',
          arguments: { tenant_id: 'one', name: 'k', scopes: [scope] },
        },
      }),
    });
    const text = await response.text();
    return text.includes('beyond_own_rights') ? refused : text.includes('oly_') ? 'given' : text;
  },
};

describe('nobody gives what they do not hold', () => {
  it.each(Object.keys(ways).slice(0, 2))('by %s, for every pair of permissions', async (way) => {
    for (const held of ofTenants) {
      const bearer = (await keyOf(['keys:admin', held])).secret;
      for (const given of ofTenants) {
        const expected = given === held || given === 'keys:admin' ? 'given' : refused;
        expect([held, given, await ways[way]?.(bearer, given, held)]).toEqual([
          held,
          given,
          expected,
        ]);
      }
    }
  });

  it.each(Object.keys(ways).slice(2))('by %s', async (way) => {
    const bearer = (await keyOf(['keys:admin', 'events:write'])).secret;
    expect(await ways[way]?.(bearer, 'events:write', 'events:write')).toBe('given');
    expect(await ways[way]?.(bearer, 'users:admin', 'events:write')).toBe(refused);
  });

  it('by a role or an invitation, for every role and every permission that it lacks', async () => {
    const member = await server.platform.users.create({ email: 'm@example.com', name: 'M' });
    await server.platform.users.setRole(tenantId('one'), member.id, 'viewer');
    for (const role of roles) {
      const whole = [...rights.ofRole(role)];
      for (const missing of [undefined, ...whole]) {
        if (missing === 'users:admin') continue;
        const scopes = new Set(['users:admin', ...whole.filter((one) => one !== missing)]);
        const bearer = (await keyOf([...scopes])).secret;
        const expected = missing === undefined ? 'given' : refused;
        await server.platform.users.setRole(tenantId('one'), member.id, role);
        const answers = [
          await server.call('PUT', '/api/tenants/one/users/m@example.com', {
            bearer,
            body: { role },
          }),
          await server.call('POST', '/api/tenants/one/invitations', {
            bearer,
            body: { email: 'new@example.com', role },
          }),
        ];
        expect([role, missing, ...answers.map(outcome)]).toEqual([
          role,
          missing,
          expected,
          expected,
        ]);
      }
    }
  });

  it('nor takes what they do not hold, and a tenant keeps an owner', async () => {
    const boss = await server.platform.users.create({ email: 'boss@example.com', name: 'B' });
    const { users } = server.platform;
    await users.setRole(tenantId('one'), boss.id, 'owner');
    const path = '/api/tenants/one/users/boss@example.com';
    const weak = (await keyOf(['users:admin'])).secret;
    const strong = (await keyOf([...rights.ofRole('owner')])).secret;
    const demote = { body: { role: 'viewer' } };
    expect(outcome(await server.call('DELETE', path, { bearer: weak }))).toBe(refused);
    expect((await server.call('PUT', path, { bearer: strong, ...demote })).answer).toMatchObject({
      code: 'last_owner',
      status: 409,
    });
    expect((await server.call('DELETE', path, { bearer: strong })).status).toBe(409);
    const other = await users.create({ email: 'second@example.com', name: 'S' });
    await users.setRole(tenantId('one'), other.id, 'owner');
    expect((await server.call('DELETE', path, { bearer: strong })).status).toBe(204);
    await users.setRole(tenantId('one'), other.id, undefined);
  });

  it('nor for longer than they hold it', async () => {
    const scopes = [...rights.ofRole('owner')];
    const bearer = (await keyOf(scopes, inMs(10 * minute))).secret;
    const make = async (expiresAt?: string) =>
      outcome(
        await server.call('POST', '/api/tenants/one/keys', {
          bearer,
          body: { name: 'k', scopes: ['events:write'], expires_at: expiresAt },
        }),
      );
    expect(await make(inMs(5 * minute))).toBe('given');
    expect(await make(inMs(20 * minute))).toBe(refused);
    expect(await make()).toBe(refused);
    const lasting = await keyOf(['events:write']);
    const rotate = (id: string) =>
      server.call('POST', `/api/tenants/one/keys/${id}/rotate`, { bearer, body: {} });
    expect(outcome(await rotate(lasting.id))).toBe(refused);
    expect(outcome(await rotate((await keyOf(scopes, inMs(5 * minute))).id))).toBe('given');
    const invited = await server.call('POST', '/api/tenants/one/invitations', {
      bearer,
      body: { email: 'late@example.com', role: 'viewer' },
    });
    expect(outcome(invited)).toBe(refused);
  });

  it.each([
    ['link', 'shares', {}],
    ['frame', 'embeds', { origins: ['https://shop.example'] }],
  ])('by a %s that shows a dashboard', async (_, kind, more) => {
    const share = async (scopes: readonly string[], expiresAt?: string) => {
      const bearer = (await keyOf(scopes, expiresAt)).secret;
      const maker = (await keyOf(['boards:write', 'analytics:read'])).secret;
      const board = await server.call('POST', '/api/analytics/dashboards', {
        bearer: maker,
        body: { tenant_id: 'one', name: 'Shared', template: 'shop' },
      });
      const path = `/api/analytics/dashboards/${board.answer.id}/${kind}`;
      const body = { tenant_id: 'one', name: 'Investors', days: 30, ...more };
      return outcome(await server.call('POST', path, { bearer, body }));
    };
    expect(await share(['boards:share'])).toBe(refused);
    expect(await share(['boards:share', 'analytics:read'], inMs(10 * minute))).toBe(refused);
    expect(await share(['boards:share', 'analytics:read'])).toBe('given');
  });

  it('and every operation that declares to give or take rights is tried here', () => {
    const giving = contracts
      .flatMap(({ operations }) => operations)
      .filter(({ problems }) => problems !== undefined && 'beyond_own_rights' in problems);
    expect(giving.map(({ id }) => id).sort()).toEqual([
      'boards.embed',
      'boards.share',
      'invitations.create',
      'keys.create',
      'keys.rotate',
      'users.remove',
      'users.set_role',
    ]);
  });
});
