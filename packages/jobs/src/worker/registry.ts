import type { Clock } from '@olympus/core';
import type { Database, Execute } from '@olympus/platform';

/** What one beat of a worker's heart found out. */
export interface Beat {
  /** False when others took this worker for dead: whatever it held is no longer its own. */
  readonly alive: boolean;
  readonly others: readonly { readonly id: string; readonly beat: number }[];
  /** Jobs of this worker that were asked to stop. */
  readonly cancelling: readonly number[];
}

/** The workers of all processes on one store. A worker's row is the lease on all that it holds. */
export interface WorkerRegistry {
  enter(id: string): Promise<void>;
  beat(id: string): Promise<Beat>;
  /** Gives back what a dead worker held. Its attempts count, so that a job that kills ends dead. */
  bury(id: string): Promise<void>;
  /** Buries every worker but this one. */
  buryOthers(id: string): Promise<void>;
  leave(id: string): Promise<void>;
}

const beatStatement = `
  with mine as (update job_workers set beat = beat + 1 where id = $1 returning id)
  select 'mine', id, 0 from mine
  union all select 'other', id, beat from job_workers where id <> $1
  union all select 'cancelling', '', id from jobs where worker_id = $1 and state = 'cancelling'`;

const giveBack = `
  update jobs set
    state = case when state = 'cancelling' then 'cancelled'
      when attempts >= max_attempts then 'dead' else 'waiting' end,
    finished_at = case when state = 'cancelling' or attempts >= max_attempts
      then $2::text::timestamptz end,
    error = jsonb_build_object('code', 'worker_lost',
      'message', 'The process that ran it ended in the middle.', 'attempt', attempts),
    worker_id = null
  where worker_id = $1`;

export function createWorkerRegistry(database: Database, clock: Clock): WorkerRegistry {
  const now = () => new Date(clock.now()).toISOString();
  const bury = async (execute: Execute, id: string) => {
    // holding the row keeps the worker, should it live, from taking more
    await execute('select id from job_workers where id = $1 for update', [id]);
    await execute(giveBack, [id, now()]);
    await execute('delete from job_workers where id = $1', [id]);
  };
  return {
    enter: async (id) => {
      await database.execute(
        'insert into job_workers (id, beat, started_at) values ($1, 0, $2::text::timestamptz)',
        [id, now()],
      );
    },
    beat: async (id) => {
      const rows = await database.execute(beatStatement, [id]);
      const of = (what: string) => rows.filter((row) => row[0] === what);
      return {
        alive: of('mine').length > 0,
        others: of('other').map(([, other, beat]) => ({ id: String(other), beat: Number(beat) })),
        cancelling: of('cancelling').map(([, , job]) => Number(job)),
      };
    },
    bury: (id) => database.script((execute) => bury(execute, id)),
    buryOthers: (id) =>
      database.script(async (execute) => {
        const rows = await execute('select id from job_workers where id <> $1', [id]);
        for (const [other] of rows) await bury(execute, String(other));
      }),
    leave: (id) => database.script((execute) => bury(execute, id)),
  };
}
