/**
 * How a column's values are held: `decimal` is exact with four places, `timestamp` a UTC instant
 * with millisecond precision, `json` text that parses as JSON, `integer` 64 bits.
 */
export type ColumnType =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'timestamp'
  | 'date'
  | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** True where a row may lack the value. */
  readonly optional?: true;
}

/**
 * A table of the warehouse, as data. Adapters make their tables from it.
 * `facts` are append-only and clustered by (tenant_id, time); of a `dimension` only the latest
 * version of each key is seen.
 */
export type Ledger =
  | {
      readonly kind: 'facts';
      readonly name: LedgerName;
      readonly description: string;
      readonly timeColumn: string;
      readonly columns: readonly Column[];
    }
  | {
      readonly kind: 'dimension';
      readonly name: LedgerName;
      readonly description: string;
      readonly keyColumn: string;
      readonly columns: readonly Column[];
    };

export type FactLedgerName =
  | 'events'
  | 'dead_letters'
  | 'retractions'
  | 'sales'
  | 'payments'
  | 'stock'
  | 'sessions'
  | 'feedback'
  | 'exposures'
  | 'spend'
  | 'messages';

export type DimensionLedgerName = 'customers' | 'products' | 'locations';

export type LedgerName = FactLedgerName | DimensionLedgerName;
