import type { ModelLanguage } from '@olympus/semantic';
import { de } from './de.js';
import { en } from './en.js';

export type InsightTexts = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string
    ? string
    : { readonly one: string; readonly other: string };
};

const texts: Readonly<Record<ModelLanguage, InsightTexts>> = { en, de };

export const textsOf = (language: ModelLanguage): InsightTexts => texts[language];
