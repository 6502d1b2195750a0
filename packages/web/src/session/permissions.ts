import type { Role, SessionTenant } from '@olympus/sdk';

const viewer = ['analytics:read', 'model:read', 'metrics:read', 'tenants:read'];
const analyst = [...viewer, 'metrics:write', 'schemas:read', 'dead_letters:read', 'sql:read'];

/** What roles may do, for a server that does not say it with the session. */
const BY_ROLE: Readonly<Record<Role, readonly string[]>> = {
  viewer,
  analyst,
  ingest: ['events:write', 'schemas:read'],
  owner: [
    ...analyst,
    'events:write',
    'schemas:write',
    'dead_letters:write',
    'tenants:admin',
    'keys:admin',
    'users:admin',
    'audit:read',
  ],
};

/**
 * Whether a person may do all of this at a tenant. It decides what the page offers; what is allowed
 * the server decides.
 */
export function permits(tenant: SessionTenant | undefined, needed: readonly string[]): boolean {
  if (needed.length === 0) return true;
  if (!tenant) return false;
  const granted = tenant.permissions ?? BY_ROLE[tenant.role] ?? [];
  return needed.every((permission) => granted.includes(permission));
}
