import type { Piece } from '../cover/cover.js';
import { type Reading, textOf, type ValueSlot } from '../reading/reading.js';
import { type Assumption, note } from './assumption.js';

/** Words before "both" that make one thing have all: "orders with both coffee and tea". */
const having =
  /^(?:with|have|has|having|had|contain|contains|containing|include|includes|including|bought|ordered|mit|haben|hatten|enthalten|avec|con|com|met)$/;

/** "orders with both coffee and tea": filters say any of them, never all at once. */
export function allAtOnce(reading: Reading): string | undefined {
  const both = reading.pieces.find((piece) => piece.cues.has('all_of'));
  if (both === undefined || !having.test(reading.words[both.from - 1]?.fold ?? ''))
    return undefined;
  const last = alikeAfter(reading, both).at(-1);
  return last === undefined ? undefined : textOf(reading, { from: both.from, to: last.piece.to });
}

/** "in both Germany and France" is what is in any of them. */
export function noteAlike(reading: Reading, assumptions: Assumption[]): void {
  const both = reading.pieces.find((piece) => piece.cues.has('all_of'));
  const alike = both === undefined ? [] : alikeAfter(reading, both);
  if (alike.length > 0)
    note(assumptions, {
      key: 'anyOf',
      args: [alike.map(({ piece }) => textOf(reading, piece)).join(', ')],
    });
}

/** The values of one dimension that follow a "both". */
function alikeAfter(reading: Reading, both: Piece): readonly ValueSlot[] {
  const after = reading.values.filter(({ piece }) => piece.from >= both.to);
  const dimension = after[0]?.options[0]?.dimension;
  const alike = after.filter(({ options }) => options[0]?.dimension === dimension);
  return alike.length > 1 ? alike : [];
}

/**
 * "coffee in Germany or tea in France": values belong together in pairs, which filters that all hold
 * at once cannot say.
 */
export function crossedValues(reading: Reading): string | undefined {
  const named = reading.values.filter(({ negated }) => !negated);
  const runs = named.filter(
    ({ options: [one] }, i) => one?.dimension !== named[i - 1]?.options[0]?.dimension,
  );
  const again = runs.find(({ options: [one] }, i) =>
    runs.slice(0, i).some(({ options: [other] }) => other?.dimension === one?.dimension),
  );
  const [first] = named;
  const last = named.at(-1);
  if (again === undefined || first === undefined || last === undefined) return undefined;
  return textOf(reading, { from: first.piece.from, to: last.piece.to });
}
