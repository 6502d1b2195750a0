import type { TenantId } from '@olympus/core';
import { type Database, storable } from '@olympus/platform';
import type { Recipients } from '../delivery.js';
import { type Notice, severities } from '../notice.js';

/** A place in a channel's queue. */
export interface Lane {
  readonly channel: string;
  /** Key of an address, id of a person, or empty where a channel leads to one place. */
  readonly recipient: string;
}

/**
 * Notice, inbox and outbox in one statement: all of it is stored or nothing. Where the tenant has a
 * notice of this cause already, nothing is stored.
 */
const commitSql = `with fresh as (
  insert into delivery_notices
    (tenant_id, cause, thread, severity, title, lines, facts, path, everybody, at, created_at)
  values ($1, $2, $3, $4::text::integer, $5, $6::text::jsonb, $7::text::jsonb, $8, $9::text::jsonb is null,
    $10::text::timestamptz, $11::text::timestamptz)
  on conflict (tenant_id, cause) do nothing returning id
), audience as (
  insert into delivery_audience (notice_id, user_id)
  select fresh.id, u.id from fresh, users u
  where u.id in (select jsonb_array_elements_text(coalesce($9::text::jsonb, '[]')))
), lanes as (
  select lane.channel, lane.recipient
  from jsonb_to_recordset($12::text::jsonb) as lane (channel text, recipient text)
  union
  select c.id, r.user_id from delivery_readers r
  join users u on u.id = r.user_id
  left join memberships m on m.tenant_id = r.tenant_id and m.user_id = r.user_id
  join delivery_channels c on c.tenant_id = r.tenant_id and c.kind = 'people'
  where r.tenant_id = $1 and r.email <= $4::text::integer
    and (m.user_id is not null or u.operator)
    and ($9::text::jsonb is null
      or r.user_id in (select jsonb_array_elements_text($9::text::jsonb)))
), queued as (
  insert into delivery_outbox
    (tenant_id, channel_id, notice_id, recipient, state, attempts, since, due_at)
  select $1, c.id, fresh.id, lanes.recipient, 'waiting', 0,
    $11::text::timestamptz, $11::text::timestamptz
  from fresh, lanes join delivery_channels c on c.id = lanes.channel and c.tenant_id = $1
  where c.active and not exists (
    select 1 from delivery_unsubscribed gone
    where gone.channel_id = c.id and gone.recipient = lanes.recipient)
  returning channel_id
)
select fresh.id, (select jsonb_agg(distinct channel_id) from queued)::text from fresh`;

/** @returns channels that have something to send now; undefined where the cause was known */
export async function commitNotice(
  database: Database,
  tenant: TenantId,
  notice: Notice,
  to: { readonly lanes: readonly Lane[]; readonly users: Recipients['users'] },
  nowMs: number,
): Promise<readonly string[] | undefined> {
  const texts = (list: unknown) =>
    JSON.stringify(list, (_, value) => (typeof value === 'string' ? storable(value) : value));
  const [row] = await database.execute(commitSql, [
    tenant,
    storable(notice.cause),
    storable(notice.thread),
    String(severities.indexOf(notice.severity)),
    storable(notice.title),
    texts(notice.lines),
    texts(notice.facts),
    notice.path,
    to.users === undefined ? null : JSON.stringify(to.users),
    notice.at.toISOString(),
    new Date(nowMs).toISOString(),
    JSON.stringify(to.lanes),
  ]);
  if (row === undefined) return undefined;
  return row[1] === null ? [] : (JSON.parse(String(row[1])) as readonly string[]);
}
