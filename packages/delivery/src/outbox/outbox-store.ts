import type { Clock, TenantId } from '@olympus/core';
import { tenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import type { Failure } from '../channels/channel.js';
import { deliveryLimits } from '../limits.js';
import { severities } from '../notice.js';
import { instantOf, parsedJson } from '../rows.js';
import type { Parcel, StoredNotice } from './parcel.js';

/** The oldest message of a recipient that waits; what comes after it waits for it. */
export interface Head {
  readonly id: number;
  readonly recipient: string;
  readonly dueMs: number;
  /** Undefined until its first attempt. */
  readonly batch: number | undefined;
}

/** What one worker does with one channel's queue. Writes of a worker that was replaced do nothing. */
export interface OutboxStore {
  /** Takes the channel for the holder of this number. @returns false where a later one has it */
  take(channel: string, fence: number): Promise<boolean>;
  heads(channel: string): Promise<readonly Head[]>;
  /** When messages were sent to the recipient within the window, oldest first, in milliseconds. */
  sentWithin(channel: string, recipient: string): Promise<readonly number[]>;
  /** Makes a parcel of the head, or of all that waits behind it too. @returns its batch */
  pack(channel: string, fence: number, head: Head, all: boolean): Promise<number>;
  parcel(batch: number): Promise<Parcel | undefined>;
  sent(parcel: Parcel, fence: number): Promise<void>;
  later(parcel: Parcel, fence: number, failure: Failure, dueMs: number): Promise<void>;
  dead(parcel: Parcel, fence: number, failure: Failure): Promise<void>;
  /** Holds the queue of one recipient, or of all of the channel. */
  hold(channel: string, recipient: string | undefined, untilMs: number): Promise<void>;
  /** Channels with something due, of all tenants. */
  due(): Promise<readonly { readonly channel: string; readonly tenant: TenantId }[]>;
  /** When the channel's next message is due, in milliseconds; undefined when none waits. */
  nextDue(channel: string): Promise<number | undefined>;
}

const noticeColumns = 'n.id, n.thread, n.severity, n.title, n.lines, n.facts, n.path, n.at';

export function toNotice(row: Row): StoredNotice {
  const [id, thread, severity, title, lines, facts, path, at] = row;
  return {
    id: Number(id),
    thread: String(thread),
    severity: severities[Number(severity)] ?? 'info',
    title: String(title),
    lines: parsedJson(lines),
    facts: parsedJson(facts),
    path: String(path),
    at: instantOf(at),
  };
}

/** The heads of all recipients' queues. */
const headsSql = `select distinct on (recipient) id, recipient, due_at, batch
  from delivery_outbox where channel_id = $1 and state = 'waiting' order by recipient, id`;

const held = 'exists (select 1 from delivery_channels c where c.id = channel_id and c.fence = $2)';

export function createOutboxStore(database: Database, clock: Clock): OutboxStore {
  const at = (ms: number) => new Date(ms).toISOString();
  const now = () => at(clock.now());

  return {
    async take(channel, fence) {
      const rows = await database.execute(
        'update delivery_channels set fence = $2 where id = $1 and fence <= $2 and active returning id',
        [channel, fence],
      );
      return rows.length > 0;
    },
    async heads(channel) {
      const rows = await database.execute(headsSql, [channel]);
      return rows.map(([id, recipient, dueAt, batch]) => ({
        id: Number(id),
        recipient: String(recipient),
        dueMs: Number(dueAt),
        batch: batch === null ? undefined : Number(batch),
      }));
    },
    async sentWithin(channel, recipient) {
      const rows = await database.execute(
        `select max(settled_at) as sent_at from delivery_outbox
         where channel_id = $1 and recipient = $2 and state = 'sent'
           and settled_at > $3::text::timestamptz group by batch order by sent_at`,
        [channel, recipient, at(clock.now() - deliveryLimits.windowMs)],
      );
      return rows.map(([sentAt]) => Number(sentAt));
    },
    async pack(channel, fence, head, all) {
      await database.execute(
        `update delivery_outbox set batch = $3 where channel_id = $1 and ${held}
           and state = 'waiting' and batch is null
           and ${all ? 'recipient = $4' : 'id = $3 and recipient = $4'}`,
        [channel, fence, head.id, head.recipient],
      );
      return head.id;
    },
    async parcel(batch) {
      const rows = await database.execute(
        `select ${noticeColumns}, o.tenant_id, o.channel_id, o.recipient, o.attempts, o.since,
           count(*) over ()
         from delivery_outbox o join delivery_notices n on n.id = o.notice_id
         where o.batch = $1 and o.state = 'waiting' order by o.id limit ${deliveryLimits.namedInDigest}`,
        [batch],
      );
      const [first] = rows;
      if (first === undefined) return undefined;
      const [tenant, channel, recipient, attempts, since, total] = first.slice(8);
      return {
        batch,
        tenant: tenantId(String(tenant)),
        channel: String(channel),
        recipient: String(recipient),
        notices: rows.map(toNotice),
        total: Number(total),
        attempts: Number(attempts),
        sinceMs: Number(since),
      };
    },
    async sent({ batch, channel }, fence) {
      await database.script(async (execute) => {
        await execute(
          `update delivery_outbox set state = 'sent', attempts = attempts + 1, failure = null,
             settled_at = $3::text::timestamptz
           where batch = $1 and state = 'waiting' and ${held}`,
          [batch, fence, now()],
        );
        await execute(
          `update delivery_channels set sent_at = $3::text::timestamptz, failing_since = null,
             failure = null where id = $1 and fence = $2`,
          [channel, fence, now()],
        );
      });
    },
    async later({ batch, channel }, fence, failure, dueMs) {
      await database.script(async (execute) => {
        await execute(
          `update delivery_outbox set attempts = attempts + 1, failure = $3::text::jsonb,
             due_at = $4::text::timestamptz where batch = $1 and state = 'waiting' and ${held}`,
          [batch, fence, JSON.stringify(failure), at(dueMs)],
        );
        await execute(failingSql, [channel, fence, JSON.stringify(failure), now()]);
      });
    },
    async dead({ batch, channel }, fence, failure) {
      await database.script(async (execute) => {
        await execute(
          `update delivery_outbox set state = 'dead', attempts = attempts + 1,
             failure = $3::text::jsonb, settled_at = $4::text::timestamptz
           where batch = $1 and state = 'waiting' and ${held}`,
          [batch, fence, JSON.stringify(failure), now()],
        );
        await execute(failingSql, [channel, fence, JSON.stringify(failure), now()]);
      });
    },
    async hold(channel, recipient, untilMs) {
      await database.execute(
        `update delivery_outbox o set due_at = $2::text::timestamptz
         where o.channel_id = $1 and o.state = 'waiting' and o.due_at < $2::text::timestamptz
           and ($3::text is null or o.recipient = $3)
           and o.id in (select min(first.id) from delivery_outbox first
             where first.channel_id = $1 and first.state = 'waiting' group by first.recipient)`,
        [channel, at(untilMs), recipient ?? null],
      );
    },
    async due() {
      const rows = await database.execute(
        `select distinct o.channel_id, o.tenant_id from delivery_outbox o
         join delivery_channels c on c.id = o.channel_id and c.active
         where o.state = 'waiting' and o.due_at <= $1::text::timestamptz
           and not exists (select 1 from delivery_outbox before where before.state = 'waiting'
             and before.channel_id = o.channel_id and before.recipient = o.recipient
             and before.id < o.id)`,
        [now()],
      );
      return rows.map(([channel, tenant]) => ({
        channel: String(channel),
        tenant: tenantId(String(tenant)),
      }));
    },
    async nextDue(channel) {
      const [row] = await database.execute(
        `select min(due_at) from (${headsSql}) heads
         where exists (select 1 from delivery_channels where id = $1 and active)`,
        [channel],
      );
      return row?.[0] == null ? undefined : Number(row[0]);
    },
  };
}

const failingSql = `update delivery_channels
  set failing_since = coalesce(failing_since, $4::text::timestamptz), failure = $3::text::jsonb
  where id = $1 and fence = $2`;
