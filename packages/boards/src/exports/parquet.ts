import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DATE,
  DOUBLE,
  type DuckDBAppender,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import { createPace, dayMs } from '@olympus/core';
import type { AnswerColumn, AnswerRow } from '@olympus/semantic';
import { numberOf, type Sheet, wellFormed } from './sheet.js';

const types = { string: VARCHAR, number: DOUBLE, date: DATE, datetime: TIMESTAMP } as const;
const sqlTypes = {
  string: 'VARCHAR',
  number: 'DOUBLE',
  date: 'DATE',
  datetime: 'TIMESTAMP',
} as const;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * A Parquet file with a column of its own type for each of the table's, by the names of the query; what it
 * is about stands in the file's key-value metadata under `olympus.…`. Times are local times without a zone.
 */
export async function* writeParquet(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-export-'));
  try {
    const path = join(folder, 'rows.parquet');
    await writeTo(path, sheet);
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeTo(path: string, { columns, rows, about }: Sheet): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '1',
  });
  const connection = await instance.connect();
  try {
    const declared = columns.map(({ name, type }) => `${quoted(name)} ${sqlTypes[type]}`);
    await connection.run(`CREATE TABLE answer (${declared.join(', ')})`);
    const appender = await connection.createAppender('answer');
    const pace = createPace();
    for (const row of rows) {
      for (const column of columns) append(appender, column, row[column.name]);
      appender.endRow();
      if (pace.due()) await pace.rest();
    }
    appender.closeSync();
    const metadata = about
      .map(({ key, value }) => `${literal(`olympus.${key}`)}: ${literal(value)}`)
      .join(', ');
    await connection.run(
      `COPY answer TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata}})`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function append(
  appender: DuckDBAppender,
  { type }: AnswerColumn,
  value: AnswerRow[string] | undefined,
): void {
  const wanted = typedValue(type, value);
  if (wanted === null) appender.appendNull();
  else appender.appendValue(wanted, types[type]);
}

function typedValue(type: AnswerColumn['type'], value: AnswerRow[string] | undefined) {
  if (value === null || value === undefined) return null;
  if (type === 'number') return numberOf(value);
  if (type === 'string') return wellFormed(String(value));
  const text = String(value);
  const ms = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`);
  if (Number.isNaN(ms)) return null;
  return type === 'date'
    ? new DuckDBDateValue(Math.floor(ms / dayMs))
    : new DuckDBTimestampValue(BigInt(ms) * 1000n);
}
