import { type Execute, storable, storableJson } from '@olympus/platform';
import type { JobProgress } from '../record.js';
import type { ClaimedJob } from './claim.js';

export interface LogLine {
  readonly at: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

/** Lines kept of one job; older ones go. */
export const keptLogLines = 500;

const report = `
  with held as (
    update jobs set progress = coalesce($3::text::jsonb, progress)
    where id = $1 and fence = $2 and state in ('running', 'cancelling')
    returning id, state, attempts,
      (select coalesce(max(line), 0) from job_logs where job_id = $1) as last
  ), lines as (
    insert into job_logs (job_id, line, attempt, at, level, message)
    select held.id, held.last + l.ord, held.attempts, (l.value ->> 'at')::timestamptz,
      l.value ->> 'level', l.value ->> 'message'
    from held, jsonb_array_elements($4::text::jsonb) with ordinality as l(value, ord)
  ), trimmed as (
    delete from job_logs using held
    where job_id = held.id and line <= held.last + $5::integer - ${keptLogLines}
  )
  select state from held`;

/**
 * Writes progress and log lines of a job that is held.
 * @returns the job's state; undefined when it is no longer held by that fencing number
 */
export async function reportOnJob(
  execute: Execute,
  job: Pick<ClaimedJob, 'id' | 'fence'>,
  progress: JobProgress | undefined,
  lines: readonly LogLine[],
): Promise<string | undefined> {
  const kept = lines.slice(-keptLogLines);
  const [row] = await execute(report, [
    job.id,
    job.fence,
    progress === undefined ? null : JSON.stringify(storableJson({ ...progress })),
    JSON.stringify(kept.map((line) => ({ ...line, message: storable(line.message) }))),
    kept.length,
  ]);
  return row === undefined ? undefined : String(row[0]);
}
