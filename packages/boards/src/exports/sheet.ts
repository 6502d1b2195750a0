import type { AnswerColumn, AnswerRow, FilterCondition } from '@olympus/semantic';

/** A table on its way into a file, with what its reader has to know. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly AnswerRow[];
  /** Title, range, zone, currency, filters: for programs by key, for people by name. */
  readonly about: readonly {
    readonly key: string;
    readonly name: string;
    readonly value: string;
  }[];
}

export const exportFormats = ['csv', 'json', 'xlsx', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

export const labelOf = ({ label, name }: AnswerColumn): string => label ?? name;

/**
 * A text that spreadsheets would take for a formula, made a text again by an apostrophe before it
 * (OWASP, CSV injection).
 */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const decimal = /^-?\d+(\.\d+)?$/;

/** A cell of a number column; exact decimals that no double holds come as text. */
export function numberOf(value: AnswerRow[string] | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && decimal.test(value) ? Number(value) : null;
}

/** A title as the name of a file: "Revenue by day" → revenue-by-day. */
export function fileNameOf(title: string, range: { from: string; to: string } | null): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);
  const span = range === null ? '' : `-${range.from.slice(0, 10)}-${range.to.slice(0, 10)}`;
  return `${slug || 'export'}${span}`;
}

/** Conditions in words that fit a cell; groups stand in parentheses. */
export const filterText = (filters: readonly FilterCondition[] = []): string =>
  filters.map(conditionText).join('; ');

function conditionText(condition: FilterCondition): string {
  if ('any' in condition) return `(${condition.any.map(conditionText).join(' or ')})`;
  if ('all' in condition) return `(${condition.all.map(conditionText).join(' and ')})`;
  const { dimension, operator, values } = condition;
  const listed = values.slice(0, 50).map(String).join(', ');
  return `${dimension} ${operator.replaceAll('_', ' ')} ${listed}`;
}

/** Halves of surrogate pairs have no place in files of UTF-8. */
export const wellFormed = (text: string): string => text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
