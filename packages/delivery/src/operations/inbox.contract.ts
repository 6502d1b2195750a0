import { json, nothing, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { thresholds } from '../inbox/inbox-store.js';
import { severityField } from './schemas.js';

const noticeSchema = record(
  {
    id: Type.Integer(),
    thread: Type.String(),
    severity: severityField,
    title: Type.String(),
    lines: Type.Array(Type.String()),
    facts: Type.Array(
      record({ label: Type.String(), value: Type.String() }, { title: 'InboxFact' }),
    ),
    path: Type.String({ description: 'Path of the page that it is about' }),
    at: Type.String(),
    read: Type.Boolean(),
  },
  { title: 'InboxNotice', description: 'What somebody was told' },
);

const threshold = (description: string) => oneOf(thresholds, { description });
const preferenceFields = {
  bell: threshold('From which severity on it counts as unread'),
  email: threshold('Mail to one’s own address'),
  browser: threshold('Notifications of the browser, where it is allowed'),
};
const preferencesSchema = record(
  {
    ...preferenceFields,
    email_possible: Type.Boolean({ description: 'Whether the operator named a mail server' }),
  },
  { title: 'InboxPreferences', description: 'How one is told of what happens' },
);

const person = { not_a_person: 'forbidden' } as const;
export const inboxOperations = [
  operation({
    id: 'inbox.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/inbox',
    summary: 'Read the inbox, newest first',
    description: 'A key reads what is for everybody; what is read is kept for people only.',
    permission: 'inbox:read',
    input: record({
      ...ofTenant,
      unread: optional(Type.Boolean({ description: 'Only what is unread' })),
      severity: optional(severityField),
      before: optional(
        Type.Integer({ minimum: 1, description: 'Older than the message of this id' }),
      ),
      limit: optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50' })),
    }),
    answer: json(
      record(
        {
          notices: Type.Array(noticeSchema),
          more: Type.Boolean({ description: 'Whether there are older ones' }),
        },
        { title: 'Inbox' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The newest', input: { tenant_id: 'shop' }, answer: { more: false } }],
  }),
  operation({
    id: 'inbox.unread',
    method: 'GET',
    path: '/api/tenants/:tenant_id/inbox/unread',
    summary: 'Count what is unread',
    permission: 'inbox:read',
    input: record(ofTenant),
    answer: json(
      record(
        {
          count: Type.Integer({ description: 'A thousand stands for as many or more' }),
          newest: Type.Integer({ description: 'Id of the newest of them, 0 where there is none' }),
        },
        { title: 'UnreadNotices' },
      ),
    ),
    repeats: 'safe',
    cost: 'light',
    since: '0.1.0',
    examples: [{ name: 'For the bell', input: { tenant_id: 'shop' }, answer: { count: 0 } }],
  }),
  operation({
    id: 'inbox.mark',
    method: 'POST',
    path: '/api/tenants/:tenant_id/inbox/:id/read',
    summary: 'Mark a message as read, or as unread',
    permission: 'inbox:read',
    input: record({
      ...ofTenant,
      id: Type.Integer({ minimum: 1 }),
      read: optional(Type.Boolean({ description: 'Default true' })),
    }),
    answer: nothing,
    problems: { ...person, notice_not_found: 'not_found' },
    repeats: 'idempotent',
    since: '0.1.0',
  }),
  operation({
    id: 'inbox.mark_all',
    method: 'POST',
    path: '/api/tenants/:tenant_id/inbox/read',
    summary: 'Mark everything as read',
    permission: 'inbox:read',
    input: record({
      ...ofTenant,
      until: optional(Type.Integer({ minimum: 1, description: 'Up to and with this message' })),
    }),
    answer: nothing,
    problems: person,
    repeats: 'idempotent',
    since: '0.1.0',
  }),
  operation({
    id: 'inbox.preferences',
    method: 'GET',
    path: '/api/tenants/:tenant_id/inbox/preferences',
    summary: 'Tell how one wants to be told of what happens',
    permission: 'inbox:read',
    input: record(ofTenant),
    answer: json(preferencesSchema),
    problems: person,
    repeats: 'safe',
    since: '0.1.0',
  }),
  operation({
    id: 'inbox.prefer',
    method: 'PUT',
    path: '/api/tenants/:tenant_id/inbox/preferences',
    summary: 'Choose which messages one is told of by which way',
    description: 'The inbox holds everything, whatever is chosen here.',
    permission: 'inbox:read',
    input: record({ ...ofTenant, ...preferenceFields }),
    answer: json(preferencesSchema),
    problems: { ...person, smtp_missing: 'invalid' },
    repeats: 'idempotent',
    since: '0.1.0',
  }),
] as const;
