import { createSentimentLexicon, type SentimentLexicon, type SentimentWords } from '../lexicon.js';
import { DUTCH_SENTIMENT } from './dutch.js';
import { ENGLISH_SENTIMENT } from './english.js';
import { FRENCH_SENTIMENT } from './french.js';
import { GERMAN_SENTIMENT } from './german.js';
import { ITALIAN_SENTIMENT } from './italian.js';
import { PORTUGUESE_SENTIMENT } from './portuguese.js';
import { SPANISH_SENTIMENT } from './spanish.js';

const WORDS: Readonly<Record<string, SentimentWords>> = {
  en: ENGLISH_SENTIMENT,
  de: GERMAN_SENTIMENT,
  fr: FRENCH_SENTIMENT,
  es: SPANISH_SENTIMENT,
  pt: PORTUGUESE_SENTIMENT,
  it: ITALIAN_SENTIMENT,
  nl: DUTCH_SENTIMENT,
};

const built = new Map<string, SentimentLexicon>();

/** The lexicon of a language (BCP 47 without region), built when first asked for. */
export function sentimentLexicon(language: string): SentimentLexicon | undefined {
  const known = built.get(language);
  if (known) return known;
  const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  if (words === undefined) return undefined;
  const lexicon = createSentimentLexicon(words);
  built.set(language, lexicon);
  return lexicon;
}
