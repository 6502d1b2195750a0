import type { Platform, Principal } from '@olympus/platform';
import type { FastifyRequest } from 'fastify';

/** Keeps who changed what. Called after the change, before the answer. */
export interface AuditTrail {
  record(
    request: FastifyRequest,
    principal: Principal,
    action: string,
    about?: { readonly target?: string; readonly detail?: Readonly<Record<string, unknown>> },
  ): Promise<void>;
}

export function createAuditTrail(platform: Pick<Platform, 'audit'>): AuditTrail {
  return {
    async record(request, principal, action, about = {}) {
      await platform.audit.record({
        ...(request.tenant === null ? {} : { tenantId: request.tenant.id }),
        actor: { kind: principal.kind, id: principal.id, name: principal.name },
        action,
        ...about,
        requestId: request.id,
      });
    },
  };
}
