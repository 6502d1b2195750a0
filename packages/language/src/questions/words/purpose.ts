import { generalWords, type QuestionLanguage } from '../../locales/index.js';

/** A question and what its asker says that the answer is for. */
export interface Purposed {
  /** The question, with blanks where the purpose stood, so that places in it stay. */
  readonly question: string;
  /** The clauses left out, as they were written. */
  readonly purposes: readonly string[];
}

/** Shorter questions are the whole of what was said. */
const fewestWords = 2;

/**
 * "… on the web? I want to time the newsletter": a clause of its own, after the question, that says what
 * somebody means to do with the answer. Clauses of wanting to see or to know are the question itself.
 */
export function withoutPurpose(text: string, language: QuestionLanguage): Purposed {
  const purpose = generalWords[language]?.purpose;
  if (purpose === undefined) return { question: text, purposes: [] };
  const purposes: string[] = [];
  let question = '';
  for (const [clause] of text.matchAll(/[^,;.?!–—]+[,;.?!–—]*|[,;.?!–—]+/gu)) {
    const said = clause.trim();
    const isFirst = question.trim().split(/\s+/u).length < fewestWords;
    if (!isFirst && purpose.test(said.toLowerCase())) {
      purposes.push(said.replace(/[,;.?!–—]+$/u, ''));
      question += ' '.repeat(clause.length);
    } else question += clause;
  }
  return { question, purposes };
}
