import type { Polarity } from '@olympus/sdk';
import { formatChangeSize, formatPointsSize, MISSING } from './numbers.js';

/** The parts of a tile or row that a change is told from. */
export interface Comparable {
  readonly value: number | null;
  readonly previous: number | null;
  readonly change: number | null;
}

/** A change, ready to show. `spoken` is for screen readers and says what the colour says. */
export interface Delta {
  readonly kind: 'up' | 'down' | 'same' | 'new' | 'none';
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly text: string;
  readonly spoken: string;
}

const NONE: Delta = {
  kind: 'none',
  tone: 'neutral',
  text: MISSING,
  spoken: 'nothing to compare with',
};

/** Relative changes smaller than this have a direction, but are neither good nor bad news. */
const SLIGHT = 0.005;

/**
 * Tells how a value moved. Growth from zero has no ratio and is "New"; a missing side is "—"; a
 * change that rounds to nothing is neither up nor down.
 */
export function describeDelta(
  { value, previous, change }: Comparable,
  changeKind: 'ratio' | 'points',
  polarity: Polarity,
  locale: string,
): Delta {
  if (value === null || previous === null) return NONE;
  if (change === null) {
    return previous === 0 && value !== 0
      ? { kind: 'new', tone: 'neutral', text: 'New', spoken: 'new: zero in the compared period' }
      : value === previous
        ? { kind: 'same', tone: 'neutral', text: 'Same', spoken: 'unchanged' }
        : NONE;
  }
  const size =
    changeKind === 'points' ? formatPointsSize(change, locale) : formatChangeSize(change, locale);
  if (Math.abs(change) < 0.0005) {
    return { kind: 'same', tone: 'neutral', text: size, spoken: 'unchanged' };
  }
  const kind = change > 0 ? 'up' : 'down';
  const slight = changeKind === 'ratio' && Math.abs(change) < SLIGHT;
  const tone =
    polarity === 'neutral' || slight
      ? 'neutral'
      : (polarity === 'up_good') === change > 0
        ? 'good'
        : 'bad';
  const verdict = tone === 'neutral' ? '' : tone === 'good' ? ', better' : ', worse';
  const words = changeKind === 'points' ? size.replace(/ pp$/, ' percentage points') : size;
  return { kind, tone, text: size, spoken: `${kind} ${words}${verdict}` };
}
