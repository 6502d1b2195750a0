import type { Users } from '@olympus/platform';
import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';

/** Where a lane of a channel leads by now; undefined when whoever it was is no longer meant. */
export async function addressOf(
  deps: {
    readonly users: Pick<Users, 'get' | 'principalOf'>;
    readonly channels: Pick<ChannelStore, 'recipientKey'>;
  },
  channel: Channel,
  recipient: string,
): Promise<{ readonly email: string | undefined } | undefined> {
  if (channel.kind === 'people') {
    const principal = await deps.users.principalOf(recipient);
    if (principal?.allows(channel.tenant, 'inbox:read') !== true) return undefined;
    const person = await deps.users.get(recipient);
    return person === undefined ? undefined : { email: person.email };
  }
  if (channel.kind !== 'email') return { email: undefined };
  const { recipients = [] } = channel.settings;
  const email = recipients.find((address) => deps.channels.recipientKey(address) === recipient);
  return email === undefined ? undefined : { email };
}
