import { createPace, Problem } from '@olympus/core';
import { type Note, note } from '../notes/notes.js';
import type { SourceFile } from './bytes.js';
import { requireFewColumns } from './columns.js';
import { type CsvFault, type CsvRecord, createCsvParser } from './csv-parser.js';
import { type DialectHints, guessDialect, nameColumns } from './dialect.js';
import { type Encoding, readText } from './encoding.js';
import type { FileReading, FileRow, RejectedLine, RowBatch } from './rows.js';

/** Characters of the beginning that delimiter and header are found from. */
const sampleSize = 1 << 17;

/** Reads a file of separated values. Every row is checked against the header. */
export async function readCsv(
  file: SourceFile,
  encoding: Encoding,
  hints: DialectHints = {},
): Promise<FileReading> {
  const dialect = guessDialect(await beginning(file, encoding), hints);
  return {
    form: {
      format: 'csv',
      encoding: encoding.label,
      delimiter: dialect.delimiter,
      header_line: dialect.headerLine,
    },
    warnings: [...(encoding.warning === undefined ? [] : [encoding.warning]), ...dialect.warnings],
    batches: readBatches(),
  };

  async function* readBatches(): AsyncGenerator<RowBatch> {
    let columns: readonly string[] | undefined;
    const pace = createPace();
    const parser = createCsvParser(dialect, () => columns?.length);
    for await (const { text, position, size } of readText(file, encoding)) {
      const rows: FileRow[] = [];
      const rejected: RejectedLine[] = [];
      const reject = (line: number, text_: string, reason: Note) =>
        rejected.push({ file: file.path, line, text: text_.slice(0, longestShown), reason });
      for (const entry of parser.push(text, position === size && text === '')) {
        if (entry.line < dialect.headerLine) continue;
        if (columns === undefined) columns = headerOf(entry, file);
        else if (entry.kind === 'fault') reject(entry.line, entry.text, entry.reason);
        else {
          const reason = misfit(entry.cells, columns.length, encoding.broken);
          if (reason === undefined) rows.push({ line: entry.line, cells: toCells(entry.cells) });
          else reject(entry.line, entry.cells.join(dialect.delimiter), reason);
        }
        if (pace.due()) await pace.rest();
      }
      const share = size === 0 ? 1 : position / size;
      if (columns !== undefined) yield { columns, rows, rejected, share };
    }
  }
}

/** Characters of a rejected line that are kept. */
const longestShown = 10_000;

function headerOf(entry: CsvRecord | CsvFault, file: SourceFile): readonly string[] {
  if (entry.kind === 'row') return requireFewColumns(nameColumns(entry.cells), file);
  throw new Problem({
    code: 'unreadable_file',
    kind: 'invalid',
    message: `The header of ${file.name} in line ${entry.line} cannot be read: ${entry.reason.message}`,
    remedy: 'Look whether it is a table; the header names the columns, in one line.',
    at: file.name,
  });
}

async function beginning(file: SourceFile, encoding: Encoding): Promise<string> {
  let sample = '';
  for await (const { text } of readText(file, encoding)) {
    sample += text;
    if (sample.length >= sampleSize) {
      // whole lines only: the last one would look like a row that does not fit
      const end = sample.lastIndexOf('\n', sampleSize);
      return sample.slice(0, end > 0 ? end + 1 : sampleSize);
    }
  }
  return sample;
}

/** Why a row does not fit; its own surplus of empty cells is cut off. */
function misfit(cells: string[], width: number, broken: boolean): Note | undefined {
  while (cells.length > width && (cells.at(-1) ?? '').trim() === '') cells.pop();
  if (cells.length !== width) {
    return note('wrong_number_of_cells', { count: cells.length, expected: width });
  }
  for (const cell of cells) {
    if (cell.includes('\u0000')) return note('nul_character');
    if (broken && cell.includes('\ufffd')) return note('not_utf8');
  }
  return undefined;
}

function toCells(cells: string[]): (string | null)[] {
  const values: (string | null)[] = cells;
  for (let i = 0; i < values.length; i++) if (values[i] === '') values[i] = null;
  return values;
}
