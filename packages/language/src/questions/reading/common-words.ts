import { functionWords } from '../../linking/index.js';
import type { Piece } from '../cover/cover.js';
import { kindsOf } from './reading.js';
import { dimensionsIn, has, type ReadingState, valuesIn } from './reading-state.js';

const leading = /^(?:for|of|from|at|with|fur|von|aus|bei|mit|pour|para|per|voor|van)$/;

/**
 * Whether a value is spelled like a common word, a period or a lone sign ("Total", "Only", "March",
 * "M") that nothing around it names as a value: no dimension beside it, no quotes, no like before an
 * "and", no capital within the sentence.
 */
export function isCommonWord(s: ReadingState, piece: Piece, k: number): boolean {
  const word = s.words[piece.from];
  if (word === undefined || piece.to - piece.from > 1) return false;
  const isSign = word.fold.length === 1;
  const isCommon =
    piece.cues.size > 0 || piece.filler || functionWords(s.language).has(word.fold) || isSign;
  if (!isCommon || isNamedValue(s, piece, k)) return false;
  // "for total" is of that name, "for total revenue" is all of it
  const isLed = leading.test(s.words[piece.from - 1]?.fold ?? '') && !isSign;
  if (isLed && !kindsOf(s.pieces[k + 1]?.links ?? []).has('metric')) return false;
  const isName = piece.from > 0 && /^\p{Lu}/u.test(word.text) && !isSign;
  return !isName;
}

/** Whether what stands around a phrase says that it is a value. */
export function isNamedValue(s: ReadingState, piece: Piece, k: number): boolean {
  const dimensions = valuesIn(piece).map(({ dimension }) => dimension);
  if (dimensions.length === 0) return false;
  const [before, after] = [s.pieces[k - 1], s.pieces[k + 1]];
  const named = [...dimensionsIn(before), ...(has(before, 'by') ? [] : dimensionsIn(after))];
  if (named.some((name) => dimensions.includes(name)) && !s.by) return true;
  if (s.words[piece.from - 1]?.fold === '"' && s.words[piece.to]?.fold === '"') return true;
  const like = s.pieces[k - 2];
  return (
    (has(before, 'and') || has(before, 'versus')) &&
    s.values.some(
      (value) =>
        value.piece === like &&
        value.options.some(({ dimension }) => dimensions.includes(dimension)),
    ) &&
    piece.times.length === 0
  );
}
