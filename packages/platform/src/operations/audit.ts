import type { Handlers } from '@olympus/contract';
import type { Audit } from '../records/audit.js';
import type { auditOperations } from './audit.contract.js';

export function auditHandlers(audit: Audit): Handlers<typeof auditOperations> {
  return {
    'audit.list': async ({ tenant, input }) => ({
      entries: (await audit.list(tenant, input)).map((entry) => ({
        id: entry.id,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        target: entry.target ?? null,
        detail: entry.detail ?? null,
        request_id: entry.requestId ?? null,
      })),
    }),
  };
}
