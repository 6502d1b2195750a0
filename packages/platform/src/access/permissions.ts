/** What a route may ask of whoever calls it. */
export const permissions = [
  'events:write',
  'analytics:read',
  'model:read',
  'metrics:read',
  'metrics:write',
  'schemas:read',
  'schemas:write',
  'dead_letters:read',
  'dead_letters:write',
  'tenants:read',
  'tenants:admin',
  'keys:admin',
  'users:admin',
  'audit:read',
  'sql:read',
  'system:read',
  'system:admin',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'analyst', 'viewer', 'ingest'] as const;

/** What a person or token is within one tenant. */
export type Role = (typeof roles)[number];

const viewer = ['analytics:read', 'model:read', 'metrics:read', 'tenants:read'] as const;
const analyst = [
  ...viewer,
  'metrics:write',
  'schemas:read',
  'dead_letters:read',
  'sql:read',
] as const;

/** The whole of authorisation: nothing is allowed that does not stand here. */
export const rolePermissions: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set<Permission>(viewer),
  analyst: new Set<Permission>(analyst),
  ingest: new Set<Permission>(['events:write', 'schemas:read']),
  owner: new Set<Permission>([
    ...analyst,
    'events:write',
    'schemas:write',
    'dead_letters:write',
    'tenants:admin',
    'keys:admin',
    'users:admin',
    'audit:read',
  ]),
};

/** Permissions that concern the installation and belong to no tenant's key, role or token. */
export const systemPermissions: ReadonlySet<Permission> = new Set(['system:read', 'system:admin']);

export function parsePermission(text: unknown): Permission | undefined {
  return permissions.find((permission) => permission === text);
}

export function parseRole(text: unknown): Role | undefined {
  return roles.find((role) => role === text);
}
