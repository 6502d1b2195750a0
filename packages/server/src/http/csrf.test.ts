import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  const operator = await server.platform.users.create({
    email: 'operator@example.com',
    name: 'O',
    operator: true,
  });
  cookie = `olympus_session=${(await server.platform.sessions.create(operator.id)).token}`;
});
afterAll(() => server.close());

const attacks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'without the header of the page': {},
  'with it, from another origin': { 'x-olympus-csrf': '1', origin: 'https://evil.example' },
  'with it, across sites': { 'x-olympus-csrf': '1', 'sec-fetch-site': 'cross-site' },
};

describe('what a browser is made to send by another site', () => {
  it.each(Object.entries(attacks))('changes nothing at any address: %s', async (_, headers) => {
    const unsafe = server.olympus.routes.filter(
      ({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method),
    );
    expect(unsafe.length).toBeGreaterThan(40);
    for (const { method, url } of unsafe) {
      const path = url.replace(/:\w+/g, 'one');
      const response = await fetch(server.url + path, {
        method,
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: '{}',
      });
      const { code } = (await response.json()) as { code: string };
      // the collector knows no cookies at all
      expect([method, url, code]).toEqual([
        method,
        url,
        response.status === 401 ? 'unauthenticated' : code === 'foreign_origin' ? code : 'csrf',
      ]);
    }
  });

  it('changes nothing by GET over GraphQL', async () => {
    const query = 'mutation { tenantsCreate(id: "stolen") { id } }';
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { cookie },
    });
    expect(response.status).toBe(400);
    expect(await server.platform.tenants.get('stolen' as never)).toBeUndefined();
  });
});
