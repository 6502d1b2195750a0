import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const path = '/api/analytics/holidays/one';
let server: TestServer;
let bearer: string;

beforeAll(async () => {
  server = await startTestServer();
  bearer = await server.key('one', 'analytics:read', 'detectors:write');
});
afterAll(() => server.close());

it('are of the country that was chosen, until the choice is taken back', async () => {
  const choose = async (country: string | null) =>
    (await server.call('PUT', path, { bearer, body: { country } })).status;
  const list = async () => (await server.call('GET', path, { bearer })).answer;
  const { country: usual, chosen } = await list();
  expect(chosen).toBe(false);
  expect(await choose(null)).toBe(204);
  expect(await choose('US')).toBe(204);
  expect(await list()).toMatchObject({ country: 'US', chosen: true });
  expect(await choose('XX')).toBe(400);
  expect(await choose(null)).toBe(204);
  expect(await list()).toMatchObject({ country: usual, chosen: false });
});
