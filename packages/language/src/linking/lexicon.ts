import { languageCodes, locales, type QuestionLanguage } from '../locales/index.js';
import { abbreviations, stem, tokenise } from '../text/index.js';
import { monthNames, weekdayNames } from '../time/grammar.js';
import type { Catalogue, CatalogueDimension, Synonyms } from './catalogue.js';
import { categoryWords } from './category-words.js';
import { concepts } from './concepts.js';
import { allCountries, countryCode, countryNames } from './countries.js';
import { addLocalNames, addShortNames, shortNameWeight } from './value-names.js';

/** What a phrase of a question may stand for. */
export type Target =
  | { readonly kind: 'metric'; readonly name: string }
  | { readonly kind: 'dimension'; readonly name: string }
  | { readonly kind: 'event'; readonly name: string }
  | { readonly kind: 'value'; readonly dimension: string; readonly value: string | boolean };

/** A target with how it was found: 1 the catalogue's own words, .85 a common notion, .6 part of a name. */
export interface Link {
  readonly target: Target;
  readonly weight: number;
  /** The catalogue's word was met in another inflection (a plural, most often). */
  readonly inflected: boolean;
}

/** All phrases of a catalogue, looked up by folded words written without spaces. */
export interface Lexicon {
  /** Links of a phrase (tokens folded), best first; equal targets once. */
  find(words: readonly string[], language: QuestionLanguage): readonly Link[];
  /** Metrics and dimensions a single word is the telling part of. */
  findPartial(word: string, language: QuestionLanguage): readonly Link[];
  /** The only category that has this word in its name. */
  findCategory(word: string, language: QuestionLanguage): readonly Link[];
  /** Whether a word is an inflection of one in some phrase. */
  knowsStem(word: string, language: QuestionLanguage): boolean;
  /** Every word of every phrase a language may use, for mending slips. */
  vocabulary(language: QuestionLanguage): ReadonlySet<string>;
  /** Words of the catalogue's synonyms in a language, as evidence of the language. */
  readonly wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Notions a metric, dimension or event is known by. */
  readonly conceptOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The longest phrase, in tokens. */
  readonly longest: number;
}

interface Entry {
  readonly target: Target;
  readonly weight: number;
  readonly words: readonly string[];
  /** The only language the phrase is used for, besides English. */
  readonly language?: QuestionLanguage;
  /** The language of the synonym the phrase comes from. */
  readonly spoken?: string;
}

/** Words of many names, which do not tell them apart. */
export const genericWords: ReadonlySet<string> = new Set(
  'average total net gross new active rate number sold per of the and in on to for a count amount avg mean value values percentage percent pct share ratio order time type name de la le du des del da do taux tasa taxa tasso moyen medio'.split(
    ' ',
  ),
);

