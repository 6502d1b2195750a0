import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './testing/free-port.js';
import { startTestServer, type TestServer } from './testing/test-server.js';

const binary = '/usr/bin/redis-server';
const installed = existsSync(binary);
if (!installed) console.warn(`skipped: ${binary} is not installed`);
if (!installed && process.env.CI === 'true') throw new Error(`${binary} is not installed`);

describe.skipIf(!installed)('a server with Redis', () => {
  let folder = '';
  let port = 0;
  let redis: ChildProcess | undefined;
  let server: TestServer | undefined;
  let client: Redis | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'olympus-redis-'));
    port = await freePort();
    redis = spawn(binary, ['--port', String(port), '--dir', folder, '--save', ''], {
      stdio: 'ignore',
    });
    client = new Redis(port, '127.0.0.1');
    await client.ping();
    server = await startTestServer({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      OLYMPUS_REDIS_TENANT: 'one',
    });
  });
  afterAll(async () => {
    await server?.close();
    client?.disconnect();
    redis?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function revenue(): Promise<unknown> {
    const response = await fetch(`${server?.url}/api/analytics/query`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server?.adminToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        tenant_id: 'one',
        metrics: ['revenue'],
        time: { timeframe: 'all_time' },
      }),
    });
    const { rows } = (await response.json()) as { rows: { revenue: number }[] };
    return rows[0]?.revenue;
  }

  const order = (id: string) =>
    JSON.stringify({
      order_id: id,
      currency: 'EUR',
      items: [{ product_id: 'P', quantity: 1, unit_price: 10 }],
    });

  it('stores what is published on a channel', async () => {
    await client?.publish('events.order.created', order('a'));
    await expect.poll(revenue, { timeout: 60_000 }).toBe(10);
  });

  it('stores what is added to a stream', async () => {
    await client?.xadd('events.order.created', '*', 'data', order('b'));
    await expect.poll(revenue, { timeout: 60_000 }).toBe(20);
  });

  it('shows Redis among the components of its health', async () => {
    const health = (await (await fetch(`${server?.url}/api/health`)).json()) as {
      components: unknown[];
    };
    expect(health.components).toContainEqual({ name: 'redis', status: 'ok' });
  });

  it('says what is wrong when Redis is not there', async () => {
    const nowhere = await freePort();
    await expect(
      startTestServer({ REDIS_URL: `redis://127.0.0.1:${nowhere}` }),
    ).rejects.toMatchObject({ code: 'redis_unavailable', at: 'REDIS_URL' });
  });
});
