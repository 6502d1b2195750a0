import type { TenantId } from '@olympus/core';
import { and, asc, eq } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { metricDefinitions } from '../schema/index.js';
import { tenantNotFound } from '../tenants/tenants.js';

/** A metric that a tenant declared. Kept as it was given; its meaning is checked by whoever uses it. */
export interface StoredMetric {
  readonly name: string;
  readonly definition: unknown;
  readonly updatedAt: string;
}

export interface MetricDefinitions {
  /** By name. */
  list(tenant: TenantId): Promise<readonly StoredMetric[]>;
  /** Adds or replaces. @throws Problem tenant_not_found */
  put(tenant: TenantId, name: string, definition: unknown): Promise<void>;
  /** @returns whether it was there */
  remove(tenant: TenantId, name: string): Promise<boolean>;
}

export function createMetricDefinitions(context: PlatformContext): MetricDefinitions {
  const { database, clock, changes } = context;
  return {
    list: async (tenant) => {
      const rows = await database.run((queries) =>
        queries
          .select()
          .from(metricDefinitions)
          .where(eq(metricDefinitions.tenantId, tenant))
          .orderBy(asc(metricDefinitions.name)),
      );
      return rows.map(({ name, definition, updatedAt }) => ({
        name,
        definition,
        updatedAt: new Date(updatedAt).toISOString(),
      }));
    },
    put: async (tenant, name, definition) => {
      const updatedAt = clock.now();
      try {
        await database.run((queries) =>
          queries
            .insert(metricDefinitions)
            .values({ tenantId: tenant, name, definition, updatedAt })
            .onConflictDoUpdate({
              target: [metricDefinitions.tenantId, metricDefinitions.name],
              set: { definition, updatedAt },
            }),
        );
      } catch (error) {
        throw isForeignKeyViolation(error) ? tenantNotFound(tenant) : error;
      }
      changes.publish({ kind: 'metrics', tenantId: tenant });
    },
    remove: async (tenant, name) => {
      const rows = await database.run((queries) =>
        queries
          .delete(metricDefinitions)
          .where(and(eq(metricDefinitions.tenantId, tenant), eq(metricDefinitions.name, name)))
          .returning({ name: metricDefinitions.name }),
      );
      changes.publish({ kind: 'metrics', tenantId: tenant });
      return rows.length > 0;
    },
  };
}
