import type { Cue } from '../../locales/index.js';
import type { TimeContext } from '../../time/index.js';
import type { DeclineReason, Frame } from '../frame/frame.js';
import { type Reading, type ReadingContext, textOf } from '../reading/reading.js';

/** Something the frame rests on that the question did not say. */
export interface Assumption {
  readonly key:
    | 'noTime'
    | 'readAs'
    | 'running'
    | 'baseline'
    | 'limit'
    | 'grain'
    | 'metric'
    | 'carried'
    | 'fiscal'
    | 'notAdditive'
    | 'dayFirst';
  readonly args: readonly string[];
}

/** Frames a reading allows: one is an answer, several are a question back. */
export type Built =
  | {
      readonly kind: 'frames';
      readonly frames: readonly Frame[];
      readonly asks: 'metric' | 'date' | 'meaning';
      readonly about: string;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly about: string };

/** A frame under construction. */
export type Draft = { -readonly [K in keyof Frame]: Frame[K] };

/** The calendar of the tenant beside what the reading needs. */
export interface BuildContext extends ReadingContext {
  readonly time: TimeContext;
}

export function note(assumptions: Assumption[], assumption: Assumption): void {
  if (
    !assumptions.some((a) => a.key === assumption.key && a.args.join() === assumption.args.join())
  )
    assumptions.push(assumption);
}

export function spanText(reading: Reading, cue: Cue): string {
  return textOf(
    reading,
    reading.pieces.find((p) => p.cues.has(cue)),
  );
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
