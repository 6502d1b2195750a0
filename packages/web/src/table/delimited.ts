import type { CellValue, Column } from './column.js';

/**
 * A text that spreadsheets would take for a formula, made a text again by a quote before it
 * (OWASP, CSV injection). Numbers are no texts: −5 stays a number.
 */
function harmless(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  write: (value: CellValue) => string,
  separator: string,
): string {
  const lines = [
    columns.map(({ label }) => write(label)),
    ...rows.map((row) => columns.map((column) => write(column.value(row)))),
  ];
  return lines.map((line) => line.join(separator)).join('\r\n');
}

/** Comma-separated values (RFC 4180) of the values themselves, not of how they are shown. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const write = (value: CellValue) => {
    const text = harmless(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${table(columns, rows, write, ',')}\r\n`;
}

/** Tab-separated values, as spreadsheets take them from the clipboard. */
export function toTsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return table(columns, rows, (value) => harmless(value).replaceAll(/[\t\r\n]+/g, ' '), '\t');
}
