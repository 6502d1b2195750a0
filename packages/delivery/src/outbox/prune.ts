import type { Clock } from '@olympus/core';
import type { Database } from '@olympus/platform';
import { deliveryLimits } from '../limits.js';

/** Removes what is old: the log's messages, and notices that nobody is still to be sent. */
export async function pruneMessages(database: Database, clock: Clock): Promise<number> {
  const before = (ms: number) => new Date(clock.now() - ms).toISOString();
  const sent = await database.execute(
    `delete from delivery_outbox where settled_at < $1::text::timestamptz returning id`,
    [before(deliveryLimits.logMs)],
  );
  const notices = await database.execute(
    `delete from delivery_notices n where n.created_at < $1::text::timestamptz
       and not exists (select 1 from delivery_outbox o where o.notice_id = n.id and o.state = 'waiting')
     returning n.id`,
    [before(deliveryLimits.noticesMs)],
  );
  return sent.length + notices.length;
}
