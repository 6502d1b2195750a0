import { expect, it } from 'vitest';
import { permissions, rolePermissions, systemPermissions } from './permissions.js';

it('gives the owner all that concerns a tenant and no role anything that concerns the installation', () => {
  const ofTenants = permissions.filter((permission) => !systemPermissions.has(permission));
  expect([...rolePermissions.owner].sort()).toEqual([...ofTenants].sort());
  for (const granted of Object.values(rolePermissions)) {
    for (const permission of systemPermissions) expect(granted.has(permission)).toBe(false);
  }
});

it('lets viewers change nothing, and the collector read no analytics', () => {
  for (const permission of rolePermissions.viewer) expect(permission).toMatch(/:read$/);
  expect([...rolePermissions.ingest].sort()).toEqual(['events:write', 'schemas:read']);
});
