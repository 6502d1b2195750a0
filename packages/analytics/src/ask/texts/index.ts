import type { QuestionLanguage } from '@olympus/language';
import type { AnswerTexts } from './answer-texts.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { nl } from './nl.js';
import { pt } from './pt.js';
import { zh } from './zh.js';

/** The texts of answers in every language that questions may be asked in. */
export const answerTexts: Readonly<Record<QuestionLanguage, AnswerTexts>> = {
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  ja,
  zh,
};

/** A text with its names in braces filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export type { AnswerTexts } from './answer-texts.js';
