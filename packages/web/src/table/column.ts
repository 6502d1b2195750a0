import type { ReactNode } from 'react';

/** What a cell holds, for sorting, copying and files. */
export type CellValue = string | number | null;

/** A column: what its cells hold, and how they are shown. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Numbers are right-aligned. */
  readonly kind: 'text' | 'number';
  readonly value: (row: Row) => CellValue;
  /** How a cell is written; its value as it is if left out. */
  readonly text?: (row: Row) => string;
  /** What a cell shows instead of its text. */
  readonly show?: (row: Row) => ReactNode;
  /** Size of a bar behind the cell's text; the largest of all rows fills the cell. */
  readonly bar?: (row: Row) => number | null;
  /** A longer text for the pointer. */
  readonly hint?: (row: Row) => string;
  readonly quiet?: boolean;
  /** false: the column cannot be sorted by. */
  readonly sortable?: boolean;
  /** What the totals row shows. */
  readonly total?: ReactNode;
  /** CSS pixels; the first column takes what is left. */
  readonly width?: number;
  /** false: not on a phone, unless chosen. */
  readonly onPhone?: boolean;
  /** true: shown only when it is chosen. */
  readonly optional?: boolean;
}

/** A cell as text. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  if (column.text) return column.text(row);
  const value = column.value(row);
  return value === null ? '—' : String(value);
}
