import { type ContentWord, contentWords, languageOfText } from './content-words.js';

/** A phrase that tells what a text is about. */
export interface KeyPhrase {
  /** As written most often, in lower case. */
  readonly phrase: string;
  /** Stemmed words; equal for inflections of the same phrase. */
  readonly key: string;
  /** Larger is more telling; comparable within one text only. */
  readonly score: number;
  /** Where it stands, in UTF-16 units. */
  readonly mentions: readonly { readonly from: number; readonly to: number }[];
}

/** How key phrases are chosen. */
export interface KeyPhraseOptions {
  /** Language of the text (BCP 47); identified when absent. */
  readonly language?: string;
  /** At most so many phrases, 10 unless told. */
  readonly limit?: number;
  /** Longest phrase in words, 3 unless told. */
  readonly longest?: number;
}

interface Candidate {
  readonly words: readonly ContentWord[];
  readonly from: number;
  readonly to: number;
}

const MAX_CANDIDATES = 5_000;

/**
 * Key phrases of a text: runs of content words between stop words and punctuation, scored by the
 * sum of their words' degree over frequency (RAKE, Rose et al. 2010), the number of mentions and
 * how early the first one stands; a phrase within a better one that is mentioned no more often is
 * left out. Texts in Japanese and Chinese give runs of Han and Katakana characters.
 */
export function extractKeyPhrases(
  text: string,
  options: KeyPhraseOptions = {},
): readonly KeyPhrase[] {
  const language = options.language ?? languageOfText(text);
  const isUnspaced = language === 'ja' || language === 'zh';
  const longest = options.longest ?? (isUnspaced ? 6 : 3);
  const candidates = runsOfContent(text, contentWords(text, language), longest);
  const degrees = wordDegrees(candidates);
  const grouped = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.words, isUnspaced ? '' : ' ');
    const group = grouped.get(key);
    if (group) group.push(candidate);
    else grouped.set(key, [candidate]);
  }
  foldIntoRecurring(grouped, isUnspaced ? '' : ' ');
  const phrases = [...grouped].flatMap(([key, group]): KeyPhrase[] => {
    const first = group[0];
    if (first === undefined || (isUnspaced && first.words.length < 2)) return [];
    const degree = first.words.reduce((sum, word) => sum + (degrees.get(word.key) ?? 0), 0);
    const earliness = 1 / (1 + Math.log1p(first.from / 200));
    const score =
      (degree / Math.sqrt(first.words.length)) * Math.log2(1 + group.length) * earliness;
    const phrase = commonest(
      group.map(({ from, to }) => text.slice(from, to).toLowerCase().replace(/\s+/g, ' ')),
    );
    return [{ phrase, key, score, mentions: group.map(({ from, to }) => ({ from, to })) }];
  });
  phrases.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return withoutParts(phrases, options.limit ?? 10, isUnspaced);
}

/** A run that occurs once but holds a recurring one is taken for a mention of that one. */
function foldIntoRecurring(grouped: Map<string, Candidate[]>, blank: string): void {
  const recurring = new Set(
    [...grouped].flatMap(([key, group]) => (group.length > 1 ? [key] : [])),
  );
  for (const [key, [candidate, ...more]] of [...grouped]) {
    if (candidate === undefined || more.length > 0) continue;
    const { words } = candidate;
    for (let length = words.length - 1; length >= 1; length--) {
      const start = words.findIndex(
        (_, i) =>
          recurring.has(keyOf(words.slice(i, i + length), blank)) && i + length <= words.length,
      );
      const part = words.slice(start, start + length);
      const first = part[0];
      const last = part.at(-1);
      if (start < 0 || first === undefined || last === undefined) continue;
      grouped.get(keyOf(part, blank))?.push({ words: part, from: first.from, to: last.to });
      grouped.delete(key);
      break;
    }
  }
}

function keyOf(words: readonly ContentWord[], blank: string): string {
  return words.map((word) => word.key).join(blank);
}

/** Runs of content words with nothing but blanks between them, cut at `longest` words. */
function runsOfContent(
  text: string,
  words: readonly ContentWord[],
  longest: number,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let run: ContentWord[] = [];
  const flush = () => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last) candidates.push({ words: run, from: first.from, to: last.to });
    run = [];
  };
  for (const word of words) {
    if (candidates.length >= MAX_CANDIDATES) return candidates;
    const before = run.at(-1);
    const isBroken = before !== undefined && /[^\s-]/u.test(text.slice(before.to, word.from));
    if (!word.isContent || isBroken || run.length >= longest) flush();
    if (word.isContent) run.push(word);
  }
  flush();
  return candidates;
}

/** Per word: how many words stand beside it in its runs, itself included, per occurrence. */
function wordDegrees(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const totals = new Map<string, { degree: number; count: number }>();
  for (const { words } of candidates) {
    for (const { key } of words) {
      const total = totals.get(key) ?? { degree: 0, count: 0 };
      total.degree += words.length;
      total.count++;
      totals.set(key, total);
    }
  }
  return new Map([...totals].map(([key, { degree, count }]) => [key, degree / count]));
}

function commonest(forms: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])[0];
}

function withoutParts(
  phrases: readonly KeyPhrase[],
  limit: number,
  isUnspaced: boolean,
): readonly KeyPhrase[] {
  const kept: KeyPhrase[] = [];
  const edge = isUnspaced ? '' : ' ';
  for (const phrase of phrases) {
    if (kept.length >= limit) break;
    const isPart = kept.some(
      (better) =>
        `${edge}${better.key}${edge}`.includes(`${edge}${phrase.key}${edge}`) &&
        phrase.mentions.length <= better.mentions.length,
    );
    if (!isPart) kept.push(phrase);
  }
  return kept;
}
