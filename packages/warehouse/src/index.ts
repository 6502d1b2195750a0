export type {
  Cell,
  CommitBatch,
  DocumentIdentity,
  EventIdentity,
  LedgerRow,
  QueryOptions,
  ResultTable,
  Warehouse,
} from './warehouse.js';
