import type { TenantId } from '@olympus/core';
import type { Row } from '@olympus/platform';
import type { JobKind } from '../job.js';
import { parseJson, toIso } from '../record.js';
import type { Recurrence } from './recurrence.js';

/**
 * What happens with occurrences that came while nothing ran: `once` runs the latest of them as soon
 * as it can, `skip` waits for the next.
 */
export type MissedPolicy = 'once' | 'skip';

/** A schedule that a room declares. */
export interface ScheduleDeclaration<Input = unknown> {
  /** `<room>.<what>`; stands for the schedule over restarts. */
  readonly id: string;
  readonly job: JobKind<Input>;
  readonly input: Input;
  readonly recurrence: Recurrence;
  /** Default `once`. */
  readonly missed?: MissedPolicy;
}

/** A schedule whose input fits its job. */
export function defineSchedule<Input>(
  declaration: ScheduleDeclaration<Input>,
): ScheduleDeclaration<Input> {
  return declaration;
}

/** A schedule as it is read. Times are ISO 8601. */
export interface ScheduleRecord {
  readonly id: string;
  readonly tenantId: TenantId | null;
  /** Whether code declares it; others were made by people. */
  readonly declared: boolean;
  readonly kind: string;
  readonly input: unknown;
  readonly recurrence: Recurrence;
  readonly missed: MissedPolicy;
  readonly enabled: boolean;
  readonly nextAt: string | null;
  /** The last occurrence that was run. */
  readonly lastAt: string | null;
}

export const scheduleColumns = `id, tenant_id, declared, kind, input, cron, time_zone, every_ms,
  missed, enabled, next_at, last_at`;

/** A row of {@link scheduleColumns}. */
export function toSchedule(row: Row): ScheduleRecord {
  const [id, tenant, declared, kind, input, cron, timeZone, everyMs, missed, enabled, next, last] =
    row;
  return {
    id: String(id),
    tenantId: tenant as TenantId | null,
    declared: declared === true,
    kind: String(kind),
    input: parseJson(input),
    recurrence:
      everyMs === null
        ? { cron: String(cron), timeZone: String(timeZone) }
        : { everyMs: Number(everyMs) },
    missed: missed === 'skip' ? 'skip' : 'once',
    enabled: enabled === true,
    nextAt: toIso(next),
    lastAt: toIso(last),
  };
}
