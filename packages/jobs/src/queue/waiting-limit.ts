import { Problem, type TenantId } from '@olympus/core';
import type { Execute } from '@olympus/platform';

/** Keeps one tenant from filling the queue. */
export interface WaitingLimit {
  /** Makes room for `jobs` more. @throws Problem `too_many_waiting_jobs` */
  admit(execute: Execute, tenant: TenantId, jobs: number): Promise<void>;
}

/**
 * Counting costs as much as there is to count, so after each count half of the room that is left is
 * given out without another. Exact within one process; several may pass the limit together by what
 * each has in hand.
 */
export function createWaitingLimit(limit: number): WaitingLimit {
  const inHand = new Map<TenantId, number>();
  return {
    admit: async (execute, tenant, jobs) => {
      const left = inHand.get(tenant) ?? 0;
      if (left >= jobs) {
        inHand.set(tenant, left - jobs);
        return;
      }
      const [row] = await execute(
        `select count(*) from jobs where tenant_key = $1 and state = 'waiting'`,
        [tenant],
      );
      const room = limit - Number(row?.[0]) - jobs;
      if (room < 0) {
        throw new Problem({
          code: 'too_many_waiting_jobs',
          kind: 'rate_limited',
          message: `The tenant ${tenant} has ${Number(row?.[0])} jobs waiting; ${limit} may`,
          remedy: 'Wait until some are done, or cancel some.',
          retryAfterSeconds: 60,
        });
      }
      if (inHand.size >= 10_000) inHand.clear();
      inHand.set(tenant, Math.floor(room / 2));
    },
  };
}
