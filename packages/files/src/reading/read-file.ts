import { Problem } from '@olympus/core';
import { openBytes, requireFile, type SourceFile } from './bytes.js';
import type { DialectHints } from './dialect.js';
import { findEncoding } from './encoding.js';
import { requireTable } from './file-signature.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readParquet } from './read-parquet.js';
import type { FileForm, FileReading } from './rows.js';

export interface ReadingHints {
  readonly csv?: DialectHints | undefined;
  readonly encoding?: string | undefined;
  /** The name that the file had before it was uploaded; its own when left out. */
  readonly name?: string;
}

/**
 * Opens a file of rows. Nothing is read into memory as a whole.
 * @throws Problem `file_not_found`, `unknown_file_format`, `unknown_encoding`, `empty_file`; while
 *   reading `unreadable_file`, `too_many_columns`
 */
export async function readFile(path: string, hints: ReadingHints = {}): Promise<FileReading> {
  const file = { path, name: hints.name ?? path };
  requireFile(file);
  const beginning = await readBeginning(file);
  const format = formatOf(beginning, file);
  if (format === 'parquet') return readParquet(file);
  requireTable(beginning, file);
  const encoding = await findEncoding(file, hints.encoding);
  return format === 'csv' ? readCsv(file, encoding, hints.csv) : readJson(file, encoding);
}

/** The first bytes that hold something; none when nothing does. */
async function readBeginning(file: SourceFile): Promise<Buffer> {
  for await (const chunk of await openBytes(file)) {
    if (chunk.some((byte) => byte > 0x20 && !byteOrderMarks.has(byte))) return chunk;
  }
  return Buffer.alloc(0);
}

const byteOrderMarks = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff]);

function formatOf(beginning: Buffer, file: SourceFile): FileForm['format'] {
  if (beginning.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  const name = file.name.toLowerCase().replace(/\.(gz|zst)$/, '');
  if (/\.(csv|tsv|tab|txt)$/.test(name)) return 'csv';
  if (/\.(ndjson|jsonl|json)$/.test(name)) return 'json';
  if (/\.(parquet|pq)$/.test(name)) return 'parquet';
  if (/\.[a-z]{2,5}$/.test(name)) {
    throw new Problem({
      code: 'unknown_file_format',
      kind: 'unsupported',
      message: `It is not clear from its name what ${file.name} holds`,
      remedy:
        'Name it .csv, .ndjson or .parquet; .gz may follow. Spreadsheets have to be saved as CSV.',
      at: file.name,
    });
  }
  const text = beginning.subarray(0, 256).toString('latin1').trimStart();
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'csv';
}
