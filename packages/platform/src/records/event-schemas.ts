import type { TenantId } from '@olympus/core';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { isForeignKeyViolation, isUniqueViolation } from '../database/faults.js';
import { eventSchemas } from '../schema/index.js';
import { tenantNotFound } from '../tenants/tenants.js';

/** A tenant's extension of an event type. Kept as it was given; its meaning is checked by whoever uses it. */
export interface StoredSchema {
  readonly type: string;
  /** 1, 2, 3 … */
  readonly version: number;
  readonly schema: unknown;
  readonly createdAt: string;
}

export interface EventSchemas {
  /** The newest version of each type, by type. */
  list(tenant: TenantId): Promise<readonly StoredSchema[]>;
  /** The newest version, or the one asked for. */
  get(tenant: TenantId, type: string, version?: number): Promise<StoredSchema | undefined>;
  /** @returns the new version; putting what is there already gives the version it has */
  put(tenant: TenantId, type: string, schema: unknown): Promise<number>;
  /** Takes a type back; declared again it gets the next version. @returns whether it was there */
  remove(tenant: TenantId, type: string): Promise<boolean>;
}

/** What is kept as the newest version of a type that was taken back: it allows nothing. */
const removed = false;

export function createEventSchemas(context: PlatformContext): EventSchemas {
  const { database, clock, changes } = context;

  const newest = async (tenant: TenantId, type: string, version?: number) => {
    const rows = await database.run((queries) =>
      queries
        .select()
        .from(eventSchemas)
        .where(
          and(
            eq(eventSchemas.tenantId, tenant),
            eq(eventSchemas.type, type),
            version === undefined ? undefined : eq(eventSchemas.version, version),
          ),
        )
        .orderBy(desc(eventSchemas.version))
        .limit(1),
    );
    return rows[0];
  };

  /** @returns the version; the last one's when it is the same */
  async function append(tenant: TenantId, type: string, schema: unknown): Promise<number> {
    for (let attempt = 0; ; attempt++) {
      const last = await newest(tenant, type);
      if (last !== undefined && canonical(last.schema) === canonical(schema)) return last.version;
      const version = (last?.version ?? 0) + 1;
      const row = { tenantId: tenant, type, version, schema, createdAt: clock.now() };
      try {
        await database.run((queries) => queries.insert(eventSchemas).values(row));
        changes.publish({ kind: 'schemas', tenantId: tenant });
        return version;
      } catch (error) {
        if (isForeignKeyViolation(error)) throw tenantNotFound(tenant);
        // somebody else took this version: look again
        if (!isUniqueViolation(error) || attempt >= 20) throw error;
      }
    }
  }

  return {
    list: async (tenant) => {
      const rows = await database.run((queries) =>
        queries
          .selectDistinctOn([eventSchemas.type])
          .from(eventSchemas)
          .where(eq(eventSchemas.tenantId, tenant))
          .orderBy(asc(eventSchemas.type), desc(eventSchemas.version)),
      );
      return rows.filter(({ schema }) => schema !== removed).map(toStored);
    },
    get: async (tenant, type, version) => {
      const row = await newest(tenant, type, version);
      return row === undefined || row.schema === removed ? undefined : toStored(row);
    },
    put: append,
    remove: async (tenant, type) => {
      const last = await newest(tenant, type);
      if (last === undefined || last.schema === removed) return false;
      await append(tenant, type, removed);
      return true;
    },
  };
}

function toStored(row: typeof eventSchemas.$inferSelect): StoredSchema {
  return {
    type: row.type,
    version: row.version,
    schema: row.schema,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}

/** JSON text with sorted keys: jsonb does not keep their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
