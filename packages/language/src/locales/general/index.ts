import { de } from './de.js';
import { en } from './en.js';
import type { GeneralWordsOf } from './general-words.js';

export { type GeneralWords, type IdleWords, idleWordsOf, realWordsOf } from './general-words.js';
export { actors, type MeasureVerb, measureVerbs, visited } from './measure-verbs.js';

/** The languages whose general words are known. */
export const generalWords: GeneralWordsOf = { en, de };
