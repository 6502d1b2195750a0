import { timeRanges } from '../../time/index.js';
import { type BuildContext, type BuiltDecline, declined } from '../building/built.js';
import { mergeFilters } from '../building/place-filters.js';
import type { FrameFilter, FrameTime, Grain } from '../frame/frame.js';
import { isOfEntity } from '../reading/entities.js';
import { grainOf, timeLabel } from '../reading/surface.js';
import type { StudyPiece, StudyReading } from './study-reading.js';

/** The one time of a question, or the two that a numeric date may mean. */
export function takeTimes(
  reading: StudyReading,
  { time, language }: BuildContext,
): readonly FrameTime[] | BuiltDecline {
  const pieces = reading.takeAll(({ node }) => node !== undefined, 'time');
  const [first, second] = pieces;
  if (first?.node === undefined) return [];
  if (second !== undefined) return declined({ reason: 'unknown_time', said: second.text });
  const ranges = timeRanges(first.node, timeLabel(first.text), time, language === 'en');
  if (ranges.length === 0) return declined({ reason: 'unknown_time', said: first.text });
  return ranges;
}

/** The time of a piece, read with the day first where a date may be two. */
export function timeOf(piece: StudyPiece, { time }: BuildContext): FrameTime | undefined {
  if (piece.node === undefined) return undefined;
  return timeRanges(piece.node, timeLabel(piece.text), time, false)[0];
}

/** Whether a time is open at its end: "since June", "in the last 6 months". */
export const reachesToday = (
  piece: StudyPiece,
  range: FrameTime,
  { time }: BuildContext,
): boolean => {
  const today = new Date(time.today * 86_400_000).toISOString().slice(0, 10);
  const { node } = piece;
  const isLately = node?.op === 'since' || (node?.op === 'last' && node.n > 1);
  return isLately || range.to >= today;
};

/** Values as filters; of a value with several dimensions one set for each. */
export function takeFilters(reading: StudyReading): readonly (readonly FrameFilter[])[] {
  const pieces = reading.takeAll(
    ({ values, piece }) => values.length > 0 && values.length === piece.links.length,
    'value',
  );
  let sets: FrameFilter[][] = [[]];
  for (const { values, at } of pieces) {
    const beside = [reading.pieces[at - 1], reading.pieces[at + 1]];
    const exact = values.filter(({ dimension }) =>
      beside.some((piece) => piece?.dimensions.includes(dimension) === true),
    );
    // "the Berlin store": a city of the shops, by the noun for a shop
    const noun = beside[1];
    const ofEntity = values.filter(({ dimension }) =>
      isOfEntity(dimension, noun?.dimensions ?? []),
    );
    if (exact.length === 0 && ofEntity.length > 0) reading.take((piece) => piece === noun, 'value');
    const named = exact.length > 0 ? exact : ofEntity;
    // "in the country Germany": the dimension is said with its value
    reading.take(
      (piece) =>
        beside.includes(piece) && named.some((value) => piece.dimensions.includes(value.dimension)),
      'value',
    );
    const before = reading.pieces[at - 1];
    const negated = before?.has('denied') === true && !reading.isTaken(before);
    if (negated) reading.take((piece) => piece === before, 'condition', 'not');
    const options = named.length > 0 ? named : values;
    sets = sets.flatMap((set) =>
      options.map(({ dimension, value }) => [
        ...set,
        { dimension, operator: negated ? 'not_equals' : 'equals', values: [value] } as const,
      ]),
    );
  }
  return sets.slice(0, 4).map((set) => mergeFilters(set));
}

/** "by country": what groups are told apart by. */
export function takeBreakdown(reading: StudyReading): string | undefined {
  const by = reading.pieces.find(
    (piece) => !reading.isTaken(piece) && piece.hasBase('by', 'follow'),
  );
  const named = by === undefined ? undefined : reading.pieces[by.at + 1];
  if (by === undefined || named === undefined || named.dimensions.length === 0) return undefined;
  // "by cohort": by when they began, as retention is told anyway
  const isCohort = named.has('cohort_table') || named.hasBase('retention');
  reading.take((piece) => piece === by, 'dimension');
  reading.take((piece) => piece === named, 'dimension', named.dimensions.join('|'));
  return isCohort ? undefined : named.dimensions[0];
}

