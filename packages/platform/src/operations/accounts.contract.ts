import { created, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { emailField, personName } from './users.contract.js';

export const accountOperations = [
  operation({
    id: 'accounts.create',
    method: 'POST',
    path: '/api/users',
    summary: 'Make an account',
    description:
      'Its person signs in by a link (`accounts.link`) and chooses a password themselves.',
    permission: 'system:admin',
    input: record({
      email: emailField,
      name: optional(personName),
      operator: optional(Type.Boolean({ description: 'May do everything on every tenant' })),
    }),
    answer: created(
      record(
        {
          id: Type.String(),
          email: Type.String(),
          name: Type.String(),
          operator: Type.Boolean(),
        },
        { title: 'Account' },
      ),
    ),
    problems: {
      user_exists: 'conflict',
      invalid_user: 'invalid',
    },
    repeats: 'once',
    audit: 'user.created',
    since: '0.1.0',
    examples: [
      {
        name: 'A second operator',
        input: { email: 'grace@example.com', name: 'Grace', operator: true },
        answer: { email: 'grace@example.com', operator: true },
      },
    ],
  }),
  operation({
    id: 'accounts.link',
    method: 'POST',
    path: '/api/users/link',
    summary: 'Make a one-time sign-in link',
    description: 'Without an address, for the first operator of the installation.',
    permission: 'system:admin',
    input: record({
      email: optional(emailField),
      minutes: optional(Type.Integer({ minimum: 1, maximum: 1440, description: 'By default 60' })),
    }),
    answer: created(
      record(
        {
          email: Type.String(),
          url: Type.String(),
          expires_in_minutes: Type.Integer(),
        },
        { title: 'SignInLink' },
      ),
    ),
    problems: { unknown_user: 'not_found' },
    repeats: 'once',
    audit: 'user.link_created',
    since: '0.1.0',
    examples: [
      {
        name: 'Good for ten minutes',
        input: { email: '{{accounts.create/email}}', minutes: 10 },
        answer: { expires_in_minutes: 10 },
      },
    ],
  }),
] as const;
