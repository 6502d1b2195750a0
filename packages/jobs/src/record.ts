import { type TenantId, tenantId } from '@olympus/core';
import type { Row } from '@olympus/platform';

export const jobStates = [
  'waiting',
  'running',
  /** Still running; it was asked to stop. */
  'cancelling',
  'succeeded',
  'cancelled',
  /** Gave up: it failed as often as its kind allows, or in a way that trying again cannot mend. */
  'dead',
] as const;

export type JobState = (typeof jobStates)[number];

export interface JobProgress {
  /** 0 to 1. */
  readonly fraction: number;
  readonly done?: number;
  readonly total?: number;
  readonly sentence?: string;
}

/** Why the last attempt failed. */
export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** What an unexpected error said; not for tenants' eyes. */
  readonly detail?: string;
  readonly attempt: number;
}

/** A job as it is read. Times are ISO 8601. */
export interface JobRecord {
  /** Rises with every job; also the cursor of lists. */
  readonly id: number;
  readonly kind: string;
  /** Null for jobs of the installation. */
  readonly tenantId: TenantId | null;
  readonly state: JobState;
  readonly priority: number;
  readonly exclusiveKey: string | null;
  readonly input: unknown;
  /** Not before; null: as soon as possible. */
  readonly runAt: string | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly progress: JobProgress | null;
  readonly result: unknown;
  readonly error: JobError | null;
  readonly scheduleId: string | null;
  readonly occurrenceAt: string | null;
  readonly createdAt: string;
  /** When the last attempt began. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export const recordColumns = `id, kind, tenant_id, state, priority, exclusive_key, input, run_at,
  attempts, max_attempts, progress, result, error, schedule_id, occurrence_at, created_at,
  started_at, finished_at`;

/** A row of {@link recordColumns}. */
export function toRecord(row: Row): JobRecord {
  const state = jobStates.find((known) => known === row[3]);
  if (state === undefined) throw new Error(`a job is in the unknown state ${String(row[3])}`);
  return {
    id: Number(row[0]),
    kind: String(row[1]),
    tenantId: row[2] === null ? null : tenantId(String(row[2])),
    state,
    priority: Number(row[4]),
    exclusiveKey: textOf(row[5]),
    input: parseJson(row[6]),
    runAt: toIso(row[7]),
    attempts: Number(row[8]),
    maxAttempts: Number(row[9]),
    progress: parseJson(row[10]) as JobProgress | null,
    result: parseJson(row[11]),
    error: parseJson(row[12]) as JobError | null,
    scheduleId: textOf(row[13]),
    occurrenceAt: toIso(row[14]),
    createdAt: toIso(row[15]) ?? '',
    startedAt: toIso(row[16]),
    finishedAt: toIso(row[17]),
  };
}

export function parseJson(value: unknown): unknown {
  return value === null ? null : JSON.parse(String(value));
}

/** Milliseconds since 1970 as ISO 8601. */
export function toIso(ms: unknown): string | null {
  return ms === null || ms === undefined ? null : new Date(Number(ms)).toISOString();
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value);
}
