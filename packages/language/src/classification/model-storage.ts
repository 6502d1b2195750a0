import { createTextClassifier, type LabelledText, type TextClassifier } from './classifier.js';
import { FEATURE_KINDS } from './text-features.js';

/** First bytes of a stored classifier: "OLTC" and the version of this layout. */
const MAGIC = 0x4f4c5443;
const VERSION = 1;

/** A classifier read back, or why the bytes are not one. */
export type StoredClassifierOutcome =
  | { readonly kind: 'classifier'; readonly classifier: TextClassifier }
  | {
      readonly kind: 'undefined';
      readonly reason: 'not_a_classifier' | 'unknown_version' | 'damaged';
    };

interface StoredHeader {
  readonly labels: readonly string[];
  readonly columns: number;
  readonly sharpness: number;
  readonly isCalibrated: boolean;
  readonly scopeThreshold: number;
  readonly reminders: readonly LabelledText[];
}

/**
 * A classifier as bytes: magic, version, length and text of a JSON header, then hashes, feature
 * weights, biases, class weights (4 bytes each, little endian) and kinds (1 byte each).
 * Reminders are training texts and are stored as they are: mask personal data before training.
 */
export function encodeTextClassifier(classifier: TextClassifier): Uint8Array {
  const { labels, space, linear, sharpness, isCalibrated, scopeThreshold, reminders } =
    classifier.model;
  const columns = space.hashes.length;
  const header: StoredHeader = {
    labels,
    columns,
    sharpness,
    isCalibrated,
    scopeThreshold,
    reminders,
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const numbers = columns * 2 + labels.length + columns * labels.length;
  const bytes = new Uint8Array(12 + headerBytes.length + numbers * 4 + columns);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, VERSION);
  view.setUint32(8, headerBytes.length);
  bytes.set(headerBytes, 12);
  let at = 12 + headerBytes.length;
  for (const hash of space.hashes) {
    view.setInt32(at, hash, true);
    at += 4;
  }
  for (const part of [space.weights, linear.biases, linear.weights]) {
    for (const value of part) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  bytes.set(space.kinds, at);
  return bytes;
}

/** The classifier that encodeTextClassifier wrote. Bytes are checked; it never throws. */
export function decodeTextClassifier(bytes: Uint8Array): StoredClassifierOutcome {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== MAGIC) {
    return { kind: 'undefined', reason: 'not_a_classifier' };
  }
  if (view.getUint32(4) !== VERSION) return { kind: 'undefined', reason: 'unknown_version' };
  const headerLength = view.getUint32(8);
  const header = parseHeader(bytes.subarray(12, 12 + headerLength));
  if (header === undefined) return { kind: 'undefined', reason: 'damaged' };
  const { columns, labels } = header;
  const numbers = columns * 2 + labels.length + columns * labels.length;
  if (bytes.length !== 12 + headerLength + numbers * 4 + columns) {
    return { kind: 'undefined', reason: 'damaged' };
  }
  let at = 12 + headerLength;
  const hashes = new Int32Array(columns);
  for (let j = 0; j < columns; j++, at += 4) hashes[j] = view.getInt32(at, true);
  const floats = (length: number): Float32Array => {
    const values = new Float32Array(length);
    for (let j = 0; j < length; j++, at += 4) values[j] = view.getFloat32(at, true);
    return values;
  };
  const weights = floats(columns);
  const biases = floats(labels.length);
  const classWeights = floats(columns * labels.length);
  const kinds = bytes.slice(at);
  if (kinds.some((kind) => kind >= FEATURE_KINDS.length)) {
    return { kind: 'undefined', reason: 'damaged' };
  }
  const { sharpness, isCalibrated, scopeThreshold, reminders } = header;
  const classifier = createTextClassifier({
    labels,
    space: { hashes, kinds, weights },
    linear: { classes: labels.length, weights: classWeights, biases },
    sharpness,
    isCalibrated,
    scopeThreshold,
    reminders,
  });
  return { kind: 'classifier', classifier };
}

function parseHeader(bytes: Uint8Array): StoredHeader | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  return isHeader(parsed) ? parsed : undefined;
}

function isHeader(value: unknown): value is StoredHeader {
  if (typeof value !== 'object' || value === null) return false;
  const header: Partial<Record<keyof StoredHeader, unknown>> = value;
  return (
    Array.isArray(header.labels) &&
    header.labels.every((label) => typeof label === 'string') &&
    Number.isSafeInteger(header.columns) &&
    Number(header.columns) >= 0 &&
    Number.isFinite(header.sharpness) &&
    Number.isFinite(header.scopeThreshold) &&
    typeof header.isCalibrated === 'boolean' &&
    Array.isArray(header.reminders) &&
    header.reminders.every(isLabelledText)
  );
}

function isLabelledText(value: unknown): value is LabelledText {
  if (typeof value !== 'object' || value === null) return false;
  const text: Partial<Record<keyof LabelledText, unknown>> = value;
  return typeof text.text === 'string' && typeof text.label === 'string';
}
