export {
  type DuckDbOptions,
  type DuckDbWarehouse,
  journalFolder,
  openDuckDbWarehouse,
} from './duckdb/warehouse.js';
export type {
  Cell,
  CommitBatch,
  DeadLetterFilter,
  DocumentIdentity,
  EventFilter,
  EventIdentity,
  PersonErasure,
  PersonRows,
  QueryOptions,
  ResultTable,
  RollupRefresh,
  Warehouse,
} from './warehouse.js';
export { warehouseFile } from './warehouse-file.js';
