import { splitWords } from './words.js';

/** The kinds of features; each kind is normalised for itself before they are joined. */
export const FEATURE_KINDS = ['words', 'pairs', 'characters'] as const;

/** Kinds by number: 0 word n-grams, 1 unordered word pairs, 2 character n-grams. */
export type FeatureKindNumber = 0 | 1 | 2;

/** Texts are read up to so many UTF-16 units; what follows does not change a prediction. */
export const MAX_CLASSIFIED_CHARACTERS = 8_000;

const MAX_WORDS = 1_500;
const PAIR_WINDOW = 40;
const START = 0x5bd1e995;
const END = 0x1b873593;
const SIGN = /[?!£$€¥]/g;

function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed = (mixed << 13) | (mixed >>> 19);
  return (Math.imul(mixed, 5) + 0x27d4eb2f) | 0;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Gives every feature of a text, as a 32-bit hash, to `emit`; a feature that occurs twice is
 * emitted twice. Linear in the text's length up to MAX_CLASSIFIED_CHARACTERS.
 *
 * - word n-grams of 1 to 3, and the first and last word marked as such;
 * - unordered pairs of words at most PAIR_WINDOW words apart;
 * - character n-grams of 3 to 5 inside words, a word being bounded by blanks.
 */
export function emitTextFeatures(
  text: string,
  emit: (hash: number, kind: FeatureKindNumber) => void,
): void {
  const normal = text
    .slice(0, MAX_CLASSIFIED_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(SIGN, ' $& ');
  const words = splitWords(normal, MAX_WORDS).map((span) => span.word);
  const hashes = words.map(hashOf);
  for (const sign of normal.match(SIGN) ?? []) emit(mix(hashOf(sign), 7), 0);
  emitWordGrams(hashes, emit);
  emitPairs(hashes, emit);
  for (const word of words) emitCharacterGrams(word, emit);
}

function emitWordGrams(
  hashes: readonly number[],
  emit: (hash: number, kind: FeatureKindNumber) => void,
): void {
  for (let i = 0; i < hashes.length; i++) {
    let hash = 1;
    for (let n = 0; n < 3 && i + n < hashes.length; n++) {
      hash = mix(hash, hashes[i + n] ?? 0);
      emit(hash, 0);
    }
  }
  const first = hashes[0];
  const last = hashes.at(-1);
  if (first !== undefined) emit(mix(START, first), 0);
  if (last !== undefined) emit(mix(END, last), 0);
}

function emitPairs(
  hashes: readonly number[],
  emit: (hash: number, kind: FeatureKindNumber) => void,
): void {
  for (let i = 0; i < hashes.length; i++) {
    const end = Math.min(hashes.length, i + PAIR_WINDOW);
    for (let j = i + 1; j < end; j++) {
      const one = hashes[i] ?? 0;
      const other = hashes[j] ?? 0;
      if (one === other) continue;
      emit(mix(mix(2, Math.min(one, other)), Math.max(one, other)), 1);
    }
  }
}

function emitCharacterGrams(
  word: string,
  emit: (hash: number, kind: FeatureKindNumber) => void,
): void {
  const blank = 32;
  const length = word.length + 2;
  const at = (i: number) => (i === 0 || i === length - 1 ? blank : word.charCodeAt(i - 1));
  for (let i = 0; i < length; i++) {
    let hash = 3;
    for (let n = 1; n <= 5 && i + n <= length; n++) {
      hash = mix(hash, at(i + n - 1));
      if (n >= 3) emit(hash, 2);
    }
  }
}
