import type { Handlers } from '@olympus/contract';
import type { Audit } from '../records/audit.js';
import type { auditOperations } from './audit.contract.js';

export function auditHandlers(audit: Audit): Handlers<typeof auditOperations> {
  return {
    'audit.list': async ({ tenant, input: { from, to, ...input } }) => ({
      entries: (await audit.list(tenant, { ...input, fromMs: toMs(from), toMs: toMs(to) })).map(
        (entry) => ({
          id: entry.id,
          at: entry.at,
          actor: entry.actor,
          action: entry.action,
          target: entry.target ?? null,
          target_name: entry.targetName,
          detail: entry.detail ?? null,
          request_id: entry.requestId ?? null,
        }),
      ),
    }),
    'audit.choices': async ({ tenant }) => {
      const { actors, actions } = await audit.choices(tenant);
      return { actors: [...actors], actions: [...actions] };
    },
  };
}

const toMs = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant);
