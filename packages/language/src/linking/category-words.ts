import type { QuestionLanguage } from '../locales/index.js';
import { stem, tokenise } from '../text/index.js';
import type { Catalogue } from './catalogue.js';

/** Shorter words are too often words of everything. */
const shortestWord = 5;

/** More values than this are no places that everybody knows by a word of their name. */
const mostPlaces = 60;

interface Named {
  readonly dimension: string;
  readonly value: string;
}

/**
 * Categories and places by a word that only one of them has: "textiles" of "Home textiles", "Ottensen"
 * of "Hamburg Ottensen"; products by the noun that only one has: "secateurs". Only where a catalogue says
 * which dimension its categories are.
 */
export function categoryWords(
  { dimensions, studies }: Catalogue,
  language: QuestionLanguage,
): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  if (studies === undefined) return found;
  const { category, product } = studies.items;
  // a word of several dimensions' values tells neither
  const takenBy = new Map<string, string>();
  for (const { name, values = [] } of dimensions) {
    const isPlace = /(?:^|\.)location\.name$/.test(name) && values.length <= mostPlaces;
    if (name !== category && name !== product && !isPlace) continue;
    const words = name === product ? lastWord : allWords;
    for (const [key, value] of owned(values, words, language)) {
      const other = takenBy.get(key);
      if (other !== undefined && other !== name) found.delete(key);
      else found.set(key, { dimension: name, value });
      takenBy.set(key, name);
    }
  }
  return found;
}

const allWords = (words: readonly string[]): readonly string[] => (words.length < 2 ? [] : words);

const lastWord = (words: readonly string[]): readonly string[] =>
  words.length < 2 ? [] : words.slice(-1);

/** The words that belong to one of the values, as they are told apart. */
function owned(
  values: readonly string[],
  wordsOf: (words: readonly string[]) => readonly string[],
  language: QuestionLanguage,
): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const value of values) {
    const head = value.split(',')[0] ?? value;
    const words = tokenise(head).filter(({ kind }) => kind === 'word');
    for (const fold of wordsOf(words.map((word) => word.fold))) {
      if (fold.length < shortestWord) continue;
      const key = stem(fold, language);
      owners.set(key, (owners.get(key) ?? new Set()).add(value));
    }
  }
  return new Map(
    [...owners].flatMap(([key, [value, ...others]]) =>
      value !== undefined && others.length === 0 ? [[key, value] as const] : [],
    ),
  );
}
