import type { Clock } from '@olympus/core';
import type { Database } from '@olympus/platform';
import { isoOf } from './cells.js';

/** How long a process may evaluate by itself; it asks again at half of it. */
const leaseMs = 20_000;

/**
 * Lets one process at a time evaluate when data changes. On a store of one process it is always it.
 * What two would find at the same moment counts once all the same.
 */
export function createLease(database: Database, clock: Clock, self: string) {
  let heldUntilMs = 0;
  return async (): Promise<boolean> => {
    if (database.kind === 'pglite') return true;
    const nowMs = clock.now();
    if (nowMs < heldUntilMs - leaseMs / 2) return true;
    const rows = await database.execute(
      `insert into alert_lease (id, holder, until) values (1, $1, $2::text::timestamptz)
       on conflict (id) do update set holder = excluded.holder, until = excluded.until
       where alert_lease.holder = excluded.holder or alert_lease.until < $3::text::timestamptz
       returning holder`,
      [self, isoOf(nowMs + leaseMs), isoOf(nowMs)],
    );
    heldUntilMs = rows.length > 0 ? nowMs + leaseMs : 0;
    return rows.length > 0;
  };
}
