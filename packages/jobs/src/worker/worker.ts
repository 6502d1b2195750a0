import type { Clock, Logger, Random, TenantId } from '@olympus/core';
import { type Database, isForeignKeyViolation } from '@olympus/platform';
import type { JobKind } from '../job.js';
import { type ClaimedJob, claimJobs } from '../queue/claim.js';
import { createSettler } from '../queue/settler.js';
import type { JobState } from '../record.js';
import { createOccurrences } from '../schedules/occurrences.js';
import { type Attempt, startAttempt } from './attempt.js';
import { createHeart } from './heart.js';
import type { WorkerPolicy } from './policy.js';
import { createReporter } from './reporter.js';
import type { Timers } from './timers.js';

/** An attempt at a job is over. */
export interface JobChange {
  readonly id: number;
  readonly kind: string;
  readonly tenant: TenantId | undefined;
  /** `waiting` when it will be tried again. */
  readonly state: JobState;
}

export interface WorkerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Logger;
  readonly policy: WorkerPolicy;
  readonly kinds: ReadonlyMap<string, JobKind>;
  /** Makes the id of a worker, never the same twice. */
  readonly newWorkerId: () => string;
  /** No other process works on this store: what others are said to hold is nobody's. */
  readonly alone: boolean;
  readonly onChange: (change: JobChange) => void;
}

/** Runs jobs in this process. */
export interface Worker {
  start(): Promise<void>;
  /** There may be something to do, now or at another time than known. */
  wake(): void;
  /** Tells a running job of this process that it was cancelled. */
  cancel(id: number): void;
  /** Resolves when nothing runs here and nothing that is due was left. */
  idle(): Promise<void>;
  /** Aborts what runs, gives it back and leaves. */
  stop(): Promise<void>;
}

interface Running {
  readonly job: ClaimedJob;
  readonly attempt: Attempt;
  readonly over: Promise<void>;
}

