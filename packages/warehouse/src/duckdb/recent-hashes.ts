import { ledgers } from '@olympus/semantic';
import type { CommitBatch } from '../warehouse.js';

type HashedLedger = 'events' | 'sales';

/**
 * Hashes of the events and documents that were committed and are not in the tables yet. Who looks
 * for something that is surely not among them need not wait for a load.
 */
export interface RecentHashes {
  add(batch: CommitBatch, commitId: number): void;
  /** False when none of the hashes is of a row that is not in the tables yet. */
  mayHold(ledger: HashedLedger, hashes: readonly number[]): boolean;
  /** Forgets what is in the tables now. */
  release(throughCommit: number): void;
}

/** So many are not searched for one by one: waiting costs less. */
const mostSearched = 64;

const hashColumns: Readonly<Record<HashedLedger, number>> = {
  events: indexOf('events', 'id_hash'),
  sales: indexOf('sales', 'document_hash'),
};

export function createRecentHashes(): RecentHashes {
  let commits: {
    readonly commitId: number;
    readonly hashes: Readonly<Record<HashedLedger, Float64Array>>;
  }[] = [];

  return {
    add(batch, commitId) {
      const read = (ledger: HashedLedger) =>
        Float64Array.from(batch.rows.get(ledger) ?? [], (row) => Number(row[hashColumns[ledger]]));
      commits.push({ commitId, hashes: { events: read('events'), sales: read('sales') } });
    },
    mayHold: (ledger, hashes) =>
      hashes.length > mostSearched ||
      hashes.some((hash) => commits.some((commit) => commit.hashes[ledger].includes(hash))),
    release(throughCommit) {
      commits = commits.filter(({ commitId }) => commitId > throughCommit);
    },
  };
}

function indexOf(ledger: HashedLedger, column: string): number {
  const columns = ledgers.find(({ name }) => name === ledger)?.columns ?? [];
  return columns.findIndex(({ name }) => name === column);
}
