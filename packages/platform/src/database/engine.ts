/** One row as the engine's columns in order, values as {@link import('./parse-values.js')} leaves them. */
export type Row = readonly unknown[];

/** Runs one statement with `$1…` parameters (text, number, boolean or null) and gives its rows. */
export type Execute = (sql: string, params?: readonly unknown[]) => Promise<readonly Row[]>;

/** A PostgreSQL that statements can be sent to: embedded, or a server. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres';
  readonly execute: Execute;
  /**
   * Runs `work` in one transaction, committed when it resolves and rolled back when it rejects.
   * `work` uses only the execute it is given: on the embedded engine every other statement waits
   * until the transaction is over.
   */
  transaction<T>(work: (execute: Execute) => Promise<T>): Promise<T>;
  /** The whole store as one gzipped tar; refused by servers, which have tools of their own. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}
