import {
  created,
  grantProblems,
  instantField,
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

const id = Type.String({ minLength: 1, maxLength: 100, description: 'Id of the key' });
const scopes = Type.Array(Type.String({ maxLength: 100 }), {
  minItems: 1,
  maxItems: 50,
  description: 'Permissions that the key has',
});

export const apiKey = record(
  {
    id: Type.String(),
    name: Type.String(),
    hint: Type.String({ description: 'How the secret begins' }),
    scopes: Type.Array(Type.String()),
    status: oneOf(['active', 'expired', 'revoked']),
    created_at: Type.String(),
    expires_at: nullable(Type.String()),
    revoked_at: nullable(Type.String()),
    replaces: nullable(Type.String({ description: 'Id of the key that it was made to replace' })),
  },
  { title: 'ApiKey', description: 'A key of a tenant, without its secret' },
);

const newKey = record(
  { id: Type.String(), secret: Type.String({ description: 'Shown this once' }) },
  { title: 'NewKey', description: 'The key that was made' },
);

export const keyOperations = [
  operation({
    id: 'keys.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/keys',
    summary: 'List API keys, newest first',
    permission: 'keys:admin',
    input: record(ofTenant),
    answer: json(record({ keys: Type.Array(apiKey) }, { title: 'ApiKeyList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All keys', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'keys.create',
    method: 'POST',
    path: '/api/tenants/:tenant_id/keys',
    summary: 'Make an API key',
    description:
      'With permissions that the caller holds, for no longer than the caller holds them.',
    permission: 'keys:admin',
    input: record({
      ...ofTenant,
      name: Type.String({ minLength: 1, maxLength: 200 }),
      scopes,
      expires_at: optional(instantField('When it ends; never when left out')),
    }),
    answer: created(newKey),
    problems: {
      ...grantProblems,
      unknown_scope: 'invalid',
      invalid_key: 'invalid',
    },
    repeats: 'once',
    audit: 'key.created',
    since: '0.1.0',
    examples: [
      {
        name: 'A key for a till that only sends',
        input: { tenant_id: 'shop', name: 'Till 1', scopes: ['events:write'] },
      },
    ],
  }),
  operation({
    id: 'keys.rotate',
    method: 'POST',
    path: '/api/tenants/:tenant_id/keys/:id/rotate',
    summary: 'Replace an API key',
    description: 'The old secret goes on working for `overlap_seconds`, by default a day.',
    permission: 'keys:admin',
    input: record({
      ...ofTenant,
      id,
      overlap_seconds: optional(Type.Integer({ minimum: 0, maximum: 2_592_000 })),
    }),
    answer: created(newKey),
    problems: { ...grantProblems, key_not_found: 'not_found', invalid_key: 'invalid' },
    repeats: 'once',
    audit: 'key.rotated',
    since: '0.1.0',
    examples: [
      {
        name: 'A new secret, the old one good for an hour',
        input: { tenant_id: 'shop', id: '{{keys.create/id}}', overlap_seconds: 3600 },
      },
    ],
  }),
  operation({
    id: 'keys.revoke',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/keys/:id',
    summary: 'Revoke an API key at once',
    permission: 'keys:admin',
    input: record({ ...ofTenant, id }),
    answer: nothing,
    problems: { key_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'key.revoked',
    since: '0.1.0',
    examples: [{ name: 'End it', input: { tenant_id: 'shop', id: '{{keys.create/id}}' } }],
  }),
] as const;
