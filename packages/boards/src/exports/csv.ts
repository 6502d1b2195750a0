import { createPace } from '@olympus/core';
import type { AnswerRow } from '@olympus/semantic';
import { harmless, labelOf, type Sheet } from './sheet.js';

/**
 * Comma-separated values (RFC 4180) in UTF-8: a line of names, then the values. Nothing else stands in
 * the file, so that programs can read it; what it is about is in its name.
 */
export async function* writeCsv({ columns, rows }: Sheet): AsyncGenerator<Uint8Array> {
  const pace = createPace();
  yield line(columns.map((column) => harmless(labelOf(column))));
  for (const row of rows) {
    yield line(columns.map(({ name, type }) => cell(row[name], type === 'number')));
    if (pace.due()) await pace.rest();
  }
}

/** Numbers stay numbers: −5 is no formula. */
function cell(value: AnswerRow[string] | undefined, numeric: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  return numeric && /^-?\d+(\.\d+)?$/.test(value) ? value : harmless(value);
}

function line(cells: readonly string[]): Uint8Array {
  const quoted = cells.map((text) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
  );
  return Buffer.from(`${quoted.join(',')}\r\n`);
}
