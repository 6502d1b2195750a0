import type { ColumnType, NewRow } from '@olympus/semantic';
import type { Cell, CommitBatch } from '../../warehouse.js';
import { aligned, currentLayout, presence, widths } from './layout.js';

const dayMs = 86_400_000;
const wordSize = 2 ** 32;
const bitsAByte = 8;

/**
 * A batch column by column, as DuckDB holds values: what the journal keeps and what is loaded.
 * For each ledger with rows: its index and number of rows, then for each column its presence, the
 * validity bits where some rows lack the value, and the values; text as all lengths, then all
 * bytes. Rows keep their order. Measured three times as fast as JSON both ways.
 * @param commitId  written into the columns named `commit_id`
 * @throws TypeError when a cell is not of its column's type; the place is in the message
 */
export function packBatch(batch: CommitBatch, commitId: number): Uint8Array<ArrayBuffer> {
  const out = scratch;
  out.length = 0;
  let parts = 0;
  const head = out.take(8);
  for (const [index, { name, columns }] of currentLayout.entries()) {
    const rows = batch.rows[name] ?? [];
    if (rows.length === 0) continue;
    parts++;
    const at = out.take(8);
    out.words[at / 4] = index;
    out.words[at / 4 + 1] = rows.length;
    columns.forEach((column, position) => {
      if (column.name === 'commit_id') packConstant(out, rows.length, commitId);
      else packColumn(out, rows, position, column, name);
    });
  }
  out.words[head / 4] = parts;
  return new Uint8Array(out.bytes.subarray(0, out.length));
}

function packConstant(out: Scratch, rows: number, value: number): void {
  out.words[out.take(8) / 4] = presence.all;
  const at = out.take(rows * 8) / 4;
  for (let row = 0; row < rows; row++) putInteger(out.words, at + row * 2, value);
}

function packColumn(
  out: Scratch,
  rows: readonly NewRow[],
  position: number,
  { name, type }: { readonly name: string; readonly type: ColumnType },
  ledger: string,
): void {
  const flag = out.take(8) / 4;
  let missing = 0;
  for (let row = 0; row < rows.length; row++) {
    if ((rows[row]?.[position] ?? null) === null) missing++;
  }
  if (missing === rows.length) {
    out.words[flag] = presence.none;
    return;
  }
  out.words[flag] = missing === 0 ? presence.all : presence.some;
  if (missing > 0) packValidity(out, rows, position);
  try {
    const width = widths[type];
    if (width === undefined) packText(out, rows, position);
    else packFixed(out, rows, position, type, width);
  } catch (cause) {
    throw new TypeError(`${ledger}.${name} does not take a value: ${String(cause)}`, { cause });
  }
}

function packValidity(out: Scratch, rows: readonly NewRow[], position: number): void {
  // whole words of 64 rows, as DuckDB keeps them
  const start = out.take(Math.ceil(rows.length / 64) * 8);
  for (let row = 0; row < rows.length; row++) {
    if ((rows[row]?.[position] ?? null) === null) continue;
    const at = start + (row >> 3);
    out.bytes[at] = (out.bytes[at] ?? 0) | (1 << (row % bitsAByte));
  }
}

function packFixed(
  out: Scratch,
  rows: readonly NewRow[],
  position: number,
  type: ColumnType,
  width: number,
): void {
  const at = out.take(rows.length * width);
  for (let row = 0; row < rows.length; row++) {
    const cell = rows[row]?.[position] ?? null;
    if (cell === null) continue;
    switch (type) {
      case 'timestamp':
        putInteger(out.words, at / 4 + row * 2, Number(cell) * 1000);
        break;
      case 'float':
        out.floats[at / 8 + row] = Number(cell);
        break;
      case 'boolean':
        out.bytes[at + row] = cell ? 1 : 0;
        break;
      case 'date':
        out.words[at / 4 + row] = wholeNumber(Date.parse(String(cell)) / dayMs);
        break;
      default:
        putInteger(out.words, at / 4 + row * 2, Number(cell));
    }
  }
}

/** A whole number as 64 bits in two's complement, little-endian. */
function putInteger(words: Int32Array, at: number, value: number): void {
  words[at] = wholeNumber(value);
  words[at + 1] = Math.floor(value / wordSize);
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  return value;
}

function packText(out: Scratch, rows: readonly NewRow[], position: number): void {
  const lengths = out.take(rows.length * 4) / 4;
  let joined = '';
  for (let row = 0; row < rows.length; row++) {
    const text = textOf(rows[row]?.[position] ?? null);
    out.words[lengths + row] = text.length;
    joined += text;
  }
  const at = out.reserve(Buffer.byteLength(joined));
  let size = out.bytes.write(joined, at);
  if (size !== joined.length) {
    // not ASCII: lengths in bytes are not those in characters
    size = 0;
    for (let row = 0; row < rows.length; row++) {
      const own = out.bytes.write(textOf(rows[row]?.[position] ?? null), at + size);
      out.words[lengths + row] = own;
      size += own;
    }
  }
  out.length = aligned(at + size);
  out.bytes.fill(0, at + size, out.length);
}

const textOf = (cell: Cell): string => (cell === null ? '' : String(cell));

/** A buffer that is used again for every batch, and grows. */
class Scratch {
  bytes: Buffer<ArrayBuffer>;
  words: Int32Array;
  floats: Float64Array;
  length = 0;

  constructor(size: number) {
    const memory = new ArrayBuffer(size);
    this.bytes = Buffer.from(memory);
    this.words = new Int32Array(memory);
    this.floats = new Float64Array(memory);
  }

  /** Takes the next bytes, set to zero. @returns where they begin, a multiple of the alignment */
  take(size: number): number {
    const at = this.reserve(size);
    this.bytes.fill(0, at, this.length);
    return at;
  }

  /** Takes the next bytes, whatever they hold. @returns where they begin, a multiple of the alignment */
  reserve(size: number): number {
    const at = this.length;
    const end = aligned(at + size);
    if (end > this.bytes.length) this.#grow(end);
    this.length = end;
    return at;
  }

  #grow(size: number): void {
    const before = this.bytes;
    const memory = new ArrayBuffer(aligned(size * 2));
    this.bytes = Buffer.from(memory);
    this.words = new Int32Array(memory);
    this.floats = new Float64Array(memory);
    this.bytes.set(before.subarray(0, this.length));
  }
}

const scratch = new Scratch(1 << 20);
