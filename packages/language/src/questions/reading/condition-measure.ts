import type { Piece } from '../cover/cover.js';
import type { ConditionSlot } from './reading.js';
import type { ReadingState } from './reading-state.js';

type Quantities = ConditionSlot['quantities'];

/** Whether a metric's unit can have such numbers: percentages are of rates, money is of amounts. */
function fits(unit: string | undefined, quantities: Quantities): boolean {
  if (quantities.some(({ percent }) => percent === true)) return unit === 'ratio';
  if (quantities.some(({ currency }) => currency !== undefined))
    return unit !== 'ratio' && unit !== 'count';
  if (quantities.some(({ value }) => !Number.isInteger(value))) return unit !== 'count';
  return true;
}

/** Of the metrics that a word may name, the one whose unit the numbers of its condition have. */
export function measureOf(
  s: ReadingState,
  piece: Piece,
  quantities: Quantities,
): string | undefined {
  const names = piece.links.flatMap(({ target }) =>
    target.kind === 'metric' ? [target.name] : [],
  );
  const [only] = names;
  const rating = ratingOf(s, piece, quantities);
  if (rating !== undefined) return rating;
  if (only !== undefined && names.length === 1) return rateOf(s, only, quantities);
  const unitOf = (name: string) => s.catalogue.metrics.find((one) => one.name === name)?.unit;
  const fitting = names.filter((name) => fits(unitOf(name), quantities));
  return fitting.length < names.length ? fitting[0] : undefined;
}

const ratings = /\b(?:ratings?|rated|bewertung|bewertungen|stars?|sterne?)\b/;
const mostStars = 5;

/** "A rating above 4" of as many as five stars: the average, and not how many there are. */
function ratingOf(s: ReadingState, piece: Piece, quantities: Quantities): string | undefined {
  const said = s.words.slice(piece.from, piece.to).map(({ fold }) => fold);
  const areStars = quantities.every(({ value, percent }) => value <= mostStars && percent !== true);
  if (!areStars || quantities.length === 0 || !ratings.test(said.join(' '))) return undefined;
  return s.catalogue.metrics.find(({ name, unit }) => /rating/.test(name) && unit === 'number')
    ?.name;
}

/** The rate beside an amount, as the gross margin rate beside the gross margin, for a percentage. */
function rateOf(s: ReadingState, name: string, quantities: Quantities): string | undefined {
  const isPercentage = quantities.some(({ percent }) => percent === true);
  const unitOf = (one: string) => s.catalogue.metrics.find((metric) => metric.name === one)?.unit;
  const isRate = unitOf(`${name}_rate`) === 'ratio';
  return isPercentage && unitOf(name) !== 'ratio' && isRate ? `${name}_rate` : undefined;
}

/** "margin under 30 %", "a rating below 3.5": the number says which of a word's measures is meant. */
export function settleMeasure(
  s: ReadingState,
  piece: Piece | undefined,
  about: string | undefined,
  quantities: Quantities,
): void {
  if (piece === undefined || about === undefined) return;
  if (measureOf(s, piece, quantities) !== about) return;
  const at = s.metrics.findIndex((slot) => slot.piece === piece);
  const slot = s.metrics[at];
  if (slot !== undefined) s.metrics[at] = { ...slot, names: [about] };
}

const pieces = /^(?:pcs|pieces?|units?|stuck(?:e|s)?|stk)$/;

/** "more than 200 pcs": units, where that is said with the number. */
export function soldIn(s: ReadingState, { from, to }: Piece): string | undefined {
  const isSold = s.words.slice(from, to + 1).some(({ fold }) => pieces.test(fold));
  if (!isSold) return undefined;
  return s.catalogue.metrics.find(
    ({ name }) => s.context.lexicon.conceptOf.get(name)?.has('units') === true,
  )?.name;
}
