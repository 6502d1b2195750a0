import type { Platform } from '@olympus/platform';
import { Type } from 'typebox';
import { tenantOf } from '../access.js';
import type { App } from '../type-provider.js';

/** Who changed what in a tenant. */
export function registerAuditRoute(
  app: App,
  { platform }: { readonly platform: Pick<Platform, 'audit'> },
): void {
  app.get(
    '/api/tenants/:tenant_id/audit',
    {
      config: { access: { permission: 'audit:read', tenant: 'path' } },
      schema: {
        tags: ['audit'],
        summary: 'List what was changed by whom, newest first',
        params: Type.Object({ tenant_id: Type.String() }),
        querystring: Type.Object({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
          before: Type.Optional(
            Type.Integer({ minimum: 1, description: 'Id of the last entry seen' }),
          ),
        }),
      },
    },
    async (request) => {
      const entries = await platform.audit.list(tenantOf(request).id, request.query);
      return {
        entries: entries.map((entry) => ({
          id: entry.id,
          at: entry.at,
          actor: entry.actor,
          action: entry.action,
          target: entry.target,
          detail: entry.detail,
          request_id: entry.requestId,
        })),
      };
    },
  );
}
