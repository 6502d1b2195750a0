import type { TenantId } from '@olympus/core';
import { and, eq } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { createReadCache } from '../database/cache.js';
import { tenantSecrets } from '../schema/index.js';
import { type TenantSecretPurpose, tenantSecretOwner } from './tenant-secret-purposes.js';
import { tenantNotFound } from './tenants.js';

export interface TenantSecrets {
  /** 32 bytes, made together with the tenant. @throws Problem tenant_not_found */
  of(tenant: TenantId, purpose: TenantSecretPurpose): Promise<Uint8Array>;
  forget(): void;
}

export function createTenantSecrets(context: PlatformContext): TenantSecrets {
  const { database, clock, wrapping, cacheTtlMs } = context;
  const cache = createReadCache<Uint8Array>({ max: 10_000, ttlMs: cacheTtlMs, clock });
  return {
    of: async (tenant, purpose) => {
      const owner = tenantSecretOwner(tenant, purpose);
      const secret = await cache.load(owner, async () => {
        const rows = await database.run((queries) =>
          queries
            .select({ wrapped: tenantSecrets.wrapped })
            .from(tenantSecrets)
            .where(and(eq(tenantSecrets.tenantId, tenant), eq(tenantSecrets.purpose, purpose))),
        );
        return rows[0] === undefined ? undefined : wrapping.unwrap(rows[0].wrapped, owner);
      });
      if (secret === undefined) throw tenantNotFound(tenant);
      return secret;
    },
    forget: () => cache.clear(),
  };
}
