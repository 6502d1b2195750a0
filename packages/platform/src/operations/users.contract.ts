import {
  grantProblems,
  json,
  nothing,
  ofTenant,
  oneOf,
  operation,
  record,
  roles,
} from '@olympus/contract';
import { Type } from 'typebox';

export const emailField = Type.String({
  minLength: 3,
  maxLength: 254,
  description: 'E-mail address',
});
export const personName = Type.String({ minLength: 1, maxLength: 200 });
export const passwordField = Type.String({ minLength: 1, maxLength: 1024 });

const member = record(
  { id: Type.String(), email: Type.String(), name: Type.String(), role: oneOf(roles) },
  { title: 'Member', description: 'A person and their role within a tenant' },
);

export const userOperations = [
  operation({
    id: 'users.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/users',
    summary: 'List the people of a tenant',
    permission: 'users:admin',
    input: record(ofTenant),
    answer: json(record({ users: Type.Array(member) }, { title: 'MemberList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Everyone', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'users.set_role',
    method: 'PUT',
    path: '/api/tenants/:tenant_id/users/:email',
    summary: 'Give somebody who works here another role',
    description: 'Who does not work here yet is invited: `invitations.create`.',
    permission: 'users:admin',
    input: record({
      ...ofTenant,
      email: emailField,
      role: oneOf(roles),
    }),
    answer: json(member),
    problems: { ...grantProblems, unknown_user: 'not_found', last_owner: 'conflict' },
    repeats: 'idempotent',
    audit: 'user.role_set',
    since: '0.1.0',
    examples: [
      {
        name: 'An analyst',
        input: { tenant_id: 'shop', email: 'emmy@example.com', role: 'analyst' },
        answer: { email: 'emmy@example.com', role: 'analyst' },
      },
    ],
  }),
  operation({
    id: 'users.remove',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/users/:email',
    summary: 'Take a person out of a tenant',
    permission: 'users:admin',
    input: record({ ...ofTenant, email: emailField }),
    answer: nothing,
    problems: { ...grantProblems, unknown_user: 'not_found', last_owner: 'conflict' },
    repeats: 'idempotent',
    audit: 'user.removed',
    since: '0.1.0',
    examples: [
      {
        name: 'Somebody who left',
        input: { tenant_id: 'shop', email: '{{users.set_role/email}}' },
      },
    ],
  }),
] as const;
