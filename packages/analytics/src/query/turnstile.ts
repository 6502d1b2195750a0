import { Problem } from '@olympus/core';

/** Lets a bounded number of tasks run at once; the rest wait in order. */
export interface Turnstile {
  /** @throws Problem `too_busy` when too many wait already */
  run<T>(task: () => Promise<T>): Promise<T>;
}

export function createTurnstile(concurrency: number, queue: number): Turnstile {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    // the place passes from one task to the next, so `running` stays
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    run: async (task) => {
      if (running < concurrency) {
        running += 1;
      } else {
        if (waiting.length >= queue) {
          throw new Problem({
            code: 'too_busy',
            kind: 'unavailable',
            message: 'Too many questions are waiting for an answer',
            remedy: 'Ask again in a moment.',
            retryAfterSeconds: 1,
          });
        }
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
