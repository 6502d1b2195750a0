import type { Logger } from '@olympus/core';
import type { Warehouse } from '@olympus/warehouse';
import { type BloomFilter, createBloomFilter } from './bloom-filter.js';

/** A filter made from what is stored. Until it is complete everything may be known. */
export function createRepeatFilter(
  warehouse: Warehouse,
  ledger: 'events' | 'sales',
  log: Logger,
): Pick<BloomFilter, 'add' | 'mayContain'> {
  const filter = createBloomFilter();
  let complete = false;
  warehouse
    .scanHashes(ledger, (hashes) => {
      for (const hash of hashes) filter.add(hash);
    })
    .then(
      () => {
        complete = true;
        log.debug({ ledger, count: filter.count }, 'repeats can be ruled out from memory');
      },
      (error: unknown) => {
        log.warn({ ledger, err: error }, 'repeats will be looked up; the filter was not built');
      },
    );
  return {
    add: (hash) => filter.add(hash),
    mayContain: (hash) => !complete || filter.mayContain(hash),
  };
}
