import { tenantId } from '@olympus/core';
import objectsRoom from '@olympus/objects/room';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('gives a file to whoever has its link, as a download, until the link is touched', async () => {
  const { objects, link } = server.olympus.service(objectsRoom);
  const scope = tenantId('one');
  const key = 'exports/march.csv';
  await objects.put(scope, key, new TextEncoder().encode('a,b\n1,2\n'), {
    contentType: 'text/csv',
  });
  const url = new URL(link({ scope, key }, 60_000));
  const response = await fetch(`${server.url}${url.pathname}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(response.headers.get('content-disposition')).toContain('march.csv');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe('a,b\n1,2\n');

  const touched = await fetch(`${server.url}${url.pathname.slice(0, -2)}`);
  expect(touched.status).toBe(403);
  expect(await touched.json()).toMatchObject({ code: 'link_invalid' });

  const gone = link({ scope: tenantId('two'), key }, 60_000);
  const missing = await fetch(`${server.url}${new URL(gone).pathname}`);
  expect(missing.status).toBe(404);
});
