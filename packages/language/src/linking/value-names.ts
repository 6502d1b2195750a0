import { languageCodes } from '../locales/index.js';
import { tokenise } from '../text/index.js';
import type { CatalogueDimension } from './catalogue.js';
import { cityNames, isCityDimension } from './cities.js';
import type { Add, Target } from './lexicon.js';

/** Less than any name in full, so that one of that name is meant before it. */
export const shortNameWeight = 0.88;

/** Names of values in parts are told apart by no more than this many words. */
const mostNamed = 2_000;

/** "Bistro chair" for the only "Folding bistro chair": the end of a name, of two words or more. */
export function addShortNames(
  values: readonly string[],
  target: (value: string) => Target,
  add: Add,
): void {
  if (values.length > mostNamed) return;
  const owners = new Map<string, Set<string>>();
  for (const value of values) {
    const head = value.split(',')[0] ?? value;
    const words = tokenise(head).filter(({ kind }) => kind === 'word');
    for (let at = 1; at <= words.length - 2; at++) {
      const phrase = head.slice(words[at]?.from ?? 0).trim();
      owners.set(phrase.toLowerCase(), (owners.get(phrase.toLowerCase()) ?? new Set()).add(value));
    }
  }
  for (const [phrase, [value, ...others]] of owners)
    if (value !== undefined && others.length === 0) add(phrase, target(value), shortNameWeight);
}

/** Cities by their names elsewhere, with the German adjective: "Köln", "Berliner". */
export function addLocalNames(
  { name, label }: CatalogueDimension,
  values: readonly string[],
  target: (value: string) => Target,
  add: Add,
): void {
  const isCity = isCityDimension(name, label);
  const known = new Set(values.map((value) => value.toLowerCase()));
  for (const value of values.slice(0, mostNamed)) {
    if (!isCity && !/^\p{Lu}/u.test(value)) continue;
    for (const other of cityNames(value))
      if (!known.has(other.toLowerCase())) add(other, target(value), 1);
    if (isCity && /^\p{Lu}\p{L}{3,}$/u.test(value)) add(`${value}er`, target(value), 1, 'de');
  }
  addLanguageNames(name, label, values, target, add);
}

/** Languages by their names: "German" for the reviews whose language is `de`. */
function addLanguageNames(
  name: string,
  label: string,
  values: readonly string[],
  target: (value: string) => Target,
  add: Add,
): void {
  if (!/language|sprache|langue|idioma|lingua|taal/i.test(`${name} ${label}`)) return;
  for (const value of values.filter((one) => /^[a-z]{2}$/.test(one)))
    for (const language of languageCodes) {
      const named = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(
        value,
      );
      if (named !== undefined) add(named, target(value), 1);
    }
}
