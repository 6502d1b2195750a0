import type { Principal } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import { personOf } from './boards.js';

/**
 * Lets through whoever made something, and who runs the tenant.
 * @throws Problem `not_the_owner`
 */
export function requireOwner(
  caller: Principal,
  tenant: TenantId,
  owner: string,
  what: string,
): void {
  if (owner === personOf(caller).id || caller.allows(tenant, 'tenants:admin')) return;
  throw new Problem({
    code: 'not_the_owner',
    kind: 'forbidden',
    message: `This ${what} is somebody else’s`,
    remedy: 'Ask whoever made it, or an owner of the tenant.',
  });
}
