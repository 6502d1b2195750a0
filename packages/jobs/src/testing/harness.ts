import { createRandom, silentLogger, type TenantId, tenantId } from '@olympus/core';
import { type Database, migrate, platformMigrations } from '@olympus/platform';
import { startMs } from '@olympus/platform/testing';
import Type from 'typebox';
import { vi } from 'vitest';
import { defineJob, type JobKind, type JobRun } from '../job.js';
import { createJobs, type Jobs, type JobsDeps, jobsMigrations } from '../jobs.js';
import { createManualTimers } from './manual-timers.js';

export interface Harness extends ReturnType<typeof createManualTimers> {
  readonly database: Database;
  /** Another connection pool to the same store, or the same store where it has but one session. */
  readonly other: Database;
  newTenant(): Promise<TenantId>;
  /** A queue on the store, as a process of its own would have it. */
  process(overrides?: Partial<JobsDeps>): Jobs;
  /** Stops all processes and empties the queue. */
  reset(): Promise<void>;
}

export async function prepare(database: Database): Promise<void> {
  await migrate(database, [
    { room: 'platform', folder: platformMigrations },
    { room: 'jobs', folder: jobsMigrations },
  ]);
}

export async function createHarness(database: Database, other: Database): Promise<Harness> {
  await prepare(database);
  const manual = createManualTimers(startMs);
  const processes: Jobs[] = [];
  let tenants = 0;
  return {
    ...manual,
    database,
    other,
    newTenant: async () => {
      const id = tenantId(`shop-${++tenants}`);
      await insertTenant(database, id);
      return id;
    },
    process: (overrides = {}) => {
      const jobs = createJobs({
        database,
        clock: manual.clock,
        timers: manual.timers,
        log: silentLogger,
        random: createRandom(1),
        alone: false,
        ...overrides,
      });
      processes.push(jobs);
      return jobs;
    },
    reset: async () => {
      await Promise.all(processes.splice(0).map((jobs) => jobs.stop()));
      for (const table of ['job_schedules', 'jobs', 'job_workers']) {
        await database.execute(`delete from ${table}`);
      }
    },
  };
}

export async function insertTenant(database: Database, id: string): Promise<void> {
  await database.execute(
    `insert into tenants (id, name, time_zone, currency, week_start, locale, exchange_rates, demo, created_at)
     values ($1, $1, 'UTC', 'EUR', 'monday', 'en', '{}', false, now())`,
    [id],
  );
}

/** A kind whose code is the test's. */
export function kindOf(
  run: (run: JobRun<{ readonly n?: number }>) => Promise<unknown>,
  settings: Partial<Omit<JobKind, 'run' | 'parse'>> = {},
): JobKind<{ readonly n?: number }> {
  const { retry, ...rest } = settings;
  return defineJob({
    kind: 'test.work',
    input: Type.Object({ n: Type.Optional(Type.Integer()) }, { additionalProperties: false }),
    run,
    ...rest,
    ...(retry === undefined ? {} : { retry }),
  });
}

/** Waits, on the wall clock but generously, until something holds. */
export function until(holds: () => unknown): Promise<void> {
  return vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error(`it never came: ${String(holds)}`);
    },
    { timeout: 120_000, interval: 5 },
  );
}

/** A job's code that ends when it is told to, or is aborted. */
export function gate() {
  const waiting: (() => void)[] = [];
  return {
    started: () => waiting.length,
    open: () => {
      for (const go of waiting.splice(0)) go();
    },
    wait: (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
}
