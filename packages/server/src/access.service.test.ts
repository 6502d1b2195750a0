import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tenantId } from '@olympus/core';
import { findPostgres, type PostgresServer, startPostgres } from '@olympus/platform/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './testing/free-port.js';
import { openTestServer, startTestServer, type TestServer } from './testing/test-server.js';

const binary = '/usr/bin/redis-server';
const programs = findPostgres();
const installed = existsSync(binary) && programs !== undefined;
if (!installed) console.warn('skipped: redis-server or PostgreSQL is not installed');
if (!installed && process.env.CI === 'true') throw new Error('a service is not installed');

const one = tenantId('one');

/** Two processes of one installation: a change is made through the first, streams are open at the second. */
describe.skipIf(!installed)('rights that end in another process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'olympus-access-'));
  let redis: ChildProcess | undefined;
  let postgres: PostgresServer | undefined;
  let first: TestServer;
  let second: TestServer;

  beforeAll(async () => {
    const port = await freePort();
    redis = spawn(binary, ['--port', String(port), '--dir', folder, '--save', ''], {
      stdio: 'ignore',
    });
    const client = new Redis(port, '127.0.0.1');
    await client.ping();
    client.disconnect();
    postgres = await startPostgres(programs ?? '');
    const shared = {
      REDIS_URL: `redis://127.0.0.1:${port}`,
      DATABASE_URL: postgres.url,
      OLYMPUS_SECRET_KEY: '9d5bd0cf2a3e6a7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d',
    };
    first = await startTestServer(shared);
    second = await openTestServer(mkdtempSync(join(tmpdir(), 'olympus-second-')), shared);
  });
  afterAll(async () => {
    await second?.close();
    await first?.close();
    await postgres?.stop();
    redis?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function follow(headers: Readonly<Record<string, string>>) {
    const response = await fetch(`${second.url}/api/tenants/one/live`, { headers });
    expect(response.status).toBe(200);
    const seen = { ended: false };
    const end = () => {
      seen.ended = true;
    };
    void response.text().then(end, end);
    await new Promise((done) => setTimeout(done, 300));
    expect(seen.ended).toBe(false);
    return seen;
  }

  async function member() {
    const email = `${Math.random().toString(36).slice(2)}@example.com`;
    const user = await first.platform.users.create({ email, name: 'M' });
    await first.platform.users.setRole(one, user.id, 'viewer');
    const { token } = await first.platform.sessions.create(user.id);
    return { user, token, headers: { cookie: `olympus_session=${token}` } };
  }

  const losses = {
    'a key is revoked': async () => {
      const scopes = ['analytics:read'];
      const key = await first.platform.keys.create({ tenantId: one, name: 'k', scopes });
      const headers = { authorization: `Bearer ${key.secret}` };
      return { headers, end: () => first.platform.keys.revoke(key.id, one) };
    },
    'a role is taken away': async () => {
      const { user, headers } = await member();
      return { headers, end: () => first.platform.users.setRole(one, user.id, undefined) };
    },
    'a person is removed': async () => {
      const { user, headers } = await member();
      return { headers, end: () => first.platform.users.remove(user.id) };
    },
    'somebody signs out': async () => {
      const { token, headers } = await member();
      return { headers, end: () => first.platform.sessions.revoke(token) };
    },
    'a password changes': async () => {
      const { user, headers } = await member();
      return { headers, end: () => first.platform.users.setPassword(user.id, 'a new long secret') };
    },
    'a tenant is removed': async () => {
      const headers = { authorization: `Bearer ${await second.key('one', 'analytics:read')}` };
      return { headers, end: () => first.platform.tenants.remove(one) };
    },
  };

  it.each(Object.entries(losses))('end open streams within a second: %s', async (_, lose) => {
    const { headers, end } = await lose();
    const seen = await follow(headers);
    await end();
    const endedMs = performance.now();
    await expect.poll(() => seen.ended, { timeout: 5_000, interval: 20 }).toBe(true);
    expect(performance.now() - endedMs).toBeLessThan(1_000);
    const again = await fetch(`${second.url}/api/tenants/one/live`, { headers });
    expect([401, 404]).toContain(again.status);
  });
});
