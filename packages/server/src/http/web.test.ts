import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireDeclaredAccess } from './access.js';
import { statusOf, toProblem } from './problems.js';
import type { App } from './type-provider.js';
import { registerWeb } from './web.js';

let folder = '';
let app: App;
const script = 'console.log("olympus");'.repeat(100);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'olympus-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<div id="root"></div>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), script);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.gz'), gzipSync(script));
  app = await serve(folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(webRoot: string): Promise<App> {
  const server = Fastify() as unknown as App;
  requireDeclaredAccess(server);
  server.setErrorHandler((error, _request, reply) => {
    const problem = toProblem(error);
    return reply.code(statusOf(problem)).send({ code: problem.code });
  });
  await registerWeb(server, webRoot);
  await server.ready();
  return server;
}

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });

describe('the web page', () => {
  it.each(['/', '/index.html'])('is at %s, whatever is accepted', async (url) => {
    const variants: Record<string, string>[] = [
      {},
      { accept: 'text/html' },
      { 'accept-encoding': 'gzip, br' },
    ];
    for (const headers of variants) {
      const response = await get(url, headers);
      expect([response.statusCode, response.body]).toEqual([200, '<div id="root"></div>']);
      expect(response.headers['cache-control']).toBe('no-cache');
    }
  });

  it('answers addresses of its pages, but only to browsers', async () => {
    const page = await get('/overview?tenant=demo', { accept: 'text/html,*/*' });
    expect([page.statusCode, page.body]).toEqual([200, '<div id="root"></div>']);
    expect((await get('/overview')).statusCode).toBe(404);
  });

  it.each([
    '/api/nothing',
    '/v1/nothing',
    '/assets/gone.js',
    '/robots.txt',
    '/.vite/manifest.json',
  ])('is not what %s is answered with', async (url) => {
    const response = await get(url, { accept: 'text/html' });
    expect([response.statusCode, response.json()]).toEqual([404, { code: 'not_found' }]);
  });

  it('lets browsers keep files with a hash in their name, and packs them', async () => {
    const plain = await get('/assets/app-1a2b.js');
    expect(plain.headers['cache-control']).toContain('immutable');
    expect(plain.body).toBe(script);
    const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(script.length / 4);
  });

  it('does not hinder a server that has none', async () => {
    const bare = await serve(join(folder, 'missing'));
    const response = await bare.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(404);
    await bare.close();
  });
});
