import type { Amount } from '@olympus/core';
import type { Column, ColumnType } from './column.js';
import {
  type Declared,
  type EntityLedgerName,
  keyColumnOf,
  type LedgerName,
  ledgers,
} from './ledgers.js';

/** A value of a column: times are milliseconds since 1970, decimals amounts. */
type CellOf<Type extends ColumnType> = Type extends 'string' | 'json' | 'date'
  ? string
  : Type extends 'boolean'
    ? boolean
    : Type extends 'decimal'
      ? Amount
      : number;

type CellIn<C extends Column> = C extends { readonly optional: true }
  ? CellOf<C['type']> | null
  : CellOf<C['type']>;

type ColumnOf<L extends LedgerName> = Declared[L]['columns'][number];
type Plain<T> = { [K in keyof T]: T[K] };

/** Name of a column of the ledger. */
export type ColumnName<L extends LedgerName> = ColumnOf<L>['name'];

type Cells<Columns extends readonly Column[]> = {
  readonly [I in keyof Columns]: Columns[I] extends { readonly name: 'commit_id' }
    ? number | null
    : CellIn<Columns[I]>;
};

type KeyCells<Columns extends readonly Column[], Key extends string> = {
  readonly [I in keyof Columns]: Columns[I] extends { readonly name: 'tenant_id' | Key }
    ? string
    : null;
};

/**
 * A row of the ledger: one value a column, in the ledger's order. The number of its commit is null
 * until it is committed.
 */
export type LedgerRow<L extends LedgerName = LedgerName> = {
  [Name in L]: Cells<Declared[Name]['columns']>;
}[L];

/** A row that takes an entity's record out when it is committed: it has no `version_at`. */
export type RecordRemoval<L extends EntityLedgerName = EntityLedgerName> = {
  [Name in L]: KeyCells<Declared[Name]['columns'], Declared[Name]['keyColumn']>;
}[L];

/** A row to be committed. */
export type NewRow<L extends LedgerName = LedgerName> =
  | LedgerRow<L>
  | (L extends EntityLedgerName ? RecordRemoval<L> : never);

/** Rows to be committed, by ledger. */
export type LedgerRows = { readonly [L in LedgerName]?: readonly NewRow<L>[] };

/** A row's values by column name, as they are read. */
export type LedgerValues<L extends LedgerName> = Plain<{
  readonly [C in ColumnOf<L> as C['name']]: CellIn<C>;
}>;

/** A row's values by column name, as they are written; its commit is not known yet. */
export type NewValues<L extends LedgerName> = Plain<
  {
    readonly [C in ColumnOf<L> as C extends { readonly optional: true }
      ? never
      : Exclude<C['name'], 'commit_id'>]: CellOf<C['type']>;
  } & {
    readonly [C in ColumnOf<L> as C extends { readonly optional: true } ? C['name'] : never]?:
      | CellOf<C['type']>
      | null
      | undefined;
  }
>;

type AnyCell = string | number | boolean | null;

const columnNames = new Map<LedgerName, readonly string[]>(
  ledgers.map((ledger) => [ledger.name, ledger.columns.map((column) => column.name)]),
);

/** Where a column lies in the ledger's rows. */
export function positionOf<L extends LedgerName>(ledger: L, column: ColumnName<L>): number {
  return columnNames.get(ledger)?.indexOf(column) ?? -1;
}

/** A ledger's row from values by column name; what is left out is null. */
export function toRow<L extends LedgerName>(ledger: L, values: NewValues<L>): LedgerRow<L> {
  return inOrder(ledger, values) as unknown as LedgerRow<L>;
}

/** The row that takes an entity's record out. */
export function removalOf<L extends EntityLedgerName>(
  ledger: L,
  tenantId: string,
  key: string,
): RecordRemoval<L> {
  const cells = inOrder(ledger, { tenant_id: tenantId, [keyColumnOf(ledger)]: key });
  return cells as unknown as RecordRemoval<L>;
}

/** A ledger's row as values by column name. */
export function fromRow<L extends LedgerName>(ledger: L, row: LedgerRow<L>): LedgerValues<L> {
  const cells = row as readonly AnyCell[];
  const values: Record<string, AnyCell> = {};
  columnNames.get(ledger)?.forEach((name, index) => {
    values[name] = cells[index] ?? null;
  });
  return values as LedgerValues<L>;
}

// the one place where values are put in the declared order: here types end and cells begin
function inOrder(ledger: LedgerName, values: Readonly<Record<string, unknown>>): AnyCell[] {
  const names = columnNames.get(ledger) ?? [];
  const row: AnyCell[] = new Array(names.length);
  for (let i = 0; i < names.length; i++) row[i] = (values[names[i] ?? ''] ?? null) as AnyCell;
  return row;
}
