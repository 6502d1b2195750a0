import type { Execute } from '@olympus/platform';
import { type Settlement, settleJobs } from './settle.js';

/** Writes outcomes; those that come while one write is under way share the next. */
export interface Settler {
  /** @returns the job's new state; undefined when its lease was lost before */
  settle(settlement: Settlement): Promise<string | undefined>;
}

export function createSettler(execute: Execute): Settler {
  let next: Settlement[] = [];
  let turn: Promise<ReadonlyMap<number, string>> | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  return {
    settle: async (settlement) => {
      next.push(settlement);
      turn ??= underWay.then(() => {
        const batch = next;
        next = [];
        turn = undefined;
        const written = settleJobs(execute, batch);
        underWay = written.catch(() => undefined);
        return written;
      });
      return (await turn).get(settlement.id);
    },
  };
}
