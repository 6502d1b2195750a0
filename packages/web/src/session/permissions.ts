import type { SessionTenant } from '@olympus/sdk';

/**
 * Whether a person may do all of this at a tenant. It decides what the page offers; what is allowed
 * the server decides.
 */
export function permits(tenant: SessionTenant | undefined, needed: readonly string[]): boolean {
  return needed.every((permission) => tenant?.permissions.includes(permission));
}