/** Indexes a catalogue once; names, labels, synonyms of all languages, values, countries, weekdays and common notions. */
export function createLexicon(catalogue: Catalogue): Lexicon {
  const entries: Entry[] = [];
  const wordsOf = new Map<string, Set<string>>();
  const own = new Set<string>();
  const wordSet = (language: string): Set<string> => {
    const known = wordsOf.get(language) ?? new Set<string>();
    wordsOf.set(language, known);
    return known;
  };
  const add: Add = (phrase, target, weight, language, spoken) => {
    for (const spelled of spelledOut(phrase)) add(spelled, target, weight, language, spoken);
    const words = tokenise(phrase)
      .filter((t) => t.kind !== 'punctuation')
      .map((t) => t.fold);
    if (
      words.length === 0 ||
      (words.join('').length < 2 &&
        target.kind !== 'value' &&
        !/[\u3000-\u9fff]/.test(words.join('')))
    )
      return;
    entries.push({
      target,
      weight,
      words,
      ...(language === undefined ? {} : { language }),
      ...(spoken === undefined ? {} : { spoken }),
    });
    if (language !== undefined)
      for (const word of words) if (word.length > 3) wordSet(language).add(word);
    if (weight === 1) own.add(`${target.kind === 'value' ? 'value' : 'name'}:${words.join('')}`);
  };
  const addNamed = (
    entry: { name: string; label: string; synonyms?: Synonyms },
    target: Target,
  ) => {
    add(entry.name, target, 1);
    add(entry.label, target, 1);
    for (const phrase of plainer(entry.label, target.kind === 'dimension'))
      add(phrase, target, 0.89);
    for (const [language, phrases] of Object.entries(entry.synonyms ?? {})) {
      for (const phrase of phrases ?? []) {
        add(phrase, target, 1, undefined, language);
        for (const token of tokenise(phrase))
          if (token.fold.length > 2 || token.kind === 'cjk') wordSet(language).add(token.fold);
      }
    }
  };
  for (const metric of catalogue.metrics) addNamed(metric, { kind: 'metric', name: metric.name });
  for (const dimension of catalogue.dimensions) {
    addNamed(dimension, { kind: 'dimension', name: dimension.name });
    if (dimension.type === 'boolean')
      addNamed(dimension, { kind: 'value', dimension: dimension.name, value: true });
    addValues(dimension, add);
  }
  for (const event of catalogue.events ?? []) addNamed(event, { kind: 'event', name: event.name });
  const conceptOf = addConcepts(entries, own, add);

  const exact = new Map<string, (Link & Pick<Entry, 'language' | 'spoken'>)[]>();
  let longest = 1;
  for (const entry of entries) {
    push(exact, entry.words.join(''), {
      target: entry.target,
      weight: entry.weight,
      inflected: false,
      ...(entry.language === undefined ? {} : { language: entry.language }),
      ...(entry.spoken === undefined ? {} : { spoken: entry.spoken }),
    });
    longest = Math.max(longest, entry.words.length);
  }
  const stems = new Map<QuestionLanguage, Map<string, Link[]>>();
  const partials = new Map<QuestionLanguage, Map<string, Link[]>>();
  const stemsOf = (language: QuestionLanguage) => {
    let index = stems.get(language);
    if (index === undefined) {
      index = new Map();
      for (const { target, weight, words, language: only } of entries) {
        if (only !== undefined && only !== 'en' && only !== language) continue;
        push(index, words.map((word) => stem(word, language)).join(''), {
          target,
          weight: weight * 0.97,
          inflected: true,
        });
      }
      stems.set(language, index);
    }
    return index;
  };
  const partialsOf = (language: QuestionLanguage) => {
    let index = partials.get(language);
    if (index === undefined) {
      index = new Map();
      for (const { target, weight, words } of entries) {
        if (weight < 1 || words.length < 2 || target.kind === 'value' || target.kind === 'event')
          continue;
        for (const word of headOf(words)) {
          if (word.length > 3 && !genericWords.has(word) && !isSmall(word, language))
            push(index, stem(word, language), {
              target,
              weight: partialWeight,
              inflected: false,
            });
        }
      }
      partials.set(language, index);
    }
    return index;
  };
  const categories = new Map<QuestionLanguage, ReturnType<typeof categoryWords>>();
  const categoriesOf = (language: QuestionLanguage) => {
    const known = categories.get(language) ?? categoryWords(catalogue, language);
    categories.set(language, known);
    return known;
  };
  const stemSets = new Map<QuestionLanguage, ReadonlySet<string>>();
  const vocabularies = new Map<QuestionLanguage, Set<string>>();
  const vocabularyOf = (language: QuestionLanguage) => {
    let vocabulary = vocabularies.get(language);
    if (vocabulary === undefined) {
      vocabulary = new Set();
      for (const { words, weight, language: only } of entries) {
        if (only !== undefined && only !== 'en' && only !== language) continue;
        for (const word of words) if (word.length >= 3) vocabulary.add(word);
        if (words.length > 1 && weight === 1) vocabulary.add(words.join(''));
      }
      vocabularies.set(language, vocabulary);
    }
    return vocabulary;
  };
  return {
    find(words, language) {
      // a foreign synonym that is a function word here ("les", a lesson in Dutch) is not meant
      const small = words.length === 1 && functionWords(language).has(words[0] ?? '');
      const found = (exact.get(words.join('')) ?? []).filter(
        (l) =>
          (l.language === undefined || l.language === 'en' || l.language === language) &&
          !(small && l.spoken !== undefined && l.spoken !== language),
      );
      const inflected = small
        ? []
        : (stemsOf(language).get(words.map((word) => stem(word, language)).join('')) ?? []);
      return best([...found, ...inflected]);
    },
    findCategory(word, language) {
      const value = categoriesOf(language).get(stem(word, language));
      return value === undefined
        ? []
        : [{ target: { kind: 'value', ...value }, weight: partialWeight, inflected: false }];
    },
    findPartial: (word, language) => best(partialsOf(language).get(stem(word, language)) ?? []),
    knowsStem(word, language) {
      const known =
        stemSets.get(language) ??
        new Set([...vocabularyOf(language)].map((one) => stem(one, language)));
      stemSets.set(language, known);
      return known.has(stem(word, language));
    },
    vocabulary: vocabularyOf,
    wordsOf,
    conceptOf,
    longest: Math.min(longest, 8),
  };
}

