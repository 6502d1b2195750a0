export type {
  Column,
  ColumnType,
  DimensionLedgerName,
  FactLedgerName,
  Ledger,
  LedgerName,
} from './ledgers/ledger.js';
export { dimensionLedgers, factLedgers, ledgers } from './ledgers/ledgers.js';
