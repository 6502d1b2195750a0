import type { Polarity } from '@olympus/sdk';
import { textsOf } from '../messages/language.js';
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
  const { t } = textsOf(locale);
  const none: Delta = {
    kind: 'none',
    tone: 'neutral',
    text: MISSING,
    spoken: t('delta.nothing'),
  };
  if (value === null || previous === null) return none;
  if (change === null) {
    return previous === 0 && value !== 0
      ? { kind: 'new', tone: 'neutral', text: t('delta.new'), spoken: t('delta.newSpoken') }
      : value === previous
        ? { kind: 'same', tone: 'neutral', text: t('delta.same'), spoken: t('delta.unchanged') }
        : none;
  }
  const size =
    changeKind === 'points' ? formatPointsSize(change, locale) : formatChangeSize(change, locale);
  if (Math.abs(change) < 0.0005) {
    return { kind: 'same', tone: 'neutral', text: size, spoken: t('delta.unchanged') };
  }
  const kind = change > 0 ? 'up' : 'down';
  const slight = changeKind === 'ratio' && Math.abs(change) < SLIGHT;
  const tone =
    polarity === 'neutral' || slight
      ? 'neutral'
      : (polarity === 'up_good') === change > 0
        ? 'good'
        : 'bad';
  const spokenSize =
    changeKind === 'points' ? formatPointsSize(change, locale, { spoken: true }) : size;
  const verdict = ({ neutral: '', good: 'Good', bad: 'Bad' } as const)[tone];
  return { kind, tone, text: size, spoken: t(`delta.${kind}${verdict}`, { size: spokenSize }) };
}
