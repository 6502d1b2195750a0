import { inTurns, type TenantId } from '@olympus/core';
import { defineJob, defineSchedule, type Jobs } from '@olympus/jobs';
import { Type } from 'typebox';

const minuteMs = 60_000;
/** Tenants that are looked at at the same time. */
const atOnce = 4;

/**
 * Every minute, in one process: what is still to be told is told, and windows that ended are judged.
 * Tenants take turns, a few at a time.
 */
export function registerLooking(
  jobs: Pick<Jobs, 'register' | 'declare'>,
  work: {
    readonly tenants: () => Promise<readonly TenantId[]>;
    readonly look: (tenant: TenantId, signal: AbortSignal) => Promise<void>;
  },
): void {
  const look = defineJob({
    kind: 'alerts.look',
    input: Type.Object({}),
    visibleToTenant: false,
    run: async ({ signal, log }) => {
      const tenants = await work.tenants();
      await inTurns(tenants, atOnce, async (tenant) => {
        signal.throwIfAborted();
        // what goes wrong with one tenant is no other's matter
        await work.look(tenant, signal).catch((error: unknown) => {
          log.error(`${tenant}: ${error instanceof Error ? error.message : String(error)}`);
        });
      });
      return { tenants: tenants.length };
    },
  });
  jobs.register(look);
  jobs.declare(
    defineSchedule({ id: look.kind, job: look, input: {}, recurrence: { everyMs: minuteMs } }),
  );
}
