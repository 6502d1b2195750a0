import {
  createOperatorPrincipal,
  createPrincipal,
  type Permission,
  type Principal,
  parseRole,
  type Rights,
} from '@olympus/contract';
import { type TenantId, tenantId } from '@olympus/core';

/** A person as they are found with their roles: one row a role, one without when they have none. */
export interface PersonRow {
  readonly userId: string;
  readonly name: string;
  readonly operator: boolean;
  readonly tenantId: string | null;
  readonly role: string | null;
}

/** What a person may do now. */
export function toUserPrincipal(rows: readonly PersonRow[], rights: Rights): Principal | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const identity = { kind: 'user', id: first.userId, name: first.name } as const;
  return first.operator
    ? createOperatorPrincipal(identity)
    : createPrincipal(identity, grantsOf(rows, rights));
}

function grantsOf(
  rows: readonly PersonRow[],
  rights: Rights,
): ReadonlyMap<TenantId, ReadonlySet<Permission>> {
  const grants = new Map<TenantId, ReadonlySet<Permission>>();
  for (const row of rows) {
    const role = parseRole(row.role);
    if (row.tenantId !== null && role !== undefined) {
      grants.set(tenantId(row.tenantId), rights.ofRole(role));
    }
  }
  return grants;
}
