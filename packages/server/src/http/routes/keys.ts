import type { ApiKey, Platform } from '@olympus/platform';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import { KeyMade } from '../answer-schemas.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';

const access = { access: { permission: 'keys:admin', tenant: 'path' } } as const;
const tags = ['keys'];
const Params = Type.Object({ tenant_id: Type.String() });
const KeyParams = Type.Object({ tenant_id: Type.String(), id: Type.String({ maxLength: 100 }) });

const describeKey = (key: ApiKey) => ({
  id: key.id,
  name: key.name,
  hint: key.hint,
  scopes: key.scopes,
  status: key.status,
  created_at: key.createdAt,
  expires_at: key.expiresAt,
  revoked_at: key.revokedAt,
  replaces: key.replaces,
});

/** API keys of a tenant. A key's secret is shown once, when it is made. */
export function registerKeyRoutes(
  app: App,
  { platform, audit }: { readonly platform: Pick<Platform, 'keys'>; readonly audit: AuditTrail },
): void {
  const base = '/api/tenants/:tenant_id/keys';

  app.get(
    base,
    { config: access, schema: { tags, summary: 'List API keys, newest first', params: Params } },
    async (request) => ({
      keys: (await platform.keys.list(tenantOf(request).id)).map(describeKey),
    }),
  );

  app.post(
    base,
    {
      config: access,
      schema: {
        tags,
        summary: 'Make an API key',
        response: { 201: KeyMade },
        params: Params,
        body: Type.Object(
          {
            name: Type.String({ minLength: 1, maxLength: 200 }),
            scopes: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50 }),
            expires_at: Type.Optional(Type.String({ format: 'date-time' })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const { name, scopes, expires_at } = request.body;
      const made = await platform.keys.create({
        tenantId: tenantOf(request).id,
        name,
        scopes,
        expiresAt: expires_at,
      });
      await audit.record(request, principalOf(request), 'key.created', {
        target: made.id,
        detail: { name, scopes },
      });
      return reply.code(201).send(made);
    },
  );

  app.post(
    `${base}/:id/rotate`,
    {
      config: access,
      schema: {
        tags,
        summary: 'Replace an API key',
        response: { 201: KeyMade },
        description: 'The old secret goes on working for `overlap_seconds`, by default a day.',
        params: KeyParams,
        body: Type.Optional(
          Type.Object(
            { overlap_seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_592_000 })) },
            { additionalProperties: false },
          ),
        ),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const overlapMs = (request.body?.overlap_seconds ?? 86_400) * 1000;
      const made = await platform.keys.rotate(id, { tenantId: tenantOf(request).id, overlapMs });
      await audit.record(request, principalOf(request), 'key.rotated', {
        target: id,
        detail: { successor: made.id },
      });
      return reply.code(201).send(made);
    },
  );

  app.delete(
    `${base}/:id`,
    { config: access, schema: { tags, summary: 'Revoke an API key at once', params: KeyParams } },
    async (request, reply) => {
      await platform.keys.revoke(request.params.id, tenantOf(request).id);
      await audit.record(request, principalOf(request), 'key.revoked', {
        target: request.params.id,
      });
      return reply.code(204).send();
    },
  );
}
