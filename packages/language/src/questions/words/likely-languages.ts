import type { Lexicon } from '../../linking/index.js';
import { languageCodes, type QuestionLanguage } from '../../locales/index.js';
import type { Token } from '../../text/index.js';
import { studyVocabulary } from '../studies/study-grammar.js';
import { grammarOf } from './grammar.js';

const letters: readonly (readonly [RegExp, QuestionLanguage])[] = [
  [/[ñ¿¡]/i, 'es'],
  [/[ãõ]/i, 'pt'],
  [/ß/i, 'de'],
  [/[äöü]/i, 'de'],
  [/[œêèùûî]/i, 'fr'],
  [/[éàâç]/i, 'fr'],
  [/ĳ|ij/i, 'nl'],
  [/[ìò]/i, 'it'],
];

/**
 * The languages a question may be in, likeliest first, judged by function words, the words of the
 * grammars, the catalogue's own synonyms, letters and the caller's locale.
 * @returns one to three languages
 */
export function likelyLanguages(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  locale?: string,
): QuestionLanguage[] {
  const hint = languageCodes.find((code) => locale?.toLowerCase().startsWith(code));
  if (/[\u3040-\u30ff]/.test(text)) return ['ja'];
  if (/[\u4e00-\u9fff]/.test(text)) return hint === 'ja' ? ['ja', 'zh'] : ['zh', 'ja'];
  const scores = new Map<QuestionLanguage, number>(
    languageCodes.slice(0, 7).map((code) => [code, code === 'en' ? 0.3 : 0]),
  );
  const add = (code: QuestionLanguage, by: number) =>
    scores.set(code, (scores.get(code) ?? 0) + by);
  if (hint !== undefined && scores.has(hint)) add(hint, 0.8);
  for (const [pattern, code] of letters)
    if (pattern.test(text)) add(code, code === 'nl' ? 0.3 : 0.7);
  for (const token of tokens.slice(0, 60)) {
    if (token.kind !== 'word') continue;
    for (const code of scores.keys()) {
      const grammar = grammarOf(code);
      if (grammar.filler.has(token.fold)) add(code, token.fold.length === 1 ? 0.3 : 1);
      else if (grammar.meaningful.has(token.fold)) add(code, 1);
      else if (studyVocabulary(code)?.has(token.fold)) add(code, 0.6);
      if (lexicon.wordsOf.get(code)?.has(token.fold)) add(code, 0.6);
    }
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  const near = ranked.filter(([, score]) => score >= best * 0.6 && score > 0).map(([code]) => code);
  return near.length === 0 ? [hint ?? 'en'] : near.slice(0, 3);
}
