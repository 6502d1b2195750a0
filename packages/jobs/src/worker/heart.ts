import type { Clock, Logger } from '@olympus/core';
import type { Database } from '@olympus/platform';
import type { WorkerPolicy } from './policy.js';
import { createWorkerRegistry } from './registry.js';
import type { Timers } from './timers.js';

/**
 * Keeps this worker's lease and ends those of workers that died. Life and death are told by beats
 * alone, counted by whoever watches, so clocks need not agree and may be set.
 */
export interface Heart {
  start(): Promise<void>;
  /** The worker's present id. */
  id(): string;
  /** Enters anew, after others took this worker for dead. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

export function createHeart(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly policy: WorkerPolicy;
  readonly newWorkerId: () => string;
  readonly alone: boolean;
  readonly onCancelling: (job: number) => void;
  /** Everything this worker held is lost to it. */
  readonly onLost: () => void;
}): Heart {
  const { timers, log, policy, newWorkerId, onCancelling, onLost } = deps;
  const registry = createWorkerRegistry(deps.database, deps.clock);
  const watched = new Map<string, { readonly beat: number; readonly beats: number }>();
  let id = newWorkerId();
  let stopped = false;
  let missed = 0;
  let callOff = () => {};
  let underWay: Promise<unknown> = Promise.resolve();

  let reviving: Promise<void> | undefined;
  const reviveNow = async () => {
    log.warn({ worker: id }, 'this worker was taken for dead; its jobs go to others');
    onLost();
    const next = newWorkerId();
    await registry.enter(next);
    id = next;
  };
  const revive = () => {
    reviving ??= reviveNow().finally(() => {
      reviving = undefined;
    });
    return reviving;
  };

  const watch = async (others: readonly { readonly id: string; readonly beat: number }[]) => {
    for (const known of watched.keys()) {
      if (!others.some((other) => other.id === known)) watched.delete(known);
    }
    for (const other of others) {
      const seen = watched.get(other.id);
      const beats = seen?.beat === other.beat ? seen.beats + 1 : 0;
      watched.set(other.id, { beat: other.beat, beats });
      if (beats < policy.beatsToDeath) continue;
      log.warn({ worker: other.id }, 'a worker died; what it held is given back');
      await registry.bury(other.id);
      watched.delete(other.id);
    }
  };

  const beat = async () => {
    try {
      const { alive, others, cancelling } = await registry.beat(id);
      missed = 0;
      if (alive) for (const job of cancelling) onCancelling(job);
      else await revive();
      await watch(others);
    } catch (error) {
      missed++;
      log.warn({ err: error, missed }, 'the lease on jobs was not renewed');
      // nearly as long as others wait: what runs here must end before somebody else begins it
      if (missed === policy.beatsToDeath - 2) onLost();
    }
  };

  const again = () => {
    // with nobody else there, nobody asks whether this worker lives
    if (stopped || deps.alone) return;
    callOff = timers.after(policy.beatMs, () => {
      underWay = beat().finally(again);
    });
  };

  return {
    start: async () => {
      await registry.enter(id);
      if (deps.alone) await registry.buryOthers(id);
      again();
    },
    id: () => id,
    revive,
    stop: async () => {
      stopped = true;
      callOff();
      await underWay;
      await registry.leave(id).catch((error: unknown) => {
        log.warn(
          { err: error, worker: id },
          'the queue was not left; others will take this worker for dead',
        );
      });
    },
  };
}
