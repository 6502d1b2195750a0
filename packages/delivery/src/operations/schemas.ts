import { nullable, oneOf, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { channelKinds } from '../channels/channel.js';
import { deliveryLimits } from '../limits.js';
import { severities } from '../notice.js';
import { messageStates } from '../outbox/log-store.js';

export const idField = (description: string) =>
  Type.String({ minLength: 1, maxLength: 40, description });

export const severityField = oneOf(severities, { description: 'How much it matters' });

export const failureSchema = record(
  {
    code: Type.String(),
    message: Type.String({ description: 'One sentence for people' }),
    status: optional(Type.Integer({ description: 'Status of HTTP, or reply code of SMTP' })),
    at: Type.String(),
  },
  { title: 'DeliveryFailure', description: 'Why a message did not arrive' },
);

export const smtpInput = record(
  {
    host: Type.String({ minLength: 1, maxLength: 253 }),
    port: Type.Integer({ minimum: 1, maximum: 65_535 }),
    security: oneOf(['tls', 'starttls', 'none'], {
      description:
        'tls: from the first byte. starttls: refused without. none: in the clear, for networks of your own',
    }),
    user: optional(Type.String({ maxLength: 320 })),
    password: optional(
      Type.String({ maxLength: 1_000, description: 'Left out in a change: as it was' }),
    ),
    from: Type.String({ minLength: 3, maxLength: 400, description: 'Address, or Name <address>' }),
  },
  { title: 'SmtpServer', description: 'A mail server of your own' },
);

/** What the kinds of channels are told; secrets are taken and never given back. */
export const settingFields = {
  recipients: optional(
    Type.Array(Type.String({ minLength: 3, maxLength: 320 }), {
      maxItems: deliveryLimits.recipients,
      description: 'email: addresses, each of which gets a message of its own',
    }),
  ),
  smtp: optional(nullable(smtpInput)),
  url: optional(
    Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'slack, teams, webhook: where messages are posted to; not given back',
    }),
  ),
};

export const mostField = Type.Integer({
  minimum: 2,
  maximum: 500,
  description: 'Messages within ten minutes to one recipient; what is beyond comes as one digest',
});
export const nameField = Type.String({ minLength: 1, maxLength: 100 });

export const channelSchema = record(
  {
    id: Type.String(),
    name: Type.String(),
    kind: oneOf(channelKinds),
    active: Type.Boolean({ description: 'False: takes in nothing new, and what waits stays' }),
    most: mostField,
    goes_to: Type.String({
      description: 'Where it leads, for people: the host, or how many addresses',
    }),
    recipients: Type.Array(
      record({ address: Type.String(), unsubscribed: Type.Boolean() }, { title: 'EmailRecipient' }),
      { description: 'Of channels of email; empty for who may not set up channels' },
    ),
    smtp: nullable(
      record(
        {
          host: Type.String(),
          port: Type.Integer(),
          security: oneOf(['tls', 'starttls', 'none']),
          user: nullable(Type.String()),
          password_known: Type.Boolean(),
          from: Type.String(),
        },
        { title: 'KnownSmtpServer' },
      ),
    ),
    state: oneOf(['ok', 'failing', 'paused', 'new'], {
      description: 'new: nothing was sent by it so far',
    }),
    sent_at: nullable(Type.String({ description: 'When a message was accepted last' })),
    failing_since: nullable(Type.String()),
    failure: nullable(failureSchema),
    waiting: Type.Integer({ description: 'Messages that are still to be accepted' }),
    dead: Type.Integer({ description: 'Messages that were given up' }),
    created_by: Type.String(),
    created_at: Type.String(),
    changed_at: Type.String(),
  },
  { title: 'Channel', description: 'A way to people outside of Olympus' },
);

export const loggedMessageSchema = record(
  {
    id: Type.Integer(),
    state: oneOf(messageStates, { description: 'dead: given up' }),
    recipient: nullable(
      Type.String({ description: 'Address, of channels of email; null for who may not see it' }),
    ),
    severity: severityField,
    title: Type.String(),
    path: Type.String(),
    in_digest: Type.Boolean({ description: 'One of several that go as one message' }),
    attempts: Type.Integer(),
    failure: nullable(failureSchema),
    created_at: Type.String(),
    due_at: nullable(Type.String({ description: 'While it waits: when it is tried next' })),
    settled_at: nullable(Type.String({ description: 'When it was accepted or given up' })),
  },
  { title: 'ChannelMessage' },
);
