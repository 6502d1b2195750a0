import type { AnswerColumn, AnswerRow, AnswerTable } from '@olympus/semantic';

export type Language = 'en' | 'de';
export type Table = Pick<AnswerTable, 'columns' | 'rows'>;

/** Rows and columns of an answer, and what its reader has to know of it. */
export interface TableSource extends Table {
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly comparison: { readonly from: string; readonly to: string } | null;
  readonly timeZone: string;
  readonly currency: string;
  readonly dataThrough: string | null;
  readonly truncated: boolean;
}

type Word = Readonly<Record<Language, string>>;

interface ColumnSpec<Row> {
  readonly name: string;
  readonly label: Word | string;
  readonly type: AnswerColumn['type'];
  readonly unit?: AnswerColumn['unit'];
  readonly value: (row: Row) => AnswerRow[string] | undefined;
}

/** A table with one row each, by what its columns say. */
export function tableOf<Row>(
  all: readonly Row[],
  specs: readonly ColumnSpec<Row>[],
  language: Language,
): Table {
  return {
    columns: specs.map(({ name, label, type, unit }) => ({
      name,
      type,
      label: typeof label === 'string' ? label : label[language],
      role: type === 'number' ? 'metric' : type === 'string' ? 'dimension' : 'time',
      ...(unit === undefined ? {} : { unit }),
    })),
    rows: all.map((row) =>
      Object.fromEntries(specs.map(({ name, value }) => [name, value(row) ?? null])),
    ),
  };
}

/** A number column. */
export const figure = <Row>(
  name: string,
  label: Word | string,
  unit: NonNullable<AnswerColumn['unit']>,
  value: (row: Row) => number | null | undefined,
): ColumnSpec<Row> => ({ name, label, type: 'number', unit, value });

/** A column of texts. */
export const words = <Row>(
  name: string,
  label: Word | string,
  value: (row: Row) => string | number | boolean | null | undefined,
): ColumnSpec<Row> => ({
  name,
  label,
  type: 'string',
  value: (row) => {
    const found = value(row);
    return typeof found === 'number' || typeof found === 'boolean' ? String(found) : found;
  },
});

/** A column of days, or of hours of days. */
export const day = <Row>(
  name: string,
  label: Word | string,
  value: (row: Row) => string,
  type: 'date' | 'datetime' = 'date',
): ColumnSpec<Row> => ({ name, label, type, value });
