import { createManualClock } from '@olympus/core';
import type { Timers } from '../worker/timers.js';

/** A clock and timers that stand still until told otherwise. */
export function createManualTimers(startMs: number) {
  const clock = createManualClock(startMs);
  const due = new Set<{ readonly atMs: number; readonly callback: () => void }>();
  let elapsedMs = 0;
  const timers: Timers = {
    after: (ms, callback) => {
      const entry = { atMs: elapsedMs + ms, callback };
      due.add(entry);
      return () => due.delete(entry);
    },
  };
  return {
    clock,
    timers,
    /** Lets time pass: the clock and the timers, which need not agree afterwards. */
    advance: (ms: number) => {
      const endMs = elapsedMs + ms;
      for (;;) {
        const next = [...due]
          .filter(({ atMs }) => atMs <= endMs)
          .sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        due.delete(next);
        clock.set(clock.now() + next.atMs - elapsedMs);
        elapsedMs = next.atMs;
        next.callback();
      }
      clock.set(clock.now() + endMs - elapsedMs);
      elapsedMs = endMs;
    },
    /** Least time until a timer is due. */
    nextInMs: () => Math.min(...[...due].map(({ atMs }) => atMs - elapsedMs)),
  };
}
