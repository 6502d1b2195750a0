import type { TenantId } from '@olympus/core';
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
      const waiting = (await work.tenants()).values();
      let tenants = 0;
      const lane = async () => {
        for (const tenant of waiting) {
          signal.throwIfAborted();
          tenants += 1;
          // what goes wrong with one tenant is no other's matter
          await work.look(tenant, signal).catch((error: unknown) => {
            log.error(`${tenant}: ${error instanceof Error ? error.message : String(error)}`);
          });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
      return { tenants };
    },
  });
  jobs.register(look);
  jobs.declare(
    defineSchedule({ id: look.kind, job: look, input: {}, recurrence: { everyMs: minuteMs } }),
  );
}
