import type { Users } from '@olympus/platform';
import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';

/** Where a lane of a channel leads by now; undefined when whoever it was is no longer meant. */
export async function addressOf(
  deps: {
    readonly users: Pick<Users, 'list'>;
    readonly channels: Pick<ChannelStore, 'recipientKey'>;
  },
  channel: Channel,
  recipient: string,
): Promise<{ readonly email: string | undefined } | undefined> {
  if (channel.kind === 'people') {
    const members = await deps.users.list(channel.tenant);
    const person = members.find(({ id }) => id === recipient);
    return person === undefined ? undefined : { email: person.email };
  }
  if (channel.kind !== 'email') return { email: undefined };
  const { recipients = [] } = channel.settings;
  const email = recipients.find((address) => deps.channels.recipientKey(address) === recipient);
  return email === undefined ? undefined : { email };
}
