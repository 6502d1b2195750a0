import {
  created,
  grantProblems,
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
  roles,
} from '@olympus/contract';
import { Type } from 'typebox';
import { sessionSchema } from './session.contract.js';
import { emailField, passwordField, personName } from './users.contract.js';

const invitationFields = {
  email: Type.String(),
  name: nullable(Type.String()),
  role: oneOf(roles),
  expires_at: Type.String(),
};

const invitation = record(
  {
    id: Type.String(),
    ...invitationFields,
    invited_by: Type.String({ description: 'Name of who invited' }),
    created_at: Type.String(),
  },
  { title: 'Invitation', description: 'An invitation that waits to be accepted' },
);

const token = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'What follows # in the link',
});

/** Only who holds the link uses these, most often a browser. */
const surfaces = ['http', 'sdk'] as const;

export const invitationOperations = [
  operation({
    id: 'invitations.create',
    method: 'POST',
    path: '/api/tenants/:tenant_id/invitations',
    summary: 'Invite somebody to work here',
    description:
      'Pass the link on: whoever opens it chooses their own password, or signs in to the account that ' +
      'they have. The answer is the same whether the address has an account or not. An earlier ' +
      'invitation of the address ends. It can be accepted while its inviter may give the role.',
    permission: 'users:admin',
    input: record({
      ...ofTenant,
      email: emailField,
      role: oneOf(roles),
      name: optional(personName),
      hours: optional(
        Type.Integer({
          minimum: 1,
          maximum: 720,
          description: 'How long it is good; by default 168',
        }),
      ),
    }),
    answer: created(
      record(
        {
          id: Type.String(),
          ...invitationFields,
          token: Type.String({ description: 'The secret part of the link' }),
          url: Type.String({ description: 'One-time link to pass on; shown this once' }),
        },
        { title: 'NewInvitation', description: 'The invitation that was made' },
      ),
    ),
    problems: {
      ...grantProblems,
      already_member: 'conflict',
      invalid_user: 'invalid',
    },
    repeats: 'once',
    audit: 'invitation.created',
    since: '0.1.0',
    examples: [
      {
        name: 'An analyst',
        input: { tenant_id: 'shop', email: 'ada@example.com', name: 'Ada', role: 'analyst' },
        answer: { email: 'ada@example.com', role: 'analyst' },
      },
      {
        name: 'Somebody else, for two days',
        input: { tenant_id: 'shop', email: 'bob@example.com', role: 'viewer', hours: 48 },
        answer: { email: 'bob@example.com', name: null },
      },
    ],
  }),
  operation({
    id: 'invitations.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/invitations',
    summary: 'List the open invitations of a tenant',
    permission: 'users:admin',
    input: record(ofTenant),
    answer: json(record({ invitations: Type.Array(invitation) }, { title: 'InvitationList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All that wait', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'invitations.show',
    method: 'POST',
    path: '/api/invitations/show',
    summary: 'Tell what an invitation is to, by its link',
    permission: 'public',
    input: record({ token }),
    answer: json(
      record(
        {
          tenant: record({ id: Type.String(), name: Type.String(), locale: Type.String() }),
          ...invitationFields,
        },
        { title: 'InvitationShown' },
      ),
    ),
    problems: { invitation_over: 'not_found' },
    repeats: 'safe',
    since: '0.1.0',
    surfaces,
    examples: [
      {
        name: 'Before accepting',
        input: { token: '{{invitations.create/token}}' },
        answer: { email: 'ada@example.com', tenant: { id: 'shop' } },
      },
    ],
  }),
  operation({
    id: 'invitations.accept',
    method: 'POST',
    path: '/api/invitations/accept',
    summary: 'Accept an invitation',
    description:
      'Somebody new chooses a password and is signed in. Who has an account signs in first and accepts ' +
      'with that session; in a session that a link began they choose a new password, which ends what ' +
      'others may know of the old one.',
    permission: 'public',
    input: record({ token, name: optional(personName), password: optional(passwordField) }),
    answer: json(sessionSchema),
    problems: {
      invitation_over: 'not_found',
      password_required: 'invalid',
      sign_in_required: 'conflict',
      other_person: 'conflict',
      weak_password: 'invalid',
      invalid_user: 'invalid',
      user_not_found: 'not_found',
    },
    repeats: 'once',
    cost: 'heavy',
    since: '0.1.0',
    surfaces,
    examples: [
      {
        name: 'Somebody new',
        input: {
          token: '{{invitations.create/token}}',
          name: 'Ada',
          password: 'a sentence that only she knows',
        },
        answer: { user: { email: 'ada@example.com' }, tenants: [{ id: 'shop', role: 'analyst' }] },
      },
    ],
  }),
  operation({
    id: 'invitations.withdraw',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/invitations/:id',
    summary: 'Take an invitation back',
    permission: 'users:admin',
    input: record({ ...ofTenant, id: Type.String({ minLength: 1, maxLength: 100 }) }),
    answer: nothing,
    problems: { unknown_invitation: 'not_found' },
    repeats: 'idempotent',
    audit: 'invitation.withdrawn',
    since: '0.1.0',
    examples: [
      {
        name: 'The one that still waits',
        input: { tenant_id: 'shop', id: '{{invitations.list/invitations/1/id}}' },
      },
    ],
  }),
] as const;
