import { type Clock, Problem, type TenantId } from '@olympus/core';
import { type Database, isForeignKeyViolation } from '@olympus/platform';
import type { JobKind } from '../job.js';
import { inScope as inJobScope, type JobScope, scopeParameter } from '../queue/read.js';
import { toIso } from '../record.js';
import { checkRecurrence, nextAfter, type Recurrence } from './recurrence.js';
import {
  type MissedPolicy,
  type ScheduleDeclaration,
  type ScheduleRecord,
  scheduleColumns,
  toSchedule,
} from './schedule.js';

/** A schedule that a person makes for a tenant. */
export interface NewSchedule<Input> {
  /** Unique in the installation; put again, it is replaced. */
  readonly id: string;
  readonly tenant: TenantId;
  readonly job: JobKind<Input>;
  readonly input: Input;
  readonly recurrence: Recurrence;
  readonly missed?: MissedPolicy | undefined;
  readonly enabled?: boolean | undefined;
}

export interface ScheduleStore {
  /**
   * @throws Problem `invalid_schedule`, `unknown_time_zone`, `invalid_job_input`,
   * `too_many_schedules`, `schedule_taken` when the id is another's, `tenant_not_found`
   */
  put<Input>(schedule: NewSchedule<Input>): Promise<ScheduleRecord>;
  /** @throws Problem `schedule_not_found`, also for one that code declares */
  remove(tenant: TenantId, id: string): Promise<void>;
  list(scope: JobScope): Promise<readonly ScheduleRecord[]>;
  /** @throws Problem `schedule_not_found` */
  get(scope: JobScope, id: string): Promise<ScheduleRecord>;
  /** Makes the declared ones what code says; those it no longer declares go. */
  declare(declarations: readonly ScheduleDeclaration[]): Promise<void>;
}

const perTenant = 200;
/** Schedules have no part that tenants do not see. */
const inScope = (n: number) => inJobScope(n).replace(' and tenant_visible', '');

const upsert = `
  insert into job_schedules (id, tenant_id, declared, kind, input, cron, time_zone, every_ms, missed,
    enabled, next_at, created_at)
  values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8::bigint, $9, $10, $11::text::timestamptz,
    $12::text::timestamptz)
  on conflict (id) do update set kind = excluded.kind, input = excluded.input,
    missed = excluded.missed, enabled = excluded.enabled, cron = excluded.cron,
    time_zone = excluded.time_zone, every_ms = excluded.every_ms,
    next_at = case when (job_schedules.cron, job_schedules.time_zone, job_schedules.every_ms)
      is distinct from (excluded.cron, excluded.time_zone, excluded.every_ms)
      or (excluded.enabled and not job_schedules.enabled)
      then excluded.next_at else job_schedules.next_at end
  where job_schedules.declared = excluded.declared
    and job_schedules.tenant_id is not distinct from excluded.tenant_id
  returning ${scheduleColumns}`;

/** @param deps.changed told when something may be due at another time than before */
export function createScheduleStore(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly changed: () => void;
}): ScheduleStore {
  const { database, clock, changed } = deps;

  const write = async (
    schedule: Omit<NewSchedule<unknown>, 'tenant'>,
    tenant: TenantId | null,
  ): Promise<ScheduleRecord> => {
    const { id, job, recurrence } = schedule;
    checkRecurrence(recurrence);
    const nowMs = clock.now();
    const [row] = await database.execute(upsert, [
      id,
      tenant,
      tenant === null,
      job.kind,
      JSON.stringify(job.parse(schedule.input)),
      'cron' in recurrence ? recurrence.cron : null,
      'cron' in recurrence ? recurrence.timeZone : null,
      'cron' in recurrence ? null : recurrence.everyMs,
      schedule.missed ?? 'once',
      schedule.enabled ?? true,
      toIso(nextAfter(recurrence, nowMs, nowMs)),
      toIso(nowMs),
    ]);
    if (row !== undefined) return toSchedule(row);
    throw new Problem({
      code: 'schedule_taken',
      kind: 'conflict',
      message: `The schedule ${id} is there already and belongs to somebody else`,
      remedy: 'Take another id.',
    });
  };

  const get = async (scope: JobScope, id: string): Promise<ScheduleRecord> => {
    const [row] = await database.execute(
      `select ${scheduleColumns} from job_schedules where id = $2 and ${inScope(1)}`,
      [scopeParameter(scope), id],
    );
    if (row === undefined) throw scheduleNotFound(id);
    return toSchedule(row);
  };

  const refuseTooMany = async ({ tenant, id }: NewSchedule<never>) => {
    const [row] = await database.execute(
      'select count(*) from job_schedules where tenant_id = $1 and id <> $2',
      [tenant, id],
    );
    if (Number(row?.[0]) < perTenant) return;
    throw new Problem({
      code: 'too_many_schedules',
      kind: 'conflict',
      message: `A tenant may have ${perTenant} schedules`,
      remedy: 'Remove one that is no longer needed.',
    });
  };

  return {
    put: async (schedule) => {
      await refuseTooMany(schedule as NewSchedule<never>);
      try {
        const made = await write(schedule, schedule.tenant);
        changed();
        return made;
      } catch (error) {
        if (!isForeignKeyViolation(error)) throw error;
        throw new Problem({
          code: 'tenant_not_found',
          kind: 'not_found',
          message: 'A schedule cannot be stored for a tenant that is not there',
          remedy: 'Look at the list of tenants.',
        });
      }
    },
    remove: async (tenant, id) => {
      const rows = await database.execute(
        'delete from job_schedules where id = $1 and tenant_id = $2 and not declared returning id',
        [id, tenant],
      );
      if (rows.length === 0) throw scheduleNotFound(id);
    },
    list: async (scope) => {
      const rows = await database.execute(
        `select ${scheduleColumns} from job_schedules where ${inScope(1)} order by id`,
        [scopeParameter(scope)],
      );
      return rows.map(toSchedule);
    },
    get,
    declare: async (declarations) => {
      for (const declaration of declarations) await write(declaration, null);
      await database.execute(
        `delete from job_schedules where declared
           and id <> all (array(select jsonb_array_elements_text($1::text::jsonb)))`,
        [JSON.stringify(declarations.map(({ id }) => id))],
      );
      changed();
    },
  };
}

function scheduleNotFound(id: string): Problem {
  return new Problem({
    code: 'schedule_not_found',
    kind: 'not_found',
    message: `There is no schedule ${id}`,
    remedy: 'Look at the list of schedules.',
  });
}
