import { locales, type QuestionLanguage } from '../locales/index.js';
import type { NumberWord } from '../numbers/index.js';
import { tokenise } from '../text/index.js';
import { createTimeGrammar, type TimeGrammar } from './grammar.js';
import { type CalendarOptions, readTime, type TimeReading } from './parse-time.js';

const grammars = new Map<QuestionLanguage, TimeGrammar>();

/** The compiled time grammar of a language; compiled once a process. */
export function timeGrammar(language: QuestionLanguage): TimeGrammar {
  let grammar = grammars.get(language);
  if (grammar === undefined) {
    grammar = createTimeGrammar(locales[language]);
    grammars.set(language, grammar);
  }
  return grammar;
}

/** The spellings a word may also be meant by: `fuer` for `für` once accents are folded away. */
export function spellings(fold: string, language: QuestionLanguage): string[] {
  if (language !== 'de' || !/[aou]e/.test(fold)) return [fold];
  return [fold, fold.replace(/([aou])e/g, '$1')];
}

/** A reader of single time phrases (`last 12 months`, `vom 1. bis 15. März`) in a tenant's calendar. */
export function createTimeParser(
  options: CalendarOptions,
): (phrase: string, language: QuestionLanguage) => TimeReading {
  return (phrase, language) => {
    const words: NumberWord[] = tokenise(phrase.slice(0, 400)).map((token) => ({
      ...token,
      forms: spellings(token.fold, language),
    }));
    return readTime(
      phrase,
      words,
      timeGrammar(language),
      { code: language, dayFirst: locales[language].dayFirst },
      options,
    );
  };
}
