import type { Job, JobList, JobWithLog, ScheduleList } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** How often a list is asked for again while something of it is going on, and otherwise. */
const BUSY_MS = 1_500;
const QUIET_MS = 15_000;

/** Whether a job is not over. */
export function isGoingOn({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'cancelling';
}

/** When to ask again for jobs, by whether one of them is going on. */
export function jobsInterval(jobs: readonly Pick<Job, 'state'>[] | undefined): number {
  return jobs?.some(isGoingOn) ? BUSY_MS : QUIET_MS;
}

export const jobsQuery = defineTenantQuery({
  name: 'jobs',
  ledgers: [],
  fetch: (tenantId, state: Job['state'] | 'any', signal): Promise<JobList> =>
    olympus.jobs.list(
      { tenant_id: tenantId, limit: 200, ...(state === 'any' ? {} : { state }) },
      { signal },
    ),
});

export const jobQuery = defineTenantQuery({
  name: 'job',
  ledgers: [],
  fetch: (tenantId, id: number, signal): Promise<JobWithLog> =>
    olympus.jobs.get({ tenant_id: tenantId, id }, { signal }),
});

export const schedulesQuery = defineTenantQuery({
  name: 'schedules',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<ScheduleList> =>
    olympus.schedules.list({ tenant_id: tenantId }, { signal }),
});
