import { splitWords } from '../classification/words.js';
import { EMOTICONS, emojiWeight } from './emoji.js';
import type { SentimentLexicon } from './lexicon.js';

/** A word, phrase or emoji that spoke for or against, at [from, to) of the text. */
export interface SentimentEvidence {
  readonly from: number;
  readonly to: number;
  /** The lexicon entry, or the emoji. */
  readonly entry: string;
  /** Weight after negation, strengthening and contrast. */
  readonly weight: number;
  /** −1 when negated, 1 when not. */
  readonly direction: 1 | -1;
  /** Factor of strengthening, weakening and contrast. */
  readonly strength: number;
  /** The number of the clause it stands in, from 0. */
  readonly clause: number;
}

/** What a text says, and its clauses as half-open ranges. */
export interface SentimentReading {
  readonly words: number;
  readonly evidence: readonly SentimentEvidence[];
  readonly clauses: readonly { readonly from: number; readonly to: number }[];
}

/** Weight of an entry, when something learned replaces the lexicon's. */
type LearnedWeight = (entry: string) => number | undefined;

const MAX_WORDS = 5_000;
const NEGATION_REACH = 3;
const BEHIND_REACH = 3;
const NEGATED = 0.75;
const INTENSIFIED = 1.4;
const DIMINISHED = 0.6;
const STRESSED = 1.25;
const BEFORE_CONTRAST = 0.5;
const AFTER_CONTRAST = 1.3;
const BREAK = /[.!?;:,\n()—–…。！？、]/u;
const EMOJI = /\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])*/gu;

interface ReadWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly afterContrast: boolean;
  readonly beforeContrast: boolean;
  /** In capitals, or with a letter drawn out. */
  readonly stressed: boolean;
}

/**
 * Finds what a text says well and ill. Clauses end at punctuation and at words of contrast;
 * a negator turns what follows within three words of its clause (some languages: what precedes
 * it too); the nearest intensifier or diminisher within two words scales it; a clause taken
 * back by "but" counts half, and the one after it 1.3 times; capitals among small letters,
 * letters drawn out and exclamation marks strengthen.
 */
export function readSentiment(
  text: string,
  lexicon: SentimentLexicon | undefined,
  learned: LearnedWeight = () => undefined,
): SentimentReading {
  const { words, clauses } = readWords(text, lexicon);
  const plain = words.map((word) => word.word);
  const evidence: SentimentEvidence[] = [];
  const excited = 1 + Math.min(3, text.slice(0, 20_000).match(/!/g)?.length ?? 0) * 0.08;
  for (let at = 0; lexicon !== undefined && at < words.length; ) {
    const start = words[at];
    const match = matchInClause(lexicon, words, plain, at);
    if (match === undefined || start === undefined) {
      const weight = start && learned(start.word);
      if (start && weight !== undefined && Math.abs(weight) > 0.05) {
        evidence.push(judge(words, at, 1, start.word, weight, lexicon, excited));
      }
      at++;
      continue;
    }
    const next = words[at + match.words];
    const onlyScales =
      match.words === 1 &&
      (lexicon.intensifiers.has(start.word) || lexicon.diminishers.has(start.word)) &&
      next?.clause === start.clause &&
      lexicon.terms.match(plain, at + 1) !== undefined;
    if (!onlyScales) {
      const weight = learned(match.entry) ?? match.value;
      evidence.push(judge(words, at, match.words, match.entry, weight, lexicon, excited));
    }
    at += match.words;
  }
  evidence.push(...readEmoji(text, clauses));
  return { words: words.length, evidence, clauses };
}

function matchInClause(
  lexicon: SentimentLexicon,
  words: readonly ReadWord[],
  plain: readonly string[],
  at: number,
) {
  const match = lexicon.terms.match(plain, at);
  if (match === undefined || match.words === 1) return match;
  const isSplit = words[at]?.clause !== words[at + match.words - 1]?.clause;
  return isSplit ? lexicon.terms.match(plain.slice(at, at + 1), 0) : match;
}

