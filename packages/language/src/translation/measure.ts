/** A measure of a translation, or why there is none. */
export type TranslationMeasure =
  | { readonly kind: 'value'; readonly value: number }
  | {
      readonly kind: 'undefined';
      readonly reason: 'no_segments' | 'no_reference' | 'too_long';
    };

/** A translated segment and the translations it is compared with (at least one). */
export interface TranslatedSegment {
  readonly hypothesis: string;
  readonly references: readonly string[];
}

/** Why segments cannot be measured, if they cannot. */
export function unmeasurable(
  segments: readonly TranslatedSegment[],
): Extract<TranslationMeasure, { kind: 'undefined' }> | undefined {
  if (segments.length === 0) return { kind: 'undefined', reason: 'no_segments' };
  if (segments.some((segment) => segment.references.length === 0)) {
    return { kind: 'undefined', reason: 'no_reference' };
  }
  return undefined;
}

/** Adds one to a count. */
export function countOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Words between white space; none for a blank text. */
export function wordsBetweenSpaces(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
