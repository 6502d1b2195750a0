import type { Execute } from '@olympus/platform';

export interface Retention {
  /** How long succeeded and cancelled jobs are kept. */
  readonly finishedMs: number;
  /** How long dead ones are. */
  readonly deadMs: number;
  /** How many finished ones of each tenant are kept at most. */
  readonly perTenant: number;
  /** How many runs of one schedule that went well are kept at most: one of every minute hides none. */
  readonly perSchedule: number;
}

export const defaultRetention: Retention = {
  finishedMs: 7 * 86_400_000,
  deadMs: 30 * 86_400_000,
  perTenant: 2_000,
  perSchedule: 100,
};

const prune = `
  with ranked as (
    select id, state, finished_at, schedule_id,
      row_number() over (partition by tenant_key order by finished_at desc, id desc) as place,
      row_number() over (partition by schedule_id, state order by finished_at desc, id desc) as run
    from jobs where finished_at is not null
  ), old as (
    select id from ranked
    where place > $1::integer
      or (schedule_id is not null and state = 'succeeded' and run > $4::integer)
      or finished_at < (case when state = 'dead' then $2::text else $3::text end)::timestamptz
    limit 1000
  )
  delete from jobs where id in (select id from old) and finished_at is not null returning id`;

/** Removes finished jobs that are old or too many, with their logs. @returns how many */
export async function pruneJobs(
  execute: Execute,
  retention: Retention,
  nowMs: number,
  signal?: AbortSignal,
): Promise<number> {
  const before = (ms: number) => new Date(nowMs - ms).toISOString();
  let removed = 0;
  for (;;) {
    signal?.throwIfAborted();
    const rows = await execute(prune, [
      retention.perTenant,
      before(retention.deadMs),
      before(retention.finishedMs),
      retention.perSchedule,
    ]);
    removed += rows.length;
    if (rows.length < 1000) return removed;
  }
}
