import type { Cue, StudyCue } from '../../locales/index.js';
import type { TimeNode } from '../../time/index.js';
import type { BuildContext } from '../building/built.js';
import type { Captured, Piece } from '../cover/cover.js';
import type { Span } from '../frame/outcome.js';
import { matters } from '../reading/surface.js';
import type { Word } from '../words/words.js';
import { type ThingKind, thingsIn } from './things.js';

/** A stretch of a question's words with everything that it may mean to a study. */
export interface StudyPiece {
  readonly piece: Piece;
  /** Its place among the pieces. */
  readonly at: number;
  readonly text: string;
  readonly node: TimeNode | undefined;
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly values: readonly { readonly dimension: string; readonly value: string | boolean }[];
  things(kind: ThingKind): readonly string[];
  has(...cues: readonly StudyCue[]): boolean;
  hasBase(...cues: readonly Cue[]): boolean;
  captured(cue: StudyCue): Captured | undefined;
}

/**
 * The pieces of a question, of which a study takes those that it does something about. What nobody
 * took and what is no mere politeness is left, and the question is declined for it.
 */
export interface StudyReading {
  readonly pieces: readonly StudyPiece[];
  /** Whether some piece is like that, taken or not. */
  some(holds: (piece: StudyPiece) => boolean): boolean;
  has(...cues: readonly StudyCue[]): boolean;
  /** The same in words that name no metric: a shop’s own churn rate is that metric. */
  tells(...cues: readonly StudyCue[]): boolean;
  /** Takes the first piece like that. */
  take(
    holds: (piece: StudyPiece) => boolean,
    role?: Span['role'],
    value?: string,
  ): StudyPiece | undefined;
  /** Takes all pieces like that. */
  takeAll(holds: (piece: StudyPiece) => boolean, role?: Span['role']): readonly StudyPiece[];
  isTaken(piece: StudyPiece): boolean;
  /** Words that nobody took. */
  left(): readonly StudyPiece[];
  readonly spans: readonly Span[];
  /** The same with nothing taken. */
  anew(): StudyReading;
}

/** Cues that ask for nothing of their own. */
const silent: readonly Cue[] = [
  'study:mute',
  'study:of_all',
  // prepositions and conjunctions that no study took
  'study:from',
  'study:to',
  'study:next',
  'study:but',
  'silent',
  'how_many',
  'which',
  'which_plural',
  'and',
  'all_time',
];

export function startStudy(
  cover: readonly Piece[],
  words: readonly Word[],
  heavy: ReadonlySet<string>,
  context: BuildContext,
): StudyReading {
  const pieces = cover.map((piece, at) => pieceOf(piece, at, words, context));
  return reading(pieces, words, heavy);
}

function reading(
  pieces: readonly StudyPiece[],
  words: readonly Word[],
  heavy: ReadonlySet<string>,
): StudyReading {
  const taken = new Set<StudyPiece>();
  const spans: Span[] = [];
  const mark = (one: StudyPiece, role: Span['role'], value: string) => {
    const { piece, text } = one;
    taken.add(one);
    spans.push({
      from: words[piece.from]?.from ?? 0,
      to: words[piece.to - 1]?.to ?? 0,
      role,
      value,
      text,
    });
  };
  const isLeft = (one: StudyPiece): boolean => {
    const { piece } = one;
    if (taken.has(one)) return false;
    const word = words[piece.from];
    if (word === undefined) return false;
    if (piece.score === 0) return matters(word);
    if (piece.links.length + piece.times.length > 0 || piece.quantity !== undefined) return true;
    if (silent.some((cue) => piece.cues.has(cue))) return false;
    if (piece.cues.size > 0 || piece.unit !== undefined) return true;
    return word.forms.some((form) => heavy.has(form));
  };
  return {
    pieces,
    spans,
    some: (holds) => pieces.some(holds),
    has: (...cues) => pieces.some((piece) => piece.has(...cues)),
    tells: (...cues) => pieces.some((piece) => piece.has(...cues) && piece.metrics.length === 0),
    take(holds, role = 'intent', value) {
      const found = pieces.find((piece) => !taken.has(piece) && holds(piece));
      if (found !== undefined) mark(found, role, value ?? found.text);
      return found;
    },
    takeAll(holds, role = 'intent') {
      const found = pieces.filter((piece) => !taken.has(piece) && holds(piece));
      for (const piece of found) mark(piece, role, piece.text);
      return found;
    },
    isTaken: (piece) => taken.has(piece),
    left: () => pieces.filter(isLeft),
    anew: () => reading(pieces, words, heavy),
  };
}

function pieceOf(
  piece: Piece,
  at: number,
  words: readonly Word[],
  { text }: BuildContext,
): StudyPiece {
  const { links, cues } = piece;
  const named = (kind: 'metric' | 'dimension') =>
    links.flatMap(({ target }) => (target.kind === kind ? [target.name] : []));
  return {
    piece,
    at,
    text: text.slice(words[piece.from]?.from ?? 0, words[piece.to - 1]?.to ?? 0),
    node: piece.times[0],
    metrics: named('metric'),
    dimensions: named('dimension'),
    values: links.flatMap(({ target }) => (target.kind === 'value' ? [target] : [])),
    things: (kind) => thingsIn(links, kind),
    has: (...wanted) => wanted.some((cue) => cues.has(`study:${cue}`)),
    hasBase: (...wanted) => wanted.some((cue) => cues.has(cue)),
    captured: (cue) => cues.get(`study:${cue}`),
  };
}
