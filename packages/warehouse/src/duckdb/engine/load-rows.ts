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
import type { PackedRows } from '../packed/unpack.js';

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
    for (const slices of fillChunks(parts)) {
      const last = slices.at(-1);
      const count = last === undefined ? 0 : last.at + last.count;
      const chunk = DuckDBDataChunk.create(columnTypes, count);
      ledger.columns.forEach(({ name, type }, index) => {
        const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
        fillValidity(vector, name, slices, count);
        const width = widths[type];
        if (width === undefined) fillText(vector, name, slices, count);
        else fillFixed(vector, name, slices, width);
      });
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** Rows of one part that go into a chunk, from row `at` of it. */
interface Slice {
  readonly part: PackedRows;
  readonly start: number;
  readonly count: number;
  readonly at: number;
  /** Where each text column's next text begins; the part's slices share it. */
  readonly texts: Map<string, number>;
}

/**
 * Divides the parts into chunks as full as can be: a chunk costs as much as hundreds of rows, and
 * commits of single events hold few.
 */
function* fillChunks(parts: readonly PackedRows[]): Generator<readonly Slice[]> {
  let slices: Slice[] = [];
  let filled = 0;
  for (const part of parts) {
    const texts = new Map<string, number>();
    for (let start = 0; start < part.rows; ) {
      const count = Math.min(part.rows - start, chunkRows - filled);
      slices.push({ part, start, count, at: filled, texts });
      start += count;
      filled += count;
      if (filled < chunkRows) continue;
      yield slices;
      slices = [];
      filled = 0;
    }
  }
  if (filled > 0) yield slices;
}

const validity = new Uint8Array(chunkRows / 8);

function fillValidity(
  vector: duckdb.Vector,
  name: string,
  slices: readonly Slice[],
  count: number,
): void {
  const columns = slices.map(({ part }) => part.columns.get(name));
  if (columns.every((packed) => packed?.presence === presence.all)) return;
  validity.fill(0);
  slices.forEach(({ part, start, count: rows, at }, index) => {
    const packed = columns[index];
    if (packed === undefined || packed.presence === presence.none) return;
    const bits = new Uint8Array(part.memory, packed.validityAt);
    for (let row = 0; row < rows; row++) {
      const from = start + row;
      const has = packed.presence === presence.all || (bits[from >> 3] ?? 0) & (1 << (from & 7));
      const to = at + row;
      if (has) validity[to >> 3] = (validity[to >> 3] ?? 0) | (1 << (to & 7));
    }
  });
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, validity.buffer, 0, Math.ceil(count / 64) * 8);
}

function fillFixed(
  vector: duckdb.Vector,
  name: string,
  slices: readonly Slice[],
  width: number,
): void {
  for (const { part, start, count, at } of slices) {
    const packed = part.columns.get(name);
    if (packed === undefined || packed.presence === presence.none) continue;
    const from = packed.valuesAt + start * width;
    duckdb.copy_data_to_vector(vector, at * width, part.memory, from, count * width);
  }
}

const entries = new Uint8Array(chunkRows * entrySize);
const entryWords = new Uint32Array(entries.buffer);

/**
 * Texts as DuckDB's string type lies in memory (`duckdb_string_t`): short ones are written here,
 * long ones DuckDB copies into memory of its own.
 */
function fillText(
  vector: duckdb.Vector,
  name: string,
  slices: readonly Slice[],
  count: number,
): void {
  entries.fill(0, 0, count * entrySize);
  for (const slice of slices) {
    eachText(slice, name, (row, bytes, from, length) => {
      if (length > inlineSize) return;
      const entry = row * entrySize;
      entryWords[entry / 4] = length;
      for (let i = 0; i < length; i++) entries[entry + 4 + i] = bytes[from + i] ?? 0;
    });
  }
  duckdb.copy_data_to_vector(vector, 0, entries.buffer, 0, count * entrySize);
  for (const slice of slices) {
    const next = eachText(slice, name, (row, bytes, from, length) => {
      if (length <= inlineSize) return;
      const text = bytes.subarray(from, from + length);
      duckdb.vector_assign_string_element_len(vector, row, text);
    });
    slice.texts.set(name, next);
  }
}

/** @returns where the texts that follow the slice begin */
function eachText(
  { part, start, count, at, texts }: Slice,
  name: string,
  use: (row: number, bytes: Uint8Array, from: number, length: number) => void,
): number {
  const packed = part.columns.get(name);
  if (packed?.lengthsAt === undefined) return 0;
  const bytes = new Uint8Array(part.memory);
  const lengths = new Uint32Array(part.memory, packed.lengthsAt + start * 4, count);
  let from = texts.get(name) ?? packed.valuesAt;
  for (let row = 0; row < count; row++) {
    const length = lengths[row] ?? 0;
    use(at + row, bytes, from, length);
    from += length;
  }
  return from;
}
