import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRights } from '@olympus/contract';
import { silentLogger, systemClock, tenantId } from '@olympus/core';
import { createPlatform, type Platform } from '@olympus/platform';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import contract from '../contract.js';
import { createIngest, type Ingest } from '../ingest.js';
import { type RedisSource, startRedisSource } from './redis.js';

const binary = '/usr/bin/redis-server';
const installed = existsSync(binary);
if (!installed) console.warn(`skipped: ${binary} is not installed`);
if (!installed && process.env.CI === 'true') throw new Error(`${binary} is not installed`);

const demo = tenantId('demo');
const log = silentLogger;

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function until(holds: () => Promise<boolean>, waitMs = 60_000): Promise<void> {
  const startedMs = Date.now();
  while (!(await holds())) {
    if (Date.now() - startedMs > waitMs) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe.skipIf(!installed)('events from Redis', () => {
  let folder: string;
  let port: number;
  let server: ChildProcess;
  let client: Redis;
  let platform: Platform;
  let warehouse: DuckDbWarehouse;
  let ingest: Ingest;
  let source: RedisSource;

  const startServer = () =>
    spawn(binary, ['--port', String(port), '--dir', folder, '--appendonly', 'yes', '--save', ''], {
      stdio: 'ignore',
    });
  const startSource = () =>
    startRedisSource({
      url: `redis://127.0.0.1:${port}`,
      ingest,
      log,
      consumer: 'test',
      defaultTenant: demo,
    });
  const payment = (id: string) =>
    JSON.stringify({ payment_id: id, amount: 12.5, currency: 'EUR', method: 'card' });
  const count = async (ledger: string) => {
    const text = `SELECT count(*) FROM ${ledger}`;
    return Number((await warehouse.query(demo, { text, parameters: [] })).rows[0]?.[0]);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'olympus-redis-'));
    port = await freePort();
    server = startServer();
    client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
    client.on('error', () => {});
    await client.ping();
    platform = await createPlatform(
      { memory: true },
      {
        clock: systemClock,
        log,
        secretKey: new Uint8Array(32).fill(7),
        environment: 'development',
        rights: createRights([contract.permissions]),
      },
    );
    await platform.tenants.create({ id: demo, name: 'Demo', timeZone: 'UTC', currency: 'EUR' });
  });

  afterAll(async () => {
    client.disconnect();
    server.kill('SIGKILL');
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await client.flushall();
    warehouse = await openDuckDbWarehouse({ path: ':memory:', log });
    ingest = createIngest({ warehouse, platform, clock: systemClock, log });
    source = await startSource();
  });

  afterEach(async () => {
    await source.close();
    await ingest.close();
    await warehouse.close();
  });

  it('takes what is published on the channels, with and without the envelope', async () => {
    await client.publish('events.payment.processed', payment('p1'));
    await client.publish(
      'events.user.logged_in',
      JSON.stringify({
        id: 'login-1',
        type: 'user.logged_in',
        time: '2026-10-01T10:00:00Z',
        data: { customer_id: 'c1' },
      }),
    );
    await client.publish(
      'events.inventory.updated',
      JSON.stringify({ product_id: 'p', on_hand: 5 }),
    );
    await client.publish('events.order.created', 'no json');
    await until(async () => (await ingest.deadLetters.list(demo)).length === 1);
    await until(async () => (await count('events')) === 3);
    expect([await count('payments'), await count('sessions'), await count('stock')]).toEqual([
      1, 1, 1,
    ]);
  });

  it('stores each entry of a stream once, over a crash before the acknowledgement', async () => {
    for (let i = 0; i < 1000; i++) {
      await client.xadd('events.payment.processed', '*', 'data', payment(`p${i}`));
    }
    await until(async () => (await count('payments')) === 1000);
    await until(async () => {
      const [pending] = (await client.xpending('events.payment.processed', 'olympus')) as [number];
      return pending === 0;
    });
    // a consumer that died after its commit: the entry is handed out again
    await client.xgroup('SETID', 'events.payment.processed', 'olympus', '0');
    await client.xadd('events.payment.processed', '*', 'data', payment('last'));
    await until(async () => (await count('payments')) === 1001);
    expect(await count('payments')).toBe(1001);
  });

  it('goes on after Redis was killed and started again', async () => {
    await client.xadd('events.payment.processed', '*', 'data', payment('before'));
    await until(async () => (await count('payments')) === 1);
    server.kill('SIGKILL');
    await new Promise((resolve) => server.once('exit', resolve));
    server = startServer();
    await client.xadd('events.payment.processed', '*', 'data', payment('after'));
    await until(async () => (await count('payments')) === 2);
    // whoever listens has connected again at its own time; before that nobody receives it
    await until(
      async () => (await client.publish('events.payment.processed', payment('published'))) > 0,
    );
    await until(async () => (await count('payments')) === 3);
  });
});
