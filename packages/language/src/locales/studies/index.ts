import type { QuestionLanguage } from '../locale.js';
import { de } from './de.js';
import { en } from './en.js';
import type { StudyWords } from './study-words.js';

/** Languages that studies are asked about in. */
export const studyWords: Readonly<Partial<Record<QuestionLanguage, StudyWords>>> = { en, de };

export type { StudyCue, StudyMark, StudyWords } from './study-words.js';
