import type { Assumption } from '../building/assumption.js';
import type { BuildContext, BuiltDecline } from '../building/built.js';
import type { FrameFilter, FrameTime, Grain } from '../frame/frame.js';
import type { Study } from './study.js';
import type { StudyReading } from './study-reading.js';

/** What of a frame a study can have besides itself. */
export type StudyPart = 'time' | 'filters' | 'breakdown' | Grain;

/** What a question may mean, and what else it may say. */
export interface StudyMeaning {
  readonly kind: 'meaning';
  /** Several are asked about. */
  readonly studies: readonly Study[];
  readonly accepts: readonly StudyPart[];
  /** A time that the study took itself. */
  readonly time?: FrameTime | undefined;
  readonly filters?: readonly FrameFilter[] | undefined;
  readonly assumptions?: readonly Assumption[] | undefined;
  /** The word of several meanings. */
  readonly about?: string | undefined;
}

/** Reads a question as one kind of study; undefined where it is not of that kind. */
export type StudyReader = (
  reading: StudyReading,
  context: BuildContext,
) => StudyMeaning | BuiltDecline | undefined;
