import { type ContentWord, contentWords, languageOfText } from './content-words.js';

/** A tag and how many of the texts it was made from bear it. */
export interface Tag {
  /** As written most often, in lower case. */
  readonly tag: string;
  /** Stemmed words joined by blanks. */
  readonly key: string;
  readonly texts: number;
}

/** Tags found in a collection of texts. */
export interface Tagger {
  /** The tags, the most telling first. */
  readonly tags: readonly Tag[];
  /** The tags a text bears, in order of the tags' rank, at most `limit` (5 unless told). */
  tagsOf(text: string, limit?: number): readonly string[];
}

/** How tags are chosen. */
export interface TaggerOptions {
  /** Language of the texts (BCP 47); identified text by text when absent. */
  readonly language?: string;
  /** At most so many tags, 50 unless told. */
  readonly limit?: number;
  /** A tag is borne by at least so many texts, 3 unless told. */
  readonly minimumTexts?: number;
}

/** Words borne by more than this share of the texts tell nothing apart. */
const TOO_COMMON = 0.4;
/** Two words are one tag when they stand together this share of the rarer one's times. */
const TOGETHER = 0.5;

/**
 * Makes tags from what recurs in texts: content words, and pairs of adjacent ones that mostly
 * stand together, ranked by texts × log(all / texts); a word that mostly occurs in a kept pair is
 * left out. Inflections count as one. Deterministic.
 */
export function createTagger(texts: readonly string[], options: TaggerOptions = {}): Tagger {
  const read = (text: string) =>
    contentWords(text, options.language ?? languageOfText(text), 2_000);
  const bearers = new Map<string, number>();
  const forms = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const terms = termsOf(text, read(text));
    for (const [key, form] of terms) {
      bearers.set(key, (bearers.get(key) ?? 0) + 1);
      const counts = forms.get(key) ?? new Map<string, number>();
      counts.set(form, (counts.get(form) ?? 0) + 1);
      forms.set(key, counts);
    }
  }
  const minimum = options.minimumTexts ?? 3;
  const count = (key: string) => bearers.get(key) ?? 0;
  const isUseful = (key: string) =>
    count(key) >= minimum && count(key) <= Math.max(minimum, TOO_COMMON * texts.length);
  const pairs = [...bearers.keys()].filter((key) => {
    const [one, other] = key.split(' ');
    if (one === undefined || other === undefined || !isUseful(key)) return false;
    return count(key) >= TOGETHER * Math.min(count(one), count(other));
  });
  const absorbed = new Set(
    pairs.flatMap((pair) =>
      pair.split(' ').filter((word) => count(pair) >= TOGETHER * count(word)),
    ),
  );
  const words = [...bearers.keys()].filter(
    (key) => !key.includes(' ') && isUseful(key) && !absorbed.has(key),
  );
  const weight = (key: string) => count(key) * Math.log((1 + texts.length) / count(key));
  const tags = [...pairs, ...words]
    .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
    .slice(0, options.limit ?? 50)
    .map((key) => ({ key, tag: commonestForm(forms.get(key)), texts: count(key) }));
  const tagsOf = (text: string, limit = 5): readonly string[] => {
    const borne = termsOf(text, read(text));
    return tags
      .filter(({ key }) => borne.has(key))
      .slice(0, limit)
      .map(({ tag }) => tag);
  };
  return { tags, tagsOf };
}

/** Content words and pairs of adjacent ones by key, with the form first used. */
function termsOf(text: string, words: readonly ContentWord[]): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  const add = (key: string, form: string) => {
    if (!terms.has(key)) terms.set(key, form);
  };
  words.forEach((word, i) => {
    if (!word.isContent) return;
    add(word.key, word.word);
    const next = words[i + 1];
    if (!next?.isContent || next.key === word.key) return;
    const between = text.slice(word.to, next.from);
    if (/^[\s-]*$/.test(between))
      add(`${word.key} ${next.key}`, `${word.word}${between === '' ? '' : ' '}${next.word}`);
  });
  return terms;
}

function commonestForm(counts: ReadonlyMap<string, number> | undefined): string {
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
