import type { Piece } from '../cover/cover.js';
import { type ReadingState, valuesIn } from './reading-state.js';

const exact =
  /\b(?:last|this|next|past|letzte[nrsm]?|diese[nrsm]?|nachste[nrsm]?|vergangene[nrsm]?)\b/;

/**
 * "Sunday vs Saturday": weekdays set against each other are days of the week rather than two dates,
 * unless one of them is said to be the last or this one.
 */
export function comparesWeekdays(s: ReadingState): boolean {
  const days = s.pieces.filter((piece) => isWeekday(s, piece));
  const [first, second] = days;
  if (first === undefined || second === undefined || days.length > 2) return false;
  const between = s.pieces.slice(s.pieces.indexOf(first) + 1, s.pieces.indexOf(second));
  const isSet =
    between.some(({ cues }) => cues.has('versus') || cues.has('compare') || cues.has('and')) ||
    s.cues.has('compare');
  const asksWhich = s.cues.has('versus') || s.cues.has('compare') || s.cues.has('level');
  return isSet && asksWhich && !days.some((piece) => exact.test(spoken(s, piece)));
}

function isWeekday(s: ReadingState, piece: Piece): boolean {
  const ofCalendar = valuesIn(piece).some(({ dimension }) =>
    s.catalogue.dimensions.some(
      ({ name, calendar }) => name === dimension && calendar === 'weekday',
    ),
  );
  return ofCalendar && piece.times.every(({ op }) => op === 'weekday');
}

const spoken = (s: ReadingState, { from, to }: Piece): string =>
  s.words
    .slice(Math.max(0, from - 1), to)
    .map(({ fold }) => fold)
    .join(' ');
