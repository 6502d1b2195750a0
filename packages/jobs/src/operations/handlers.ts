import type { Call, Handlers } from '@olympus/contract';
import type contract from '../contract.js';
import type { Jobs } from '../jobs.js';
import type { JobFilter, JobScope } from '../queue/read.js';
import type { JobRecord } from '../record.js';
import type { ScheduleRecord } from '../schedules/schedule.js';

type Note = Pick<Call, 'note'>['note'];

/** A tenant's operations and the installation's, which differ in their scope only. */
export function jobHandlers(jobs: Jobs): Handlers<typeof contract.operations> {
  const list = async (scope: JobScope, filter: JobFilter) => ({
    jobs: (await jobs.list(scope, filter)).map(toAnswer),
  });
  const get = async (scope: JobScope, id: number) => ({
    ...toAnswer(await jobs.get(scope, id)),
    log: [...(await jobs.logOf(scope, id))],
  });
  const change = async (what: 'cancel' | 'retry', scope: JobScope, id: number, note: Note) => {
    const job = await jobs[what](scope, id);
    note({ target: String(id), detail: { kind: job.kind } });
    return toAnswer(job);
  };
  const schedules = async (scope: JobScope) => ({
    schedules: (await jobs.schedules.list(scope)).map(toScheduleAnswer),
  });
  const run = async (scope: JobScope, id: string, note: Note) => {
    const enqueued = await jobs.schedules.runNow(scope, id);
    note({ target: id, detail: { job: enqueued.id } });
    return enqueued;
  };
  return {
    'jobs.list': ({ tenant, input: { tenant_id: _, ...filter } }) => list(tenant, filter),
    'jobs.get': ({ tenant, input }) => get(tenant, input.id),
    'jobs.cancel': ({ tenant, input, note }) => change('cancel', tenant, input.id, note),
    'jobs.retry': ({ tenant, input, note }) => change('retry', tenant, input.id, note),
    'schedules.list': ({ tenant }) => schedules(tenant),
    'schedules.run': ({ tenant, input, note }) => run(tenant, input.id, note),
    'jobs.list_all': ({ input }) => list('all', input),
    'jobs.get_any': ({ input }) => get('all', input.id),
    'jobs.cancel_any': ({ input, note }) => change('cancel', 'all', input.id, note),
    'jobs.retry_any': ({ input, note }) => change('retry', 'all', input.id, note),
    'schedules.list_all': () => schedules('all'),
    'schedules.run_any': ({ input, note }) => run('all', input.id, note),
  };
}

function toAnswer(job: JobRecord) {
  return {
    id: job.id,
    kind: job.kind,
    tenant_id: job.tenantId,
    state: job.state,
    priority: job.priority,
    exclusive_key: job.exclusiveKey,
    input: job.input,
    run_at: job.runAt,
    attempts: job.attempts,
    max_attempts: job.maxAttempts,
    progress: job.progress,
    result: job.result,
    error: job.error,
    schedule_id: job.scheduleId,
    occurrence_at: job.occurrenceAt,
    created_at: job.createdAt,
    started_at: job.startedAt,
    finished_at: job.finishedAt,
  };
}

function toScheduleAnswer(schedule: ScheduleRecord) {
  const { recurrence } = schedule;
  return {
    id: schedule.id,
    tenant_id: schedule.tenantId,
    declared: schedule.declared,
    kind: schedule.kind,
    input: schedule.input,
    cron: 'cron' in recurrence ? recurrence.cron : null,
    time_zone: 'cron' in recurrence ? recurrence.timeZone : null,
    every_ms: 'cron' in recurrence ? null : recurrence.everyMs,
    missed: schedule.missed,
    enabled: schedule.enabled,
    next_at: schedule.nextAt,
    last_at: schedule.lastAt,
  };
}
