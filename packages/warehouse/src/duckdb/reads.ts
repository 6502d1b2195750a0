import { compileAmountsHeld } from '@olympus/semantic';
import { duckdbDialect } from '@olympus/sql';
import type { ResultTable, Warehouse } from '../warehouse.js';
import type { Backlog } from './backlog.js';
import type { Engine } from './engine/engine.js';
import { queryTimeout } from './faults.js';
import type { RecentHashes } from './recent-hashes.js';
import type { RecentRecords } from './recent-records.js';

type Reads = Pick<
  Warehouse,
  | 'query'
  | 'holdsAmounts'
  | 'findEvents'
  | 'fetchEvents'
  | 'fetchDocuments'
  | 'fetchDocumentsOfEvents'
  | 'fetchRecords'
  | 'fetchDeadLetters'
  | 'scanHashes'
  | 'fetchPerson'
>;

/** All that is read from the tables: each waits until what it has to see is loaded, and no longer. */
export function createReads({
  engine,
  backlog,
  records,
  hashes,
}: {
  readonly engine: Engine;
  readonly backlog: Pick<Backlog, 'shown'>;
  readonly records: Pick<RecentRecords, 'find'>;
  readonly hashes: Pick<RecentHashes, 'mayHold'>;
}): Reads {
  return {
    async query(tenant, statement, { deadlineMs, signal } = {}): Promise<ResultTable> {
      await within(deadlineMs, backlog.shown(tenant));
      return engine.query(statement, { deadlineMs, signal });
    },
    async holdsAmounts(tenant) {
      await backlog.shown(tenant);
      const { rows } = await engine.query(compileAmountsHeld(tenant, duckdbDialect), {
        deadlineMs: undefined,
        signal: undefined,
      });
      return rows.length > 0;
    },

    async findEvents(tenant, events) {
      const asked = events.map(({ idHash }) => idHash);
      if (hashes.mayHold('events', asked)) await backlog.shown(tenant);
      return new Set(await engine.findEvents(tenant, events));
    },
    async fetchDocuments(tenant, documents) {
      const asked = documents.map(({ documentHash }) => documentHash);
      if (hashes.mayHold('sales', asked)) await backlog.shown(tenant);
      return engine.fetchDocuments(tenant, documents);
    },
    async fetchDocumentsOfEvents(tenant, eventIds) {
      await backlog.shown(tenant);
      return engine.fetchDocumentsOfEvents(tenant, eventIds);
    },
    async fetchRecords(tenant, name, keys) {
      // no barrier: what is not in the tables yet is among the recent records
      const recent = records.find(tenant, name, keys);
      const others = keys.filter((key) => !recent.has(key));
      const stored = others.length === 0 ? [] : engine.fetchRecords(tenant, name, others);
      return [...recent.values()]
        .flatMap((row) => (row === undefined ? [] : [row]))
        .concat(await stored);
    },
    async fetchDeadLetters(tenant, filter) {
      await backlog.shown(tenant);
      return engine.fetchDeadLetters(tenant, filter);
    },
    async fetchEvents(tenant, filter) {
      await backlog.shown(tenant);
      return engine.fetchEvents(tenant, filter);
    },
    async scanHashes(ledger, visit) {
      await backlog.shown();
      await engine.scanHashes(ledger, visit);
    },
    async fetchPerson(tenant, key, limit) {
      await backlog.shown(tenant);
      return engine.fetchPerson(tenant, key, limit);
    },
  };
}

/** Waits for something no longer than a query may take. */
async function within(deadlineMs: number | undefined, work: Promise<void>): Promise<void> {
  if (deadlineMs === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(queryTimeout(deadlineMs)), deadlineMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
