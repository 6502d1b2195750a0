import { rm } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '@olympus/core';
import { type Catalogue, columnsOf, columnsOfEvents, type Mapping } from '../mapping/mapping.js';
import { aboutFile, listNames, type Note } from '../notes/notes.js';
import { readFile } from '../reading/read-file.js';
import type { FileForm, RejectedLine } from '../reading/rows.js';
import type { DateEvidence } from '../values/dates.js';
import type { NumberEvidence } from '../values/numbers.js';
import { mostFrequent, readCatalogue, readRejected, readRule } from './queries.js';
import type { Row, StagedRow, UnmatchedRow } from './rows.js';
import { cellName, createTarget } from './target.js';

/**
 * Files as one table of text, in a private database on disk: memory stays bounded. Rows keep their
 * order in the files. Every value of the columns that hold numbers and times was looked at.
 */
export interface Staging {
  readonly files: readonly string[];
  readonly forms: readonly FileForm[];
  readonly columns: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  readonly unmatched: { readonly rows: number; readonly examples: readonly UnmatchedRow[] };
  readonly warnings: readonly Note[];
  readonly numbers: ReadonlyMap<string, NumberEvidence>;
  readonly dates: ReadonlyMap<string, DateEvidence>;
  /** Rows of a rule, those of a group one after another: the cells of `columnsOfRule`. */
  readRule(index: number): AsyncGenerator<readonly StagedRow[]>;
  /** Each different row of the cells of `columnsOfCatalogue`, in order of first appearance. */
  readCatalogue(catalogue: Catalogue): AsyncGenerator<readonly Row[]>;
  /** Most frequent texts by key, in the order of `most_frequent`. */
  mostFrequent(catalogue: Catalogue): Promise<ReadonlyMap<string, Row>>;
  readRejected(): AsyncGenerator<readonly RejectedLine[]>;
  close(): Promise<void>;
}

export interface StagingOptions {
  readonly files: readonly string[];
  readonly mapping: Mapping;
  /** Where the private database lies while it is open; removed when it is closed. */
  readonly database: string;
  /** Names that the files had before they were uploaded. */
  readonly names?: readonly string[];
  /** Only so many rows of each file, to have a look. */
  readonly mostRows?: number;
  readonly signal?: AbortSignal;
  /** Told how much of all files is read, 0–1, and rows so far. */
  readonly progress?: (share: number, rows: number) => void;
}

/**
 * Reads files into a staging.
 * @throws Problem `file_not_found`, `unreadable_file`, `unknown_file_format`, `unknown_encoding`,
 *   `empty_file`, `too_many_columns`, `missing_columns`, `cancelled`
 */
export async function stageFiles(options: StagingOptions): Promise<Staging> {
  const { files, mapping, database } = options;
  await removeDatabase(database);
  const instance = await DuckDBInstance.create(database, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
    memory_limit: '1GB',
  });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
    await removeDatabase(database);
  };
  try {
    // it is removed when it is closed, and writing it out would hold the thread
    await connection.run('PRAGMA disable_checkpoint_on_shutdown');
    return await fill(connection, options, close);
  } catch (error) {
    await close();
    throw error;
  }

  async function fill(
    writer: DuckDBConnection,
    { names = files, mostRows, signal, progress = () => {} }: StagingOptions,
    end: () => Promise<void>,
  ): Promise<Staging> {
    const wanted = [...columnsOfEvents(mapping)];
    const cells = wanted.map((_, index) => `${cellName(index)} VARCHAR`);
    await writer.run('BEGIN');
    await writer.run(
      `CREATE TABLE staged (file INTEGER, line INTEGER, rules INTEGER${cells.map((cell) => `, ${cell}`).join('')})`,
    );
    await writer.run(
      'CREATE TABLE rejected (file INTEGER, line INTEGER, content VARCHAR, reason VARCHAR)',
    );
    const target = await createTarget(writer, mapping, wanted, files);
    const forms: FileForm[] = [];
    const warnings: Note[] = [];
    const seen = new Set<string>();
    for (const [index, file] of files.entries()) {
      const name = names[index] ?? file;
      const reading = await readFile(file, { ...mapping, name });
      forms.push(reading.form);
      warnings.push(
        ...(files.length > 1
          ? reading.warnings.map((one) => aboutFile(name, one))
          : reading.warnings),
      );
      const before = target.rows;
      for await (const batch of reading.batches) {
        if (signal?.aborted === true) throw cancelled();
        for (const column of batch.columns) seen.add(column);
        await target.add(batch, index);
        progress((index + batch.share) / files.length, target.rows);
        if (mostRows !== undefined && target.rows - before >= mostRows) break;
      }
      target.endFile();
    }
    target.close();
    await writer.run('COMMIT');
    const columns = [...seen];
    requireColumns(mapping, seen);
    return {
      files,
      forms,
      columns,
      rows: target.rows,
      rejected: target.rejected,
      unmatched: { rows: target.unmatchedRows, examples: target.unmatched },
      warnings,
      numbers: target.numbers(),
      dates: target.dates(),
      readRule: (index) => readRule(writer, mapping, index, wanted),
      readCatalogue: (catalogue) => readCatalogue(writer, catalogue, wanted),
      mostFrequent: (catalogue) => mostFrequent(writer, catalogue, wanted),
      readRejected: () => readRejected(writer, files),
      close: end,
    };
  }
}

async function removeDatabase(database: string): Promise<void> {
  for (const path of [database, `${database}.wal`, `${database}.tmp`]) {
    await rm(path, { force: true, recursive: true });
  }
}

function requireColumns(mapping: Mapping, columns: ReadonlySet<string>): void {
  const missing = [...columnsOf(mapping)].filter((name) => !columns.has(name));
  if (missing.length === 0) return;
  throw new Problem({
    code: 'missing_columns',
    kind: 'invalid',
    at: listNames(missing),
    message: `The files have no column ${listNames(missing.map((name) => `"${name}"`))}`,
    remedy: `They have: ${listNames([...columns])}.`,
  });
}

function cancelled(): Problem {
  return new Problem({ code: 'cancelled', kind: 'conflict', message: 'The import was stopped' });
}
