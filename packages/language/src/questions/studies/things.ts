import type {
  Catalogue,
  CatalogueStudies,
  CatalogueThing,
  Lexicon,
  Link,
} from '../../linking/index.js';
import { languageCodes, type QuestionLanguage } from '../../locales/index.js';
import { stem, tokenise } from '../../text/index.js';

/** The kinds of things that studies name. */
export type ThingKind = 'act' | 'segment' | 'column' | 'goal';

const kinds = {
  acts: 'act',
  segments: 'segment',
  columns: 'column',
  goals: 'goal',
} as const satisfies Partial<Record<keyof CatalogueStudies, ThingKind>>;

/** How a thing is named among the links of a phrase. */
const linkName = (kind: ThingKind, name: string) => `${kind} ${name}`;

/** The things of a kind that links name. */
export function thingsIn(links: readonly Link[], kind: ThingKind): string[] {
  return links.flatMap(({ target }) =>
    target.kind === 'event' && target.name.startsWith(`${kind} `)
      ? [target.name.slice(kind.length + 1)]
      : [],
  );
}

const phrasesOf = (
  { label, unspoken, synonyms, translations }: CatalogueThing,
  language: QuestionLanguage,
): readonly string[] => {
  const translated = translations?.[language]?.label;
  return [
    ...(unspoken === true ? [] : [label, ...(translated === undefined ? [] : [translated])]),
    ...(synonyms?.en ?? []),
    ...(synonyms?.[language] ?? []),
  ];
};

/** Phrases of things by their stems, as one language writes them. */
interface Index {
  readonly links: ReadonlyMap<string, readonly Link[]>;
  readonly vocabulary: ReadonlySet<string>;
}

function indexOf(studies: CatalogueStudies, base: Lexicon, language: QuestionLanguage): Index {
  const links = new Map<string, Link[]>();
  const vocabulary = new Set(base.vocabulary(language));
  for (const [group, kind] of Object.entries(kinds) as [keyof typeof kinds, ThingKind][]) {
    for (const thing of studies[group]) {
      for (const phrase of phrasesOf(thing, language)) {
        const words = wordsOf(phrase);
        for (const word of words) if (word.length >= 3) vocabulary.add(word);
        const key = words.map((word) => stem(word, language)).join('');
        const link: Link = {
          target: { kind: 'event', name: linkName(kind, thing.name) },
          weight: 1,
          inflected: false,
        };
        const known = links.get(key) ?? [];
        if (!known.some(({ target }) => JSON.stringify(target) === JSON.stringify(link.target)))
          links.set(key, [...known, link]);
      }
    }
  }
  return { links, vocabulary };
}

const wordsOf = (phrase: string) =>
  tokenise(phrase)
    .filter(({ kind }) => kind !== 'punctuation')
    .map(({ fold }) => fold);

/** A lexicon that knows a catalogue's things beside its metrics, dimensions and values. */
export function withThings({ studies }: Catalogue, base: Lexicon): Lexicon {
  if (studies === undefined) return base;
  const indexes = new Map<QuestionLanguage, Index>();
  const of = (language: QuestionLanguage): Index => {
    const known = indexes.get(language);
    if (known !== undefined) return known;
    const made = indexOf(studies, base, language);
    indexes.set(language, made);
    return made;
  };
  const longest = Math.max(
    ...languageCodes.flatMap((language) =>
      (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((group) =>
        studies[group].flatMap((thing) =>
          phrasesOf(thing, language).map((phrase) => wordsOf(phrase).length),
        ),
      ),
    ),
    base.longest,
  );
  return {
    ...base,
    find(words, language) {
      const key = words.map((word) => stem(word, language)).join('');
      return [...base.find(words, language), ...(of(language).links.get(key) ?? [])];
    },
    vocabulary: (language) => of(language).vocabulary,
    longest: Math.min(longest, 8),
  };
}
