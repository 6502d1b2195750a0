import { type LedgerName, ledgers } from '@olympus/semantic';
import type { Cell, LedgerRow } from '@olympus/warehouse';

const columnNames = new Map(
  ledgers.map((ledger) => [ledger.name, ledger.columns.map((column) => column.name)]),
);

/** A ledger's row from values by column name; what is missing is null. */
export function toRow(
  ledger: LedgerName,
  values: Readonly<Record<string, Cell | undefined>>,
): LedgerRow {
  const names = columnNames.get(ledger) ?? [];
  const row: Cell[] = new Array(names.length);
  for (let i = 0; i < names.length; i++) row[i] = values[names[i] ?? ''] ?? null;
  return row;
}

/** A ledger's row as values by column name. */
export function fromRow(ledger: LedgerName, row: LedgerRow): Record<string, Cell> {
  const values: Record<string, Cell> = {};
  columnNames.get(ledger)?.forEach((name, index) => {
    values[name] = row[index] ?? null;
  });
  return values;
}
