import { randomUUID } from 'node:crypto';
import { type Clock, type Logger, Problem, type Random, type TenantId } from '@olympus/core';
import type { Database, Execute } from '@olympus/platform';
import Type from 'typebox';
import { defineJob, type JobKind } from './job.js';
import { cancelJob, retryJob } from './queue/change.js';
import { type Enqueued, type EnqueueOptions, insertJobs, type NewJob } from './queue/enqueue.js';
import { defaultRetention, pruneJobs, type Retention } from './queue/prune.js';
import {
  countJobs,
  getJob,
  getJobLog,
  type JobFilter,
  type JobLogEntry,
  type JobScope,
  listJobs,
} from './queue/read.js';
import { createWaitingLimit } from './queue/waiting-limit.js';
import type { JobRecord, JobState } from './record.js';
import type { ScheduleDeclaration } from './schedules/schedule.js';
import { createScheduleStore, type ScheduleStore } from './schedules/store.js';
import { defaultWorkerPolicy, type WorkerPolicy } from './worker/policy.js';
import { systemTimers, type Timers } from './worker/timers.js';
import { createWorker, type JobChange } from './worker/worker.js';

/** Scripts of this room's tables. */
export const jobsMigrations = new URL('../migrations/', import.meta.url);

export interface JobRequest<Input = unknown> extends EnqueueOptions {
  readonly kind: JobKind<Input>;
  readonly input: Input;
}

/** The durable queue and the scheduler. */
export interface Jobs {
  /** Kinds that this process can run; before {@link start}. */
  register(...kinds: readonly JobKind[]): void;
  /** Schedules that code declares; before {@link start}. */
  declare(...schedules: readonly ScheduleDeclaration[]): void;
  /** Begins to run jobs and schedules in this process. Without it jobs can only be enqueued. */
  start(): Promise<void>;
  /** Aborts what runs and gives it back; the attempt does not count. */
  stop(): Promise<void>;
  /**
   * @throws Problem `invalid_job_input`, `job_input_too_large`, `too_many_waiting_jobs`,
   * `tenant_not_found`
   */
  enqueue<Input>(kind: JobKind<Input>, input: Input, options?: EnqueueOptions): Promise<Enqueued>;
  /** Many at once for little more than the cost of one: all of them or, on a Problem, none. */
  enqueueAll(requests: readonly JobRequest[]): Promise<readonly Enqueued[]>;
  /**
   * Like {@link enqueueAll}, as part of a caller's transaction (`database.script`): the jobs are
   * there when it commits. Call {@link wake} then, or they wait for the next look at the queue.
   */
  enqueueWithin(execute: Execute, requests: readonly JobRequest[]): Promise<readonly Enqueued[]>;
  wake(): void;
  /** Newest first. */
  list(scope: JobScope, filter?: JobFilter): Promise<readonly JobRecord[]>;
  /** @throws Problem `job_not_found` */
  get(scope: JobScope, id: number): Promise<JobRecord>;
  /** @throws Problem `job_not_found` */
  logOf(scope: JobScope, id: number): Promise<readonly JobLogEntry[]>;
  /** @throws Problem `job_not_found`, `job_finished` */
  cancel(scope: JobScope, id: number): Promise<JobRecord>;
  /** @throws Problem `job_not_found`, `job_not_dead`, `job_replaced` */
  retry(scope: JobScope, id: number): Promise<JobRecord>;
  /** By state, over all tenants. */
  counts(): Promise<ReadonlyMap<JobState, number>>;
  readonly schedules: ScheduleStore & {
    /**
     * Enqueues a schedule's job now, apart from its occurrences.
     * @throws Problem `schedule_not_found`, `unknown_job_kind`
     */
    runNow(scope: JobScope, id: string): Promise<Enqueued>;
  };
  /** Called after an attempt in this process was stored. @returns stops listening */
  onChange(listener: (change: JobChange) => void): () => void;
  /** Resolves when nothing runs here and nothing that is due was left. */
  idle(): Promise<void>;
}

export interface JobsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** For the jitter of retries. */
  readonly random: Random;
  readonly timers?: Timers;
  /**
   * Whether this is the only process on the store, as it is on an embedded one: then what an
   * earlier process left behind is taken up at once. Default: on PGlite.
   */
  readonly alone?: boolean;
  readonly policy?: Partial<WorkerPolicy>;
  readonly retention?: Partial<Retention>;
  /** Jobs of one tenant that may wait at a time. Default 20,000. */
  readonly maxWaiting?: number;
}

