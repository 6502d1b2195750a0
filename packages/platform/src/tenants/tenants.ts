import { Problem, type TenantId, tenantId } from '@olympus/core';
import { asc, eq } from 'drizzle-orm';
import type { PlatformContext } from '../context.js';
import { createReadCache } from '../database/cache.js';
import { isUniqueViolation } from '../database/faults.js';
import { tenantSecrets, tenants } from '../schema/index.js';
import { parseTenantFields, requireCurrencies, type TenantFields } from './tenant-fields.js';
import { tenantSecretOwner, tenantSecretPurposes } from './tenant-secret-purposes.js';

export interface Tenant extends TenantFields {
  readonly id: TenantId;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Everything but the id and name has a default: UTC, EUR, monday, en, no rates, no demo. */
export type NewTenant = Partial<TenantFields> & { readonly id: string; readonly name?: string };

export type TenantCheck = (before: Tenant, after: Tenant) => Promise<void>;

export interface Tenants {
  /** @throws Problem tenant_exists, invalid_tenant (with `at`) */
  create(input: NewTenant): Promise<Tenant>;
  /** Kept in memory; costs nothing a second time. */
  get(id: TenantId): Promise<Tenant | undefined>;
  /** By id. */
  list(): Promise<readonly Tenant[]>;
  /** @throws Problem tenant_not_found, invalid_tenant, and what those throw who have a say */
  update(id: TenantId, patch: Partial<TenantFields>): Promise<Tenant>;
  /** Has a say before a tenant changes: by throwing. @returns ends it */
  beforeUpdate(check: TenantCheck): () => void;
  /**
   * Removes the tenant with its members, keys, schemas, metrics, settings and sealing keys (so its
   * sealed data is unreadable for ever). Its audit entries stay.
   */
  remove(id: TenantId): Promise<boolean>;
}

const defaults: TenantFields = {
  name: '',
  timeZone: 'UTC',
  currency: 'EUR',
  weekStart: 'monday',
  locale: 'en',
  exchangeRates: {},
  demo: false,
};

/** @param onRemove  lets what is kept of the tenant elsewhere be dropped together with it */
export function createTenants(
  context: PlatformContext,
  onRemove: () => void,
): Tenants & { forget(): void } {
  const { database, clock, changes, wrapping, cacheTtlMs } = context;
  const checks = new Set<TenantCheck>();
  const cache = createReadCache<Tenant>({ max: 10_000, ttlMs: cacheTtlMs, clock });

  const fetch = async (id: TenantId) => {
    const rows = await database.run((queries) =>
      queries.select().from(tenants).where(eq(tenants.id, id)),
    );
    return rows[0] === undefined ? undefined : toTenant(rows[0]);
  };
  const changed = (id: TenantId) => {
    cache.drop(id);
    changes.publish({ kind: 'tenant', tenantId: id });
  };

  return {
    create: async (input) => {
      const id = tenantId(input.id);
      if (id === 'system') throw alreadyThere(id);
      const { id: _, ...given } = input;
      const fields = parseTenantFields({ ...defaults, name: id, ...withoutUndefined(given) });
      requireCurrencies(given);
      const createdAt = clock.now();
      try {
        await database.transaction(async (queries) => {
          await queries.insert(tenants).values({ id, ...fields, createdAt });
          await queries.insert(tenantSecrets).values(
            tenantSecretPurposes.map((purpose) => ({
              tenantId: id,
              purpose,
              wrapped: wrapping.wrap(wrapping.newKey(), tenantSecretOwner(id, purpose)),
              createdAt,
            })),
          );
        });
      } catch (error) {
        throw isUniqueViolation(error) ? alreadyThere(id) : error;
      }
      changed(id);
      return { id, ...fields, createdAt: new Date(createdAt).toISOString() };
    },
    get: (id) => cache.load(id, () => fetch(id)),
    list: async () => {
      const rows = await database.run((queries) =>
        queries.select().from(tenants).orderBy(asc(tenants.id)),
      );
      return rows.map(toTenant);
    },
    update: async (id, patch) => {
      const updated = await database.transaction(async (queries) => {
        const [row] = await queries.select().from(tenants).where(eq(tenants.id, id)).for('update');
        if (row === undefined) throw tenantNotFound(id);
        const before = toTenant(row);
        const { id: _, createdAt, ...fields } = before;
        const next = parseTenantFields({ ...fields, ...withoutUndefined(patch) });
        requireCurrencies(patch);
        for (const check of checks) await check(before, { id, ...next, createdAt });
        await queries.update(tenants).set(next).where(eq(tenants.id, id));
        return { id, ...next, createdAt };
      });
      changed(id);
      return updated;
    },
    beforeUpdate(check) {
      checks.add(check);
      return () => checks.delete(check);
    },
    remove: async (id) => {
      const rows = await database.run((queries) =>
        queries.delete(tenants).where(eq(tenants.id, id)).returning({ id: tenants.id }),
      );
      onRemove();
      changed(id);
      changes.publishAccess();
      return rows.length > 0;
    },
    forget: () => cache.clear(),
  };
}

export function tenantNotFound(id: TenantId): Problem {
  return new Problem({
    code: 'tenant_not_found',
    kind: 'not_found',
    message: `There is no tenant "${id}".`,
    remedy: 'Look at the list of tenants, or create it.',
  });
}

function alreadyThere(id: TenantId): Problem {
  return new Problem({
    code: 'tenant_exists',
    kind: 'conflict',
    message: `The tenant id "${id}" is taken.`,
    remedy: 'Choose another id.',
    at: '/id',
  });
}

function toTenant(row: typeof tenants.$inferSelect): Tenant {
  const { id, createdAt, ...fields } = row;
  return {
    id: tenantId(id),
    ...parseTenantFields(fields),
    createdAt: new Date(createdAt).toISOString(),
  };
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
