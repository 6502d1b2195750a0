import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import { amountScale } from '@olympus/core';
import type { ColumnType, Ledger } from '@olympus/semantic';
import type { Cell, LedgerRow } from '../warehouse.js';

/** Rows a DuckDB vector holds. */
const chunkRows = 2048;
const decimal = DECIMAL(18, amountScale);
const dayMs = 86_400_000;

const types: Record<ColumnType, DuckDBType> = {
  string: VARCHAR,
  integer: BIGINT,
  decimal,
  float: DOUBLE,
  boolean: BOOLEAN,
  timestamp: TIMESTAMP,
  date: DATE,
  json: VARCHAR,
};

const encoders: Record<ColumnType, (cell: string | number | boolean) => DuckDBValue> = {
  string: String,
  json: String,
  integer: (cell) => BigInt(cell),
  decimal: (cell) => new DuckDBDecimalValue(BigInt(cell), decimal.width, decimal.scale),
  float: Number,
  boolean: Boolean,
  timestamp: (cell) => new DuckDBTimestampValue(BigInt(cell) * 1000n),
  date: (cell) => new DuckDBDateValue(Math.round(Date.parse(String(cell)) / dayMs)),
};

/** Rows in DuckDB's own column format, ready to be appended. */
export type EncodedRows = readonly DuckDBDataChunk[];

/**
 * Encodes rows column by column, 2,048 at a time: measured four times cheaper than one JSON
 * parameter a batch and than appending value by value. Asks nothing of the database, so it can
 * run while an earlier commit is being flushed.
 * @param commitId written into the ledger's `commit_id` column, where it has one
 */
export function encodeRows(
  ledger: Ledger,
  rows: readonly LedgerRow[],
  commitId: number,
): EncodedRows {
  const columnTypes = ledger.columns.map((column) => types[column.type]);
  const chunks: DuckDBDataChunk[] = [];
  for (let start = 0; start < rows.length; start += chunkRows) {
    const end = Math.min(start + chunkRows, rows.length);
    const chunk = DuckDBDataChunk.create(columnTypes, end - start);
    ledger.columns.forEach((column, index) => {
      const values =
        column.name === 'commit_id'
          ? new Array<DuckDBValue>(end - start).fill(BigInt(commitId))
          : encodeColumn(rows, index, start, end, encoders[column.type]);
      chunk.setColumnValues(index, values);
    });
    chunks.push(chunk);
  }
  return chunks;
}

/** Appends encoded rows inside the connection's transaction. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  chunks: EncodedRows,
): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    for (const chunk of chunks) appender.appendDataChunk(chunk);
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

function encodeColumn(
  rows: readonly LedgerRow[],
  index: number,
  start: number,
  end: number,
  encode: (cell: Exclude<Cell, null>) => DuckDBValue,
): DuckDBValue[] {
  const values: DuckDBValue[] = new Array(end - start);
  for (let row = start; row < end; row++) {
    const cell = rows[row]?.[index] ?? null;
    values[row - start] = cell === null ? null : encode(cell);
  }
  return values;
}
