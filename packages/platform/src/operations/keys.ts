import type { Handlers } from '@olympus/contract';
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

export function keyHandlers(keys: ApiKeys): Handlers<typeof keyOperations> {
  return {
    'keys.list': async ({ tenant }) => ({ keys: (await keys.list(tenant)).map(describeKey) }),
    'keys.create': async ({ tenant, input, note }) => {
      const { name, scopes, expires_at: expiresAt } = input;
      const made = await keys.create({ tenantId: tenant, name, scopes, expiresAt });
      note({ target: made.id, detail: { name, scopes } });
      return made;
    },
    'keys.rotate': async ({ tenant, input, note }) => {
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
