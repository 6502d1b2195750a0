import type { EventSchema, Ingest } from '@olympus/ingest';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';

const describeSchema = ({ type, version, json }: EventSchema) => ({ type, version, schema: json });

/** Event types and their JSON Schemas, built in and the tenant's own. */
export function registerSchemaRoutes(
  app: App,
  { ingest, audit }: { readonly ingest: Ingest; readonly audit: AuditTrail },
): void {
  app.get(
    '/api/tenants/:tenant_id/schemas',
    {
      config: { access: { permission: 'schemas:read', tenant: 'path' } },
      schema: {
        tags: ['schemas'],
        summary: 'List event types with their JSON Schemas',
        params: Type.Object({ tenant_id: Type.String() }),
      },
    },
    async (request) => ({
      schemas: (await ingest.schemas.list(tenantOf(request).id)).map(describeSchema),
    }),
  );

  app.put(
    '/api/tenants/:tenant_id/schemas/:type',
    {
      config: { access: { permission: 'schemas:write', tenant: 'path' } },
      schema: {
        tags: ['schemas'],
        summary: 'Declare an event type, or extend a built-in one',
        description:
          'The body is a JSON Schema of the event’s data. It adds to a built-in schema and cannot loosen it.',
        params: Type.Object({
          tenant_id: Type.String(),
          type: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        body: Type.Object({}, { additionalProperties: true }),
      },
    },
    async (request) => {
      const tenant = tenantOf(request).id;
      const { type } = request.params;
      const schema = await ingest.schemas.extend(tenant, type, request.body);
      await audit.record(request, principalOf(request), 'schema.declared', {
        target: type,
        detail: { version: schema.version },
      });
      return describeSchema(schema);
    },
  );
}
