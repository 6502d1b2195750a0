import { type Execute, storable } from '@olympus/platform';
import type { JobError } from '../record.js';

/** What an attempt came to. */
export type Outcome =
  | { readonly kind: 'succeeded'; readonly result: unknown }
  | { readonly kind: 'dead'; readonly error: JobError }
  | { readonly kind: 'retry'; readonly error: JobError; readonly runAtMs: number }
  | { readonly kind: 'cancelled' }
  /** The process stops: the attempt does not count. */
  | { readonly kind: 'given_back' };

export interface Settlement {
  readonly id: number;
  readonly fence: number;
  readonly outcome: Outcome;
  readonly nowMs: number;
}

/**
 * A job that was asked to stop does not come back, whatever its attempt came to. One that succeeded
 * is through, wherever it was when it last said so.
 */
const settle = `
  update jobs set
    state = case when s.state = 'waiting' and jobs.state = 'cancelling' then 'cancelled' else s.state end,
    finished_at = case when s.state = 'waiting' and jobs.state <> 'cancelling' then null else s.now end,
    worker_id = null, run_at = coalesce(s.run_at, jobs.run_at), attempts = attempts - s.uncounted,
    progress = case when s.state = 'succeeded' and jobs.progress is not null
      then jobs.progress - 'sentence' || '{"fraction": 1}'::jsonb
        || case when jobs.progress ? 'total' then jsonb_build_object('done', jobs.progress -> 'total') else '{}'::jsonb end
      else jobs.progress end,
    result = s.result, error = coalesce(s.error, case when s.state = 'succeeded' then null else jobs.error end)
  from jsonb_to_recordset($1::text::jsonb) as s(id bigint, fence bigint, state text,
    run_at timestamptz, now timestamptz, uncounted integer, result jsonb, error jsonb)
  where jobs.id = any (array(select jsonb_array_elements_text($2::text::jsonb)::bigint))
    and jobs.id = s.id and jobs.fence = s.fence and jobs.state in ('running', 'cancelling')
  returning jobs.id, jobs.state`;

/**
 * Writes what attempts came to, as one statement.
 * @returns the new state of each job; one that is missing is no longer held by that fencing number
 */
export async function settleJobs(
  execute: Execute,
  settlements: readonly Settlement[],
): Promise<ReadonlyMap<number, string>> {
  // naming the ids apart leads the planner to the primary key, whatever it believes of the table
  const rows = await execute(settle, [
    JSON.stringify(settlements.map(toRow), storableText),
    JSON.stringify(settlements.map(({ id }) => id)),
  ]);
  return new Map(rows.map(([id, state]) => [Number(id), String(state)]));
}

function storableText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? storable(value) : value;
}

function toRow({ id, fence, outcome, nowMs }: Settlement) {
  const row = { id, fence, now: new Date(nowMs).toISOString(), uncounted: 0 };
  switch (outcome.kind) {
    case 'succeeded':
      return { ...row, state: 'succeeded', result: outcome.result ?? null };
    case 'dead':
      return { ...row, state: 'dead', error: outcome.error };
    case 'retry':
      return {
        ...row,
        state: 'waiting',
        error: outcome.error,
        run_at: new Date(outcome.runAtMs).toISOString(),
      };
    case 'cancelled':
      return { ...row, state: 'cancelled' };
    case 'given_back':
      return { ...row, state: 'waiting', uncounted: 1 };
    default:
      throw new Error(`unknown outcome ${String(outcome satisfies never)}`);
  }
}
