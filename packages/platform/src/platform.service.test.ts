import { silentLogger } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresEngine } from './database/postgres-engine.js';
import { createPlatform } from './platform.js';
import { accessSuite } from './testing/access-suite.js';
import { codeOf, createHarness, type Harness, testDeps } from './testing/harness.js';
import { isolationSuite } from './testing/isolation-suite.js';
import { peopleSuite } from './testing/people-suite.js';
import { findPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.js';
import { recordsSuite } from './testing/records-suite.js';

const programs = findPostgres();
if (programs === undefined) {
  console.warn(
    'PostgreSQL is not installed (Debian: apt install postgresql): its tests are skipped',
  );
}

it.runIf(process.env.CI === 'true')('finds PostgreSQL under CI', () => {
  expect(programs).toBeDefined();
});

describe.skipIf(programs === undefined)('the control plane on PostgreSQL', () => {
  let server: PostgresServer;
  let harness: Harness;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
    const [one, other] = [0, 1].map(() => createPostgresEngine(server.url, silentLogger));
    if (one === undefined) throw new Error('no engine');
    harness = await createHarness(one, other);
  });
  afterAll(async () => {
    await harness?.platform.close();
    await harness?.other?.close();
    await server?.stop();
  });
  const current = () => harness;

  describe('access', () => accessSuite(current));
  describe('people', () => peopleSuite(current));
  describe('records', () => recordsSuite(current));
  describe('isolation', () => isolationSuite(current));

  it('migrates once when several processes start at the same moment', async () => {
    await harness.engine.execute('create database fresh');
    const databaseUrl = server.url.replace(/postgres$/, 'fresh');
    const deps = testDeps(harness.clock);
    const platforms = await Promise.all([0, 1, 2].map(() => createPlatform({ databaseUrl }, deps)));
    await platforms[0]?.tenants.create({ id: 'shop' });
    expect(await platforms[2]?.tenants.list()).toHaveLength(1);
    await Promise.all(platforms.map((platform) => platform.close()));
  });

  it('names pg_dump instead of dumping', async () => {
    expect(await codeOf(harness.platform.dump())).toBe('dump_not_offered');
  });

  it('goes on by itself after the server was restarted, having lost nothing', async () => {
    const { platform, newTenant } = harness;
    const tenant = await newTenant();
    await server.restart();
    const recovered = await platform.ping().catch(() => platform.ping());
    expect(recovered).toBeUndefined();
    expect((await platform.tenants.list()).map(({ id }) => id)).toContain(tenant);
  });

  it('says that the store does not answer when it does not', async () => {
    const databaseUrl = 'postgres://olympus@127.0.0.1:1/postgres';
    expect(await codeOf(createPlatform({ databaseUrl }, testDeps(harness.clock)))).toBe(
      'control_store_unavailable',
    );
  });
});
