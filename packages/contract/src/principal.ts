import type { TenantId } from '@olympus/core';
import type { Permission } from './permission.js';

/** Who calls, and what they may do. */
export interface Principal {
  readonly kind: 'user' | 'key' | 'token' | 'system';
  readonly id: string;
  readonly name: string;
  readonly tenants: 'all' | readonly TenantId[];
  /**
   * When these rights end by themselves, in milliseconds since 1970; Infinity where somebody has to take
   * them away. A person's end with their roles, not with the session that they are used in.
   */
  readonly endsAtMs: number;
  /** Whether this may be done within that tenant; false as well for tenants unknown to the caller. */
  allows(tenant: TenantId, permission: Permission): boolean;
  /** Whether this may be done to the installation as a whole: operators and the system itself. */
  allowsEverywhere(permission: Permission): boolean;
}

export interface PrincipalIdentity {
  readonly kind: Principal['kind'];
  readonly id: string;
  readonly name: string;
}

/** A principal that may do exactly what is granted, tenant by tenant. */
export function createPrincipal(
  identity: PrincipalIdentity,
  grants: ReadonlyMap<TenantId, ReadonlySet<Permission>>,
  endsAtMs = Number.POSITIVE_INFINITY,
): Principal {
  return {
    ...identity,
    endsAtMs,
    tenants: [...grants.keys()],
    allows: (tenant, permission) => grants.get(tenant)?.has(permission) ?? false,
    allowsEverywhere: () => false,
  };
}

/** A principal that may do everything on every tenant. */
export function createOperatorPrincipal(identity: PrincipalIdentity): Principal {
  return {
    ...identity,
    endsAtMs: Number.POSITIVE_INFINITY,
    tenants: 'all',
    allows: () => true,
    allowsEverywhere: () => true,
  };
}

/** What the process does of its own accord: the demo's simulator, the command line on its own folder. */
export function systemPrincipal(name: string): Principal {
  return createOperatorPrincipal({ kind: 'system', id: 'system', name });
}
