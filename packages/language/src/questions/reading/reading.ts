import type { Catalogue, Lexicon, Link } from '../../linking/index.js';
import type { Cue, QuestionLanguage } from '../../locales/index.js';
import type { Quantity } from '../../numbers/index.js';
import type { TimeNode } from '../../time/index.js';
import type { Captured, Piece } from '../cover/cover.js';
import type { Grain } from '../frame/frame.js';
import type { Span } from '../frame/outcome.js';
import type { Word } from '../words/words.js';

/** A named thing with everything it may be. One name: certain; several: to be asked. */
export interface Slot {
  readonly names: readonly string[];
  readonly piece: Piece;
  readonly weight: number;
}

/** A value as it stands in the question. */
export interface ValueSlot {
  readonly options: readonly { readonly dimension: string; readonly value: string | boolean }[];
  readonly negated: boolean;
  readonly piece: Piece;
  readonly weight: number;
  /** The words name no value; the options are those that they may be a slip for, to be asked about. */
  readonly doubted: boolean;
}

/** `more than 50`, and what it is about when the question says so. */
export interface ConditionSlot {
  readonly operators: readonly ('gt' | 'gte' | 'lt' | 'lte')[];
  readonly quantities: readonly Quantity[];
  readonly about: string | undefined;
  readonly piece: Piece;
}

/** A time expression; `against` when it is what another is compared with. */
export interface TimeSlot {
  readonly node: TimeNode;
  readonly label: string;
  readonly against: boolean;
  readonly piece: Piece;
}

/** A measure by a measure. `own` are the pieces of the values and conditions that only the numerator is under. */
export interface RatioSlot {
  readonly numerator: Slot;
  readonly denominator: Slot;
  readonly own: readonly Piece[];
}

/** `top 5`, `the lowest`. */
export interface RankSlot {
  readonly direction: 'asc' | 'desc';
  readonly n: number | undefined;
  /** `top` rather than `the highest`: a number is meant even if none is given. */
  readonly cut: boolean;
  /** `best`, `worst`, `slowest`: which end is meant depends on what is measured. */
  readonly judged?: boolean;
}

/** Everything a question says, before it is a frame. */
export interface Reading {
  readonly language: QuestionLanguage;
  readonly text: string;
  readonly words: readonly Word[];
  readonly pieces: readonly Piece[];
  readonly cues: ReadonlyMap<Cue, Captured>;
  readonly first: ReadonlySet<Cue>;
  readonly metrics: readonly Slot[];
  readonly dimensions: readonly Slot[];
  /** Dimensions named beside one of their values, as in "the country filter". */
  readonly mentioned: readonly string[];
  /** Dimensions after "all" or "remove": broken down by in a question, let go of in a follow-up. */
  readonly setAside: readonly string[];
  readonly values: readonly ValueSlot[];
  readonly texts: readonly {
    readonly dimension: string;
    readonly value: string;
    readonly negated: boolean;
    readonly contains: boolean;
    readonly piece: Piece;
  }[];
  readonly conditions: readonly ConditionSlot[];
  readonly times: readonly TimeSlot[];
  readonly events: readonly Slot[];
  readonly grain: Grain | null;
  readonly rank: RankSlot | null;
  /** "top 3 products in each category": the dimension inside which a rank holds. */
  readonly per: Slot | undefined;
  readonly ratio: RatioSlot | undefined;
  readonly singular: boolean;
  readonly window: number | null;
  readonly loneNumber: number | undefined;
  /** Numbers without a place, e.g. "make it 10". */
  readonly strayNumbers: readonly Word[];
  readonly comparesValues: boolean;
  /** The metric to order by, when it was named apart ("sorted by margin"). */
  readonly rankBy: string | undefined;
  /** A "not" without a value or a "per" before a measure: understood, but not expressible. */
  readonly doubtful: Piece | undefined;
  readonly unknown: readonly Word[];
  readonly unknownRole: 'dimension' | 'value' | 'term';
  readonly mended: readonly Word[];
  /** Words that change nothing about what is asked, to be said. */
  readonly passedOver: readonly Word[];
  readonly spans: readonly Span[];
}

/** What a reading is made against. */
export interface ReadingContext {
  readonly catalogue: Catalogue;
  readonly lexicon: Lexicon;
  readonly language: QuestionLanguage;
  readonly text: string;
}

/** The kinds of target among links. */
export function kindsOf(links: readonly Link[]): Set<Link['target']['kind']> {
  return new Set(links.map((link) => link.target.kind));
}

/** Whether a question names no metric, dimension, value or event. */
export function namesNothing(reading: Reading): boolean {
  const { metrics, dimensions, values, events } = reading;
  return metrics.length + dimensions.length + values.length + events.length === 0;
}

/** The question's words of a piece. */
export function textOf(reading: Reading, piece: Pick<Piece, 'from' | 'to'> | undefined): string {
  return piece === undefined ? '' : saidOf(reading, reading.words.slice(piece.from, piece.to));
}

/** Words as they were written, those written together left together: `T-11`. */
export function saidOf({ text }: Pick<Reading, 'text'>, words: readonly Word[]): string {
  return words
    .map((word, i) => {
      const before = words[i - 1];
      if (before === undefined) return word.text;
      const apart = text.slice(before.to, word.from);
      return `${!word.spaced && /^[-'’]?$/.test(apart) ? apart : ' '}${word.text}`;
    })
    .join('');
}

/** The readings of each value that the first doubted words may be a slip for; none without such words. */
export function doubtedReadings(reading: Reading): readonly Reading[] {
  const doubted = reading.values.find((slot) => slot.doubted);
  if (doubted === undefined) return [];
  return doubted.options.map((option) => ({
    ...reading,
    values: reading.values.map((slot) =>
      slot === doubted ? { ...slot, options: [option], doubted: false } : slot,
    ),
  }));
}

/** The first value that belongs to several dimensions, as Berlin to stores and to customers. */
export function twofoldValue(reading: Reading): ValueSlot | undefined {
  return reading.values.find(({ options }) => options.length > 1);
}

/** The question's words of the first piece with a cue. */
export function spanText(reading: Reading, cue: Cue): string {
  return textOf(
    reading,
    reading.pieces.find((p) => p.cues.has(cue)),
  );
}
