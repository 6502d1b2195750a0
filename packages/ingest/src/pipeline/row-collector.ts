import type { LedgerName, LedgerRows, NewRow } from '@olympus/semantic';

/** Rows of one commit by ledger, growing. */
export interface RowCollector {
  add<L extends LedgerName>(ledger: L, ...rows: readonly NewRow<L>[]): void;
  readonly rows: LedgerRows;
  /** How many rows each ledger has so far. */
  sizes(): ReadonlyMap<LedgerName, number>;
}

export function createRowCollector(): RowCollector {
  const lists = new Map<LedgerName, unknown[]>();
  const rows: Partial<Record<LedgerName, unknown>> = {};
  return {
    // each list was made for its ledger and grows by rows of it alone
    rows: rows as LedgerRows,
    add(ledger, ...more) {
      let list = lists.get(ledger);
      if (list === undefined) {
        list = [];
        lists.set(ledger, list);
        rows[ledger] = list;
      }
      for (const row of more) list.push(row);
    },
    sizes: () => new Map(Array.from(lists, ([ledger, list]) => [ledger, list.length])),
  };
}
