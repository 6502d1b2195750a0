import type { Draft } from '../frame/draft.js';
import type { FigureFrame } from '../frame/frame.js';
import { type Reading, spanText } from '../reading/reading.js';
import type { Assumption } from './assumption.js';
import { type BuiltDecline, declined } from './built.js';

/** Shares, running totals and moving averages. */
export function placeTransform(reading: Reading, draft: Draft, assumptions: Assumption[]): void {
  const { cues } = reading;
  if (reading.ratio !== undefined) return;
  if (cues.has('moving_average')) {
    draft.transform = { kind: 'moving_average', window: reading.window ?? 7 };
    draft.grain = draft.grain ?? 'day';
    if (reading.window === null) assumptions.push({ key: 'limit', args: ['7'] });
  } else if (cues.has('cumulative')) draft.transform = { kind: 'cumulative', window: null };
  else if (cues.has('share')) draft.transform = { kind: 'share', window: null };
}

/** A share that is not one of any whole: a measure by itself is all of it, whatever it is. */
export function wholeOfItself(
  frames: readonly FigureFrame[],
  reading: Reading,
): BuiltDecline | undefined {
  const isWhole = ({ transform, dimensions, filters }: FigureFrame) =>
    transform?.kind === 'share' && dimensions.length === 0 && filters.length === 0;
  if (frames.length === 0 || !frames.every(isWhole)) return undefined;
  return declined({ reason: 'unsupported', said: spanText(reading, 'share') });
}
