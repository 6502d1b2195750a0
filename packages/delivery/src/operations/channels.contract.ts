import {
  created,
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { channelKinds } from '../channels/channel.js';
import { messageStates } from '../outbox/log-store.js';
import {
  channelSchema,
  failureSchema,
  idField,
  loggedMessageSchema,
  mostField,
  nameField,
  settingFields,
} from './schemas.js';

const ofChannel = { ...ofTenant, id: idField('Id of the channel') };
const made = { tenant_id: 'shop', id: '{{channels.create/channel/id}}' };
const missing = { channel_not_found: 'not_found' } as const;
const settingFaults = {
  invalid_channel: 'invalid',
  smtp_missing: 'invalid',
  private_address: 'forbidden',
  host_unreachable: 'invalid',
  address_refused: 'invalid',
} as const;
const secretField = nullable(
  Type.String({ description: 'Signs webhooks; shown this once, null for other kinds' }),
);

export const channelOperations = [
  operation({
    id: 'channels.create',
    method: 'POST',
    path: '/api/tenants/:tenant_id/channels',
    summary: 'Set up a channel to people outside of Olympus',
    description:
      'Of a webhook the answer holds the secret that signs it, this once. Addresses in private networks are refused unless the operator allows them.',
    permission: 'delivery:write',
    input: record({
      ...ofTenant,
      name: nameField,
      kind: oneOf(channelKinds),
      most: optional(mostField),
      ...settingFields,
    }),
    answer: created(
      record({ channel: channelSchema, secret: secretField }, { title: 'NewChannel' }),
    ),
    problems: { ...settingFaults, too_many: 'conflict' },
    repeats: 'once',
    audit: 'channel.created',
    since: '0.1.0',
    examples: [
      {
        name: 'A webhook',
        input: {
          tenant_id: 'shop',
          name: 'Our system',
          kind: 'webhook',
          url: 'http://127.0.0.1:9/olympus',
        },
        answer: { channel: { kind: 'webhook', state: 'new', goes_to: '127.0.0.1:9' } },
      },
    ],
  }),
  operation({
    id: 'channels.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/channels',
    summary: 'List the channels with how they are doing, the oldest first',
    permission: 'delivery:read',
    input: record(ofTenant),
    answer: json(
      record(
        {
          channels: Type.Array(channelSchema),
          operator_smtp: nullable(
            Type.String({
              description: 'Sender of the operator’s mail server, where there is one',
            }),
          ),
        },
        { title: 'Channels' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'channels.change',
    method: 'PATCH',
    path: '/api/tenants/:tenant_id/channels/:id',
    summary: 'Change a channel, pause it or let it go on',
    description:
      'What is left out stays as it was. An address that is named again after its reader unsubscribed stays unsubscribed.',
    permission: 'delivery:write',
    input: record({
      ...ofChannel,
      name: optional(nameField),
      active: optional(Type.Boolean()),
      most: optional(mostField),
      ...settingFields,
    }),
    answer: json(channelSchema),
    problems: { ...missing, ...settingFaults },
    repeats: 'idempotent',
    audit: 'channel.changed',
    since: '0.1.0',
    examples: [
      {
        name: 'Fewer at a time',
        input: { ...made, name: 'Our system', most: 10 },
        answer: { most: 10 },
      },
    ],
  }),
  operation({
    id: 'channels.test',
    method: 'POST',
    path: '/api/tenants/:tenant_id/channels/:id/test',
    summary: 'Send a test message now and tell what became of it',
    description:
      'Nothing is kept or tried again. A channel of email writes to each of its addresses.',
    permission: 'delivery:write',
    input: record(ofChannel),
    answer: json(
      record(
        {
          accepted: Type.Boolean(),
          outcomes: Type.Array(
            record(
              {
                recipient: nullable(Type.String()),
                accepted: Type.Boolean(),
                reply: Type.String({ description: 'What the receiver said, or why it failed' }),
                failure: nullable(failureSchema),
              },
              { title: 'TestOutcome' },
            ),
          ),
        },
        { title: 'ChannelTest' },
      ),
    ),
    problems: missing,
    repeats: 'once',
    cost: 'heavy',
    audit: 'channel.tested',
    since: '0.1.0',
    examples: [{ name: 'Nobody listens there', input: made, answer: { accepted: false } }],
  }),
  operation({
    id: 'channels.preview',
    method: 'GET',
    path: '/api/tenants/:tenant_id/channels/preview',
    summary: 'Show what a message by a kind of channel looks like',
    permission: 'delivery:read',
    input: record({
      ...ofTenant,
      kind: oneOf(channelKinds),
      digest: optional(Type.Boolean({ description: 'Several notices as one message' })),
    }),
    answer: json(
      record(
        {
          subject: Type.String(),
          html: nullable(Type.String({ description: 'Of email' })),
          text: nullable(Type.String({ description: 'Of email' })),
          body: nullable(Type.String({ description: 'JSON, of the other kinds' })),
        },
        { title: 'MessagePreview' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Of an email', input: { tenant_id: 'shop', kind: 'email' } }],
  }),
  operation({
    id: 'channels.messages',
    method: 'GET',
    path: '/api/tenants/:tenant_id/channels/:id/messages',
    summary: 'Read the log of a channel, newest first',
    permission: 'delivery:read',
    input: record({
      ...ofChannel,
      state: optional(oneOf(messageStates)),
      before: optional(
        Type.Integer({ minimum: 1, description: 'Older than the message of this id' }),
      ),
      limit: optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50' })),
    }),
    answer: json(
      record(
        {
          messages: Type.Array(loggedMessageSchema),
          more: Type.Boolean({ description: 'Whether there are older ones' }),
        },
        { title: 'ChannelMessages' },
      ),
    ),
    problems: missing,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The newest', input: made, answer: { messages: [], more: false } }],
  }),
  operation({
    id: 'channels.resend',
    method: 'POST',
    path: '/api/tenants/:tenant_id/channels/:id/resend',
    summary: 'Send messages again that were given up',
    description: 'One, or all of the channel; each is tried for a day again.',
    permission: 'delivery:write',
    input: record({
      ...ofChannel,
      message_id: optional(Type.Integer({ minimum: 1, description: 'All of them if left out' })),
    }),
    answer: json(record({ messages: Type.Integer() }, { title: 'ResentMessages' })),
    problems: { ...missing, message_not_dead: 'conflict' },
    repeats: 'idempotent',
    audit: 'channel.resent',
    since: '0.1.0',
    examples: [{ name: 'All of them', input: made, answer: { messages: 0 } }],
  }),
  operation({
    id: 'channels.rotate',
    method: 'POST',
    path: '/api/tenants/:tenant_id/channels/:id/rotate',
    summary: 'Replace the secret that signs a webhook',
    description: 'For a day both secrets sign, so that nothing is refused meanwhile.',
    permission: 'delivery:write',
    input: record(ofChannel),
    answer: json(record({ secret: Type.String() }, { title: 'WebhookSecret' })),
    problems: { ...missing, invalid_channel: 'invalid' },
    repeats: 'once',
    audit: 'channel.rotated',
    since: '0.1.0',
    examples: [{ name: 'Once a year', input: made }],
  }),
  operation({
    id: 'channels.remove',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/channels/:id',
    summary: 'Remove a channel with its log; what waits is not sent',
    permission: 'delivery:write',
    input: record(ofChannel),
    answer: nothing,
    problems: missing,
    repeats: 'idempotent',
    audit: 'channel.removed',
    since: '0.1.0',
    examples: [{ name: 'No longer', input: made }],
  }),
] as const;
