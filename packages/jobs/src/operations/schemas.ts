import { nullable, oneOf, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { jobStates } from '../record.js';

export const jobId = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Id of the job',
});
export const scheduleId = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Id of the schedule',
});

/** What narrows a list of jobs. */
export const jobFilter = {
  state: optional(oneOf(jobStates)),
  kind: optional(Type.String({ maxLength: 100, description: 'Only jobs of that kind' })),
  before: optional(Type.Integer({ minimum: 1, description: 'Id of the last job seen' })),
  limit: optional(Type.Integer({ minimum: 1, maximum: 500 })),
};

const instant = (description: string) => nullable(Type.String({ description }));

const members = {
  id: Type.Integer({ description: 'Rises with every job' }),
  kind: Type.String({ description: 'What is to be done' }),
  tenant_id: nullable(Type.String({ description: 'Null for jobs of the installation' })),
  state: oneOf(jobStates),
  priority: Type.Integer(),
  exclusive_key: nullable(Type.String()),
  input: Type.Unknown(),
  run_at: instant('Not before; null: as soon as possible'),
  attempts: Type.Integer(),
  max_attempts: Type.Integer(),
  progress: nullable(
    record({
      fraction: Type.Number({ minimum: 0, maximum: 1 }),
      done: optional(Type.Number()),
      total: optional(Type.Number()),
      sentence: optional(Type.String()),
    }),
  ),
  result: Type.Unknown({ description: 'What it came to, once it succeeded' }),
  error: nullable(
    record(
      {
        code: Type.String(),
        message: Type.String(),
        remedy: optional(Type.String()),
        detail: optional(Type.String({ description: 'For operators only' })),
        attempt: Type.Integer(),
      },
      { description: 'Why the last attempt failed' },
    ),
  ),
  schedule_id: nullable(Type.String({ description: 'The schedule that made it' })),
  occurrence_at: instant('The occurrence of the schedule'),
  created_at: Type.String(),
  started_at: instant('When the last attempt began'),
  finished_at: instant('When it was over'),
};

export const jobAnswer = record(members, { title: 'Job', description: 'Work in the queue' });

export const jobWithLogAnswer = record(
  {
    ...members,
    log: Type.Array(
      record({
        line: Type.Integer(),
        attempt: Type.Integer(),
        at: Type.String(),
        level: Type.String(),
        message: Type.String(),
      }),
      { description: 'Its newest lines, oldest first' },
    ),
  },
  { title: 'JobWithLog', description: 'A job and what it said' },
);

export const jobListAnswer = record({ jobs: Type.Array(jobAnswer) }, { title: 'JobList' });

export const scheduleAnswer = record(
  {
    id: Type.String(),
    tenant_id: nullable(Type.String()),
    declared: Type.Boolean({ description: 'Whether it is part of the product' }),
    kind: Type.String({ description: 'Kind of its jobs' }),
    input: Type.Unknown(),
    cron: nullable(Type.String()),
    time_zone: nullable(Type.String()),
    every_ms: nullable(Type.Integer()),
    missed: oneOf(['once', 'skip'] as const),
    enabled: Type.Boolean(),
    next_at: instant('Its next occurrence'),
    last_at: instant('The last occurrence that was run'),
  },
  { title: 'Schedule', description: 'What makes jobs at its times' },
);

export const scheduleListAnswer = record(
  { schedules: Type.Array(scheduleAnswer) },
  { title: 'ScheduleList' },
);

export const enqueuedAnswer = record(
  {
    id: Type.Integer({ description: 'Id of the job' }),
    created: Type.Boolean({ description: 'False where such a job was waiting or running already' }),
  },
  { title: 'EnqueuedJob' },
);

export const jobMissing = { job_not_found: 'not_found' } as const;
export const cancelFaults = { ...jobMissing, job_finished: 'conflict' } as const;
export const retryFaults = {
  ...jobMissing,
  job_not_dead: 'conflict',
  job_replaced: 'conflict',
} as const;
export const runFaults = {
  schedule_not_found: 'not_found',
  unknown_job_kind: 'unsupported',
  invalid_job_input: 'invalid',
  too_many_waiting_jobs: 'rate_limited',
} as const;
