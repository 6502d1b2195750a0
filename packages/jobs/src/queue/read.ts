import { Problem, type TenantId } from '@olympus/core';
import type { Execute, Row } from '@olympus/platform';
import { type JobRecord, type JobState, recordColumns, toIso, toRecord } from '../record.js';

/** Whose jobs: a tenant's that its people may see, or everybody's and the installation's. */
export type JobScope = TenantId | 'all';

export interface JobFilter {
  readonly state?: JobState | undefined;
  readonly kind?: string | undefined;
  /** Id of the last job seen. */
  readonly before?: number | undefined;
  /** 1–500, else 50. */
  readonly limit?: number | undefined;
}

export interface JobLogEntry {
  /** Rises within the job; older lines go when there are too many, so it may not start at 1. */
  readonly line: number;
  readonly attempt: number;
  readonly at: string;
  readonly level: string;
  readonly message: string;
}

/** `$n` is the tenant or null. */
export const inScope = (n: number) =>
  `($${n}::text is null or (tenant_id = $${n}::text and tenant_visible))`;

export const scopeParameter = (scope: JobScope) => (scope === 'all' ? null : scope);

/** A row of the columns of a record, as the scope may read it. */
export function readAs(scope: JobScope, row: Row): JobRecord {
  const job = toRecord(row);
  if (scope === 'all' || job.error === null) return job;
  const { detail: _, ...error } = job.error;
  return { ...job, error };
}

/** Newest first. */
export async function listJobs(
  execute: Execute,
  scope: JobScope,
  { state, kind, before, limit = 50 }: JobFilter,
): Promise<readonly JobRecord[]> {
  // the tenant's own index serves its list, so the scope is no condition that may be absent
  const tenant = scope === 'all' ? '' : 'tenant_key = $1::text and';
  const rows = await execute(
    `select ${recordColumns} from jobs
     where ${tenant} ${inScope(1)} and ($2::text is null or state = $2::text)
       and ($3::text is null or kind = $3::text) and ($4::bigint is null or id < $4::bigint)
     order by id desc limit $5::integer`,
    [
      scopeParameter(scope),
      state ?? null,
      kind ?? null,
      before ?? null,
      Math.min(Math.max(1, Math.trunc(limit)), 500),
    ],
  );
  return rows.map((row) => readAs(scope, row));
}

/** @throws Problem `job_not_found` */
export async function getJob(execute: Execute, scope: JobScope, id: number): Promise<JobRecord> {
  const [row] = await execute(`select ${recordColumns} from jobs where id = $2 and ${inScope(1)}`, [
    scopeParameter(scope),
    id,
  ]);
  if (row === undefined) throw jobNotFound(id);
  return readAs(scope, row);
}

/** Oldest first. @throws Problem `job_not_found` */
export async function getJobLog(
  execute: Execute,
  scope: JobScope,
  id: number,
): Promise<readonly JobLogEntry[]> {
  await getJob(execute, scope, id);
  const rows = await execute(
    'select line, attempt, at, level, message from job_logs where job_id = $1 order by line',
    [id],
  );
  return rows.map(([line, attempt, at, level, message]) => ({
    line: Number(line),
    attempt: Number(attempt),
    at: toIso(at) ?? '',
    level: String(level),
    message: String(message),
  }));
}

/** Jobs by state, over all tenants. */
export async function countJobs(execute: Execute): Promise<ReadonlyMap<JobState, number>> {
  const rows = await execute('select state, count(*) from jobs group by state');
  return new Map(rows.map(([state, count]) => [state as JobState, Number(count)]));
}

export function jobNotFound(id: number): Problem {
  return new Problem({
    code: 'job_not_found',
    kind: 'not_found',
    message: `There is no job ${id}`,
    remedy: 'Look at the list of jobs.',
  });
}
