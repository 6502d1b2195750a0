import { json, nullable, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';

const actor = record({ kind: Type.String(), id: Type.String(), name: Type.String() });

const entry = record(
  {
    id: Type.Integer(),
    at: Type.String(),
    actor,
    action: Type.String(),
    target: nullable(Type.String()),
    target_name: nullable(
      Type.String({ description: 'What the target is called, where that is known' }),
    ),
    detail: nullable(Type.Record(Type.String(), Type.Unknown())),
    request_id: nullable(Type.String()),
  },
  { title: 'AuditEntry', description: 'Something that was done, and by whom' },
);

export const auditOperations = [
  operation({
    id: 'audit.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/audit',
    summary: 'List what was changed by whom, newest first',
    permission: 'audit:read',
    input: record({
      ...ofTenant,
      limit: optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      before: optional(Type.Integer({ minimum: 1, description: 'Id of the last entry seen' })),
      actor: optional(Type.String({ maxLength: 200, description: 'Id of who did it' })),
      action: optional(Type.String({ maxLength: 200, description: 'Such as `key.created`' })),
      from: optional(Type.String({ format: 'date-time', description: 'Done then or later' })),
      to: optional(Type.String({ format: 'date-time', description: 'Done before' })),
    }),
    answer: json(record({ entries: Type.Array(entry) }, { title: 'AuditEntryList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [
      { name: 'The last ten', input: { tenant_id: 'shop', limit: 10 } },
      {
        name: 'Keys made this year',
        input: { tenant_id: 'shop', action: 'key.created', from: '2026-01-01T00:00:00Z' },
      },
    ],
  }),
  operation({
    id: 'audit.choices',
    method: 'GET',
    path: '/api/tenants/:tenant_id/audit/choices',
    summary: 'List by whom and what was done, to narrow the list of changes',
    permission: 'audit:read',
    input: record(ofTenant),
    answer: json(
      record(
        { actors: Type.Array(actor), actions: Type.Array(Type.String()) },
        { title: 'AuditChoices' },
      ),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Of a shop', input: { tenant_id: 'shop' } }],
  }),
] as const;
