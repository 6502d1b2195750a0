import { Problem } from '@olympus/core';
import type { SourceFile } from './bytes.js';

/** Exports have dozens of columns, the largest some hundred. */
export const mostColumns = 1_000;

/** @throws Problem `too_many_columns` */
export function requireFewColumns(
  columns: readonly string[],
  { name }: SourceFile,
): readonly string[] {
  if (columns.length <= mostColumns) return columns;
  throw new Problem({
    code: 'too_many_columns',
    kind: 'too_large',
    message: `${name} has ${columns.length} columns; at most ${mostColumns} are read`,
    remedy: 'Export only the columns that are needed, and look whether it is a table.',
    at: name,
  });
}
