import { Problem } from '@olympus/core';
import { openBytes, requireFile } from './bytes.js';
import type { DialectHints } from './dialect.js';
import { findEncoding } from './encoding.js';
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
 * @throws Problem `file_not_found`, `unknown_file_format`, `unknown_encoding`; while reading
 *   `unreadable_file`
 */
export async function readFile(path: string, hints: ReadingHints = {}): Promise<FileReading> {
  requireFile(path);
  const format = await formatOf(path, hints.name ?? path);
  if (format === 'parquet') return readParquet(path);
  const encoding = await findEncoding(path, hints.encoding);
  return format === 'csv' ? readCsv(path, encoding, hints.csv) : readJson(path, encoding);
}

async function formatOf(path: string, fullName: string): Promise<FileForm['format']> {
  const name = fullName.toLowerCase().replace(/\.(gz|zst)$/, '');
  if (/\.(csv|tsv|tab|txt)$/.test(name)) return 'csv';
  if (/\.(ndjson|jsonl|json)$/.test(name)) return 'json';
  if (/\.(parquet|pq)$/.test(name)) return 'parquet';
  if (/\.[a-z]{2,5}$/.test(name)) {
    throw new Problem({
      code: 'unknown_file_format',
      kind: 'unsupported',
      message: `It is not clear from its name what ${fullName} holds`,
      remedy:
        'Name it .csv, .ndjson or .parquet; .gz may follow. Spreadsheets have to be saved as CSV.',
      at: fullName,
    });
  }
  for await (const chunk of await openBytes(path)) {
    const text = chunk.subarray(0, 256).toString('latin1').trimStart();
    if (text.startsWith('PAR1')) return 'parquet';
    return text.startsWith('{') || text.startsWith('[') ? 'json' : 'csv';
  }
  return 'csv';
}
