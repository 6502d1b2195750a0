import type { CustomerKey, TenantId } from '@olympus/core';
import type { PlatformContext } from '../context.js';
import { createLruMap } from '../database/cache.js';
import { isForeignKeyViolation } from '../database/faults.js';
import { tenantNotFound } from '../tenants/tenants.js';
import { printTextArray } from './text-array.js';

/** Keys that seal what is personal: one for each person of each tenant. */
export interface People {
  /**
   * Keys of these people, made where they are missing. People whose key was destroyed are left
   * out of the map: what is personal about them is not to be kept.
   * Cost: no query when all are in memory, one when all are known, two when some are new.
   * @param customerKeys at most 10,000, repeats allowed
   * @throws Problem tenant_not_found
   */
  keysFor(
    tenant: TenantId,
    customerKeys: readonly CustomerKey[],
  ): Promise<Map<CustomerKey, Uint8Array>>;
  /** Like keysFor, making nothing. */
  existing(
    tenant: TenantId,
    customerKeys: readonly CustomerKey[],
  ): Promise<Map<CustomerKey, Uint8Array>>;
  /** Whether this person's key was destroyed, and none was made since. */
  erased(tenant: TenantId, customerKey: CustomerKey): Promise<boolean>;
  /**
   * Erasure: whatever was sealed for this person is unreadable from now on, and no new key is made
   * for them. @returns whether there was a key to destroy
   */
  destroy(tenant: TenantId, customerKey: CustomerKey): Promise<boolean>;
  /** The person agreed again after an erasure: the next keysFor makes a new key. */
  consentAgain(tenant: TenantId, customerKey: CustomerKey): Promise<boolean>;
  /** 32 bytes sealing what belongs to the tenant but to no one person. */
  tenantKey(tenant: TenantId): Promise<Uint8Array>;
}

/** In memory for each person: the key, or that it was destroyed. */
interface Kept {
  readonly key: Uint8Array | undefined;
  readonly untilMs: number;
}

const keptPeople = 50_000;

const selectSql = `select customer_key, wrapped from person_keys
  where tenant_id = $1 and customer_key = any($2::text::text[])`;

const insertSql = `insert into person_keys (tenant_id, customer_key, wrapped, created_at)
  select $1, fresh.customer_key, fresh.wrapped, $4::text::timestamptz
  from unnest($2::text::text[], $3::text::text[]) as fresh (customer_key, wrapped)
  on conflict do nothing returning customer_key`;

const destroySql = `insert into person_keys
    (tenant_id, customer_key, wrapped, created_at, destroyed_at)
  values ($1, $2, null, $3::text::timestamptz, $3::text::timestamptz)
  on conflict (tenant_id, customer_key) do update
    set wrapped = null, destroyed_at = coalesce(person_keys.destroyed_at, excluded.destroyed_at)`;

const consentSql = `delete from person_keys
  where tenant_id = $1 and customer_key = $2 and wrapped is null returning customer_key`;

export function createPeople(
  context: PlatformContext,
  tenantKey: (tenant: TenantId) => Promise<Uint8Array>,
): People & { forget(): void } {
  const { database, clock, wrapping, changes, cacheTtlMs } = context;
  const kept = createLruMap<string, Kept>(keptPeople);
  // what was read before a destruction must not be kept after it
  let destructions = 0;

  const read = async (
    tenant: TenantId,
    wanted: readonly CustomerKey[],
    found: Map<CustomerKey, Uint8Array>,
  ): Promise<readonly CustomerKey[]> => {
    if (wanted.length === 0) return [];
    const before = destructions;
    const rows = await database.execute(selectSql, [tenant, printTextArray(wanted)]);
    const seen = new Map(rows.map(([customer, wrapped]) => [customer, wrapped]));
    return wanted.filter((customer) => {
      const wrapped = seen.get(customer);
      if (wrapped === undefined) return true;
      const owner = personOwner(tenant, customer);
      const key = typeof wrapped === 'string' ? wrapping.unwrap(wrapped, owner) : undefined;
      if (before === destructions) {
        kept.set(owner, { key, untilMs: clock.now() + cacheTtlMs });
      }
      if (key !== undefined) found.set(customer, key);
      return false;
    });
  };

  const make = async (
    tenant: TenantId,
    missing: readonly CustomerKey[],
    found: Map<CustomerKey, Uint8Array>,
  ): Promise<readonly CustomerKey[]> => {
    if (missing.length === 0) return [];
    const before = destructions;
    const keys = missing.map(() => wrapping.newKey());
    const wrapped = keys.map((key, i) => wrapping.wrap(key, personOwner(tenant, missing[i] ?? '')));
    const now = new Date(clock.now()).toISOString();
    const rows = await database
      .execute(insertSql, [tenant, printTextArray(missing), printTextArray(wrapped), now])
      .catch((error) => {
        throw isForeignKeyViolation(error) ? tenantNotFound(tenant) : error;
      });
    const made = new Set(rows.map(([customer]) => customer));
    return missing.filter((customer, i) => {
      const key = keys[i];
      if (key === undefined || !made.has(customer)) return true;
      if (before === destructions) {
        kept.set(personOwner(tenant, customer), { key, untilMs: clock.now() + cacheTtlMs });
      }
      found.set(customer, key);
      return false;
    });
  };

  const remembered = (tenant: TenantId, customers: readonly CustomerKey[]) => {
    const found = new Map<CustomerKey, Uint8Array>();
    const unknown = [...new Set(customers)].filter((customer) => {
      const entry = kept.get(personOwner(tenant, customer));
      if (entry === undefined || clock.now() >= entry.untilMs) return true;
      if (entry.key !== undefined) found.set(customer, entry.key);
      return false;
    });
    return { found, unknown };
  };

  return {
    keysFor: async (tenant, customers) => {
      const { found, unknown } = remembered(tenant, customers);
      const missing = await read(tenant, unknown, found);
      const taken = await make(tenant, missing, found);
      // somebody else made these between the two statements
      await read(tenant, taken, found);
      return found;
    },
    existing: async (tenant, customers) => {
      const { found, unknown } = remembered(tenant, customers);
      await read(tenant, unknown, found);
      return found;
    },
    erased: async (tenant, customer) => {
      const rows = await database.execute(selectSql, [tenant, printTextArray([customer])]);
      return rows.some(([, wrapped]) => wrapped === null);
    },
    destroy: async (tenant, customer) => {
      const had = (await database.execute(selectSql, [tenant, printTextArray([customer])])).some(
        ([, wrapped]) => wrapped !== null,
      );
      await database
        .execute(destroySql, [tenant, customer, new Date(clock.now()).toISOString()])
        .catch((error) => {
          throw isForeignKeyViolation(error) ? tenantNotFound(tenant) : error;
        });
      destructions++;
      kept.delete(personOwner(tenant, customer));
      changes.publish({ kind: 'erasure', tenantId: tenant });
      return had;
    },
    consentAgain: async (tenant, customer) => {
      const rows = await database.execute(consentSql, [tenant, customer]);
      destructions++;
      kept.delete(personOwner(tenant, customer));
      return rows.length > 0;
    },
    tenantKey,
    forget: () => {
      destructions++;
      kept.clear();
    },
  };
}

/** The associated data under which a person's key is wrapped. */
function personOwner(tenant: TenantId, customer: string): string {
  return `person|${tenant}|${customer}`;
}
