/** A right, named after what it is about and what may be done to it: `keys:admin`. */
export type Permission = `${string}:${string}`;

export const roles = ['owner', 'analyst', 'viewer', 'ingest'] as const;

/** What a person or token is within one tenant. */
export type Role = (typeof roles)[number];

export function parseRole(text: unknown): Role | undefined {
  return roles.find((role) => role === text);
}

/** What a room declares of each of its permissions. */
export interface PermissionDeclaration {
  /** What it lets its holder do, as the end of "May …". */
  readonly about: string;
  /**
   * Roles that hold it within their tenant. `installation`: it concerns the installation and
   * belongs to no tenant's key, role or token.
   */
  readonly heldBy: readonly Role[] | 'installation';
}

/** Every permission there is, and who holds it: the whole of authorisation. */
export interface Rights {
  readonly permissions: ReadonlyMap<Permission, PermissionDeclaration>;
  ofRole(role: Role): ReadonlySet<Permission>;
  /** The permission of that name when a tenant's key or token may hold it. */
  parseTenantPermission(text: unknown): Permission | undefined;
}

/** @throws when two rooms declare one permission */
export function createRights(
  declared: readonly Readonly<Record<Permission, PermissionDeclaration>>[],
): Rights {
  const permissions = new Map<Permission, PermissionDeclaration>();
  for (const part of declared) {
    for (const [name, declaration] of Object.entries(part)) {
      if (permissions.has(name as Permission)) throw new Error(`${name} is declared twice`);
      permissions.set(name as Permission, declaration);
    }
  }
  const ofRoles = new Map(
    roles.map((role) => [
      role,
      new Set(
        [...permissions].flatMap(([name, { heldBy }]) =>
          heldBy !== 'installation' && heldBy.includes(role) ? [name] : [],
        ),
      ),
    ]),
  );
  return {
    permissions,
    ofRole: (role) => ofRoles.get(role) ?? new Set(),
    parseTenantPermission: (text) => {
      const known = permissions.get(text as Permission);
      return known === undefined || known.heldBy === 'installation'
        ? undefined
        : (text as Permission);
    },
  };
}
