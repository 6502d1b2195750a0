import { HashIndex } from './hash-index.js';
import { emitTextFeatures } from './text-features.js';

/** A sparse vector: `values[k]` stands in column `columns[k]`; each column at most once. */
export interface SparseVector {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** What is known about the columns: plain data, one entry a column. */
export interface FeatureSpaceData {
  /** 32-bit hash of the feature. */
  readonly hashes: Int32Array;
  /** Kind of the feature (FeatureKindNumber). */
  readonly kinds: Uint8Array;
  /** Weight from document frequency, (ln((1+N)/(1+df)) + 1)^½. */
  readonly weights: Float32Array;
}

/** Turns texts into vectors of length 1 in the columns it knows. */
export interface FeatureSpace {
  readonly data: FeatureSpaceData;
  /**
   * The text's vector, empty when none of its features is known, and the share of its feature
   * occurrences that are known, 0 for a text without features.
   */
  read(text: string): { readonly vector: SparseVector; readonly knownShare: number };
}

/** How much each kind counts after it has been normalised for itself. */
const KIND_WEIGHTS: readonly number[] = [0.8, 0.7, 1];

/**
 * Columns for every feature that occurs in at least `minimumTexts` of the texts.
 * The square root softens inverse document frequency, which for texts of a dozen words
 * overrates rare words.
 */
export function fitFeatureSpace(texts: readonly string[], minimumTexts = 2): FeatureSpace {
  const index = new HashIndex();
  const kinds: number[] = [];
  const frequency: number[] = [];
  const lastText: number[] = [];
  texts.forEach((text, number) => {
    emitTextFeatures(text, (hash, kind) => {
      const column = index.add(hash);
      if (column === kinds.length) {
        kinds.push(kind);
        frequency.push(0);
        lastText.push(-1);
      }
      if (lastText[column] === number) return;
      lastText[column] = number;
      frequency[column] = (frequency[column] ?? 0) + 1;
    });
  });
  const all = index.hashes();
  const kept = frequency.flatMap((count, column) => (count >= minimumTexts ? [column] : []));
  return createFeatureSpace({
    hashes: Int32Array.from(kept, (column) => all[column] ?? 0),
    kinds: Uint8Array.from(kept, (column) => kinds[column] ?? 0),
    weights: Float32Array.from(kept, (column) =>
      Math.sqrt(Math.log((1 + texts.length) / (1 + (frequency[column] ?? 0))) + 1),
    ),
  });
}

/** A feature space over known columns, for example ones that were stored. */
export function createFeatureSpace(data: FeatureSpaceData): FeatureSpace {
  const index = HashIndex.from(data.hashes);
  const counts = new Int32Array(data.hashes.length);
  const touched: number[] = [];
  const read = (text: string) => {
    touched.length = 0;
    let known = 0;
    let all = 0;
    emitTextFeatures(text, (hash) => {
      all++;
      const column = index.find(hash);
      if (column < 0) return;
      known++;
      if (counts[column] === 0) touched.push(column);
      counts[column] = (counts[column] ?? 0) + 1;
    });
    return { vector: weigh(data, touched, counts), knownShare: all === 0 ? 0 : known / all };
  };
  return { data, read };
}

/** Weighs the touched columns by log count and document frequency, and clears their counts. */
function weigh(
  data: FeatureSpaceData,
  touched: readonly number[],
  counts: Int32Array,
): SparseVector {
  const columns = Int32Array.from(touched);
  const values = new Float32Array(columns.length);
  const squares = new Float64Array(KIND_WEIGHTS.length);
  for (let k = 0; k < columns.length; k++) {
    const column = columns[k] ?? 0;
    const kind = data.kinds[column] ?? 0;
    const value = (1 + Math.log(counts[column] ?? 1)) * (data.weights[column] ?? 0);
    counts[column] = 0;
    values[k] = value;
    squares[kind] = (squares[kind] ?? 0) + value * value;
  }
  const present = KIND_WEIGHTS.map((weight, kind) => ((squares[kind] ?? 0) > 0 ? weight : 0));
  const length = Math.hypot(...present);
  const scale = present.map((weight, kind) => weight / Math.sqrt(squares[kind] || 1));
  for (let k = 0; k < columns.length; k++) {
    const factor = scale[data.kinds[columns[k] ?? 0] ?? 0] ?? 0;
    values[k] = ((values[k] ?? 0) * factor) / length;
  }
  return { columns, values };
}
