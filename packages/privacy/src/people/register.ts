import type { CustomerData, PersonalData, PersonReference } from '@olympus/contract';

export const isCustomerData = (data: PersonalData): data is CustomerData =>
  data.about === 'customer';

/** Counts by store and part. */
export type Found = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What every store holds of a person. */
export async function countAll(
  stores: readonly CustomerData[],
  person: PersonReference,
): Promise<Found> {
  const found: Record<string, Readonly<Record<string, number>>> = {};
  for (const store of stores) found[store.store] = (await store.find(person)).counts;
  return found;
}

export const totalOf = (found: Found): number =>
  Object.values(found)
    .flatMap((counts) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0);
