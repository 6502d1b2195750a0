import { fold, stem } from '../../text/index.js';
import type { Piece } from '../cover/cover.js';
import type { Grain } from '../frame/frame.js';
import { stemOf, type Word } from '../words/words.js';
import type { ReadingState } from './reading-state.js';

/** Whether a dimension was named in the singular ("which product"). */
export function isSingular(s: ReadingState, piece: Piece, names: readonly string[]): boolean {
  const word = s.words[piece.to - 1];
  if (word === undefined) return false;
  const said = word.mended ?? word.fold;
  const link = piece.links.find(
    (l) => l.target.kind === 'dimension' && names.includes(l.target.name),
  );
  if (link === undefined) return false;
  if (s.language === 'en' || s.language === 'es' || s.language === 'pt' || s.language === 'fr')
    return !/[sx]$/.test(said) || /(ss|us|is|ys)$/.test(said);
  if (s.language === 'it') return !/i$/.test(said) && (!/e$/.test(said) || !link.inflected);
  if (s.language === 'nl') return !/(en|s)$/.test(said);
  if (s.language === 'de')
    return (!link.inflected || stemOf(word, 'de') === said) && !isGermanPlural(s, said, names);
  return true;
}

/** "Produkte" beside "Produkt": a longer form of a word that the dimension is called by. */
function isGermanPlural(s: ReadingState, word: string, names: readonly string[]): boolean {
  const stemmed = stem(word, 'de');
  return s.catalogue.dimensions
    .filter(({ name }) => names.includes(name))
    .flatMap(({ label, synonyms, translations }) => [
      label,
      ...(synonyms?.de ?? []),
      ...(translations?.de === undefined ? [] : [translations.de.label]),
    ])
    .map(fold)
    .some((phrase) => phrase.length < word.length && stem(phrase, 'de') === stemmed);
}

/** Articles, also as grown together with a preposition, that a time is not called by. */
const leadingArticle =
  /^(?:the|den|der|dem|die|das|des|les|le|la|los|las|el|il|gli|i|negli|nei|nel|nella|degli|dei|dos|das|do|da|nos|nas|no|na|os|as|de|het)\s+(?=\S)/iu;

/** A time as it is called: "letzten 90 Tagen" of "den letzten 90 Tagen". */
export const timeLabel = (words: string): string => words.replace(leadingArticle, '');

export function grainOf(unit: string): Grain | null {
  switch (unit) {
    case 'day':
    case 'week':
    case 'month':
    case 'quarter':
    case 'year':
      return unit;
    case 'fiscal_quarter':
      return 'quarter';
    case 'fiscal_year':
      return 'year';
    default:
      return null;
  }
}

/** "for each": a rank inside each group, which no frame can say. */
export const eachWords =
  /\b(each|every|jede[nrsm]?|chaque|cada|ogni|ciascun[ao]?|elk|elke|iedere?)\b|每|ごと/i;

/** Whether an unknown word may carry meaning: not a lone letter, a sign or a kana. */
export function matters(word: Word): boolean {
  if (word.kind === 'punctuation') return false;
  if (word.kind === 'cjk')
    return /[\u4e00-\u9fff\u30a0-\u30ff]/.test(word.fold) && word.fold !== 'ー';
  if (word.kind === 'number' || word.kind === 'date') return true;
  return word.fold.length > 1;
}
