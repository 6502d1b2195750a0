import {
  countOne,
  type TranslatedSegment,
  type TranslationMeasure,
  unmeasurable,
  wordsBetweenSpaces,
} from './measure.js';
import { tokenise13a } from './tokenise-13a.js';

/** How BLEU is computed; the defaults are sacreBLEU's. */
export interface BleuOptions {
  /** '13a' separates punctuation; 'none' takes words as they are. */
  readonly tokenise?: '13a' | 'none';
  /** 'exponential' replaces the k-th precision of 0 by 1/2^k of one match; 'none' does not. */
  readonly smoothing?: 'exponential' | 'none';
  /** Leaves out n-gram orders the text is too short for; meant for single sentences. */
  readonly effectiveOrder?: boolean;
}

const MAX_ORDER = 4;

/** What BLEU needs of a corpus: matches and totals an order, lengths in tokens. */
interface BleuCounts {
  readonly matches: number[];
  readonly totals: number[];
  hypothesisLength: number;
  referenceLength: number;
}

/**
 * BLEU of a corpus, 0 to 100 (Papineni et al. 2002), equal to sacreBLEU 2 (Post 2018):
 * case kept, n-grams of 1 to 4 clipped by the reference that has most of them, brevity against
 * the reference nearest in length, the shorter one in a tie.
 */
export function corpusBleu(
  segments: readonly TranslatedSegment[],
  options: BleuOptions = {},
): TranslationMeasure {
  const impossible = unmeasurable(segments);
  if (impossible) return impossible;
  const tokenise = options.tokenise === 'none' ? wordsBetweenSpaces : tokenise13a;
  const counts: BleuCounts = {
    matches: new Array<number>(MAX_ORDER).fill(0),
    totals: new Array<number>(MAX_ORDER).fill(0),
    hypothesisLength: 0,
    referenceLength: 0,
  };
  for (const segment of segments) addSegment(counts, segment, tokenise);
  return { kind: 'value', value: score(counts, options) };
}

/** BLEU of one sentence, 0 to 100, over the orders it is long enough for. */
export function sentenceBleu(
  hypothesis: string,
  references: readonly string[],
  options: BleuOptions = {},
): TranslationMeasure {
  return corpusBleu([{ hypothesis, references }], { effectiveOrder: true, ...options });
}

function addSegment(
  counts: BleuCounts,
  segment: TranslatedSegment,
  tokenise: (text: string) => readonly string[],
): void {
  const hypothesis = tokenise(segment.hypothesis.trimEnd());
  const references = segment.references.map((reference) => tokenise(reference.trimEnd()));
  counts.hypothesisLength += hypothesis.length;
  counts.referenceLength += nearestLength(hypothesis.length, references);
  for (let n = 1; n <= MAX_ORDER; n++) {
    const most = new Map<string, number>();
    for (const reference of references) {
      for (const [gram, count] of ngrams(reference, n)) {
        most.set(gram, Math.max(count, most.get(gram) ?? 0));
      }
    }
    let matches = 0;
    for (const [gram, count] of ngrams(hypothesis, n)) {
      matches += Math.min(count, most.get(gram) ?? 0);
    }
    counts.matches[n - 1] = (counts.matches[n - 1] ?? 0) + matches;
    const total = Math.max(0, hypothesis.length - n + 1);
    counts.totals[n - 1] = (counts.totals[n - 1] ?? 0) + total;
  }
}

function nearestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((reference) => reference.length);
  return lengths.reduce((best, next) => {
    const gain = Math.abs(best - length) - Math.abs(next - length);
    return gain > 0 || (gain === 0 && next < best) ? next : best;
  });
}

function ngrams(words: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) countOne(counts, words.slice(i, i + n).join(' '));
  return counts;
}

function score(counts: BleuCounts, options: BleuOptions): number {
  const { matches, totals, hypothesisLength, referenceLength } = counts;
  if (matches.every((count) => count === 0)) return 0;
  let logSum = 0;
  let order = options.effectiveOrder === true ? 0 : MAX_ORDER;
  let missed = 1;
  for (let n = 0; n < MAX_ORDER; n++) {
    const total = totals[n] ?? 0;
    if (total === 0) {
      if (options.effectiveOrder !== true) return 0;
      break;
    }
    if (options.effectiveOrder === true) order = n + 1;
    const match = matches[n] ?? 0;
    if (match > 0) logSum += Math.log(match / total);
    else if (options.smoothing === 'none') return 0;
    else {
      missed *= 2;
      logSum += Math.log(1 / (missed * total));
    }
  }
  const tooShort = hypothesisLength < referenceLength;
  const brevity = tooShort ? Math.exp(1 - referenceLength / hypothesisLength) : 1;
  return 100 * brevity * Math.exp(logSum / order);
}
