import { createHmac, randomBytes } from 'node:crypto';
import { type Clock, Problem, type TenantId, tenantId } from '@olympus/core';
import { type Database, open, type Row, seal } from '@olympus/platform';
import { deliveryLimits } from '../limits.js';
import { channelNotFound, tooManyChannels } from '../problems.js';
import { instantOf, instantOrNull, parsedJson } from '../rows.js';
import type { Channel, ChannelKind, ChannelSettings } from './channel.js';

export interface NewChannel {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly most: number;
  readonly settings: ChannelSettings;
}

export type ChannelChange = Partial<Pick<Channel, 'name' | 'active' | 'most' | 'settings'>>;

/** Channels of tenants. Their settings are sealed under the tenant's key. */
export interface ChannelStore {
  /** By age, without that of the tenant's people. */
  list(tenant: TenantId): Promise<readonly Channel[]>;
  /** @throws Problem `channel_not_found` */
  get(tenant: TenantId, id: string): Promise<Channel>;
  /** Of whatever tenant; undefined when it is gone. */
  find(id: string): Promise<Channel | undefined>;
  /** @throws Problem `too_many` */
  add(tenant: TenantId, channel: NewChannel, by: string): Promise<Channel>;
  /** @throws Problem `channel_not_found` */
  change(tenant: TenantId, id: string, change: ChannelChange): Promise<Channel>;
  /** With what waits and its log. @throws Problem `channel_not_found` */
  remove(tenant: TenantId, id: string): Promise<void>;
  /** The channel to the tenant's people, made where there is none. @returns its id */
  ofPeople(tenant: TenantId): Promise<string>;
  /** Stands for an address in the outbox and among those who unsubscribed; tells nothing of it. */
  recipientKey(address: string): string;
}

const columns = `id, tenant_id, name, kind, sealed, active, most, sent_at, failing_since, failure,
  created_by, created_at, changed_at`;

export function createChannelStore(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantKey: (tenant: TenantId) => Promise<Uint8Array>;
  /** 32 bytes. */
  readonly addressKey: Uint8Array;
}): ChannelStore {
  const { database, clock, tenantKey, addressKey } = deps;
  const now = () => new Date(clock.now()).toISOString();

  const sealed = async (tenant: TenantId, id: string, settings: ChannelSettings) =>
    seal(await tenantKey(tenant), JSON.stringify(settings), ownerOf(id));

  async function toChannel(row: Row): Promise<Channel> {
    const [id, tenant, name, kind, settings, active, most, sentAt, failingSince, failure] = row;
    const of = tenantId(String(tenant));
    const text = open(await tenantKey(of), String(settings), ownerOf(String(id)));
    if (text === undefined) throw damaged(String(id));
    return {
      id: String(id),
      tenant: of,
      name: String(name),
      kind: String(kind) as Channel['kind'],
      active: active === true,
      most: Number(most),
      settings: JSON.parse(text) as ChannelSettings,
      sentAt: instantOrNull(sentAt),
      failingSince: instantOrNull(failingSince),
      failure: failure === null ? null : parsedJson(failure),
      createdBy: String(row[10]),
      createdAt: instantOf(row[11]),
      changedAt: instantOf(row[12]),
    };
  }

  const insert = async (tenant: TenantId, channel: Omit<NewChannel, 'kind'> & Kind, by: string) => {
    const id = randomBytes(9).toString('base64url');
    const { name, kind, most, settings } = channel;
    const rows = await database.execute(
      `insert into delivery_channels
         (id, tenant_id, name, kind, sealed, active, most, fence, created_by, created_at, changed_at)
       values ($1, $2, $3, $4, $5, true, $6, 0, $7, $8::text::timestamptz, $8::text::timestamptz)
       on conflict do nothing returning ${columns}`,
      [id, tenant, name, kind, await sealed(tenant, id, settings), most, by, now()],
    );
    return rows[0];
  };

  const get = async (tenant: TenantId, id: string) => {
    const [row] = await database.execute(
      `select ${columns} from delivery_channels
       where tenant_id = $1 and id = $2 and kind <> 'people'`,
      [tenant, id],
    );
    if (row === undefined) throw channelNotFound();
    return toChannel(row);
  };

  return {
    get,
    async list(tenant) {
      const rows = await database.execute(
        `select ${columns} from delivery_channels
         where tenant_id = $1 and kind <> 'people' order by created_at, id`,
        [tenant],
      );
      return Promise.all(rows.map(toChannel));
    },
    async find(id) {
      const [row] = await database.execute(
        `select ${columns} from delivery_channels where id = $1`,
        [id],
      );
      return row === undefined ? undefined : toChannel(row);
    },
    async add(tenant, channel, by) {
      const [counted] = await database.execute(
        'select count(*) from delivery_channels where tenant_id = $1',
        [tenant],
      );
      if (Number(counted?.[0]) >= deliveryLimits.channels) {
        throw tooManyChannels(deliveryLimits.channels);
      }
      return toChannel((await insert(tenant, channel, by)) ?? []);
    },
    async change(tenant, id, change) {
      const before = await get(tenant, id);
      const next = { ...before, ...change };
      const [row] = await database.execute(
        `update delivery_channels set name = $3, active = $4, most = $5, sealed = $6,
           changed_at = $7::text::timestamptz
         where tenant_id = $1 and id = $2 returning ${columns}`,
        [
          tenant,
          id,
          next.name,
          next.active,
          next.most,
          await sealed(tenant, id, next.settings),
          now(),
        ],
      );
      if (row === undefined) throw channelNotFound();
      return toChannel(row);
    },
    async remove(tenant, id) {
      const removed = await database.execute(
        `delete from delivery_channels where tenant_id = $1 and id = $2 and kind <> 'people'
         returning id`,
        [tenant, id],
      );
      if (removed.length === 0) throw channelNotFound();
    },
    async ofPeople(tenant) {
      const channel = {
        name: '',
        kind: 'people',
        most: deliveryLimits.most,
        settings: {},
      } as const;
      const made = await insert(tenant, channel, 'Olympus');
      if (made !== undefined) return String(made[0]);
      const [there = []] = await database.execute(
        `select id from delivery_channels where tenant_id = $1 and kind = 'people'`,
        [tenant],
      );
      return String(there[0]);
    },
    recipientKey: (address) =>
      createHmac('sha256', addressKey)
        .update(address.trim().toLowerCase())
        .digest('base64url')
        .slice(0, 22),
  };
}

interface Kind {
  readonly kind: Channel['kind'];
}

const ownerOf = (id: string) => `delivery channel|${id}`;

const damaged = (id: string) =>
  new Problem({
    code: 'channel_damaged',
    kind: 'internal',
    message: 'The sealed settings of a channel do not open',
    remedy: 'Remove the channel and set it up again.',
    at: id,
  });
