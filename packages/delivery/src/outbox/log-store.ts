import type { Clock, TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import type { Failure } from '../channels/channel.js';
import { type Severity, severities } from '../notice.js';
import { messageNotDead } from '../problems.js';
import { instantOf, instantOrNull, parsedJson } from '../rows.js';

export const messageStates = ['waiting', 'sent', 'dead'] as const;
export type MessageState = (typeof messageStates)[number];

/** One message of a channel, as its log shows it. */
export interface LoggedMessage {
  readonly id: number;
  readonly state: MessageState;
  /** Key of the address or person it is for; empty where the channel leads to one place. */
  readonly recipient: string;
  readonly severity: Severity;
  readonly title: string;
  readonly path: string;
  /** Whether it is one of several that go as a digest. */
  readonly inDigest: boolean;
  readonly attempts: number;
  readonly failure: Failure | null;
  readonly createdAt: string;
  /** While it waits: when it is tried next. */
  readonly dueAt: string | null;
  readonly settledAt: string | null;
}

export interface Counts {
  readonly waiting: number;
  readonly dead: number;
}

/** What was, is and will be sent by the channels of a tenant. */
export interface LogStore {
  /** Newest first. */
  list(
    tenant: TenantId,
    channel: string,
    filter: {
      readonly state?: MessageState | undefined;
      readonly before?: number | undefined;
      readonly limit: number;
    },
  ): Promise<readonly LoggedMessage[]>;
  counts(tenant: TenantId): Promise<ReadonlyMap<string, Counts>>;
  /**
   * Has dead messages tried anew, for as long as the first time: one, with what went in its digest,
   * or all of the channel.
   * @returns how many. @throws Problem `message_not_dead`
   */
  resend(tenant: TenantId, channel: string, id: number | undefined): Promise<number>;
  unsubscribed(channel: string): Promise<ReadonlySet<string>>;
  /** Ends messages to a recipient, of those that wait too. @returns the channel's tenant and name */
  unsubscribe(
    channel: string,
    recipient: string,
  ): Promise<{ readonly tenant: TenantId; readonly name: string } | undefined>;
  /** Takes back that somebody unsubscribed. */
  subscribe(channel: string, recipient: string): Promise<void>;
}

const logSql = `select o.id, o.state, o.recipient, n.severity, n.title, n.path,
    exists (select 1 from delivery_outbox other where other.batch = o.batch and other.id <> o.id),
    o.attempts, o.failure, n.created_at, o.due_at, o.settled_at
  from delivery_outbox o join delivery_notices n on n.id = o.notice_id`;

export function createLogStore(database: Database, clock: Clock): LogStore {
  const now = () => new Date(clock.now()).toISOString();
  return {
    async list(tenant, channel, { state, before, limit }) {
      const rows = await database.execute(
        `${logSql} where o.tenant_id = $1 and o.channel_id = $2
           and ($3::text is null or o.state = $3)
           and ($4::text is null or o.id < $4::text::bigint)
         order by o.id desc limit ${limit}`,
        [tenant, channel, state ?? null, before === undefined ? null : String(before)],
      );
      return rows.map(toMessage);
    },
    async counts(tenant) {
      const rows = await database.execute(
        `select channel_id, count(*) filter (where state = 'waiting'),
           count(*) filter (where state = 'dead')
         from delivery_outbox where tenant_id = $1 and state <> 'sent' group by channel_id`,
        [tenant],
      );
      return new Map(
        rows.map(([channel, waiting, dead]) => [
          String(channel),
          { waiting: Number(waiting), dead: Number(dead) },
        ]),
      );
    },
    async resend(tenant, channel, id) {
      const rows = await database.execute(
        `update delivery_outbox o set state = 'waiting', attempts = 0, settled_at = null,
           since = $3::text::timestamptz, due_at = $3::text::timestamptz
         where o.tenant_id = $1 and o.channel_id = $2 and o.state = 'dead'
           and ($4::text is null or coalesce(o.batch, o.id) =
             (select coalesce(one.batch, one.id) from delivery_outbox one where one.id = $4::text::bigint))
         returning o.id`,
        [tenant, channel, now(), id === undefined ? null : String(id)],
      );
      if (id !== undefined && rows.length === 0) throw messageNotDead();
      return rows.length;
    },
    async unsubscribed(channel) {
      const rows = await database.execute(
        'select recipient from delivery_unsubscribed where channel_id = $1',
        [channel],
      );
      return new Set(rows.map(([recipient]) => String(recipient)));
    },
    unsubscribe: (channel, recipient) =>
      database.script(async (execute) => {
        const [row] = await execute(
          'select tenant_id, name, kind from delivery_channels where id = $1',
          [channel],
        );
        if (row === undefined) return undefined;
        if (row[2] === 'people') {
          await execute(
            'update delivery_readers set email = 3 where tenant_id = $1 and user_id = $2',
            [row[0], recipient],
          );
        } else {
          await execute(
            `insert into delivery_unsubscribed values ($1, $2, $3::text::timestamptz)
             on conflict do nothing`,
            [channel, recipient, now()],
          );
        }
        await execute(
          `delete from delivery_outbox
           where channel_id = $1 and recipient = $2 and state = 'waiting'`,
          [channel, recipient],
        );
        return { tenant: String(row[0]) as TenantId, name: String(row[1]) };
      }),
    async subscribe(channel, recipient) {
      await database.execute(
        'delete from delivery_unsubscribed where channel_id = $1 and recipient = $2',
        [channel, recipient],
      );
    },
  };
}

function toMessage(row: Row): LoggedMessage {
  const [id, state, recipient, severity, title, path, inDigest, attempts, failure] = row;
  const known = messageStates.find((one) => one === state) ?? 'waiting';
  return {
    id: Number(id),
    state: known,
    recipient: String(recipient),
    severity: severities[Number(severity)] ?? 'info',
    title: String(title),
    path: String(path),
    inDigest: inDigest === true,
    attempts: Number(attempts),
    failure: failure === null ? null : parsedJson(failure),
    createdAt: instantOf(row[9]),
    dueAt: known === 'waiting' ? instantOf(row[10]) : null,
    settledAt: instantOrNull(row[11]),
  };
}
