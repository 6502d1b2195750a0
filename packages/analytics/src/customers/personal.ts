import type { CustomerKey, TenantId } from '@olympus/core';
import { open, type People } from '@olympus/platform';
import { positionOf } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';

export interface PersonalDependencies {
  readonly people: Pick<People, 'existing' | 'erased'>;
  readonly warehouse: Pick<Warehouse, 'fetchRecords'>;
}

/** What is personal of a customer, opened; or why there is nothing. */
export type PersonalData =
  | { readonly state: 'known'; readonly fields: Readonly<Record<string, unknown>> }
  | {
      readonly state: 'erased' | 'nothing_known';
      readonly fields: Readonly<Record<string, never>>;
    };

/** Reads what is sealed under people's own keys, for those who may see it. */
export interface PersonalReader {
  one(tenant: TenantId, key: CustomerKey): Promise<PersonalData>;
  /** Of many at once; those of whom nothing can be opened are left out. @param keys at most 10,000 */
  many(
    tenant: TenantId,
    keys: readonly CustomerKey[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  /** Whether what was personal of the customer was erased. */
  isErased(tenant: TenantId, key: CustomerKey): Promise<boolean>;
}

const keyColumn = positionOf('customers', 'customer_key');
const sealedColumn = positionOf('customers', 'sealed');

export function createPersonalReader({ people, warehouse }: PersonalDependencies): PersonalReader {
  const many: PersonalReader['many'] = async (tenant, keys) => {
    const [secrets, records] = await Promise.all([
      people.existing(tenant, keys),
      warehouse.fetchRecords(tenant, 'customers', keys),
    ]);
    return new Map(
      records.flatMap((row) => {
        const key = row[keyColumn] as CustomerKey;
        const [secret, sealed] = [secrets.get(key), row[sealedColumn]];
        if (secret === undefined || typeof sealed !== 'string') return [];
        const text = open(secret, sealed);
        return text === undefined ? [] : [[key, JSON.parse(text) as Record<string, unknown>]];
      }),
    );
  };
  return {
    many,
    isErased: (tenant, key) => people.erased(tenant, key),
    one: async (tenant, key) => {
      const fields = (await many(tenant, [key])).get(key);
      if (fields !== undefined) return { state: 'known', fields };
      const erased = await people.erased(tenant, key);
      return { state: erased ? 'erased' : 'nothing_known', fields: {} };
    },
  };
}
