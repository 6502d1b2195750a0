import { splitWords } from '../classification/words.js';
import { identifyLanguage } from '../identification/index.js';
import { fold, stem } from '../text/index.js';
import { stopWords } from './stop-words.js';

/** A word of a text with the key under which its inflections meet. */
export interface ContentWord {
  /** The word as written, in lower case. */
  readonly word: string;
  /** Folded and stemmed; equal for inflections of one word. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** False for words that name nothing, bare numbers and single letters. */
  readonly isContent: boolean;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Katakana}]/u;
const KANA = /^\p{Script=Hiragana}+$/u;

/** The language of a text (BCP 47), 'und' when it has no letters. */
export function languageOfText(text: string): string {
  const found = identifyLanguage(text);
  if (found.kind === 'undefined') return 'und';
  return found.kind === 'language' ? found.language : found.likely;
}

/**
 * The words of a text with those that carry its content marked.
 * @param limit  at most so many words are read
 */
export function contentWords(
  text: string,
  language: string,
  limit = 20_000,
): readonly ContentWord[] {
  const stops = stopWords(language);
  return splitWords(text, limit).map((span) => {
    const word = span.word.toLowerCase().replaceAll('’', "'");
    const bare = word.replace(/^(?:[cdjlmnst]|qu|dell|all|un)'/u, '');
    const isShort = bare.length < 2 && !UNSPACED.test(bare);
    const isContent =
      !isShort && !stops.has(word) && !stops.has(bare) && !KANA.test(bare) && /\p{L}/u.test(bare);
    const key = stem(fold(bare.replace(/'s$/u, '')), language);
    return { word: bare, key, from: span.from, to: span.to, isContent };
  });
}