function judge(
  words: readonly ReadWord[],
  at: number,
  count: number,
  entry: string,
  weight: number,
  lexicon: SentimentLexicon,
  excited: number,
): SentimentEvidence {
  const first = words[at];
  const last = words[at + count - 1] ?? first;
  const clause = first?.clause ?? 0;
  const near = (from: number, to: number) =>
    words.slice(Math.max(0, from), Math.max(0, to)).filter((word) => word.clause === clause);
  const before = near(at - NEGATION_REACH, at);
  const behind = near(at + count, at + count + BEHIND_REACH);
  const negations =
    before.filter((word) => lexicon.negators.has(word.word)).length +
    behind.filter((word) => lexicon.negatorsBehind.has(word.word)).length;
  const close = near(at - 2, at).map((word) => word.word);
  const isStrong = close.some((word) => lexicon.intensifiers.has(word));
  const isWeak = close.some((word) => lexicon.diminishers.has(word));
  let strength = excited;
  if (isStrong) strength *= INTENSIFIED;
  if (isWeak) strength *= DIMINISHED;
  if (first?.stressed) strength *= STRESSED;
  if (first?.beforeContrast) strength *= BEFORE_CONTRAST;
  if (first?.afterContrast) strength *= AFTER_CONTRAST;
  const speaksOfNegation = entry.split(' ').some((word) => lexicon.negators.has(word));
  const isNegated = negations > 0 && !speaksOfNegation;
  if (isNegated) strength *= NEGATED;
  const direction = isNegated ? -1 : 1;
  return {
    from: first?.from ?? 0,
    to: last?.to ?? 0,
    entry,
    weight: weight * direction * strength,
    direction,
    strength,
    clause,
  };
}

function readWords(text: string, lexicon: SentimentLexicon | undefined) {
  const spans = splitWords(text, MAX_WORDS);
  const isMixedCase = /\p{Ll}/u.test(text);
  const raw: { word: string; from: number; to: number; clause: number; stressed: boolean }[] = [];
  const clauses: { from: number; to: number }[] = [{ from: 0, to: text.length }];
  const contrasts = new Set<number>();
  let end = 0;
  const startClause = (from: number) => {
    const open = clauses.at(-1);
    if (open) open.to = from;
    clauses.push({ from, to: text.length });
  };
  for (const span of spans) {
    const word = squeeze(span.word.toLowerCase().replaceAll('’', "'"));
    const isContrast = lexicon?.contrasts.has(word) ?? false;
    if (raw.length > 0 && (isContrast || BREAK.test(text.slice(end, span.from)))) {
      startClause(span.from);
    }
    const clause = clauses.length - 1;
    if (isContrast && raw.length > 0) contrasts.add(clause);
    const shouted = isMixedCase && span.word.length > 2 && !/\p{Ll}/u.test(span.word);
    const stressed = shouted || /(\p{L})\1\1/u.test(span.word.toLowerCase());
    raw.push({ word, from: span.from, to: span.to, clause, stressed });
    end = span.to;
  }
  const words: ReadWord[] = raw.map((word) => ({
    ...word,
    beforeContrast: contrasts.has(word.clause + 1),
    afterContrast: contrasts.has(word.clause),
  }));
  return { words, clauses };
}

/** "goooood" is "good": letters repeated more than twice are cut to two. */
function squeeze(word: string): string {
  return word.slice(0, 40).replace(/(\p{L})\1{2,}/gu, '$1$1');
}

function readEmoji(
  text: string,
  clauses: readonly { readonly from: number; readonly to: number }[],
): readonly SentimentEvidence[] {
  const found: { entry: string; from: number; weight: number }[] = [];
  const read = text.slice(0, 50_000);
  for (const match of read.matchAll(EMOJI)) {
    const weight = emojiWeight(match[0]);
    if (weight !== 0) found.push({ entry: match[0], from: match.index, weight });
  }
  for (const [pattern, weight] of EMOTICONS) {
    for (const match of read.matchAll(pattern)) {
      found.push({ entry: match[0], from: match.index, weight });
    }
  }
  found.sort((a, b) => a.from - b.from);
  let clause = 0;
  let repeated = 0;
  return found.map(({ entry, from, weight }, i) => {
    while ((clauses[clause]?.to ?? Number.POSITIVE_INFINITY) <= from) clause++;
    repeated = found[i - 1]?.entry === entry ? repeated + 1 : 0;
    const strength = repeated === 0 ? 1 : 0.3 / repeated;
    const to = from + entry.length;
    return { from, to, entry, weight: weight * strength, direction: 1, strength, clause };
  });
}