export function createWorker(deps: WorkerDeps): Worker {
  const { database, clock, timers, random, log, policy, kinds } = deps;
  const settler = createSettler(database.execute);
  const occurrences = createOccurrences({ database, clock, log });
  const running = new Map<number, Running>();
  let after = '';
  let state: 'new' | 'working' | 'stopped' = 'new';
  let asked = false;
  let pumping: Promise<void> | undefined;
  let callOffPoll = () => {};
  /** Nothing of schedules is due before. */
  let scheduleAtMs = Number.NEGATIVE_INFINITY;

  const heart = createHeart({
    ...deps,
    onCancelling: (id) => running.get(id)?.attempt.stop('cancelled'),
    onLost: () => {
      for (const { attempt } of running.values()) attempt.stop('lost');
      wake();
    },
  });

  const start = (job: ClaimedJob, kind: JobKind) => {
    const reporter = createReporter(job, {
      execute: database.execute,
      clock,
      timers,
      log,
      onState: (now) => {
        if (now === undefined) running.get(job.id)?.attempt.stop('lost');
        if (now === 'cancelling') running.get(job.id)?.attempt.stop('cancelled');
      },
    });
    const attempt = startAttempt(job, kind, { clock, timers, random, reporter });
    const finish = async () => {
      const outcome = await attempt.ended;
      await reporter.flush();
      if (outcome !== 'lost') {
        const settlement = { id: job.id, fence: job.fence, outcome, nowMs: clock.now() };
        const now = await untilStored(() => settler.settle(settlement));
        if (now !== undefined) {
          const { id, tenant } = job;
          deps.onChange({ id, kind: job.kind, tenant, state: now as JobState });
        }
      }
    };
    const over = finish()
      .catch((error: unknown) => {
        log.error({ err: error, job: job.id, kind: job.kind }, 'the end of a job was not stored');
      })
      .finally(() => {
        running.delete(job.id);
        wake();
      });
    running.set(job.id, { job, attempt, over });
  };

  /** What a job came to is worth waiting for a store that does not answer for a while. */
  const untilStored = async <T>(write: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await write();
      } catch (error) {
        if (tries >= 10 || state === 'stopped') throw error;
        log.warn({ err: error }, 'the end of a job was not stored; it is tried again');
        await new Promise<void>((resolve) => timers.after(1_000, resolve));
      }
    }
  };

  const roomByKind = () => {
    const taken = new Map<string, number>();
    for (const { job } of running.values()) taken.set(job.kind, (taken.get(job.kind) ?? 0) + 1);
    return [...kinds.values()].flatMap(({ kind, concurrency }) => {
      const slots = concurrency - (taken.get(kind) ?? 0);
      return slots > 0 ? [{ kind, slots }] : [];
    });
  };

  /** Undefined when this worker had been taken for dead, and entered anew. */
  const claimSome = async (room: ReturnType<typeof roomByKind>, slots: number) => {
    const request = { workerId: heart.id(), kinds: room, slots, after, nowMs: clock.now() };
    try {
      return await claimJobs(database.execute, request);
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error;
      await heart.revive();
      return undefined;
    }
  };

  const takeWhatIsDue = async () => {
    while (state === 'working') {
      const slots = policy.slots - running.size;
      const room = roomByKind();
      if (slots <= 0 || room.length === 0) return;
      const claim = await claimSome(room, slots);
      if (claim === undefined) continue;
      after = claim.after;
      for (const job of claim.jobs) {
        const kind = kinds.get(job.kind);
        if (kind !== undefined) start(job, kind);
      }
      if (!claim.found) return;
    }
  };

  /** Milliseconds until something becomes due that is known already. */
  const untilDue = async (): Promise<number> => {
    const [row] = await database.execute(
      `select (select min(run_at) from jobs where state = 'waiting' and run_at > $1::text::timestamptz),
         (select min(next_at) from job_schedules where enabled
           and kind = any (array(select jsonb_array_elements_text($2::text::jsonb))))`,
      [new Date(clock.now()).toISOString(), JSON.stringify([...kinds.keys()])],
    );
    const [job, schedule] = [row?.[0], row?.[1]].map((at) =>
      at === null || at === undefined ? Number.POSITIVE_INFINITY : Number(at),
    );
    scheduleAtMs = schedule ?? Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(job ?? scheduleAtMs, scheduleAtMs) - clock.now());
  };

  const pump = async () => {
    callOffPoll();
    let waitMs = policy.pollMs;
    try {
      while (asked && state === 'working') {
        asked = false;
        // a store in this very thread answers without ever letting others have their turn
        await new Promise<void>((resolve) => setImmediate(resolve));
        if (clock.now() >= scheduleAtMs) {
          scheduleAtMs = clock.now() + policy.pollMs;
          await occurrences.fireDue(kinds);
        }
        await takeWhatIsDue();
        if (running.size < policy.slots && !asked)
          waitMs = Math.min(policy.pollMs, await untilDue());
      }
    } catch (error) {
      log.warn({ err: error }, 'the queue of jobs was not read; it is read again later');
    }
    if (state !== 'working') return;
    callOffPoll = timers.after(Math.max(1, waitMs), () => {
      scheduleAtMs = Number.NEGATIVE_INFINITY;
      wake();
    });
  };

  const wake = () => {
    asked = true;
    if (state !== 'working' || pumping !== undefined) return;
    pumping = pump().finally(() => {
      pumping = undefined;
      if (asked) wake();
    });
  };

  return {
    start: async () => {
      await heart.start();
      state = 'working';
      wake();
    },
    wake: () => {
      scheduleAtMs = Number.NEGATIVE_INFINITY;
      wake();
    },
    cancel: (id) => running.get(id)?.attempt.stop('cancelled'),
    idle: async () => {
      while (pumping !== undefined || running.size > 0) {
        await pumping;
        await Promise.all([...running.values()].map(({ over }) => over));
      }
    },
    stop: async () => {
      if (state !== 'working') return;
      state = 'stopped';
      callOffPoll();
      await pumping;
      for (const { attempt } of running.values()) attempt.stop('stopping');
      let callOff = () => {};
      const longEnough = new Promise<void>((resolve) => {
        callOff = timers.after(policy.stopMs, resolve);
      });
      const over = Promise.all([...running.values()].map((one) => one.over));
      await Promise.race([over, longEnough]);
      callOff();
      await heart.stop();
    },
  };
}
