export {
  defineJob,
  type JobDeclaration,
  type JobKind,
  type JobLog,
  type JobRun,
  type Progress,
} from './job.js';
export { createJobs, type JobRequest, type Jobs, type JobsDeps, jobsMigrations } from './jobs.js';
export type { Enqueued, EnqueueOptions } from './queue/enqueue.js';
export type { Retention } from './queue/prune.js';
export type { JobFilter, JobLogEntry, JobScope } from './queue/read.js';
export {
  type JobError,
  type JobProgress,
  type JobRecord,
  type JobState,
  jobStates,
} from './record.js';
export { type RetryPolicy, retryDelayMs } from './retry.js';
export {
  checkRecurrence,
  latestUntil,
  nextAfter,
  type Recurrence,
} from './schedules/recurrence.js';
export {
  defineSchedule,
  type MissedPolicy,
  type ScheduleDeclaration,
  type ScheduleRecord,
} from './schedules/schedule.js';
export type { NewSchedule, ScheduleStore } from './schedules/store.js';
export type { WorkerPolicy } from './worker/policy.js';
export type { Timers } from './worker/timers.js';
export type { JobChange } from './worker/worker.js';
