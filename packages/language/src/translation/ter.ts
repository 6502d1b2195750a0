import { alignWords, type EditStep } from './edit-alignment.js';
import {
  type TranslatedSegment,
  type TranslationMeasure,
  unmeasurable,
  wordsBetweenSpaces,
} from './measure.js';

/** How TER is computed; the default is sacreBLEU's. */
export interface TerOptions {
  /** Letter case counts when true. */
  readonly keepCase?: boolean;
}

/** Longer segments are not measured: the search for shifts would take seconds. */
export const MAX_TER_WORDS = 1_000;

const MAX_SHIFT_LENGTH = 10;
const MAX_SHIFT_DISTANCE = 50;
const MAX_CANDIDATES = 1_000;

/**
 * Translation edit rate of a corpus in percent of the reference's words (Snover et al. 2006),
 * equal to sacreBLEU 2: words added, dropped or replaced, and blocks of words shifted, found
 * greedily as Tercom does. 0 is a perfect match; above 100 is possible. Of several references
 * the one with the fewest edits counts, against their average length.
 */
export function corpusTer(
  segments: readonly TranslatedSegment[],
  options: TerOptions = {},
): TranslationMeasure {
  const impossible = unmeasurable(segments);
  if (impossible) return impossible;
  let edits = 0;
  let length = 0;
  for (const { hypothesis, references } of segments) {
    const words = wordsOf(hypothesis, options);
    let fewest = Number.POSITIVE_INFINITY;
    let total = 0;
    for (const reference of references) {
      const referenceWords = wordsOf(reference, options);
      if (Math.max(words.length, referenceWords.length) > MAX_TER_WORDS) {
        return { kind: 'undefined', reason: 'too_long' };
      }
      fewest = Math.min(fewest, countEdits(words, referenceWords));
      total += referenceWords.length;
    }
    edits += fewest;
    length += total / references.length;
  }
  if (length === 0) return { kind: 'value', value: edits > 0 ? 100 : 0 };
  return { kind: 'value', value: (100 * edits) / length };
}

/** Translation edit rate of one sentence in percent. */
export function sentenceTer(
  hypothesis: string,
  references: readonly string[],
  options: TerOptions = {},
): TranslationMeasure {
  return corpusTer([{ hypothesis, references }], options);
}

function wordsOf(text: string, options: TerOptions): readonly string[] {
  return wordsBetweenSpaces(options.keepCase === true ? text : text.toLowerCase());
}

/** Edits after shifting blocks for as long as a shift saves edits; each shift is one edit. */
function countEdits(hypothesis: readonly string[], reference: readonly string[]): number {
  if (reference.length === 0) return hypothesis.length;
  const numbers = new Map<string, number>();
  const numbered = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  let words = numbered(hypothesis);
  const target = numbered(reference);
  let shifts = 0;
  let budget = MAX_CANDIDATES;
  for (;;) {
    const best = bestShift(words, target, budget);
    budget -= best.candidates;
    if (budget <= 0 || best.saved <= 0) break;
    shifts++;
    words = best.words;
  }
  return shifts + alignWords(words, target).edits;
}

interface BestShift {
  readonly saved: number;
  readonly words: Int32Array<ArrayBuffer>;
  readonly candidates: number;
}

/**
 * The shift that saves most edits; among equals the longest block, then the earliest, then the
 * earliest target. Only blocks that match the reference elsewhere, are wrong where they stand,
 * and whose place in the reference is wrong too, are tried.
 */
function bestShift(
  words: Int32Array<ArrayBuffer>,
  reference: Int32Array<ArrayBuffer>,
  budget: number,
): BestShift {
  const before = alignWords(words, reference);
  const { aligned, referenceWrong, wordWrong } = placesOf(before.steps);
  const isWrong = (flags: readonly boolean[], from: number, length: number) =>
    flags.slice(from, from + length).includes(true);
  let best: { rank: readonly number[]; words: Int32Array<ArrayBuffer> } | undefined;
  let candidates = 0;
  for (const { from, at, length } of matchingBlocks(words, reference)) {
    if (!isWrong(wordWrong, from, length) || !isWrong(referenceWrong, at, length)) continue;
    const place = aligned[at] ?? 0;
    if (place >= from && place < from + length) continue;
    let last = -1;
    for (let offset = -1; offset < length; offset++) {
      const anchor = at + offset === -1 ? -1 : aligned[at + offset];
      if (anchor === undefined) break;
      const to = anchor + 1;
      if (to === last) continue;
      last = to;
      const shifted = shiftBlock(words, from, length, to);
      const saved = before.edits - alignWords(shifted, reference).edits;
      const rank = [saved, length, -from, -to];
      candidates++;
      if (best === undefined || isHigher(rank, best.rank)) best = { rank, words: shifted };
    }
    if (candidates >= budget) break;
  }
  return { saved: best?.rank[0] ?? 0, words: best?.words ?? words, candidates };
}

function isHigher(rank: readonly number[], than: readonly number[]): boolean {
  for (let k = 0; k < rank.length; k++) {
    const difference = (rank[k] ?? 0) - (than[k] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** For each reference word the word it is aligned with (or follows), and what is wrong where. */
function placesOf(steps: readonly EditStep[]) {
  const aligned: number[] = [];
  const referenceWrong: boolean[] = [];
  const wordWrong: boolean[] = [];
  let word = -1;
  for (const step of steps) {
    if (step !== 'add') {
      word++;
      wordWrong.push(step !== 'keep');
    }
    if (step !== 'drop') {
      aligned.push(word);
      referenceWrong.push(step !== 'keep');
    }
  }
  return { aligned, referenceWrong, wordWrong };
}

/** Blocks of 1 to 10 words that stand in both, at most 50 places apart. */
function* matchingBlocks(words: Int32Array, reference: Int32Array) {
  for (let from = 0; from < words.length; from++) {
    const low = Math.max(0, from - MAX_SHIFT_DISTANCE);
    const high = Math.min(reference.length - 1, from + MAX_SHIFT_DISTANCE);
    for (let at = low; at <= high; at++) {
      const longest = Math.min(MAX_SHIFT_LENGTH, words.length - from, reference.length - at);
      for (let length = 1; length <= longest; length++) {
        if (words[from + length - 1] !== reference[at + length - 1]) break;
        yield { from, at, length };
      }
    }
  }
}

/** Moves a block before the word at `to`; a target inside the block moves it by that much. */
function shiftBlock(
  words: Int32Array<ArrayBuffer>,
  from: number,
  length: number,
  to: number,
): Int32Array<ArrayBuffer> {
  const block = words.subarray(from, from + length);
  const rest = Int32Array.from([...words.subarray(0, from), ...words.subarray(from + length)]);
  const place = to < from ? to : to > from + length ? to - length : to;
  const at = Math.min(place, rest.length);
  return Int32Array.from([...rest.subarray(0, at), ...block, ...rest.subarray(at)]);
}
