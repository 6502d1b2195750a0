import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { de as everydayDe, en as everydayEn, withEveryday } from './everyday/index.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import type { Locale, QuestionLanguage } from './locale.js';
import { nl } from './nl.js';
import { pt } from './pt.js';
import { zh } from './zh.js';

/** Every language questions may be asked in. */
export const locales: Readonly<Record<QuestionLanguage, Locale>> = {
  en: withEveryday(en, everydayEn),
  de: withEveryday(de, everydayDe),
  fr,
  es,
  pt,
  it,
  nl,
  ja,
  zh,
};

/** The codes of {@link locales}, English first. */
export const languageCodes = Object.keys(locales) as QuestionLanguage[];

export {
  actors,
  type GeneralWords,
  generalWords,
  type IdleWords,
  idleWordsOf,
  type MeasureVerb,
  measureVerbs,
  realWordsOf,
  visited,
} from './general/index.js';
export type { Cue, Locale, LocaleTexts, QuestionLanguage, TimeRule } from './locale.js';

export { type StudyCue, type StudyMark, type StudyWords, studyWords } from './studies/index.js';
