import { type TenantId, tenantId } from '@olympus/core';
import type { Execute } from '@olympus/platform';
import { parseJson } from '../record.js';

/** A job that this worker holds, by the fencing number that every write about it must show. */
export interface ClaimedJob {
  readonly id: number;
  readonly kind: string;
  readonly tenant: TenantId | undefined;
  readonly input: unknown;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly fence: number;
}

export interface ClaimRequest {
  readonly workerId: string;
  /** Kinds that have room, and how much. */
  readonly kinds: readonly { readonly kind: string; readonly slots: number }[];
  readonly slots: number;
  /** The tenant served last ('' for none): the turn goes on after it. */
  readonly after: string;
  readonly nowMs: number;
}

export interface Claim {
  readonly jobs: readonly ClaimedJob[];
  /** The tenant served last now. */
  readonly after: string;
  /** Whether there was anything to take, be it that another worker was quicker. */
  readonly found: boolean;
}

/**
 * Walks the tenants that have something waiting (one index probe each), takes the best due jobs of
 * each, and deals them out in turns: every tenant's first, then every tenant's second, beginning
 * after the tenant served last.
 */
const claim = `
  with recursive waiting as (
    (select tenant_key from jobs where state = 'waiting' order by tenant_key limit 1)
    union all
    select (select j.tenant_key from jobs j where j.state = 'waiting' and j.tenant_key > w.tenant_key
            order by j.tenant_key limit 1)
    from waiting w where w.tenant_key is not null
  ), kinds as (
    select kind, slots from jsonb_to_recordset($2::text::jsonb) as k(kind text, slots integer)
  ), due as (
    select job.*, waiting.tenant_key,
      row_number() over (partition by waiting.tenant_key order by job.priority desc, job.id) as turn
    from waiting cross join lateral (
      select j.id, j.kind, j.priority from jobs j
      where j.state = 'waiting' and j.tenant_key = waiting.tenant_key
        and j.kind = any (array(select kind from kinds))
        and (j.run_at is null or j.run_at <= $5::text::timestamptz)
      order by j.priority desc, j.id limit $3::integer
    ) job
  ), dealt as (
    select due.*, row_number() over (
      partition by kind order by turn, tenant_key <= $4, tenant_key) as kind_turn
    from due
  ), chosen as (
    select dealt.id, row_number() over (order by turn, tenant_key <= $4, tenant_key) as place
    from dealt join kinds on kinds.kind = dealt.kind
    where dealt.kind_turn <= kinds.slots
    order by place limit $3::integer
  ), locked as (
    -- neither held nor over means waiting, without leading the planner to the index of all that waits
    select id from jobs where id = any (array(select id from chosen))
      and worker_id is null and finished_at is null
    for update skip locked
  ), taken as (
    update jobs set state = 'running', worker_id = $1, fence = nextval('job_fences'),
      attempts = attempts + 1, started_at = $5::text::timestamptz, progress = null
    from locked where jobs.id = locked.id
    returning jobs.id, kind, tenant_id, input, attempts, max_attempts, fence
  )
  select chosen.place, taken.* from chosen left join taken on taken.id = chosen.id
  order by chosen.place`;

/** Takes up to `slots` jobs that are due. @throws DatabaseError when the worker was given up */
export async function claimJobs(execute: Execute, request: ClaimRequest): Promise<Claim> {
  const { workerId, kinds, slots, after, nowMs } = request;
  const rows = await execute(claim, [
    workerId,
    JSON.stringify(kinds),
    slots,
    after,
    new Date(nowMs).toISOString(),
  ]);
  const jobs: ClaimedJob[] = [];
  for (const [, id, kind, tenant, input, attempt, maxAttempts, fence] of rows) {
    // another worker was quicker
    if (id === null) continue;
    jobs.push({
      id: Number(id),
      kind: String(kind),
      tenant: tenant === null ? undefined : tenantId(String(tenant)),
      input: parseJson(input),
      attempt: Number(attempt),
      maxAttempts: Number(maxAttempts),
      fence: Number(fence),
    });
  }
  const last = jobs.at(-1);
  return {
    jobs,
    after: last === undefined ? after : (last.tenant ?? ''),
    found: rows.length > 0,
  };
}
