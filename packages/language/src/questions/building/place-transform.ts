import type { Draft } from '../frame/draft.js';
import type { Reading } from '../reading/reading.js';
import type { Assumption } from './assumption.js';

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
