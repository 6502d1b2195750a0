import { Problem, type TenantId } from '@olympus/core';
import { type Execute, isForeignKeyViolation } from '@olympus/platform';
import type { JobKind } from '../job.js';

export interface EnqueueOptions {
  /** Whose job it is; undefined for the installation's. */
  readonly tenant?: TenantId | undefined;
  /** At most one job of a kind, tenant and key waits or runs; a second is answered by the first. */
  readonly exclusiveKey?: string | undefined;
  /** Not before, in milliseconds since 1970 UTC. */
  readonly runAtMs?: number | undefined;
  /** Instead of the kind's. */
  readonly priority?: number | undefined;
}

export interface Enqueued {
  readonly id: number;
  /** False where a job of the same exclusive key was there already: `id` is that one's. */
  readonly created: boolean;
}

/** A job to be, its input checked. */
export interface NewJob extends EnqueueOptions {
  readonly kind: JobKind;
  readonly input: unknown;
  readonly scheduleId?: string | undefined;
}

const maxInputBytes = 256 * 1024;

/** One row of the statement below. */
export function toStored(job: NewJob): Readonly<Record<string, unknown>> {
  const input = JSON.stringify(job.kind.parse(job.input) ?? null);
  if (Buffer.byteLength(input) > maxInputBytes) {
    throw new Problem({
      code: 'job_input_too_large',
      kind: 'too_large',
      message: `The input of a job may have ${maxInputBytes / 1024} KB`,
      remedy: 'Put what is large into a file and name it in the input.',
    });
  }
  return {
    kind: job.kind.kind,
    tenant_id: job.tenant ?? null,
    tenant_visible: job.kind.visibleToTenant,
    priority: job.priority ?? job.kind.priority,
    exclusive_key: job.exclusiveKey ?? null,
    input: JSON.parse(input),
    run_at: job.runAtMs === undefined ? null : new Date(job.runAtMs).toISOString(),
    max_attempts: job.kind.retry.attempts,
    schedule_id: job.scheduleId ?? null,
  };
}

const insert = `
  with asked as materialized (
    select nextval('jobs_id_seq') as id, item.ord, job.*
    from jsonb_array_elements($1::text::jsonb) with ordinality as item(value, ord),
      jsonb_to_record(item.value) as job(kind text, tenant_id text, tenant_visible boolean,
        priority integer, exclusive_key text, input jsonb, run_at timestamptz,
        max_attempts integer, schedule_id text)
  ), made as (
    insert into jobs (id, kind, tenant_id, tenant_visible, state, priority, exclusive_key, input,
      run_at, max_attempts, schedule_id, created_at)
    select id, kind, tenant_id, tenant_visible, 'waiting', priority, exclusive_key, input,
      run_at, max_attempts, schedule_id, $2::text::timestamptz
    from asked order by ord
    on conflict do nothing
    returning id
  )
  select id, id in (select id from made) from asked order by ord`;

const findActive = `
  select id from jobs
  where tenant_key = coalesce($1::text, '') and kind = $2 and exclusive_key = $3
    and state in ('waiting', 'running', 'cancelling')`;

/**
 * Stores jobs, in order, by one statement.
 * @throws Problem `invalid_job_input`, `job_input_too_large`, `tenant_not_found`
 */
export async function insertJobs(
  execute: Execute,
  jobs: readonly NewJob[],
  nowMs: number,
): Promise<readonly Enqueued[]> {
  const stored = jobs.map(toStored);
  const now = new Date(nowMs).toISOString();
  try {
    const rows = await execute(insert, [JSON.stringify(stored), now]);
    const answers: Enqueued[] = [];
    for (const [i, [id, made]] of rows.entries()) {
      if (made === true) answers.push({ id: Number(id), created: true });
      else answers.push(await takeFirst(execute, stored[i] ?? {}, now));
    }
    return answers;
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new Problem({
      code: 'tenant_not_found',
      kind: 'not_found',
      message: 'A job cannot be stored for a tenant that is not there',
      remedy: 'Look at the list of tenants.',
    });
  }
}

/** The job that holds the key; should it end at this moment, the key is free again. */
async function takeFirst(
  execute: Execute,
  stored: Readonly<Record<string, unknown>>,
  now: string,
): Promise<Enqueued> {
  for (;;) {
    const key = [stored.tenant_id, stored.kind, stored.exclusive_key];
    const [active] = await execute(findActive, key);
    if (active !== undefined) return { id: Number(active[0]), created: false };
    const [again] = await execute(insert, [JSON.stringify([stored]), now]);
    if (again?.[1] === true) return { id: Number(again[0]), created: true };
  }
}
