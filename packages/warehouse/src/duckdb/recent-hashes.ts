import { type LedgerRows, type NewRow, positionOf } from '@olympus/semantic';

type HashedLedger = 'events' | 'sales';

/**
 * Hashes of the events and documents that were committed and are not in the tables yet. Who looks
 * for something that is surely not among them need not wait for a load.
 */
export interface RecentHashes {
  add(rows: LedgerRows, commitId: number): void;
  /** False when none of the hashes is of a row that is not in the tables yet. */
  mayHold(ledger: HashedLedger, hashes: readonly number[]): boolean;
  /** Forgets what is in the tables now. */
  release(throughCommit: number): void;
}

/** So many are not searched for one by one: waiting costs less. */
const mostSearched = 64;

const hashesAt: Readonly<Record<HashedLedger, number>> = {
  events: positionOf('events', 'id_hash'),
  sales: positionOf('sales', 'document_hash'),
};

export function createRecentHashes(): RecentHashes {
  let commits: {
    readonly commitId: number;
    readonly hashes: Readonly<Record<HashedLedger, Float64Array>>;
  }[] = [];

  return {
    add(rows, commitId) {
      const read = (ledger: HashedLedger) => {
        const committed: readonly NewRow[] = rows[ledger] ?? [];
        return Float64Array.from(committed, (row) => Number(row[hashesAt[ledger]]));
      };
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
