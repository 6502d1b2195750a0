import type { NamedValue } from '../model/declarations.js';

/** Languages that the built-in model is named in. */
export type ModelLanguage = 'en' | 'de';

/** What something is called and means. */
export interface NamedText {
  readonly label: string;
  readonly description: string;
}

/** The model's texts in a language other than that of its declarations, by the things' names. */
export interface ModelTexts {
  readonly metrics: Readonly<Record<string, NamedText & { readonly formula: string }>>;
  readonly dimensions: Readonly<
    Record<string, NamedText & { readonly values?: readonly NamedValue[] }>
  >;
  readonly entities: Readonly<Record<string, NamedText>>;
  /** What the column of buckets is called. */
  readonly time: string;
  /** What a metric's value in the earlier span is called. */
  before(label: string): string;
  change(label: string): string;
}

/**
 * The language of the model for somebody's locale; English where it is not named in theirs.
 * @param locale BCP 47, such as `de-AT`
 */
export function modelLanguageOf(locale: string | undefined): ModelLanguage {
  return /^de\b/i.test(locale ?? '') ? 'de' : 'en';
}
