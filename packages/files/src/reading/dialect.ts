import { type Note, note } from '../notes/notes.js';
import { type CsvDialect, type CsvFault, type CsvRecord, createCsvParser } from './csv-parser.js';
import { partsOf } from './encoding.js';

/** What the beginning of a file says about its cells. */
export interface GuessedDialect extends CsvDialect {
  /** Line of the header. */
  readonly headerLine: number;
  readonly warnings: readonly Note[];
}

/** What is known beforehand. */
export interface DialectHints {
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  readonly escape?: string | undefined;
  readonly header_line?: number | undefined;
}

const candidates = [',', ';', '\t', '|'] as const;
const lookedAt = 200;

interface Fit {
  readonly delimiter: string;
  readonly width: number;
  readonly headerLine: number;
  /** Share of the rows that have as many cells as the header. */
  readonly share: number;
}

/**
 * Delimiter and header from the first lines. Every later row is checked against it: one that does
 * not have as many cells as the header is rejected, so a wrong guess shows.
 */
export function guessDialect(sample: string, hints: DialectHints = {}): GuessedDialect {
  const quote = hints.quote ?? '"';
  const escapeSign = hints.escape ?? (hasBackslashQuotes(sample, quote) ? '\\' : undefined);
  const told = /^sep=(.)\r?\n/.exec(sample)?.[1];
  const delimiters = hints.delimiter ?? told;
  const fits = (delimiters === undefined ? candidates : [delimiters]).map((delimiter) =>
    fitOf(sample, { delimiter, quote, escape: escapeSign }, hints.header_line),
  );
  const best = fits.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  const skipped = best.headerLine - (told === undefined ? 1 : 2);
  return {
    delimiter: best.delimiter,
    quote,
    escape: escapeSign,
    headerLine: best.headerLine,
    warnings:
      skipped > 0 && hints.header_line === undefined
        ? [note('lines_above_header', { count: best.headerLine - 1 })]
        : [],
  };
}

const scoreOf = ({ width, share }: Fit) => (width < 2 ? 0 : share + Math.min(width, 50) / 1000);

function firstEntries(sample: string, dialect: CsvDialect): (CsvRecord | CsvFault)[] {
  const parser = createCsvParser(dialect);
  const entries: (CsvRecord | CsvFault)[] = [];
  for (const part of partsOf(sample)) {
    entries.push(...parser.push(part, false));
    if (entries.length >= lookedAt) return entries.slice(0, lookedAt);
  }
  return [...entries, ...parser.push('', true)].slice(0, lookedAt);
}

function fitOf(sample: string, dialect: CsvDialect, headerLine: number | undefined): Fit {
  const records = firstEntries(sample, dialect).flatMap((entry) =>
    entry.kind === 'row' ? [entry] : [],
  );
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [common = 1] = [...widths].sort(([w1, n1], [w2, n2]) => n2 - n1 || w2 - w1)[0] ?? [];
  const header =
    headerLine === undefined
      ? records.find(({ cells }) => cells.length >= common && cells.length > 1 && isHeader(cells))
      : records.find(({ line }) => line >= headerLine);
  const first = header ?? records[0];
  const width = first?.cells.length ?? 1;
  const rows = records.filter(({ line }) => line > (first?.line ?? 0));
  const alike = rows.filter(({ cells }) => cells.length === width).length;
  return {
    delimiter: dialect.delimiter,
    width,
    headerLine: first?.line ?? 1,
    share: rows.length === 0 ? 0.5 : alike / rows.length,
  };
}

/** A header names nearly all of its columns. */
function isHeader(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell.trim() !== '');
  return named.length >= cells.length * 0.6;
}

/** `\"` inside a quoted value and not before its end. */
function hasBackslashQuotes(sample: string, quote: string): boolean {
  return quote === '"' && /\\"[^,;\t|\r\n"]/.test(sample);
}

/** Names of columns as a header gives them, each once. */
export function nameColumns(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