export function createJobs(deps: JobsDeps): Jobs {
  const { database, clock, log, random, timers = systemTimers } = deps;
  const alone = deps.alone ?? database.kind === 'pglite';
  const kinds = new Map<string, JobKind>();
  const declared = new Map<string, ScheduleDeclaration>();
  const listeners = new Set<(change: JobChange) => void>();
  const limit = createWaitingLimit(deps.maxWaiting ?? 20_000);
  const retention = { ...defaultRetention, ...deps.retention };

  const worker = createWorker({
    database,
    clock,
    timers,
    random,
    log,
    kinds,
    alone,
    policy: { ...defaultWorkerPolicy(alone), ...deps.policy },
    newWorkerId: randomUUID,
    onChange: (change) => {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          log.error({ err: error, job: change.id }, 'a listener to jobs failed');
        }
      }
    },
  });
  const schedules = createScheduleStore({ database, clock, changed: worker.wake });

  const enqueueWithin = async (execute: Execute, requests: readonly NewJob[]) => {
    for (const [tenant, count] of countByTenant(requests)) {
      await limit.admit(execute, tenant, count);
    }
    return insertJobs(execute, requests, clock.now());
  };
  const enqueueAll = async (requests: readonly NewJob[]) => {
    const answers = await enqueueWithin(database.execute, requests);
    worker.wake();
    return answers;
  };
  const enqueueOne = async (request: NewJob): Promise<Enqueued> => {
    const [answer] = await enqueueAll([request]);
    if (answer === undefined) throw new Error('a job was neither stored nor refused');
    return answer;
  };

  const pruning = defineJob({
    kind: 'jobs.prune',
    input: Type.Object({}),
    visibleToTenant: false,
    run: async ({ signal }) => ({
      removed: await pruneJobs(database.execute, retention, clock.now(), signal),
    }),
  });
  kinds.set(pruning.kind, pruning);
  declared.set(pruning.kind, {
    id: pruning.kind,
    job: pruning,
    input: {},
    recurrence: { everyMs: 60 * 60_000 },
  });

  return {
    register: (...more) => {
      for (const kind of more) {
        if (kinds.has(kind.kind)) throw new Error(`the kind of job ${kind.kind} is there twice`);
        kinds.set(kind.kind, kind);
      }
    },
    declare: (...more) => {
      for (const schedule of more) {
        if (declared.has(schedule.id))
          throw new Error(`the schedule ${schedule.id} is there twice`);
        if (!kinds.has(schedule.job.kind)) {
          throw new Error(`the schedule ${schedule.id} runs a job that is not registered`);
        }
        declared.set(schedule.id, schedule);
      }
    },
    start: async () => {
      await schedules.declare([...declared.values()]);
      await worker.start();
    },
    stop: worker.stop,
    enqueue: (kind, input, options = {}) => enqueueOne({ ...options, kind, input }),
    enqueueAll,
    enqueueWithin,
    wake: worker.wake,
    list: (scope, filter = {}) => listJobs(database.execute, scope, filter),
    get: (scope, id) => getJob(database.execute, scope, id),
    logOf: (scope, id) => getJobLog(database.execute, scope, id),
    cancel: async (scope, id) => {
      const job = await cancelJob(database.execute, scope, id, clock.now());
      worker.cancel(id);
      return job;
    },
    retry: async (scope, id) => {
      const job = await retryJob(database.execute, scope, id);
      worker.wake();
      return job;
    },
    counts: () => countJobs(database.execute),
    schedules: {
      ...schedules,
      runNow: async (scope, id) => {
        const { kind: name, input, tenantId } = await schedules.get(scope, id);
        const kind = kinds.get(name);
        if (kind === undefined) throw unknownKind(name);
        return enqueueOne({
          kind,
          input,
          tenant: tenantId ?? undefined,
          exclusiveKey: `schedule:${id}`,
          scheduleId: id,
        });
      },
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    idle: worker.idle,
  };
}

function countByTenant(requests: readonly NewJob[]): ReadonlyMap<TenantId, number> {
  const counts = new Map<TenantId, number>();
  for (const { tenant } of requests) {
    if (tenant !== undefined) counts.set(tenant, (counts.get(tenant) ?? 0) + 1);
  }
  return counts;
}

function unknownKind(kind: string): Problem {
  return new Problem({
    code: 'unknown_job_kind',
    kind: 'unsupported',
    message: `This version does not know the kind of job ${kind}`,
    remedy: 'Remove the schedule.',
  });
}
