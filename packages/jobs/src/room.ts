import { randomInt } from 'node:crypto';
import { type Bus, jobFinished } from '@olympus/bus';
import { defineRoom, type Meter } from '@olympus/contract';
import { createRandom } from '@olympus/core';
import platformRoom from '@olympus/platform/room';
import contract from './contract.js';
import { createJobs, type Jobs, jobsMigrations } from './jobs.js';
import { jobHandlers } from './operations/handlers.js';
import type { JobState } from './record.js';

/**
 * Rooms below register their kinds of jobs and declare their schedules while they open; the queue
 * starts once all are open, in a process that serves.
 */
export default defineRoom({
  contract,
  migrations: jobsMigrations,
  async open(hall) {
    const { clock, log, meter, bus } = hall;
    const { database } = await hall.use(platformRoom);
    const random = createRandom(randomInt(2 ** 31));
    const jobs = createJobs({ database, clock, log, random });
    observe(jobs, meter);
    announce(jobs, bus);
    return {
      service: jobs,
      handlers: jobHandlers(jobs),
      started: jobs.start,
      stopping: jobs.stop,
    };
  },
});

const outcomes: Partial<Record<JobState, 'succeeded' | 'failed' | 'cancelled'>> = {
  succeeded: 'succeeded',
  dead: 'failed',
  cancelled: 'cancelled',
};

/** Tells on the bus of jobs that are over. */
function announce(jobs: Jobs, bus: Bus): void {
  jobs.onChange(({ id, kind, tenant, state }) => {
    const outcome = outcomes[state];
    if (outcome !== undefined) bus.publish(jobFinished, tenant, { jobId: id, kind, outcome });
  });
}

function observe(jobs: Jobs, meter: Meter): void {
  const ended: Record<string, number> = {};
  jobs.onChange(({ state }) => {
    ended[state] = (ended[state] ?? 0) + 1;
  });
  meter.totals(
    'job_attempts_total',
    'Attempts at jobs that ended in this process, by the state they left the job in',
    'state',
    () => ended,
  );
}
