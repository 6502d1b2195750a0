import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../app/stored.js';
import { en } from './en.js';
import { createTexts, type Texts, type Translation } from './message.js';
import type { PartLabels } from './part-labels.js';

export type Catalogue = typeof en;
export type MessageKey = keyof Catalogue;
/** Reads the page's texts in one language. */
export type Translate = Texts<Catalogue>['t'];

/** The languages of the page, by their own names. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };
/** What comes with a language. */
interface Loaded {
  readonly catalogue: Translation<Catalogue>;
  readonly labels: PartLabels | undefined;
}
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Loaded>>> = {
  de: async () => {
    const [{ de }, charts, table] = await Promise.all([
      import('./de.js'),
      import('../charts/labels.de.js'),
      import('../table/labels.de.js'),
    ]);
    return { catalogue: de, labels: { charts: charts.GERMAN, table: table.GERMAN } };
  },
};
/** English is in the page; another language comes when it is asked for. */
const loaded = new Map<Language, Loaded>([['en', { catalogue: en, labels: undefined }]]);
const texts = new Map<string, Texts<Catalogue>>();
const listeners = new Set<() => void>();

let chosen = languageOf(readStored('language'));
let ofTenant: Language | undefined;
let current: Language = 'en';

/** The language of a locale, if the page speaks it: `de-AT` → `de`. */
export function languageOf(locale: string | null | undefined): Language | undefined {
  const [language] = (locale ?? '').toLowerCase().split('-');
  return language === 'en' || language === 'de' ? language : undefined;
}

/** @returns once the language's texts are there */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en' || loaded.has(language)) return;
  loaded.set(language, await LOADERS[language]());
}

function wanted(): Language {
  const ofBrowser = globalThis.navigator?.languages.map(languageOf).find(Boolean);
  return chosen ?? ofTenant ?? ofBrowser ?? 'en';
}

/** Turns the page to the language that is wanted now; it stays as it is where that cannot be loaded. */
export async function settleLanguage(): Promise<void> {
  const language = wanted();
  try {
    await loadLanguage(language);
  } catch {
    return;
  }
  // another one may have been chosen meanwhile
  if (wanted() !== language) return;
  document.documentElement.lang = language;
  if (language === current) return;
  current = language;
  for (const listener of listeners) listener();
}

/** The tenant's locale decides for those who chose no language. */
export function followLocale(locale: string | undefined): Promise<void> {
  ofTenant = languageOf(locale);
  return settleLanguage();
}

/** @param language undefined: like the shop */
export function chooseLanguage(language: Language | undefined): Promise<void> {
  chosen = language;
  writeStored('language', language ?? '');
  for (const listener of listeners) listener();
  return settleLanguage();
}

/** For this page alone: nothing is remembered. */
export function showLanguage(language: Language): Promise<void> {
  chosen = language;
  return settleLanguage();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's language; kept current. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current);
}

/** What the reader chose; undefined: like the shop. */
export function useChosenLanguage(): Language | undefined {
  return useSyncExternalStore(subscribe, () => chosen);
}

/**
 * How numbers and dates are written: the page's language, with the region of the tenant or of the
 * browser where they share it.
 */
export function formattingLocale(language: Language, tenantLocale: string | undefined): string {
  const candidates = [tenantLocale, ...(globalThis.navigator?.languages ?? [])];
  return candidates.find((one) => languageOf(one) === language) ?? REGIONS[language];
}

/** The words of charts and tables; undefined where they are those that these have themselves. */
export function loadedLabels(language: Language): PartLabels | undefined {
  return loaded.get(language)?.labels;
}

/** The page's texts for a locale; English where its language is not loaded. For pure functions. */
export function textsOf(locale: string): Texts<Catalogue> {
  let found = texts.get(locale);
  if (found) return found;
  const language = languageOf(locale);
  const catalogue = language && loaded.get(language)?.catalogue;
  found = createTexts<Catalogue>(catalogue ?? en, catalogue ? canonical(locale) : REGIONS.en);
  // one that is on its way is looked for again
  if (catalogue || !language) texts.set(locale, found);
  return found;
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? REGIONS.en;
  } catch {
    return REGIONS.en;
  }
}
