import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { amountScale } from '@olympus/core';
import type { ColumnType, Ledger } from '@olympus/semantic';
import { presence, widths } from '../packed/layout.js';
import type { PackedColumn, PackedRows } from '../packed/unpack.js';

/** Rows a DuckDB vector holds. */
const chunkRows = 2048;
/** Bytes of a text's entry in a vector; texts up to 12 bytes lie in the entry itself. */
const entrySize = 16;
const inlineSize = 12;

const types: Record<ColumnType, DuckDBType> = {
  string: VARCHAR,
  integer: BIGINT,
  decimal: DECIMAL(18, amountScale),
  float: DOUBLE,
  boolean: BOOLEAN,
  timestamp: TIMESTAMP,
  date: DATE,
  json: VARCHAR,
};

/** Appends packed rows of one ledger, in their order, inside the connection's transaction. */
export async function loadRows(
  connection: DuckDBConnection,
  table: string,
  ledger: Ledger,
  parts: readonly PackedRows[],
): Promise<void> {
  const columnTypes = ledger.columns.map((column) => types[column.type]);
  const appender = await connection.createAppender(table);
  try {
    for (const part of parts) {
      const columns = ledger.columns.map(({ name, type }) => ({
        packed: part.columns.get(name),
        width: widths[type],
        // texts lie one after another, so each chunk goes on where the one before ended
        textAt: part.columns.get(name)?.valuesAt ?? 0,
      }));
      for (let start = 0; start < part.rows; start += chunkRows) {
        const count = Math.min(chunkRows, part.rows - start);
        const chunk = DuckDBDataChunk.create(columnTypes, count);
        columns.forEach((column, index) => {
          const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
          const { packed, width } = column;
          fillValidity(vector, packed, start, count, part.memory);
          if (packed === undefined || packed.presence === presence.none) return;
          if (width === undefined) {
            column.textAt = fillText(vector, packed, start, count, column.textAt, part.memory);
          } else {
            const from = packed.valuesAt + start * width;
            duckdb.copy_data_to_vector(vector, 0, part.memory, from, count * width);
          }
        });
        appender.appendDataChunk(chunk);
      }
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

const allMissing = new ArrayBuffer(chunkRows / 8);

function fillValidity(
  vector: duckdb.Vector,
  packed: PackedColumn | undefined,
  start: number,
  count: number,
  memory: ArrayBuffer,
): void {
  if (packed?.presence === presence.all) return;
  const bytes = Math.ceil(count / 64) * 8;
  duckdb.vector_ensure_validity_writable(vector);
  if (packed === undefined || packed.presence === presence.none) {
    duckdb.copy_data_to_vector_validity(vector, 0, allMissing, 0, bytes);
  } else {
    duckdb.copy_data_to_vector_validity(vector, 0, memory, packed.validityAt + start / 8, bytes);
  }
}

const entries = new Uint8Array(chunkRows * entrySize);
const entryWords = new Uint32Array(entries.buffer);

/**
 * Texts as DuckDB's string type lies in memory (`duckdb_string_t`): short ones are written here,
 * long ones DuckDB copies into memory of its own.
 * @returns where the next chunk's texts begin
 */
function fillText(
  vector: duckdb.Vector,
  { lengthsAt = 0 }: PackedColumn,
  start: number,
  count: number,
  textAt: number,
  memory: ArrayBuffer,
): number {
  const bytes = new Uint8Array(memory);
  const lengths = new Uint32Array(memory, lengthsAt + start * 4, count);
  entries.fill(0, 0, count * entrySize);
  let at = textAt;
  for (let row = 0; row < count; row++) {
    const length = lengths[row] ?? 0;
    if (length <= inlineSize) {
      const entry = row * entrySize;
      entryWords[entry / 4] = length;
      for (let i = 0; i < length; i++) entries[entry + 4 + i] = bytes[at + i] ?? 0;
    }
    at += length;
  }
  duckdb.copy_data_to_vector(vector, 0, entries.buffer, 0, count * entrySize);
  at = textAt;
  for (let row = 0; row < count; row++) {
    const length = lengths[row] ?? 0;
    if (length > inlineSize) {
      const text = bytes.subarray(at, at + length);
      duckdb.vector_assign_string_element_len(vector, row, text);
    }
    at += length;
  }
  return at;
}
