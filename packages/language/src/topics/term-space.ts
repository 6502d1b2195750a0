import type { SparseVector } from '../classification/feature-space.js';
import { type ContentWord, contentWords, languageOfText } from '../keyphrases/content-words.js';

/** The terms that topics are made of: plain data, one entry a column. */
export interface TermSpace {
  /** Stemmed keys, in alphabetical order. */
  readonly keys: readonly string[];
  /** The form each key is written in most often. */
  readonly forms: readonly string[];
  /** Inverse document frequency, ln((1 + N) / (1 + df)) + 1. */
  readonly weights: Float64Array;
  /** Language the texts are read in (BCP 47); 'auto' identifies each text's. */
  readonly language: string;
}

const MAX_TERMS = 6_000;
const MAX_WORDS = 5_000;

/** The content words of a text, as topics read them. */
export function topicWords(text: string, language: string): readonly ContentWord[] {
  const known = language === 'auto' ? languageOfText(text) : language;
  return contentWords(text, known, MAX_WORDS).filter((word) => word.isContent);
}

/**
 * Terms that at least two and at most half of the texts hold (of few texts: all but one), the
 * most frequent MAX_TERMS of them.
 */
export function fitTermSpace(texts: readonly string[], language: string): TermSpace {
  const frequency = new Map<string, number>();
  const forms = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const { key, word } of topicWords(text, language)) {
      const counts = forms.get(key) ?? new Map<string, number>();
      counts.set(word, (counts.get(word) ?? 0) + 1);
      forms.set(key, counts);
      if (seen.has(key)) continue;
      seen.add(key);
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
    }
  }
  const most = Math.max(0.5 * texts.length, Math.min(texts.length - 1, 10));
  const keys = [...frequency]
    .filter(([, count]) => count >= 2 && count <= most)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_TERMS)
    .map(([key]) => key)
    .sort();
  return {
    keys,
    forms: keys.map((key) => commonest(forms.get(key))),
    weights: Float64Array.from(
      keys,
      (key) => Math.log((1 + texts.length) / (1 + (frequency.get(key) ?? 0))) + 1,
    ),
    language,
  };
}

function commonest(counts: ReadonlyMap<string, number> | undefined): string {
  let best = '';
  let most = 0;
  for (const [form, count] of counts ?? []) {
    if (count > most || (count === most && form < best)) {
      best = form;
      most = count;
    }
  }
  return best;
}

/** Reads texts as vectors of length 1 in a term space; empty for texts without known terms. */
export function createTermReader(space: TermSpace): (text: string) => SparseVector {
  const columnOf = new Map(space.keys.map((key, column) => [key, column]));
  return (text) => {
    const counts = new Map<number, number>();
    for (const { key } of topicWords(text, space.language)) {
      const column = columnOf.get(key);
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    const columns = Int32Array.from(counts.keys()).sort();
    const values = Float32Array.from(
      columns,
      (column) => (1 + Math.log(counts.get(column) ?? 1)) * (space.weights[column] ?? 0),
    );
    const length = Math.hypot(...values);
    return { columns, values: values.map((value) => (length === 0 ? 0 : value / length)) };
  };
}
