import type { TimeContext } from '../../time/index.js';
import type { Frame } from '../frame/frame.js';
import type { DeclineCause } from '../frame/outcome.js';
import type { ReadingContext } from '../reading/reading.js';
import type { Assumption } from './assumption.js';

/** The calendar of the tenant beside what the reading needs. */
export interface BuildContext extends ReadingContext {
  readonly time: TimeContext;
}

/** Frames a reading allows: one is an answer, several are a question back. */
export interface BuiltFrames {
  readonly kind: 'frames';
  readonly frames: readonly Frame[];
  /** `value`: also when only one is near, because taking it would be a guess. */
  readonly asks: 'metric' | 'date' | 'meaning' | 'value';
  /** The word of several meanings; empty when it is not a word that is asked about. */
  readonly about: string;
  readonly assumptions: readonly Assumption[];
}

/** A reading that no frame can be built of. */
export type BuiltDecline = { readonly kind: 'decline' } & DeclineCause;

export type Built = BuiltFrames | BuiltDecline;

export function declined(cause: DeclineCause): BuiltDecline {
  return { kind: 'decline', ...cause };
}
