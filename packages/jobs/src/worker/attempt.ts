import { type Clock, Problem, type Random } from '@olympus/core';
import type { JobKind } from '../job.js';
import type { ClaimedJob } from '../queue/claim.js';
import type { Outcome } from '../queue/settle.js';
import type { JobError } from '../record.js';
import { isTransient, retryDelayMs } from '../retry.js';
import type { Reporter } from './reporter.js';
import type { Timers } from './timers.js';

export type StopReason = 'cancelled' | 'timed_out' | 'lost' | 'stopping';

/** One attempt under way. */
export interface Attempt {
  /** Resolves when the job's code has ended or was given up; never rejects. */
  readonly ended: Promise<Outcome | 'lost'>;
  /** Aborts the job's signal; the first reason stands. */
  stop(reason: StopReason): void;
}

/** What a job that does not heed its signal gets after its time was up, before it is given up. */
const graceMs = 10_000;
const maxResultBytes = 1024 * 1024;

export function startAttempt(
  job: ClaimedJob,
  kind: JobKind,
  deps: {
    readonly clock: Clock;
    readonly timers: Timers;
    readonly random: Random;
    readonly reporter: Reporter;
  },
): Attempt {
  const { clock, timers, random, reporter } = deps;
  const controller = new AbortController();
  let reason: StopReason | undefined;
  const stop = (why: StopReason) => {
    if (reason !== undefined) return;
    reason = why;
    controller.abort(stopped(why, kind));
  };

  const failed = (error: unknown): Outcome => {
    const described = describe(error, job.attempt);
    if (job.attempt >= job.maxAttempts || !isTransient(error)) {
      return { kind: 'dead', error: described };
    }
    const asked = error instanceof Problem ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
    const delayMs = Math.max(asked, retryDelayMs(kind.retry, job.attempt, random));
    return { kind: 'retry', error: described, runAtMs: clock.now() + delayMs };
  };

  const work = async (): Promise<Outcome> => {
    try {
      const result = await kind.run({
        id: job.id,
        tenant: job.tenant,
        input: kind.parse(job.input),
        attempt: job.attempt,
        fence: job.fence,
        signal: controller.signal,
        log: reporter.log,
        progress: reporter.progress,
      });
      return { kind: 'succeeded', result: checkedResult(result, kind) };
    } catch (error) {
      switch (reason) {
        case 'cancelled':
          return { kind: 'cancelled' };
        case 'stopping':
          return { kind: 'given_back' };
        case 'timed_out':
          return failed(stopped('timed_out', kind));
        default:
          return failed(error);
      }
    }
  };

  const run = async (): Promise<Outcome | 'lost'> => {
    let callOff = () => {};
    const outOfTime = new Promise<Outcome>((resolve) => {
      callOff = timers.after(kind.timeoutMs, () => {
        stop('timed_out');
        callOff = timers.after(graceMs, () => resolve(failed(stopped('timed_out', kind))));
      });
    });
    const outcome = await Promise.race([work(), outOfTime]);
    callOff();
    return reason === 'lost' ? 'lost' : outcome;
  };
  return { ended: run(), stop };
}

function checkedResult(result: unknown, kind: JobKind): unknown {
  const text = JSON.stringify(result ?? null);
  if (Buffer.byteLength(text) <= maxResultBytes) return result;
  throw new Problem({
    code: 'job_result_too_large',
    kind: 'too_large',
    message: `The result of ${kind.kind} has more than ${maxResultBytes / 1024} KB`,
    remedy: 'Put what is large into a file and name it in the result.',
  });
}

function stopped(reason: StopReason, kind: JobKind): Problem {
  const messages: Readonly<Record<StopReason, string>> = {
    cancelled: 'The job was cancelled.',
    timed_out: `An attempt may take ${kind.timeoutMs / 1000} s, and this one took longer.`,
    lost: 'The process was taken for dead and the job given to another.',
    stopping: 'The process stops.',
  };
  return new Problem({
    code: `job_${reason}`,
    kind: reason === 'timed_out' ? 'timeout' : 'unavailable',
    message: messages[reason],
  });
}

function describe(error: unknown, attempt: number): JobError {
  if (error instanceof Problem) {
    const { code, message, remedy } = error;
    return { code, message, ...(remedy === undefined ? {} : { remedy }), attempt };
  }
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
  return { code: 'job_failed', message: 'The job failed unexpectedly.', detail, attempt };
}
