import { createRandom, silentLogger, systemClock } from '@olympus/core';
import { type Database, openDatabase } from '@olympus/platform';
import { findPostgres, type PostgresServer, startPostgres } from '@olympus/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createJobs } from './jobs.js';
import { prepareForChildren, startChild } from './testing/children.js';
import { createHarness, type Harness, kindOf, until } from './testing/harness.js';
import { leasesSuite } from './testing/leases-suite.js';
import { queueSuite } from './testing/queue-suite.js';
import { schedulesSuite } from './testing/schedules-suite.js';
import { tenantsSuite } from './testing/tenants-suite.js';

vi.setConfig({ testTimeout: 600_000 });

const programs = findPostgres();
if (programs === undefined) {
  console.warn(
    'PostgreSQL is not installed (Debian: apt install postgresql): its tests are skipped',
  );
}

it.runIf(process.env.CI === 'true')('finds PostgreSQL under CI', () => {
  expect(programs).toBeDefined();
});

describe.skipIf(programs === undefined)('jobs on PostgreSQL', () => {
  let server: PostgresServer;
  let harness: Harness;
  const open = (databaseUrl: string): Promise<Database> =>
    openDatabase({ databaseUrl }, silentLogger);
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
    harness = await createHarness(await open(server.url), await open(server.url));
  });
  afterAll(async () => {
    await harness?.database.close();
    await harness?.other.close();
    await server?.stop();
  });
  const current = () => harness;

  describe('the queue', () => queueSuite(current));
  describe('leases', () => leasesSuite(current));
  describe('schedules', () => schedulesSuite(current));
  describe('tenants', () => tenantsSuite(current));

  it('shares a thousand jobs among three processes, one of which is killed, without loss', async () => {
    const name = `shared_${Date.now()}`;
    await harness.database.execute(`create database ${name}`);
    const url = server.url.replace(/postgres$/, name);
    const database = await open(url);
    await prepareForChildren(database);
    const jobs = createJobs({
      database,
      clock: systemClock,
      log: silentLogger,
      random: createRandom(1),
    });
    const kind = { ...kindOf(async () => undefined), kind: 'test.crash' };
    const children = [0, 1, 2].map(() => startChild(url, 'work'));
    await until(() => children.every((child) => child.lines().includes('ready')));
    await jobs.enqueueAll(Array.from({ length: 1_000 }, () => ({ kind, input: {} })));
    await until(async () => ((await jobs.counts()).get('succeeded') ?? 0) > 200);
    await children[0]?.kill();
    await until(async () => (await jobs.counts()).get('succeeded') === 1_000);
    const [row] = await database.execute(
      `select count(distinct job), count(*), count(distinct pid) from ran`,
    );
    const [distinct, all, pids] = (row ?? []).map(Number);
    expect(distinct).toBe(1_000);
    expect(pids).toBe(3);
    // only what the killed process was in the middle of began twice
    expect(all).toBeLessThanOrEqual(1_004);
    await Promise.all(children.slice(1).map((child) => child.kill()));
    await database.close();
  });
});
