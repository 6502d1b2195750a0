/**
 * The queue of jobs on the embedded store and on PostgreSQL: how many are enqueued and completed a
 * second, how long one waits to be started, and what the queue costs when there is nothing to do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, silentLogger, systemClock, tenantId } from '@olympus/core';
import { createJobs, defineJob, jobsMigrations } from '@olympus/jobs';
import { type Database, migrate, openDatabase, platformMigrations } from '@olympus/platform';
import { findPostgres, startPostgres } from '@olympus/platform/testing';
import { Type } from 'typebox';

const single = 500;
const many = 4_000;
const probes = 300;
const tenants = 1_000;
const idleMs = 10_000;

const rate = (count: number, startedMs: number) =>
  `${Math.round((count * 1000) / (performance.now() - startedMs))}/s`;

function quantile(sorted: readonly number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `${value.toFixed(1)} ms`;
}

async function bench(name: string, database: Database): Promise<void> {
  await migrate(database, [
    { room: 'platform', folder: platformMigrations },
    { room: 'jobs', folder: jobsMigrations },
  ]);
  let ended = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let reached = () => {};
  const started = new Map<number, number>();
  const kind = defineJob({
    kind: 'bench.nothing',
    input: Type.Object({}),
    concurrency: 8,
    run: async ({ id }) => void started.set(id, performance.now()),
  });
  const open = () => {
    const jobs = createJobs({
      database,
      clock: systemClock,
      log: silentLogger,
      random: createRandom(1),
    });
    jobs.register(kind);
    jobs.onChange(() => {
      if (++ended >= wanted) reached();
    });
    return jobs;
  };
  const completed = (count: number) => {
    ended = 0;
    wanted = count;
    return new Promise<void>((resolve) => {
      reached = resolve;
    });
  };
  const say = (what: string, figure: string) =>
    console.log(`${name.padEnd(11)} ${what.padEnd(52)} ${figure.padStart(16)}`);

  const jobs = open();
  let startMs = performance.now();
  for (let i = 0; i < single; i++) await jobs.enqueue(kind, {});
  say('enqueued one by one', rate(single, startMs));
  startMs = performance.now();
  const request = { kind, input: {} };
  for (let i = 0; i < many; i += 500) await jobs.enqueueAll(Array(500).fill(request));
  say('enqueued by 500', rate(many, startMs));
  const all = completed(single + many);
  startMs = performance.now();
  await jobs.start();
  await all;
  say('completed, 8 at a time', rate(single + many, startMs));

  const waits: number[] = [];
  for (let i = 0; i < probes; i++) {
    await jobs.idle();
    const one = completed(1);
    const beganMs = performance.now();
    const { id } = await jobs.enqueue(kind, {});
    await one;
    waits.push((started.get(id) ?? 0) - beganMs);
  }
  waits.sort((a, b) => a - b);
  say('from enqueueing to start, p50', quantile(waits, 0.5));
  say('from enqueueing to start, p99', quantile(waits, 0.99));

  await jobs.idle();
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const used = process.cpuUsage(before);
  say('idle, share of one processor', `${((used.user + used.system) / idleMs / 10).toFixed(2)} %`);
  await jobs.stop();

  await database.execute(
    `insert into tenants (id, name, time_zone, currency, week_start, locale, exchange_rates, demo, created_at)
     select 't' || n, 'T', 'UTC', 'EUR', 'monday', 'en', '{}', false, now()
     from generate_series(1, ${tenants}) n`,
  );
  const spread = open();
  for (let i = 1; i <= tenants; i++) {
    await spread.enqueueAll(Array(3).fill({ ...request, tenant: tenantId(`t${i}`) }));
  }
  const spreadDone = completed(tenants * 3);
  startMs = performance.now();
  await spread.start();
  await spreadDone;
  say(`completed, of ${tenants} tenants in turns`, rate(tenants * 3, startMs));
  await spread.stop();
  await database.close();
}

console.log(
  `Node ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`,
);
const dataDir = await mkdtemp(join(tmpdir(), 'olympus-bench-jobs-'));
await bench('PGlite', await openDatabase({ dataDir }, silentLogger));
await rm(dataDir, { recursive: true, force: true });

const programs = findPostgres();
if (programs === undefined) console.log('PostgreSQL is not installed; its figures are left out.');
else {
  const server = await startPostgres(programs);
  try {
    await bench('PostgreSQL', await openDatabase({ databaseUrl: server.url }, silentLogger));
  } finally {
    await server.stop();
  }
}
process.exit(0);
