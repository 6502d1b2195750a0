import { createTermIndex, splitTerms, type TermIndex } from './term-index.js';

/** The words of one language that carry, turn or strengthen sentiment. */
export interface SentimentWords {
  /**
   * Weight, from −3 to 3, and its words and phrases, separated by commas, in lower case.
   * A star at the end stands for any ending.
   */
  readonly weights: readonly (readonly [number, string])[];
  /** Words that turn what follows them. */
  readonly negators: string;
  /** Negators that also turn what stands before them ("gefällt mir nicht"). */
  readonly negatorsBehind: string;
  readonly intensifiers: string;
  readonly diminishers: string;
  /** Words after which the text takes back what it said. */
  readonly contrasts: string;
}

/** A lexicon ready for looking up; values of terms are weights. */
export interface SentimentLexicon {
  readonly terms: TermIndex<number>;
  readonly negators: ReadonlySet<string>;
  readonly negatorsBehind: ReadonlySet<string>;
  readonly intensifiers: ReadonlySet<string>;
  readonly diminishers: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
}

/** Builds a lexicon from its words. */
export function createSentimentLexicon(source: SentimentWords): SentimentLexicon {
  const entries = new Map(
    source.weights.flatMap(([weight, list]) =>
      splitTerms(list).map((entry): [string, number] => [entry, weight]),
    ),
  );
  return {
    terms: createTermIndex(entries),
    negators: new Set(splitTerms(source.negators)),
    negatorsBehind: new Set(splitTerms(source.negatorsBehind)),
    intensifiers: new Set(splitTerms(source.intensifiers)),
    diminishers: new Set(splitTerms(source.diminishers)),
    contrasts: new Set(splitTerms(source.contrasts)),
  };
}
