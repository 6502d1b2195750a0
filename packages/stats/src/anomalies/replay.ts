import type { Observation } from '../forecasting/types.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import {
  type JudgedObservation,
  type JudgedSeries,
  type JudgeOptions,
  judgeSeries,
} from './judge.js';

export interface ReplayOptions extends JudgeOptions {
  /** How many observations at the end are judged as they came. */
  readonly last: number;
  /** Standard deviations from which a shift of the level counts; default 3. */
  readonly shiftDeviations?: number;
  /** Standard deviations from which a stretch that is off counts as a whole; default 5. */
  readonly runDeviations?: number;
}

/** A shift of the level, and when it showed. */
export interface ReplayedShift {
  /** First observation of the new level. */
  readonly index: number;
  /** The observation after which it was seen. */
  readonly seenAt: number;
  /** New minus old level. */
  readonly shift: number;
  /** The same in standard deviations. */
  readonly deviations: number;
}

export interface ReplayedSeries {
  readonly kind: 'replayed';
  /** Of the last observations, each judged with nothing known but what came before it. */
  readonly observations: readonly (JudgedObservation & { readonly index: number })[];
  readonly shifts: readonly ReplayedShift[];
}

/** Observations after which a shift that was not seen is no news. */
const newsFor = 21;
const everyThird = 3;
/** The same shift is found at places that differ by a few observations. */
const sameWithin = 10;

/**
 * Judges a series as if it were watched: every observation as it came, the future unknown. What it
 * costs grows with `last`: one judgement each.
 * @returns undefined where not even the whole series can be judged
 */
export function replaySeries(
  values: ArrayLike<Observation>,
  { last, shiftDeviations = 3, runDeviations = 5, ...options }: ReplayOptions,
): ReplayedSeries | Undefined {
  const n = values.length;
  const observations: (JudgedObservation & { index: number })[] = [];
  const shifts: ReplayedShift[] = [];
  for (let end = Math.max(1, n - last + 1); end <= n; end++) {
    const seen = Array.prototype.slice.call(values, 0, end);
    // a stretch is three observations at least: it is seen two later at most
    const withRuns = (n - end) % everyThird === 0;
    const judged = judgeSeries(seen, { ...options, withRuns });
    if (judged.kind === 'undefined') continue;
    const newest = judged.observations[end - 1];
    if (newest) observations.push({ ...newest, index: end - 1 });
    for (const { index, shift, deviations } of shiftsIn(judged, shiftDeviations, runDeviations)) {
      const known = shifts.some(
        (one) => Math.abs(one.index - index) <= sameWithin && one.shift > 0 === shift > 0,
      );
      if (known || end - index > newsFor) continue;
      shifts.push({ index, seenAt: end - 1, shift, deviations });
    }
  }
  if (observations.length === 0) return undefinedBecause('too few observations to judge any');
  return { kind: 'replayed', observations, shifts };
}

/** New levels, and stretches that are off, which may become one. */
function shiftsIn(
  { changes, runs, scale }: JudgedSeries,
  shiftDeviations: number,
  runDeviations: number,
): readonly Omit<ReplayedShift, 'seenAt'>[] {
  const levels = changes
    .filter(({ change }) => change === 'level')
    .map(({ index, shift }) => ({ index, shift, deviations: Math.abs(shift) / scale }))
    .filter(({ deviations }) => deviations >= shiftDeviations);
  const off = runs
    .filter(({ deviations }) => deviations >= runDeviations)
    .map(({ from, mean, deviations }) => ({ index: from, shift: mean * scale, deviations }));
  return [...levels, ...off];
}
