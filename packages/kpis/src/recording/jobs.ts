import type { TenantId } from '@olympus/core';
import { defineJob, defineSchedule, type Jobs } from '@olympus/jobs';
import { Type } from 'typebox';

/** How often periods that have ended are looked for: time zones differ by quarters of an hour. */
const lookEveryMs = 15 * 60_000;

/** The room's work on the queue. */
export interface RecordingJobs {
  /** Records what has ended of one tenant, soon. */
  enqueue(tenant: TenantId): Promise<void>;
}

/**
 * A job that looks which tenants have a period that ended, and one for each of them that records it.
 * @param work.record  records one tenant's finished periods and says how many
 */
export function registerRecording(
  jobs: Pick<Jobs, 'register' | 'declare' | 'enqueue'>,
  work: {
    readonly due: () => Promise<readonly TenantId[]>;
    readonly record: (tenant: TenantId, signal: AbortSignal) => Promise<number>;
  },
): RecordingJobs {
  const record = defineJob({
    kind: 'kpis.record',
    input: Type.Object({}),
    concurrency: 2,
    run: async ({ tenant, signal }) => {
      if (tenant === undefined) throw new Error('KPIs are some business’s');
      return { recorded: await work.record(tenant, signal) };
    },
  });
  const enqueue = async (tenant: TenantId) => {
    await jobs.enqueue(record, {}, { tenant, exclusiveKey: 'record' });
  };
  const look = defineJob({
    kind: 'kpis.look',
    input: Type.Object({}),
    visibleToTenant: false,
    run: async () => {
      const due = await work.due();
      for (const tenant of due) await enqueue(tenant);
      return { tenants: due.length };
    },
  });
  jobs.register(record, look);
  jobs.declare(
    defineSchedule({ id: look.kind, job: look, input: {}, recurrence: { everyMs: lookEveryMs } }),
  );
  return { enqueue };
}
