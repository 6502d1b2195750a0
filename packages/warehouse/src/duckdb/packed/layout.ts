import { type ColumnType, ledgers } from '@olympus/semantic';

/** The ledgers and columns that packed batches are made of, in order. */
export type Layout = readonly {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}[];

/** What this release packs. A journal keeps the layout it was written with beside its batches. */
export const currentLayout = ledgers.map((ledger) => ({
  name: ledger.name,
  columns: ledger.columns.map(({ name, type }) => ({ name, type })),
})) satisfies Layout;

/** Bytes of a value as DuckDB holds it; undefined for text. */
export const widths: Readonly<Record<ColumnType, number | undefined>> = {
  string: undefined,
  json: undefined,
  integer: 8,
  decimal: 8,
  float: 8,
  timestamp: 8,
  date: 4,
  boolean: 1,
};

/** How a packed column says which of its rows have a value. */
export const presence = { none: 0, all: 1, some: 2 } as const;

/** Everything but text bytes begins at a multiple of this, so that typed arrays can lie over it. */
export const alignment = 8;

export const aligned = (offset: number): number => Math.ceil(offset / alignment) * alignment;
