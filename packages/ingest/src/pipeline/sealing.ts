import type { CustomerKey, TenantId } from '@olympus/core';
import { open, type Platform, seal } from '@olympus/platform';
import type { Sealing } from '../entities/merge-records.js';

/**
 * Seals and opens personal fields under the people’s own keys, fetched in one round trip.
 * @param hasNameless  whether fields of nobody in particular are to be sealed too
 */
export async function sealingFor(
  tenant: TenantId,
  named: readonly CustomerKey[],
  { people, hasNameless }: { readonly people: Platform['people']; readonly hasNameless: boolean },
): Promise<Sealing> {
  const keys = await fetchKeys(tenant, named, people);
  const tenantKey = hasNameless ? await people.tenantKey(tenant) : undefined;
  const keyOf = (customerKey: string): Uint8Array | undefined =>
    customerKey === '' ? tenantKey : keys.get(customerKey);
  return {
    seal(customerKey, fields) {
      const key = keyOf(customerKey);
      return key === undefined ? null : seal(key, JSON.stringify(fields));
    },
    open(customerKey, sealed) {
      const key = keyOf(customerKey);
      const text = key === undefined ? undefined : open(key, sealed);
      return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
    },
  };
}

/** People whose keys are asked for at once. */
const keysAtOnce = 5000;

async function fetchKeys(
  tenant: TenantId,
  customerKeys: readonly CustomerKey[],
  people: Platform['people'],
): Promise<Map<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>();
  for (let start = 0; start < customerKeys.length; start += keysAtOnce) {
    const part = await people.keysFor(tenant, customerKeys.slice(start, start + keysAtOnce));
    for (const [customerKey, key] of part) keys.set(customerKey, key);
  }
  return keys;
}
