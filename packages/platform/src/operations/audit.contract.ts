import { json, nullable, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';

const entry = record(
  {
    id: Type.Integer(),
    at: Type.String(),
    actor: record({ kind: Type.String(), id: Type.String(), name: Type.String() }),
    action: Type.String(),
    target: nullable(Type.String()),
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
    }),
    answer: json(record({ entries: Type.Array(entry) }, { title: 'AuditEntryList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The last ten', input: { tenant_id: 'shop', limit: 10 } }],
  }),
] as const;
