import type { Lexicon } from '../../linking/index.js';
import type { QuestionLanguage } from '../../locales/index.js';
import type { NumberWord } from '../../numbers/index.js';
import { abbreviations, slipLimit, stem, type Token, typedEditDistance } from '../../text/index.js';
import { spellings } from '../../time/index.js';
import { isCodeLike } from './code-like.js';
import type { Grammar } from './grammar.js';

/** A word of a question in one language. */
export interface Word extends NumberWord {
  /** The word it was mended to, when it was taken for a slip. */
  readonly mended?: string;
  /** Other words that it may be a slip for, about as likely. */
  readonly rivals?: readonly string[];
}

const slipBudget = 8;

/** The words of a question as one language reads them: compounds divided, slips mended. */
export function prepareWords(
  tokens: readonly Token[],
  language: QuestionLanguage,
  grammar: Grammar,
  lexicon: Lexicon,
): Word[] {
  const words: Word[] = [];
  let budget = slipBudget;
  for (const token of tokens) {
    const forms = spelledForms(token.fold, language, lexicon);
    if (
      token.kind !== 'word' ||
      token.fold.length < 3 ||
      spellings(token.fold, language).some((form) => isKnown(form, language, grammar, lexicon))
    ) {
      words.push({ ...token, forms });
      continue;
    }
    const meant = abbreviations.get(token.fold);
    if (meant !== undefined && isKnown(meant, language, grammar, lexicon)) {
      words.push({ ...token, forms: [meant], mended: meant });
      continue;
    }
    const parts =
      language === 'de' || language === 'nl' ? divide(token, language, grammar, lexicon) : [];
    if (parts.length > 0) {
      words.push(...parts);
      continue;
    }
    const found = budget-- > 0 ? mendOnce(token, language, grammar, lexicon) : undefined;
    words.push(
      found === undefined
        ? { ...token, forms }
        : { ...token, forms: [found.mended], mended: found.mended, rivals: found.rivals },
    );
  }
  return words;
}

/** A word as written and as it is spelled out: `avg` is also `average` where it names nothing by itself. */
function spelledForms(word: string, language: QuestionLanguage, lexicon: Lexicon): string[] {
  const forms = spellings(word, language);
  const meant = abbreviations.get(word);
  if (meant === undefined || lexicon.find([word], language).length > 0) return [...forms];
  return lexicon.vocabulary(language).has(meant) ? [meant, ...forms] : [...forms];
}

function isKnown(
  word: string,
  language: QuestionLanguage,
  grammar: Grammar,
  lexicon: Lexicon,
): boolean {
  return (
    grammar.known.has(word) ||
    grammar.idle.has(word) ||
    lexicon.knowsStem(word, language) ||
    lexicon.vocabulary(language).has(word) ||
    lexicon.find([word], language).length > 0 ||
    lexicon.findPartial(word, language).length > 0 ||
    grammar.prefixes.some((prefix) => word.startsWith(prefix))
  );
}

/** `Umsatzprognose` → `Umsatz`, `prognose`, both known; linking letters may stand between. */
function divide(
  token: Token,
  language: QuestionLanguage,
  grammar: Grammar,
  lexicon: Lexicon,
): Word[] {
  const { fold, text } = token;
  if (fold.length < 8 || fold.length !== text.length) return [];
  const meaning = (word: string) =>
    word.length >= 3 &&
    (lexicon.find([word], language).length > 0 ||
      grammar.meaningful.has(word) ||
      grammar.compounding?.has(word) === true);
  for (let at = fold.length - 3; at >= 3; at--) {
    const tail = fold.slice(at);
    if (!meaning(tail)) continue;
    for (const link of ['', 's', 'n', 'en', 'es', 'e']) {
      const head = fold.slice(0, at);
      if (!head.endsWith(link) || !meaning(head.slice(0, head.length - link.length))) continue;
      const middle = token.from + at;
      return [
        {
          ...token,
          to: middle,
          text: text.slice(0, at),
          fold: head,
          forms: [head.slice(0, head.length - link.length), head],
        },
        { ...token, from: middle, text: text.slice(at), fold: tail, forms: [tail], spaced: false },
      ];
    }
  }
  return [];
}

