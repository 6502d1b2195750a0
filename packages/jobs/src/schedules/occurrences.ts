import type { Clock, Logger } from '@olympus/core';
import type { Database } from '@olympus/platform';
import type { JobKind } from '../job.js';
import { toIso } from '../record.js';
import { latestUntil, nextAfter } from './recurrence.js';
import { type ScheduleRecord, scheduleColumns, toSchedule } from './schedule.js';

/** How late an occurrence of a schedule that skips missed ones may still run. */
const lateMs = 5 * 60_000;

/** A clock that is set back by less is waited for; by more, schedules start anew from it. */
const setBackMs = 24 * 60 * 60_000;

/**
 * Moves a schedule on and enqueues its job as one statement. Whoever finds the schedule where it
 * was does it; anybody else, in this process or another, changes nothing. While the job of an
 * earlier occurrence waits or runs, no other is made.
 */
const fire = `
  with moved as (
    update job_schedules set next_at = $3::text::timestamptz, last_at = $4::text::timestamptz
    where id = $1 and next_at = $2::text::timestamptz and enabled
    returning id, tenant_id, kind, input
  )
  insert into jobs (kind, tenant_id, tenant_visible, state, priority, exclusive_key, input,
    max_attempts, schedule_id, occurrence_at, created_at)
  select kind, tenant_id, $5::boolean, 'waiting', $6::integer, 'schedule:' || id, input,
    $7::integer, id, $4::text::timestamptz, $8::text::timestamptz
  from moved
  on conflict do nothing
  returning id`;

const skip = `
  update job_schedules set next_at = $3::text::timestamptz
  where id = $1 and next_at is not distinct from $2::text::timestamptz and enabled`;

/** Enqueues what schedules have due. */
export interface Occurrences {
  /** @returns how many jobs were made by this call */
  fireDue(kinds: ReadonlyMap<string, JobKind>): Promise<number>;
}

export function createOccurrences(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}): Occurrences {
  const { database, clock, log } = deps;

  const fireOne = async (schedule: ScheduleRecord, kind: JobKind, nowMs: number) => {
    const { id, recurrence, missed } = schedule;
    const nextMs = Date.parse(schedule.nextAt ?? '');
    const occurrenceMs = latestUntil(recurrence, nowMs, nextMs) ?? nextMs;
    const following = toIso(nextAfter(recurrence, nowMs, nextMs));
    if (missed === 'skip' && nowMs - occurrenceMs > lateMs) {
      await database.execute(skip, [id, toIso(nextMs), following]);
      return 0;
    }
    const rows = await database.execute(fire, [
      id,
      toIso(nextMs),
      following,
      // the zone's rules may have changed since the next occurrence was computed
      toIso(Math.max(occurrenceMs, nextMs)),
      kind.visibleToTenant,
      kind.priority,
      kind.retry.attempts,
      toIso(nowMs),
    ]);
    return rows.length;
  };

  /** A clock that once was far ahead must not silence schedules until it gets there again. */
  const startAnew = async ({ id, recurrence, lastAt }: ScheduleRecord, nowMs: number) => {
    log.warn({ schedule: id, lastAt }, 'the clock was set back; the schedule starts anew');
    await database.execute(
      `update job_schedules set next_at = $3::text::timestamptz, last_at = null
       where id = $1 and last_at = $2::text::timestamptz`,
      [id, lastAt, toIso(nextAfter(recurrence, nowMs, nowMs))],
    );
  };

  return {
    fireDue: async (kinds) => {
      const nowMs = clock.now();
      const rows = await database.execute(
        `select ${scheduleColumns} from job_schedules
         where enabled and (next_at <= $1::text::timestamptz or last_at > $2::text::timestamptz)
         order by next_at`,
        [toIso(nowMs), toIso(nowMs + setBackMs)],
      );
      let made = 0;
      for (const schedule of rows.map(toSchedule)) {
        const kind = kinds.get(schedule.kind);
        if (kind === undefined) continue;
        if (Date.parse(schedule.lastAt ?? '') > nowMs + setBackMs) await startAnew(schedule, nowMs);
        else made += await fireOne(schedule, kind, nowMs);
      }
      return made;
    },
  };
}
