import { anyObject, json, nothing, ofTenant, operation, record } from '@olympus/contract';
import { Type } from 'typebox';

const eventType = record(
  {
    type: Type.String(),
    version: Type.Integer(),
    schema: anyObject({ description: 'JSON Schema of the event’s data' }),
    declared: Type.Boolean({
      description: 'Whether the tenant declared it, or extended what is built in',
    }),
  },
  { title: 'EventType', description: 'A type of event, built in or the tenant’s own' },
);

const type = Type.String({ minLength: 1, maxLength: 200 });

export const schemaOperations = [
  operation({
    id: 'schemas.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/schemas',
    summary: 'List event types with their JSON Schemas',
    permission: 'schemas:read',
    input: record(ofTenant),
    answer: json(record({ schemas: Type.Array(eventType) }, { title: 'EventTypeList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All types', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'schemas.declare',
    method: 'PUT',
    path: '/api/tenants/:tenant_id/schemas/:type',
    summary: 'Declare an event type, or extend a built-in one',
    description:
      'The body is a JSON Schema (draft 7) of the event’s data, of at most 64 KiB, 4,000 keywords and 32 levels, without references and regular expressions. It adds to a built-in schema and cannot loosen it.',
    permission: 'schemas:write',
    input: record({
      ...ofTenant,
      type,
      schema: anyObject({ description: 'JSON Schema of the event’s data' }),
    }),
    body: 'schema',
    answer: json(eventType),
    problems: {
      invalid_schema: 'invalid',
      too_many_event_types: 'conflict',
    },
    repeats: 'idempotent',
    audit: 'schema.declared',
    since: '0.1.0',
    examples: [
      {
        name: 'A table reserved',
        input: {
          tenant_id: 'shop',
          type: 'table.reserved',
          schema: {
            type: 'object',
            required: ['guests'],
            properties: {
              guests: { type: 'integer' },
              name: { type: 'string', 'x-personal': true },
            },
          },
        },
        answer: { type: 'table.reserved', version: 1, declared: true },
      },
    ],
  }),
  operation({
    id: 'schemas.remove',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/schemas/:type',
    summary: 'Remove a declared event type, or what was added to a built-in one',
    description:
      'Events of the type that are stored stay. Those that come later are kept as dead letters, or held against the built-in schema alone.',
    permission: 'schemas:write',
    input: record({ ...ofTenant, type }),
    answer: nothing,
    problems: { unknown_event_type: 'not_found' },
    repeats: 'idempotent',
    audit: 'schema.removed',
    since: '0.1.0',
    examples: [
      {
        name: 'Tables are no longer reserved',
        input: { tenant_id: 'shop', type: '{{schemas.declare/type}}' },
      },
    ],
  }),
] as const;
