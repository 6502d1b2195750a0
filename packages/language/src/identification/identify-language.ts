import { splitWords } from '../classification/words.js';
import { hanLanguage } from './han.js';
import type { LanguageCandidate } from './language-candidate.js';
import { DUTCH_WORDS } from './profiles/dutch.js';
import { ENGLISH_WORDS } from './profiles/english.js';
import { FRENCH_WORDS } from './profiles/french.js';
import { GERMAN_WORDS } from './profiles/german.js';
import { ITALIAN_WORDS } from './profiles/italian.js';
import { NEIGHBOUR_WORDS } from './profiles/neighbours.js';
import { PORTUGUESE_WORDS } from './profiles/portuguese.js';
import { SPANISH_WORDS } from './profiles/spanish.js';
import { countScripts, type Script } from './script.js';
import { createWordModel } from './word-model.js';

/** The languages that are understood. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh'] as const;

/** A language that is understood, as a BCP 47 code. */
type LanguageCode = (typeof LANGUAGES)[number];

/**
 * Which language a text is in. `other` is a language that is recognised but not understood.
 * `candidates` are the likeliest, best first, at most three.
 */
export type IdentifiedLanguage =
  | {
      readonly kind: 'language';
      readonly language: LanguageCode;
      readonly confidence: number;
      readonly candidates: readonly LanguageCandidate[];
    }
  | {
      readonly kind: 'other';
      readonly likely: string;
      readonly confidence: number;
      readonly candidates: readonly LanguageCandidate[];
    }
  | { readonly kind: 'undefined'; readonly reason: 'no_letters' };

/** What is known beside the text. */
export interface IdentificationOptions {
  /** The language expected when the text does not tell, for example the reader's own. */
  readonly expected?: string;
}

const MODELS = [
  ...Object.entries({
    en: ENGLISH_WORDS,
    de: GERMAN_WORDS,
    fr: FRENCH_WORDS,
    es: SPANISH_WORDS,
    pt: PORTUGUESE_WORDS,
    it: ITALIAN_WORDS,
    nl: DUTCH_WORDS,
  }).map(([language, words]) => ({ language, model: createWordModel(words), logPrior: 0 })),
  ...Object.entries(NEIGHBOUR_WORDS).map(([language, words]) => ({
    language,
    model: createWordModel(words),
    logPrior: Math.log(0.1),
  })),
];

const OTHER_SCRIPTS: Partial<Record<Script, string>> = {
  hangul: 'ko',
  cyrillic: 'ru',
  greek: 'el',
  arabic: 'ar',
  hebrew: 'he',
  thai: 'th',
  devanagari: 'hi',
};

const MAX_WORDS = 300;
const MAX_CHARACTERS = 5_000;
/** Words of one text depend on each other; their evidence counts for less than its sum. */
const EVIDENCE_WEIGHT = 0.6;
const EXPECTED_BONUS = 2.5;

/**
 * Identifies the language of a text, of a single word up to pages (the first MAX_CHARACTERS
 * are read). The writing system decides first; among Latin ones, frequent words and character
 * trigrams (naive Bayes); Japanese and Chinese by kana and characters only one of them uses.
 */
export function identifyLanguage(
  text: string,
  options: IdentificationOptions = {},
): IdentifiedLanguage {
  const read = text.slice(0, MAX_CHARACTERS).normalize('NFC');
  const scripts = countScripts(read);
  const han = (scripts.get('han') ?? 0) + (scripts.get('kana') ?? 0);
  const weights = [...scripts].map(([script, count]) => ({ script, count }));
  const main = weights.sort((a, b) => b.count - a.count)[0];
  if (main === undefined) return { kind: 'undefined', reason: 'no_letters' };
  // A Han character holds about as much as three Latin letters.
  if (han > 0 && han * 3 >= main.count) {
    return outcome(hanLanguage(read, scripts.get('kana') ?? 0, options.expected));
  }
  if (main.script !== 'latin') {
    const likely = OTHER_SCRIPTS[main.script] ?? 'und';
    return outcome([{ language: likely, probability: 0.9 }]);
  }
  return outcome(latinCandidates(read, options.expected));
}

function latinCandidates(text: string, expected: string | undefined): LanguageCandidate[] {
  const words = splitWords(text.toLowerCase().replaceAll('’', "'"), MAX_WORDS)
    .map((span) => span.word)
    .filter((word) => /\p{Script=Latin}/u.test(word) && !/\p{N}/u.test(word));
  const scores = MODELS.map(({ language, model, logPrior }) => {
    const evidence = words.reduce((sum, word) => sum + model.logProbability(word), 0);
    const bonus = language === expected ? EXPECTED_BONUS : 0;
    return { language, score: evidence * EVIDENCE_WEIGHT + logPrior + bonus };
  });
  const highest = scores.reduce((top, { score }) => Math.max(top, score), Number.NEGATIVE_INFINITY);
  const likelihoods = scores.map(({ score }) => Math.exp(score - highest));
  const total = likelihoods.reduce((sum, value) => sum + value, 0);
  return scores.map(({ language }, i) => ({
    language,
    probability: (likelihoods[i] ?? 0) / total,
  }));
}

function outcome(candidates: readonly LanguageCandidate[]): IdentifiedLanguage {
  const ranked = [...candidates].sort((a, b) => b.probability - a.probability).slice(0, 3);
  const best = ranked[0];
  if (best === undefined) return { kind: 'undefined', reason: 'no_letters' };
  const known = LANGUAGES.find((language) => language === best.language);
  const common = { confidence: best.probability, candidates: ranked };
  if (known === undefined) return { kind: 'other', likely: best.language, ...common };
  return { kind: 'language', language: known, ...common };
}
