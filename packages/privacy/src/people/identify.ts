import type { PersonReference } from '@olympus/contract';
import type { CustomerKey, TenantId } from '@olympus/core';
import { open, type People } from '@olympus/platform';
import { positionOf } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';

export interface IdentifyDeps {
  readonly people: Pick<People, 'existing'>;
  readonly warehouse: Pick<Warehouse, 'fetchRecords'>;
  readonly customerKey: (tenant: TenantId, customerId: string) => Promise<CustomerKey>;
}

/** Sealed attributes that are one person's alone; a name may be another's too. */
const naming = ['email', 'phone'] as const;

/** All that is known of who a customer is; nothing beyond the id when they are unknown. */
export async function identify(
  { people, warehouse, customerKey }: IdentifyDeps,
  tenant: TenantId,
  customerId: string,
): Promise<PersonReference> {
  const key = await customerKey(tenant, customerId);
  const [row] = await warehouse.fetchRecords(tenant, 'customers', [key]);
  const personKey = (await people.existing(tenant, [key])).get(key);
  const sealed = row?.[sealedColumn];
  const text =
    personKey === undefined || typeof sealed !== 'string' ? undefined : open(personKey, sealed);
  const known = text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
  const names = naming.flatMap((field) => {
    const value = known[field];
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  });
  return { tenant, key, customerId, names };
}

const sealedColumn = positionOf('customers', 'sealed');
