import type { Frame, Observation } from './observation.js';
import { advance, isFiring, noProgress, type Progress, type Watching } from './progress.js';

/** A time at which an alert fires, from its first window to the one that ended it. */
export interface Episode {
  readonly from: string;
  readonly fromMs: number;
  /** The window that ended it; null while it goes on. */
  readonly to: string | null;
  readonly toMs: number | null;
  /** Windows that it fired in. */
  readonly windows: number;
  /** What each group was at when it began to fire; the worst first as they came. */
  readonly groups: readonly Observation[];
}

/** What a run over windows comes to. */
export interface Replayed {
  readonly progress: Progress;
  readonly episodes: readonly Episode[];
}

/** When the alert watches, by the window's frame. */
export type IsOpen = (frame: Frame) => boolean;

/**
 * Folds windows, oldest first, and tells the times at which the alert fires. Groups that fire at the
 * same time are one episode: it ends when none of them fires any more.
 */
export function replay(
  frames: readonly Frame[],
  watching: Watching,
  isOpen: IsOpen,
  from: Progress = noProgress,
): Replayed {
  let progress = from;
  const episodes: Episode[] = [];
  for (const frame of frames) {
    const was = isFiring(progress);
    const step = advance(progress, frame, watching, isOpen(frame));
    progress = step.progress;
    const fires = isFiring(progress);
    const begun = frame.observations.filter(({ key }) => step.opened.includes(key));
    const last = episodes.at(-1);
    if (fires && !was) {
      const { at, toMs } = frame;
      episodes.push({ from: at, fromMs: toMs, to: null, toMs: null, windows: 1, groups: begun });
    } else if (fires && last !== undefined) {
      const groups = [...last.groups, ...begun];
      episodes[episodes.length - 1] = { ...last, windows: last.windows + 1, groups };
    } else if (was && last !== undefined) {
      episodes[episodes.length - 1] = { ...last, to: frame.at, toMs: frame.toMs };
    }
  }
  return { progress, episodes };
}