/** "Phone vs computer": values of one dimension set against each other are told apart by it. */
export function takeCompared(
  reading: StudyReading,
  filters: readonly FrameFilter[],
): string | undefined {
  const several = filters.filter(
    ({ operator, values }) => operator === 'equals' && values.length > 1,
  );
  const [only] = several;
  const compares = reading.some(
    (piece) => piece.hasBase('versus', 'compare') && !reading.isTaken(piece),
  );
  if (!compares || only === undefined || several.length > 1) return undefined;
  reading.takeAll((piece) => piece.hasBase('versus', 'compare'), 'comparison');
  return only.dimension;
}

const grains: readonly (readonly [cue: `grain_${Grain}`, grain: Grain])[] = [
  ['grain_hour', 'hour'],
  ['grain_day', 'day'],
  ['grain_week', 'week'],
  ['grain_month', 'month'],
  ['grain_quarter', 'quarter'],
  ['grain_year', 'year'],
];

/** "by month", "monthly". */
export function takeGrain(reading: StudyReading): Grain | undefined {
  const found = reading.take(
    (piece) => piece.hasBase('grain_each', ...grains.map(([cue]) => cue)),
    'grain',
  );
  if (found === undefined) return undefined;
  const named = grains.find(([cue]) => found.hasBase(cue))?.[1];
  const unit = found.piece.cues.get('grain_each')?.unit;
  return named ?? (unit === undefined ? undefined : (grainOf(unit) ?? undefined));
}

const daysOf = { day: 1, week: 7, month: 30, quarter: 91, year: 365 } as const;

/** "within 30 days", as days; a month has 30 of them. */
export function takeWithin(reading: StudyReading): number | undefined {
  const found = reading.take(
    (piece) => piece.has('within') && spanOf(piece, 'within') !== undefined,
    'time',
  );
  return found === undefined ? undefined : spanOf(found, 'within');
}

/** The days that a cue's number and unit span; undefined where there are none. */
export function spanOf(piece: StudyPiece, cue: 'within' | 'silence'): number | undefined {
  const captured = piece.captured(cue);
  const { n, unit } = captured ?? {};
  if (n === undefined || unit === undefined || !Object.hasOwn(daysOf, unit)) return undefined;
  return n * daysOf[unit as keyof typeof daysOf];
}

/** How a condition compares, and with what: `more than 5`. */
export interface Threshold {
  readonly conditions: readonly {
    readonly operator: 'gt' | 'gte' | 'lt' | 'lte';
    readonly value: number;
  }[];
  /** Whether an amount of money was said. */
  readonly money: boolean;
}

const operators = ['gt', 'gte', 'lt', 'lte'] as const;

/** The condition that a piece says, if it is one. */
export function thresholdOf({ piece }: StudyPiece): Threshold | undefined {
  if (piece.links.length > 0) return undefined;
  const [low, high] = piece.cues.get('between')?.quantities ?? [];
  if (low !== undefined && high !== undefined) {
    return {
      conditions: [
        { operator: 'gte', value: low.value },
        { operator: 'lte', value: high.value },
      ],
      money: (low.currency ?? high.currency) !== undefined,
    };
  }
  for (const operator of operators) {
    const [quantity] = piece.cues.get(operator)?.quantities ?? [];
    if (quantity === undefined || quantity.percent === true) continue;
    return {
      conditions: [{ operator, value: quantity.value }],
      money: quantity.currency !== undefined,
    };
  }
  return undefined;
}

/** A number that stands alone: the 10 of "top 10 customers". */
export function takeNumber(reading: StudyReading): number | undefined {
  const found = reading.take(
    ({ piece }) =>
      piece.quantity !== undefined &&
      piece.cues.size === 0 &&
      piece.quantity.percent !== true &&
      Number.isInteger(piece.quantity.value) &&
      piece.quantity.value > 0,
    'rank',
  );
  return found?.piece.quantity?.value;
}