/** Question words and the like, which are the telling part of no name ("what" of "what time"). */
const isSmall = (word: string, language: QuestionLanguage): boolean =>
  functionWords(language).has(word) ||
  functionWords('en').has(word) ||
  asking.has(word) ||
  /^(?:sell|sold|verkauf)/.test(word);

const asking = new Set('what when where which that they them'.split(' '));

/** What a part of a name weighs. */
export const partialWeight = 0.6;

const relating = new Set('per by of pro par por de di je'.split(' '));

/** The words before "per", "of", …: `revenue` of `revenue per customer`. All words when that leaves none. */
function headOf(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, i) => i > 0 && relating.has(word));
  return at > 0 ? words.slice(0, at) : words;
}

const counting = new Set(
  'unique distinct total sum overall count number of amount the gesamt anzahl'.split(' '),
);
const naming = new Set('name code id title label key bezeichnung'.split(' '));

/** What people say for a label: `Avg. order value` spoken out, `Total revenue` and `Product name` without their form. */
function plainer(label: string, isDimension: boolean): string[] {
  const words = tokenise(label.replace(/\([^)]*\)/g, ' '))
    .filter((t) => t.kind !== 'punctuation')
    .map((t) => t.fold);
  const spoken = words.map((word) => abbreviations.get(word) ?? word);
  const bare = spoken.filter((word) => !(isDimension ? naming : counting).has(word));
  const phrases = [words, spoken, bare].filter((w) => w.length > 0);
  return phrases.map((phrase) => phrase.join(' '));
}

const ands = ['and', 'und', 'et', 'y', 'e', 'en'];

