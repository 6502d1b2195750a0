import { Problem } from '@olympus/core';
import { type Execute, isUniqueViolation } from '@olympus/platform';
import { type JobRecord, recordColumns } from '../record.js';
import { getJob, inScope, type JobScope, readAs, scopeParameter } from './read.js';

/**
 * Cancels a waiting job at once and asks a running one to stop: it is `cancelling` until it has.
 * Asking twice changes nothing more.
 * @throws Problem `job_not_found`, `job_finished`
 */
export async function cancelJob(
  execute: Execute,
  scope: JobScope,
  id: number,
  nowMs: number,
): Promise<JobRecord> {
  const [row] = await execute(
    `update jobs set
       finished_at = case when state = 'waiting' then $3::text::timestamptz end,
       state = case when state = 'waiting' then 'cancelled' else 'cancelling' end
     where id = $2 and ${inScope(1)} and state in ('waiting', 'running', 'cancelling')
     returning ${recordColumns}`,
    [scopeParameter(scope), id, new Date(nowMs).toISOString()],
  );
  if (row !== undefined) return readAs(scope, row);
  const { state } = await getJob(execute, scope, id);
  throw new Problem({
    code: 'job_finished',
    kind: 'conflict',
    message: `The job ${id} is over: it is ${state}`,
    remedy: 'Only a job that waits or runs can be cancelled.',
  });
}

/**
 * Lets a dead or cancelled job begin anew, with all its attempts.
 * @throws Problem `job_not_found`, `job_not_dead`, `job_replaced` when another of its exclusive key is there
 */
export async function retryJob(execute: Execute, scope: JobScope, id: number): Promise<JobRecord> {
  try {
    const [row] = await execute(
      `update jobs set state = 'waiting', attempts = 0, run_at = null, finished_at = null
       where id = $2 and ${inScope(1)} and state in ('dead', 'cancelled')
       returning ${recordColumns}`,
      [scopeParameter(scope), id],
    );
    if (row !== undefined) return readAs(scope, row);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem({
      code: 'job_replaced',
      kind: 'conflict',
      message: `Another job that does the same as ${id} waits or runs already`,
      remedy: 'Wait for that one, or cancel it first.',
    });
  }
  const { state } = await getJob(execute, scope, id);
  throw new Problem({
    code: 'job_not_dead',
    kind: 'conflict',
    message: `The job ${id} is ${state}`,
    remedy: 'Only a dead or cancelled job can be retried.',
  });
}
