import type { Cue } from '../../locales/index.js';
import { currencyOf } from '../../numbers/index.js';
import type { Captured, Piece } from '../cover/cover.js';
import type { Grain } from '../frame/frame.js';
import type { Span } from '../frame/outcome.js';
import type { Word } from '../words/words.js';
import {
  type ConditionSlot,
  kindsOf,
  type RankSlot,
  type Reading,
  type ReadingContext,
  type Slot,
  type TimeSlot,
  type ValueSlot,
} from './reading.js';

/** What the reader knows while it goes through the pieces from left to right. */
export interface ReadingState {
  readonly context: ReadingContext;
  readonly catalogue: ReadingContext['catalogue'];
  readonly language: ReadingContext['language'];
  readonly words: readonly Word[];
  /** Every piece of the cover; `pieces` are those that say something. */
  readonly cover: readonly Piece[];
  readonly pieces: readonly Piece[];
  readonly cues: Map<Cue, Captured>;
  readonly metrics: Slot[];
  readonly dimensions: Slot[];
  readonly mentioned: string[];
  readonly setAside: string[];
  readonly values: ValueSlot[];
  readonly texts: Reading['texts'][number][];
  readonly conditions: ConditionSlot[];
  readonly times: TimeSlot[];
  readonly events: Slot[];
  readonly spans: Span[];
  readonly unknown: Word[];
  readonly strayNumbers: Word[];
  /** Pieces that another piece has taken up. */
  readonly used: Set<Piece>;
  readonly isFunnel: boolean;
  unknownRole: Reading['unknownRole'];
  grain: Grain | null;
  rank: RankSlot | null;
  singular: boolean;
  window: number | null;
  loneNumber: number | undefined;
  comparesValues: boolean;
  /** A "by", "not", "containing" or "versus" that waits for what follows. */
  by: boolean;
  negated: boolean;
  contains: boolean;
  versus: boolean;
  rankAt: number;
  /** The rank comes from a number before a thing, not from a word. */
  impliedRank: boolean;
  openNot: Piece | undefined;
  openBy: Piece | undefined;
  rankBy: string | undefined;
  /** Where a "by" after a rank stands, inside whose groups the rank may hold. */
  perAt: number;
  ratio: Piece | undefined;
}

/** The state before the first piece. Silent pieces are left out. */
export function startReading(
  cover: readonly Piece[],
  words: readonly Word[],
  context: ReadingContext,
): ReadingState {
  const pieces = cover.filter((piece) => !isSilent(piece));
  const cues = new Map<Cue, Captured>();
  for (const piece of pieces) {
    for (const [cue, captured] of piece.cues) if (!cues.has(cue)) cues.set(cue, captured);
  }
  return {
    context,
    catalogue: context.catalogue,
    language: context.language,
    words,
    cover,
    pieces,
    cues,
    metrics: [],
    dimensions: [],
    mentioned: [],
    setAside: [],
    values: [],
    texts: [],
    conditions: [],
    times: [],
    events: [],
    spans: [],
    unknown: [],
    strayNumbers: [],
    used: new Set(),
    isFunnel: cues.has('funnel'),
    unknownRole: 'term',
    grain: null,
    rank: null,
    singular: false,
    window: null,
    loneNumber: undefined,
    comparesValues: false,
    by: false,
    negated: false,
    contains: false,
    versus: false,
    rankAt: -9,
    impliedRank: false,
    openNot: undefined,
    openBy: undefined,
    rankBy: undefined,
    perAt: -9,
    ratio: undefined,
  };
}

/** Filler, a lone unit, or a phrase that says nothing. */
function isSilent(piece: Piece): boolean {
  if (piece.links.length + piece.times.length > 0) return false;
  if (piece.cues.size === 1 && piece.cues.has('silent')) return true;
  return (
    piece.cues.size === 0 &&
    piece.quantity === undefined &&
    (piece.filler || piece.unit !== undefined)
  );
}

/** Whether a piece holds a cue. */
export function has(piece: Piece | undefined, cue: Cue): boolean {
  return piece?.cues.has(cue) === true;
}

/** The dimensions a piece may name. */
export function dimensionsIn(piece: Piece | undefined): string[] {
  return (piece?.links ?? []).flatMap((l) =>
    l.target.kind === 'dimension' ? [l.target.name] : [],
  );
}

/** The values a piece may name. */
export function valuesIn(
  piece: Piece | undefined,
): { readonly dimension: string; readonly value: string | boolean }[] {
  return (piece?.links ?? []).flatMap((l) => (l.target.kind === 'value' ? [l.target] : []));
}

/** The words of a piece as they were written. */
export function wordText(s: ReadingState, piece: Piece): string {
  const from = s.words[piece.from]?.from ?? 0;
  return s.context.text.slice(from, s.words[piece.to - 1]?.to ?? 0);
}

/** Notes what a piece was taken for. */
export function mark(s: ReadingState, piece: Piece, role: Span['role'], value: string): void {
  s.spans.push({
    from: s.words[piece.from]?.from ?? 0,
    to: s.words[piece.to - 1]?.to ?? 0,
    role,
    value,
    text: wordText(s, piece),
  });
}

/** Whether a piece other than this one can only be a measure. */
export function otherMetric(s: ReadingState, self: Piece): boolean {
  return s.pieces.some(
    (p) => p !== self && kindsOf(p.links).has('metric') && !kindsOf(p.links).has('dimension'),
  );
}

/** Whether a word names the currency that money is told in anyway. */
export function tellsIn({ catalogue }: ReadingState, word: string): boolean {
  const code = currencyOf(word);
  if (code === undefined) return false;
  return catalogue.currency === code || catalogue.metrics.some(({ unit }) => unit === code);
}
