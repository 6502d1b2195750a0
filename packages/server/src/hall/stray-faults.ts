import type { HealthCheck } from '@olympus/contract';
import type { Clock, Logger } from '@olympus/core';

/** Faults that nobody waited for: a rejection without a handler, an error thrown into the event loop. */
export interface StrayFaults {
  /** Degraded for a while after the last one. */
  readonly health: HealthCheck;
  /** How many there have been. */
  readonly count: number;
  /** Lets such faults end the process again, as they do by default. */
  stop(): void;
}

/** How long operators see that there was one. */
const shownMs = 15 * 60_000;

/**
 * Keeps the process alive. Such a fault is a defect, and costs what it belonged to: a request whose
 * answer does not come ends at its deadline, a job at its own. Everybody else is served on.
 */
export function watchStrayFaults({
  clock,
  log,
}: {
  readonly clock: Clock;
  readonly log: Logger;
}): StrayFaults {
  let count = 0;
  let lastMs: number | undefined;
  const note = (error: unknown) => {
    count += 1;
    lastMs = clock.now();
    log.error({ err: error }, 'a fault that nobody waited for; the process goes on');
  };
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  return {
    health: {
      name: 'process',
      check: async () => ({
        status: lastMs !== undefined && clock.now() - lastMs < shownMs ? 'degraded' : 'ok',
        ...(lastMs === undefined
          ? {}
          : { detail: { stray_faults: count, last_at: new Date(lastMs).toISOString() } }),
      }),
    },
    get count() {
      return count;
    },
    stop() {
      process.off('unhandledRejection', note);
      process.off('uncaughtException', note);
    },
  };
}
