import { identifyLanguage } from '../identification/index.js';
import { numbersInText, unmatchedNumbers } from './numbers-in-text.js';

/** Something about a translation that a person should look at. */
export type TranslationIssue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'untranslated' }
  | { readonly kind: 'number_missing' | 'number_added'; readonly text: string }
  | { readonly kind: 'placeholder_missing' | 'placeholder_added'; readonly text: string }
  | { readonly kind: 'length'; readonly ratio: number }
  | { readonly kind: 'language'; readonly found: string; readonly expected: string };

/** What the checks found; no issues does not mean that the translation is right. */
export type TranslationCheck =
  | { readonly kind: 'checked'; readonly issues: readonly TranslationIssue[] }
  | { readonly kind: 'undefined'; readonly reason: 'empty_source' };

/** A source text, its translation, and the language asked for (BCP 47). */
export interface CheckedTranslation {
  readonly source: string;
  readonly translation: string;
  readonly targetLanguage: string;
}

const PLACEHOLDER =
  /\{\{[^{}]{1,80}\}\}|\$?\{[^{}]{0,80}\}|(?<!\d ?)%(?:\d{1,2}\$)?[sdif@](?![a-z])|%\([^()]{1,80}\)[sdf]|<\/?[a-zA-Z][^<>]{0,200}>|\[\[[^[\]]{1,80}\]\]|https?:\/\/[^\s<>"]{1,300}/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** One Han, Kana or Hangul character says about as much as this many Latin letters. */
const WIDE_LETTERS = 2.5;
const MINIMUM_RATIO = 0.5;
const MAXIMUM_RATIO = 2;
const MINIMUM_LETTERS = 20;
const SURE_OF_LANGUAGE = 0.9;
const MAX_NUMBERS = 500;

/**
 * Checks a translation without a reference: numbers (in any locale's writing) and placeholders
 * must be the same on both sides, the length ratio must be within ½ and 2 (Han, Kana and
 * Hangul weighed), and the text must be in the target language. Short texts are not judged by
 * length or language. Numbers in words and changed clock formats are reported as missing.
 */
export function checkTranslation(pair: CheckedTranslation): TranslationCheck {
  const { source, translation, targetLanguage } = pair;
  if (source.trim() === '') return { kind: 'undefined', reason: 'empty_source' };
  if (translation.trim() === '') return { kind: 'checked', issues: [{ kind: 'empty' }] };
  const issues = [
    ...placeholderIssues(source, translation),
    ...numberIssues(source, translation),
    ...lengthIssues(source, translation),
    ...languageIssues(source, translation, targetLanguage),
  ];
  return { kind: 'checked', issues };
}

function numberIssues(source: string, translation: string): readonly TranslationIssue[] {
  const read = (text: string) =>
    numbersInText(text.replace(PLACEHOLDER, ' ')).slice(0, MAX_NUMBERS);
  const before = read(source);
  const after = read(translation);
  return [
    ...unmatchedNumbers(before, after).map(({ text }) => ({
      kind: 'number_missing' as const,
      text,
    })),
    ...unmatchedNumbers(after, before).map(({ text }) => ({ kind: 'number_added' as const, text })),
  ];
}

function placeholderIssues(source: string, translation: string): readonly TranslationIssue[] {
  const before = source.match(PLACEHOLDER) ?? [];
  const after = translation.match(PLACEHOLDER) ?? [];
  return [
    ...without(before, after).map((text) => ({ kind: 'placeholder_missing' as const, text })),
    ...without(after, before).map((text) => ({ kind: 'placeholder_added' as const, text })),
  ];
}

function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

function lengthIssues(source: string, translation: string): readonly TranslationIssue[] {
  const before = weighedLength(source);
  if (before < MINIMUM_LETTERS) return [];
  const ratio = weighedLength(translation) / before;
  return ratio < MINIMUM_RATIO || ratio > MAXIMUM_RATIO ? [{ kind: 'length', ratio }] : [];
}

function weighedLength(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return text.trim().length + wide * (WIDE_LETTERS - 1);
}

function languageIssues(
  source: string,
  translation: string,
  targetLanguage: string,
): readonly TranslationIssue[] {
  const expected = targetLanguage.split('-')[0]?.toLowerCase() ?? targetLanguage;
  const words = translation.replace(PLACEHOLDER, ' ');
  if (weighedLength(words) < MINIMUM_LETTERS) return [];
  const found = identifyLanguage(words, { expected });
  if (found.kind === 'undefined' || found.confidence < SURE_OF_LANGUAGE) return [];
  const language = found.kind === 'language' ? found.language : found.likely;
  if (language === expected) return [];
  if (translation.trim() === source.trim()) return [{ kind: 'untranslated' }];
  return [{ kind: 'language', found: language, expected }];
}
