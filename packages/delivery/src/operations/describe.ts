import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Counts, LoggedMessage } from '../outbox/log-store.js';

/** A channel for people: no password, no secret, no address that is one. */
export function describeChannel(
  channel: Channel,
  about: {
    readonly counts: Counts | undefined;
    readonly unsubscribed: ReadonlySet<string>;
    readonly recipientKey: ChannelStore['recipientKey'];
    /** Whether the reader may see whom emails go to. */
    readonly inFull: boolean;
  },
) {
  const { recipients = [], smtp } = channel.settings;
  return {
    id: channel.id,
    name: channel.name,
    // lists leave out the channel to the tenant's people
    kind: channel.kind === 'people' ? ('email' as const) : channel.kind,
    active: channel.active,
    most: channel.most,
    goes_to: whereTo(channel),
    recipients: about.inFull
      ? recipients.map((address) => ({
          address,
          unsubscribed: about.unsubscribed.has(about.recipientKey(address)),
        }))
      : [],
    smtp:
      smtp === undefined || !about.inFull
        ? null
        : {
            host: smtp.host,
            port: smtp.port,
            security: smtp.security,
            user: smtp.user ?? null,
            password_known: smtp.password !== undefined,
            from: smtp.from,
          },
    state: stateOf(channel),
    sent_at: channel.sentAt,
    failing_since: channel.failingSince,
    failure: channel.failure,
    waiting: about.counts?.waiting ?? 0,
    dead: about.counts?.dead ?? 0,
    created_by: channel.createdBy,
    created_at: channel.createdAt,
    changed_at: channel.changedAt,
  };
}

function stateOf({ active, failingSince, sentAt }: Channel) {
  if (!active) return 'paused' as const;
  if (failingSince !== null) return 'failing' as const;
  return sentAt === null ? ('new' as const) : ('ok' as const);
}

function whereTo({ kind, settings }: Channel): string {
  const { recipients = [], url = '' } = settings;
  return kind === 'email' || kind === 'people' ? String(recipients.length) : new URL(url).host;
}

export function describeMessage(
  message: LoggedMessage,
  addresses: ReadonlyMap<string, string> | undefined,
) {
  return {
    id: message.id,
    state: message.state,
    recipient: addresses?.get(message.recipient) ?? null,
    severity: message.severity,
    title: message.title,
    path: message.path,
    in_digest: message.inDigest,
    attempts: message.attempts,
    failure: message.failure,
    created_at: message.createdAt,
    due_at: message.dueAt,
    settled_at: message.settledAt,
  };
}
