import { aligned, type Layout, presence, widths } from './layout.js';

/** One column of a packed ledger: where its parts lie in the batch's bytes. */
interface PackedColumn {
  readonly presence: number;
  /** Validity bits, 64 rows a word; present where some rows lack the value. */
  readonly validityAt: number;
  /** Values of fixed width, or the bytes of all texts one after another. */
  readonly valuesAt: number;
  /** Lengths of the texts, four bytes each; undefined for values of fixed width. */
  readonly lengthsAt: number | undefined;
}

/** The rows of one ledger in a batch. */
export interface PackedRows {
  readonly ledger: string;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, PackedColumn>;
  readonly memory: ArrayBuffer;
}

/**
 * Finds the ledgers and columns in a packed batch; copies nothing.
 * @param layout  the layout it was packed with
 */
export function unpackBatch(memory: ArrayBuffer, layout: Layout): PackedRows[] {
  const words = new Uint32Array(memory, 0, memory.byteLength >> 2);
  const word = (at: number) => words[at / 4] ?? 0;
  const parts: PackedRows[] = [];
  let at = 8;
  for (let part = word(0); part > 0; part--) {
    const ledger = layout[word(at)];
    const rows = word(at + 4);
    at += 8;
    if (ledger === undefined) throw new Error('a packed batch names a ledger that is not there');
    const columns = new Map<string, PackedColumn>();
    for (const { name, type } of ledger.columns) {
      const flag = word(at);
      at += 8;
      const validityAt = at;
      if (flag === presence.some) at += Math.ceil(rows / 64) * 8;
      const width = widths[type];
      let valuesAt = at;
      let lengthsAt: number | undefined;
      if (flag !== presence.none) {
        if (width === undefined) {
          lengthsAt = at;
          valuesAt = aligned(at + rows * 4);
          let size = 0;
          for (let row = 0; row < rows; row++) size += words[lengthsAt / 4 + row] ?? 0;
          at = aligned(valuesAt + size);
        } else {
          at = aligned(at + rows * width);
        }
      }
      columns.set(name, { presence: flag, validityAt, valuesAt, lengthsAt });
    }
    parts.push({ ledger: ledger.name, rows, columns, memory });
  }
  return parts;
}
