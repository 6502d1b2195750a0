import { anyObject, json, ofTenant, operation, record } from '@olympus/contract';
import { Type } from 'typebox';

const eventType = record(
  {
    type: Type.String(),
    version: Type.Integer(),
    schema: anyObject({ description: 'JSON Schema of the event’s data' }),
  },
  { title: 'EventType', description: 'A type of event, built in or the tenant’s own' },
);

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
      'The body is a JSON Schema of the event’s data. It adds to a built-in schema and cannot loosen it.',
    permission: 'schemas:write',
    input: record({
      ...ofTenant,
      type: Type.String({ minLength: 1, maxLength: 200 }),
      schema: anyObject({ description: 'JSON Schema of the event’s data' }),
    }),
    body: 'schema',
    answer: json(eventType),
    problems: { invalid_schema: 'invalid', value_not_storable: 'invalid' },
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
        answer: { type: 'table.reserved', version: 1 },
      },
    ],
  }),
] as const;
