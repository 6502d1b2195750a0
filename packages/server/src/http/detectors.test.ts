import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.platform.tenants.create({ id: 'shop' as never, timeZone: 'Europe/Berlin' });
});
afterAll(() => server.close());

const call = (method: string, body?: object) =>
  fetch(`${server.url}/api/tenants/shop/detectors`, {
    method,
    headers: {
      authorization: `Bearer ${server.adminToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it('lists detectors as they were saved, one after another', async () => {
  const first = await call('POST', { name: 'By channel', metric: 'revenue', breakdown: 'channel' });
  const saved = await first.json();
  const second = await call('POST', { name: 'Orders', metric: 'orders', grain: 'week' });
  expect([first.status, second.status]).toEqual([200, 200]);
  const answer = await call('GET');
  expect(answer.status).toBe(200);
  const { detectors } = (await answer.json()) as { detectors: unknown[] };
  expect(detectors).toEqual([saved, await second.json()]);
  expect(saved).toMatchObject({ metric: 'revenue', breakdown: 'channel', sensitivity: 'medium' });
});
