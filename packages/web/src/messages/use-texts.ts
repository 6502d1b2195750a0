import { type Catalogue, type Language, textsOf, useLanguage } from './language.js';
import { createTexts, type Texts, type Translation } from './message.js';

/** The texts of a room's own pages in every language of the page. */
export type OwnTexts<Own> = { readonly en: Own } & {
  readonly [L in Exclude<Language, 'en'>]: Translation<Own>;
};

/**
 * Declares the texts of a room's own pages; the compiler sees to it that no language lacks one.
 * @example const messages = defineTexts({ en: { title: 'Jobs' }, de: { title: 'Aufträge' } });
 */
export function defineTexts<const Own extends Translation<Own>>(
  texts: OwnTexts<Own>,
): OwnTexts<Own> {
  return texts;
}

/** The page's texts in the reader's language; or those that a room declared for its own pages. */
export function useTexts(): Texts<Catalogue>;
export function useTexts<Own extends Translation<Own>>(own: OwnTexts<Own>): Texts<Own>;
export function useTexts<Own extends Translation<Own>>(own?: OwnTexts<Own>) {
  const language = useLanguage();
  return own ? createTexts<Own>(own[language], language) : textsOf(language);
}
