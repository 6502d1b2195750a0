import { fold } from '../../text/index.js';
import type { QuestionLanguage } from '../locale.js';

/**
 * Words of a language that can restrict no set of orders, turn no sign, name no time and group nothing:
 * how somebody speaks rather than what is asked. Negations, quantifiers, ordinals, words of time and
 * nouns or adjectives that may tell things apart have no place here.
 */
export interface GeneralWords {
  /** Adverbs, particles, pronouns and connectives, divided by spaces. */
  readonly adverbs: string;
  /** Verbs of speaking, thinking, wishing and seeming, and light verbs, each in the forms of `verbForms`. */
  readonly verbs: string;
  /** Verbs that may say something but are no slips for other words, in the same notation. */
  readonly realVerbs: string;
  /** Nouns of talk itself ("question", "gist"), divided by spaces. */
  readonly nouns: string;
  /** Particles that turn the sense of a verb ("back", "away"): idle only beside a measure that is named. */
  readonly particles: string;
  /** The forms of a verb in the notation of `verbs`. */
  readonly verbForms: (verb: string) => readonly string[];
  /** Endings that make adverbs of manner and opinion. */
  readonly ending?: RegExp;
  /** Words with such an ending that do say something. */
  readonly exceptions: RegExp;
  /** How a sentence begins that says what the answer is for: "I want to write to them". */
  readonly purpose: RegExp;
}

/** Whether a word of a language is idle. */
export interface IdleWords {
  has(word: string): boolean;
  readonly words: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
}

const none: IdleWords = { has: () => false, words: new Set(), particles: new Set() };

/** The idle words of a language, by its general words. */
export function idleWordsOf(general: GeneralWords | undefined): IdleWords {
  if (general === undefined) return none;
  const { adverbs, nouns, verbs, particles, verbForms, ending, exceptions } = general;
  const listed = (source: string) => source.split(/\s+/).filter((word) => word !== '');
  const words = new Set(
    [...listed(adverbs), ...listed(nouns), ...listed(verbs).flatMap(verbForms)].map(fold),
  );
  return {
    has: (word) => words.has(word) || (ending?.test(word) === true && !exceptions.test(word)),
    words,
    particles: new Set(listed(particles).map(fold)),
  };
}

/** General words by language. */
export type GeneralWordsOf = Readonly<Partial<Record<QuestionLanguage, GeneralWords>>>;

/** Words of a language that are no slips for others, whatever they mean here. */
export function realWordsOf(general: GeneralWords | undefined): readonly string[] {
  if (general === undefined) return [];
  const listed = general.realVerbs.split(/\s+/).filter((word) => word !== '');
  return listed.flatMap(general.verbForms).map(fold);
}
