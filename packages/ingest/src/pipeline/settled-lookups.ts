import type { Warehouse } from '@olympus/warehouse';

/** What a lot has to know of earlier commits. */
export type SettledLookups = Pick<
  Warehouse,
  'findEvents' | 'fetchEvents' | 'fetchDocuments' | 'fetchRecords'
>;

/** The warehouse's look-ups, each of which waits for a commit that is still under way. */
export function afterCommit(warehouse: Warehouse, commit: Promise<void>): SettledLookups {
  return {
    async findEvents(tenant, events) {
      if (events.length === 0) return new Set();
      await commit;
      return warehouse.findEvents(tenant, events);
    },
    async fetchEvents(tenant, filter) {
      await commit;
      return warehouse.fetchEvents(tenant, filter);
    },
    async fetchDocuments(tenant, documents) {
      if (documents.length === 0) return [];
      await commit;
      return warehouse.fetchDocuments(tenant, documents);
    },
    async fetchRecords(tenant, ledger, keys) {
      await commit;
      return warehouse.fetchRecords(tenant, ledger, keys);
    },
  };
}
