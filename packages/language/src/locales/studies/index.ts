import { joined } from '../everyday/everyday.js';
import { everydayStudies } from '../everyday/studies.js';
import type { QuestionLanguage } from '../locale.js';
import { de } from './de.js';
import { en } from './en.js';
import type { StudyWords } from './study-words.js';

/** Languages that studies are asked about in. */
export const studyWords: Readonly<Partial<Record<QuestionLanguage, StudyWords>>> = {
  en: { ...en, cues: joined(en.cues, everydayStudies.en ?? {}) },
  de: { ...de, cues: joined(de.cues, everydayStudies.de ?? {}) },
};

export type { StudyCue, StudyMark, StudyWords } from './study-words.js';