/** How a name is written where keys are missing: `Café & Brot` as `Café and Brot`, `Müller` as `Mueller`. */
function spelledOut(phrase: string): string[] {
  const umlauts = phrase.normalize('NFC');
  const digraphs = umlauts.replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize('NFD')[0]}e`);
  const spelled = digraphs === umlauts ? [] : [digraphs];
  if (!/[&+]/.test(phrase)) return spelled;
  return [...spelled, ...ands.map((and) => phrase.replace(/\s*[&+]\s*/g, ` ${and} `))];
}

const functionWordSets = new Map<QuestionLanguage, Set<string>>();

/** Words that say nothing by themselves. */
export function functionWords(language: QuestionLanguage): ReadonlySet<string> {
  let words = functionWordSets.get(language);
  if (words === undefined) {
    words = new Set(tokenise(locales[language].filler).map((t) => t.fold));
    functionWordSets.set(language, words);
  }
  return words;
}

function push<L>(index: Map<string, L[]>, key: string, link: L): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [link]);
  else list.push(link);
}

/** One link a target, the catalogue's own words before notions. */
function best(links: readonly Link[]): Link[] {
  const byTarget = new Map<string, Link>();
  for (const link of links) {
    const key = JSON.stringify(link.target);
    const known = byTarget.get(key);
    if (known === undefined || link.weight > known.weight)
      byTarget.set(key, { target: link.target, weight: link.weight, inflected: link.inflected });
  }
  const all = [...byTarget.values()].sort((a, b) => b.weight - a.weight);
  const top = all[0]?.weight ?? 0;
  return all.filter((link) => link.weight > top - 0.1);
}

export type Add = (
  phrase: string,
  target: Target,
  weight: number,
  language?: QuestionLanguage,
  spoken?: string,
) => void;

function addValues(dimension: CatalogueDimension, add: Add): void {
  const values = dimension.values ?? [];
  const target = (value: string): Target => ({ kind: 'value', dimension: dimension.name, value });
  for (const value of values) {
    add(value, target(value), 1);
    // "Wool throw, grey" is also called by what stands before the comma
    const head = value.slice(0, Math.max(0, value.indexOf(','))).trim();
    if (head.length > 3) add(head, target(value), shortNameWeight);
  }
  if (dimension.type !== 'string') return;
  addShortNames(values, target, add);
  addLocalNames(dimension, values, target, add);
  const coded = values.map((value) => ({ value, code: countryCode(value) }));
  if (values.length > 0 && coded.filter((c) => c.code !== undefined).length * 2 > values.length) {
    for (const { value, code } of coded) {
      if (code === undefined) continue;
      add(code, target(value), 1);
      for (const name of countryNames(code)) add(name, target(value), 1);
    }
  } else if (
    values.length === 0 &&
    /countr|nation|\bland\b|pays|pais|paese/i.test(`${dimension.name} ${dimension.label}`)
  ) {
    for (const { code, name } of allCountries())
      for (const spelled of countryNames(code)) add(spelled, target(name), 0.98);
  }
  addCalendarNames(values, target, add, 7, weekdayNames);
  addCalendarNames(values, target, add, 12, monthNames);
}

/** Weekdays or months among a dimension's values, under their names in every language. */
function addCalendarNames(
  values: readonly string[],
  target: (value: string) => Target,
  add: Add,
  size: number,
  namesOf: (locale: (typeof locales)[QuestionLanguage]) => Map<string, number>,
): void {
  if (values.length < size - 2 || values.length > size + 1) return;
  const numberOf = new Map<string, number>();
  for (const language of languageCodes)
    for (const [name, n] of namesOf(locales[language]))
      if (!numberOf.has(name)) numberOf.set(name, n);
  const numbered = values.map((value) => ({
    value,
    n: numberOf.get(
      tokenise(value)
        .map((t) => t.fold)
        .join(' '),
    ),
  }));
  if (numbered.filter((v) => v.n !== undefined).length < size - 2) return;
  for (const { value, n } of numbered) {
    if (n === undefined) continue;
    for (const language of languageCodes) {
      for (const [name, other] of namesOf(locales[language]))
        if ((other === n && name.length > 2) || (other === n && /[\u3000-\u9fff]/.test(name)))
          add(name, target(value), 1);
    }
  }
}

function addConcepts(
  entries: readonly Entry[],
  own: ReadonlySet<string>,
  add: Add,
): Map<string, Set<string>> {
  const conceptsOfWord = new Map<string, number[]>();
  const keyOf = (phrase: string) =>
    tokenise(phrase)
      .map((t) => stem(t.fold, 'en'))
      .join('');
  const phrases = concepts.map((concept) =>
    concept.words.map(({ language, phrase }) => ({
      language,
      word: phrase,
      key: keyOf(phrase),
      joined: tokenise(phrase)
        .map((t) => t.fold)
        .join(''),
    })),
  );
  phrases.forEach((words, i) => {
    for (const { key } of words) {
      const list = conceptsOfWord.get(key);
      if (list === undefined) conceptsOfWord.set(key, [i]);
      else if (!list.includes(i)) list.push(i);
    }
  });
  const conceptOf = new Map<string, Set<string>>();
  const done = new Set<string>();
  for (const { target, words, weight } of [...entries]) {
    if (weight < 0.89 || (target.kind === 'value' && typeof target.value === 'boolean')) continue;
    const matches = conceptsOfWord.get(words.map((word) => stem(word, 'en')).join('')) ?? [];
    for (const i of matches) {
      const name = target.kind === 'value' ? `${target.dimension}=${target.value}` : target.name;
      const key = `${target.kind}:${name}:${i}`;
      if (done.has(key)) continue;
      done.add(key);
      const known = conceptOf.get(name) ?? new Set<string>();
      conceptOf.set(name, known.add(concepts[i]?.id ?? ''));
      const scope = target.kind === 'value' ? 'value' : 'name';
      for (const { word, joined, language } of phrases[i] ?? []) {
        if (!own.has(`${scope}:${joined}`)) add(word, target, 0.85, language);
      }
    }
  }
  // "guest country" may be asked for as any word for country, with less certainty
  for (const { target, words, weight, language } of [...entries]) {
    if (
      weight < 1 ||
      words.length < 2 ||
      language !== undefined ||
      target.kind === 'value' ||
      target.kind === 'event'
    )
      continue;
    for (let at = 1; at < words.length; at++) {
      for (const i of conceptsOfWord.get(
        words
          .slice(at)
          .map((word) => stem(word, 'en'))
          .join(''),
      ) ?? []) {
        for (const { word, joined, language: spoken } of phrases[i] ?? [])
          if (!own.has(`name:${joined}`)) add(word, target, 0.6, spoken);
      }
    }
  }
  return conceptOf;
}
