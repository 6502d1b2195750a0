import { randomBytes } from 'node:crypto';
import { type Clock, type Logger, Problem } from '@olympus/core';
import type { Tenant } from '@olympus/platform';
import { type ComposeDeps, compose } from '../outbox/compose.js';
import type { Outcome } from '../ways/way.js';
import type { Ways } from '../ways/ways.js';
import type { Channel } from './channel.js';
import type { ChannelStore } from './channel-store.js';
import { sampleNotices } from './sample.js';

export interface TryDeps extends ComposeDeps {
  readonly channels: Pick<ChannelStore, 'recipientKey'>;
  readonly ways: Ways;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Tried {
  /** Of email. */
  readonly recipient: string | null;
  readonly outcome: Outcome;
}

/** Sends a test message to wherever a channel leads, now and once. */
export async function tryChannel(
  deps: TryDeps,
  tenant: Tenant,
  channel: Channel,
  signal: AbortSignal,
): Promise<readonly Tried[]> {
  const [notice] = sampleNotices(tenant.locale, deps.clock);
  const addresses = channel.kind === 'email' ? (channel.settings.recipients ?? []) : [undefined];
  const send = async (address: string | undefined): Promise<Tried> => {
    const parcel = {
      id: `test_${randomBytes(9).toString('hex')}`,
      notices: notice === undefined ? [] : [notice],
      total: 1,
      recipient: address === undefined ? '' : deps.channels.recipientKey(address),
    };
    const message = compose(deps, tenant, channel, parcel, address, true);
    const recipient = address ?? null;
    try {
      return { recipient, outcome: await deps.ways(channel.kind).send(channel, message, signal) };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Problem)) deps.log.error({ err: error }, 'a test could not be sent');
      const at = new Date(deps.clock.now()).toISOString();
      const failure = { code: 'fault', message: 'Something unexpected happened here', at };
      return { recipient, outcome: { kind: 'never', failure } };
    }
  };
  return Promise.all(addresses.map(send));
}