/** A word that a typed one may be a slip for, and others that are about as near. */
interface Mended {
  readonly mended: string;
  readonly rivals: readonly string[];
}

/** Costs that differ by no more than this do not tell which of two words was meant. */
const closeCosts = 0.3;
/** Shorter beginnings of words are too many words' beginnings. */
const shortestCut = 4;
const keptMendings = 2_000;
const mendings = new WeakMap<Lexicon, Map<string, Mended | null>>();

/** Looking through a catalogue is dear, and while a question is typed its words come again and again. */
function mendOnce(
  { fold: typed, text }: Pick<Token, 'fold' | 'text'>,
  language: QuestionLanguage,
  grammar: Grammar,
  lexicon: Lexicon,
): Mended | undefined {
  const known = mendings.get(lexicon) ?? new Map<string, Mended | null>();
  mendings.set(lexicon, known);
  const isName = isCodeLike(text);
  const key = `${language} ${typed} ${isName}`;
  const before = known.get(key);
  if (before !== undefined) return before ?? undefined;
  const found = mend(typed, language, grammar, lexicon, isName);
  if (known.size >= keptMendings) known.clear();
  known.set(key, found ?? null);
  return found;
}

/**
 * The cheapest word of the catalogue or the grammar the typed one may be a slip for; of a name made up
 * of signs ("brandC"), only words of the catalogue's values.
 */
function mend(
  typed: string,
  language: QuestionLanguage,
  grammar: Grammar,
  lexicon: Lexicon,
  isName: boolean,
): Mended | undefined {
  const limit = slipLimit(typed.length);
  if (limit === 0 || !/^[a-z]+$/.test(typed)) return undefined;
  const costs = new Map<string, number>();
  const consider = (word: string, allowed: number, handicap: number) => {
    if (Math.abs(word.length - typed.length) > 3 || word.length < 4) return;
    if (word[0] !== typed[0] && !(word[0] === typed[1] && word[1] === typed[0])) return;
    const cost = typedEditDistance(typed, word, allowed) + handicap;
    if (cost < (costs.get(word) ?? Number.POSITIVE_INFINITY)) costs.set(word, cost);
  };
  for (const word of lexicon.vocabulary(language)) consider(word, limit, 0);
  const isValue = (word: string) =>
    lexicon.find([word], language).some(({ target }) => target.kind === 'value');
  if (isName) for (const word of costs.keys()) if (!isValue(word)) costs.delete(word);
  for (const word of isName ? [] : grammar.meaningful) consider(word, limit, 0.05);
  for (const word of isName ? [] : grammar.filler) consider(word, Math.min(limit, 0.5), 0.1);
  // sorting keeps the order of what costs the same
  const [best, ...others] = [...costs].sort(([, a], [, b]) => a - b);
  if (best === undefined) return isName ? undefined : cutWord(typed, language, lexicon);
  const [mended, least] = best;
  return {
    mended,
    rivals: others.filter(([, cost]) => cost <= least + closeCosts).map(([word]) => word),
  };
}

/** "mech" for the only word of the catalogue that begins so. */
function cutWord(typed: string, language: QuestionLanguage, lexicon: Lexicon): Mended | undefined {
  if (typed.length < shortestCut) return undefined;
  const begun = [...lexicon.vocabulary(language)].filter(
    (word) => word.startsWith(typed) && word.length > typed.length + 1,
  );
  const stems = new Set(begun.map((word) => stem(word, language)));
  const [mended] = begun.sort((a, b) => a.length - b.length);
  return stems.size === 1 && mended !== undefined ? { mended, rivals: [] } : undefined;
}

/** The folded stem of a word, for comparing surface words. */
export function stemOf(word: Pick<Word, 'forms' | 'fold'>, language: QuestionLanguage): string {
  return stem(word.forms[0] ?? word.fold, language);
}
