import { type Clock, type Logger, tenantId } from '@olympus/core';
import { type Database, isForeignKeyViolation } from '@olympus/platform';
import type { Channel } from './channels/channel.js';
import type { ChannelStore } from './channels/channel-store.js';
import { checkNotice, type Notice } from './notice.js';
import { commitNotice, type Lane } from './outbox/commit.js';
import type { Waking } from './outbox/jobs.js';
import { tenantGone } from './problems.js';

/** Who gets a notice. */
export interface Recipients {
  /** Ids of the tenant's channels. Ones that are gone or paused are left out. */
  readonly channels: readonly string[];
  /** Ids of people; without it the inbox of everybody in the tenant. */
  readonly users?: readonly string[];
}

/** Messages that arrive: the room's service. */
export interface Delivery {
  /**
   * Commits the notice to the outbox (durable when it resolves) for the inbox of the tenant and the
   * given channels. Repeating with the same cause does nothing.
   * @throws Problem `invalid_notice`, `tenant_not_found`
   */
  send(tenant: string, notice: Notice, to: Recipients): Promise<void>;
}

export interface DeliveryDeps {
  readonly database: Database;
  readonly channels: Pick<ChannelStore, 'list' | 'recipientKey'>;
  readonly waking: Pick<Waking, 'wake'>;
  /** Told that the tenant's inbox holds something new. */
  readonly announce: (tenant: Channel['tenant']) => void;
  readonly clock: Clock;
  readonly log: Logger;
}

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { database, channels, waking, announce, clock, log } = deps;

  const lanesOf = ({ id, kind, settings }: Channel): readonly Lane[] =>
    kind === 'email'
      ? (settings.recipients ?? []).map((address) => ({
          channel: id,
          recipient: channels.recipientKey(address),
        }))
      : [{ channel: id, recipient: '' }];

  const underWay = new Map<string, Promise<void>>();
  /** What is stored by now is seen by a waking that has yet to begin; the sweep sees the rest. */
  const wakeOnce = (tenant: Channel['tenant'], channel: string): Promise<void> => {
    const already = underWay.get(channel);
    if (already !== undefined) return already;
    const woken = waking
      .wake(tenant, channel)
      .catch((error: unknown) => log.warn({ err: error }, 'a channel could not be woken'))
      .finally(() => underWay.delete(channel));
    underWay.set(channel, woken);
    return woken;
  };

  return {
    async send(id, notice, to) {
      checkNotice(notice);
      const tenant = tenantId(id);
      const wanted = new Set(to.channels);
      const known = wanted.size === 0 ? [] : await channels.list(tenant);
      const lanes = known.filter((channel) => wanted.has(channel.id)).flatMap(lanesOf);
      let woken: readonly string[] | undefined;
      try {
        const given = { lanes, users: to.users };
        woken = await commitNotice(database, tenant, notice, given, clock.now());
      } catch (error) {
        throw isForeignKeyViolation(error) ? tenantGone(id) : error;
      }
      if (woken === undefined) return;
      announce(tenant);
      await Promise.all(woken.map((channel) => wakeOnce(tenant, channel)));
    },
  };
}
