import {
  json,
  nothing,
  nullable,
  oneOf,
  operation,
  optional,
  record,
  redirect,
  roles,
} from '@olympus/contract';
import { Type } from 'typebox';
import { passwordField } from './users.contract.js';

export const sessionSchema = record(
  {
    user: nullable(
      record(
        {
          id: Type.String(),
          email: Type.String(),
          name: Type.String(),
          password_known: Type.Boolean({
            description: 'Whether a new password asks for the current one',
          }),
        },
        { title: 'SessionUser' },
      ),
    ),
    tenants: Type.Array(
      record(
        {
          id: Type.String(),
          name: Type.String(),
          role: oneOf(roles),
          permissions: Type.Array(Type.String(), { description: 'What the user may do there' }),
          time_zone: Type.String(),
          currency: Type.String(),
          locale: Type.String(),
          week_start: oneOf(['monday', 'sunday', 'saturday']),
          demo: Type.Boolean(),
        },
        { title: 'SessionTenant', description: 'A tenant as the signed-in user sees it' },
      ),
    ),
    operator: Type.Boolean({ description: 'May do everything on every tenant' }),
    environment: Type.String(),
  },
  {
    title: 'Session',
    description:
      'Who is signed in, and what they may see: `user` is null and `tenants` empty when nobody is',
  },
);

/** Only a browser can use these. */
const surfaces = ['http', 'sdk'] as const;

export const sessionOperations = [
  operation({
    id: 'session.get',
    method: 'GET',
    path: '/api/session',
    summary: 'Tell who is signed in',
    permission: 'public',
    input: record({}),
    answer: json(sessionSchema),
    repeats: 'safe',
    since: '0.1.0',
    surfaces,
    examples: [{ name: 'Who am I?', input: {} }],
  }),
  operation({
    id: 'session.sign_in',
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    description: 'Sets the browser’s session cookie.',
    permission: 'public',
    input: record({
      email: Type.String({ minLength: 1, maxLength: 512 }),
      password: passwordField,
    }),
    answer: json(sessionSchema),
    problems: { wrong_credentials: 'unauthenticated' },
    repeats: 'once',
    cost: 'sign_in',
    since: '0.1.0',
    surfaces,
    examples: [
      {
        name: 'With a pass phrase',
        input: { email: 'emmy@example.com', password: 'a long enough pass phrase' },
        answer: { user: { email: 'emmy@example.com' } },
      },
    ],
  }),
  operation({
    id: 'session.set_password',
    method: 'PUT',
    path: '/api/session/password',
    summary: 'Choose a new password',
    description:
      'For oneself only; ends all other sessions. In a session that a one-time link began the current ' +
      'password is not asked for.',
    permission: 'signed_in',
    input: record({ password: passwordField, current_password: optional(passwordField) }),
    answer: json(sessionSchema),
    problems: {
      wrong_password: 'invalid',
      weak_password: 'invalid',
      not_a_person: 'forbidden',
      user_not_found: 'not_found',
    },
    repeats: 'once',
    cost: 'sign_in',
    audit: 'user.password_set',
    since: '0.1.0',
    surfaces,
  }),
  operation({
    id: 'session.sign_out',
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    permission: 'public',
    input: record({}),
    answer: nothing,
    repeats: 'idempotent',
    since: '0.1.0',
    surfaces,
    examples: [{ name: 'Leave', input: {} }],
  }),
  operation({
    id: 'session.follow_link',
    method: 'GET',
    path: '/sign-in/:token',
    summary: 'Follow a one-time sign-in link',
    permission: 'public',
    input: record({ token: Type.String({ maxLength: 200 }) }),
    answer: redirect,
    repeats: 'once',
    cost: 'sign_in',
    since: '0.1.0',
    surfaces: ['http'],
  }),
] as const;
