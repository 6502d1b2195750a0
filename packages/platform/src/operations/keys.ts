import { type Handlers, type Rights, requireOwnRights } from '@olympus/contract';
import type { ApiKey, ApiKeys } from '../access/keys.js';
import type { keyOperations } from './keys.contract.js';

const describeKey = (key: ApiKey) => ({
  id: key.id,
  name: key.name,
  hint: key.hint,
  scopes: [...key.scopes],
  status: key.status,
  created_at: key.createdAt,
  expires_at: key.expiresAt,
  revoked_at: key.revokedAt,
  replaces: key.replaces,
});

/** When a key ends that is said to end then; Infinity for never. */
const endOf = (expiresAt: string | null | undefined): number =>
  expiresAt == null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);

export function keyHandlers(keys: ApiKeys, rights: Rights): Handlers<typeof keyOperations> {
  return {
    'keys.list': async ({ tenant }) => ({ keys: (await keys.list(tenant)).map(describeKey) }),
    'keys.create': async ({ tenant, caller, input, note }) => {
      const { name, scopes, expires_at: expiresAt } = input;
      requireOwnRights(caller, {
        tenant,
        permissions: scopes
          .map(rights.parseTenantPermission)
          .filter((scope) => scope !== undefined),
        untilMs: endOf(expiresAt),
        at: '/scopes',
      });
      const made = await keys.create({ tenantId: tenant, name, scopes, expiresAt });
      note({ target: made.id, detail: { name, scopes } });
      return made;
    },
    'keys.rotate': async ({ tenant, caller, input, note }) => {
      // the caller gets a secret with the rights of the key
      const old = await keys.get(input.id, tenant);
      requireOwnRights(caller, {
        tenant,
        permissions: old.scopes,
        untilMs: endOf(old.expiresAt),
        at: '/id',
      });
      const overlapMs = (input.overlap_seconds ?? 86_400) * 1000;
      const made = await keys.rotate(input.id, { tenantId: tenant, overlapMs });
      note({ target: input.id, detail: { successor: made.id } });
      return made;
    },
    'keys.revoke': async ({ tenant, input, note }) => {
      await keys.revoke(input.id, tenant);
      note({ target: input.id });
      return undefined;
    },
  };
}
