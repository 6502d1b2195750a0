import {
  type Catalogue,
  functionWords,
  genericWords,
  isJoinable,
  namedIn,
} from '../../linking/index.js';
import { locales, type QuestionLanguage } from '../../locales/index.js';
import { slipLimit, stem, tokenise, typedEditDistance } from '../../text/index.js';
import { fill } from './labels.js';
import { periods } from './suggest.js';

type Named = Catalogue['metrics'][number] | Catalogue['dimensions'][number];

/** A word that says what is asked about, as it is compared. */
interface Said {
  readonly fold: string;
  readonly stem: string;
}

const mostWords = 12;
/** Words further apart than this do not sound alike. */
const unlike = 3;
/** What is less like the question than this share of the likest is left out. */
const nearlyAs = 0.7;
const shortestWord = 3;
/** Values looked at of a dimension, the weightiest first. */
const mostValues = 500;

/**
 * Questions like the one that was not answered, nearest to its own words first: with a value that is
 * spelled like the unknown words in their place, or about the metrics and breakdowns that its words
 * sound like. None when nothing is near. Not all can be asked: whoever offers them reads them first.
 * @param text  the whole question
 * @param said  the words of it that are not known; empty when it is the question as a whole
 */
export function nearQuestions(
  text: string,
  said: string,
  known: Catalogue,
  language: QuestionLanguage,
): string[] {
  const catalogue = namedIn(known, language);
  const replaced = withValues(text, said, nearValues(said, catalogue, language));
  const words = wordsOf(text, language);
  const metrics = nearest(catalogue.metrics, words, language);
  const dimensions = nearest(catalogue.dimensions, words, language);
  const period = periods[language]?.[5] ?? '';
  const unspaced = language === 'ja' || language === 'zh';
  const ask = (metric: Named, rest: string) =>
    unspaced ? `${metric.label}${rest}` : `${metric.label} ${rest}`;
  const about = metrics.length > 0 ? metrics.slice(0, 3) : catalogue.metrics.slice(0, 1);
  const byDimension = about.flatMap((metric) =>
    dimensions
      .filter(({ name }) => isJoinable(catalogue, metric.name, name))
      .slice(0, 2)
      .map((dimension) => ask(metric, fill(locales[language].texts.by, dimension.label))),
  );
  return [...replaced, ...byDimension, ...metrics.slice(0, 3).map((metric) => ask(metric, period))];
}

/** The question with values in the place of unknown words; none without them, which asks for something else. */
function withValues(text: string, said: string, values: readonly string[]): string[] {
  const at = said === '' ? -1 : text.indexOf(said);
  if (at < 0) return [];
  const before = text.slice(0, at);
  // "model X2": what tells the name apart from others goes with it
  const rest = text.slice(at + said.length).replace(/^\s*\p{L}?\d+\b/u, '');
  return values
    .map((value) => `${before}${value}${rest}`.trim())
    .filter((one) => one !== text.trim());
}

function wordsOf(text: string, language: QuestionLanguage): Said[] {
  return tokenise(text)
    .filter(
      ({ kind, fold }) =>
        kind === 'cjk' ||
        (fold.length >= shortestWord &&
          !genericWords.has(fold) &&
          !functionWords(language).has(fold)),
    )
    .slice(0, mostWords)
    .map(({ fold }) => ({ fold, stem: stem(fold, language) }));
}

/** Those that words of the question sound like, the likest first; of those alike, the shortest name. */
function nearest<T extends Named>(
  entries: readonly T[],
  words: readonly Said[],
  language: QuestionLanguage,
): T[] {
  return byLikeness(entries, ({ label, synonyms }) =>
    [label, ...(synonyms?.[language] ?? [])].map((phrase) =>
      likeness(wordsOf(phrase, language), words),
    ),
  );
}

function byLikeness<T>(entries: readonly T[], likenessesOf: (entry: T) => readonly number[]): T[] {
  const liked = entries
    .map((entry) => ({ entry, like: Math.max(0, ...likenessesOf(entry)) }))
    .sort((a, b) => b.like - a.like);
  const most = liked[0]?.like ?? 0;
  return liked.filter(({ like }) => like > 0 && like >= nearlyAs * most).map(({ entry }) => entry);
}

/** How many words of a name were said, slips counting less; a little less for each word that was not. */
function likeness(name: readonly Said[], words: readonly Said[]): number {
  const shares = name.map((part) =>
    Math.max(0, ...words.map((word) => 1 - wordDistance(word, part) / unlike)),
  );
  const said = shares.reduce((sum, share) => sum + share, 0);
  return said === 0 ? 0 : said - 0.01 * name.length;
}

/** 0 for one word in two inflections; Infinity for words that do not sound alike. */
function wordDistance(typed: Said, name: Said): number {
  if (typed.stem === name.stem) return 0;
  const [short, long] =
    typed.stem.length < name.stem.length ? [typed.stem, name.stem] : [name.stem, typed.stem];
  if (short.length > 3 && long.startsWith(short)) return 1;
  const limit = slipLimit(Math.min(typed.fold.length, name.fold.length));
  return limit === 0 ? Number.POSITIVE_INFINITY : typedEditDistance(typed.fold, name.fold, limit);
}

/** Values that share a word with what was said, those with most words alike first. */
function nearValues(said: string, catalogue: Catalogue, language: QuestionLanguage): string[] {
  const words = wordsOf(said, language);
  if (words.length === 0) return [];
  const values = catalogue.dimensions.flatMap((dimension) =>
    (dimension.values ?? []).slice(0, mostValues),
  );
  return byLikeness([...new Set(values)], (value) => [
    likeness(wordsOf(value, language), words),
  ]).slice(0, 2);
}
