import type { QuestionLanguage } from '../locales/index.js';
import { stem, tokenise } from '../text/index.js';
import type { Catalogue } from './catalogue.js';

/** Shorter words are too often words of everything. */
const shortestWord = 5;

/**
 * Categories by a word that only one of them has: "textiles" of "Home textiles". Only where a
 * catalogue says which dimension its categories are; names of products share their words with
 * everyday speech.
 */
export function categoryWords(
  { dimensions, studies }: Catalogue,
  language: QuestionLanguage,
): ReadonlyMap<string, { readonly dimension: string; readonly value: string }> {
  const dimension = dimensions.find(({ name }) => name === studies?.items.category);
  const owners = new Map<string, Set<string>>();
  for (const value of dimension?.values ?? []) {
    const words = tokenise(value).filter(({ kind }) => kind !== 'punctuation');
    if (words.length < 2) continue;
    for (const { fold } of words) {
      if (fold.length < shortestWord) continue;
      const key = stem(fold, language);
      owners.set(key, (owners.get(key) ?? new Set()).add(value));
    }
  }
  const found = new Map<string, { dimension: string; value: string }>();
  for (const [key, [value, ...others]] of owners)
    if (dimension !== undefined && value !== undefined && others.length === 0)
      found.set(key, { dimension: dimension.name, value });
  return found;
}
