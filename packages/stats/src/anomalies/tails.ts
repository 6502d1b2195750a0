import { normalSurvival } from '../distributions/normal.js';
import { medianOf } from './robust.js';

/** How probable it is that a deviation is as large on one side, chance alone at work. */
export interface Tail {
  /** @param x  deviation in standard deviations, ≥ 0 */
  survival(x: number): number;
  /** The deviation that is exceeded with this probability, in (0, 1). */
  exceeded(p: number): number;
}

/** Where the tail begins: a normal variable exceeds it once in ten times. */
const start = 1.2815515655446004;
const usualShare = 0.1;
/** Median of a normal variable's excesses over the start, divided by ln 2. */
const usualDecay = 0.46;
/** Observations, and excesses, that the normal tail counts for. */
const priorValues = 20;
const priorExcesses = 10;

/**
 * The tail of standardised residuals on one side, by peaks over a threshold (Pickands 1975) with an
 * exponential decay, which is never lighter than a normal's. The decay is taken from the median
 * excess, so that a few true anomalies do not hide themselves.
 * @param residuals  deviations in standard deviations towards this side; those away from it negative
 */
export function tailOf(residuals: readonly number[]): Tail {
  const excesses = residuals.filter((x) => x > start).map((x) => x - start);
  const share = (excesses.length + priorValues * usualShare) / (residuals.length + priorValues);
  const own = medianOf(excesses) / Math.LN2;
  const decay = Math.max(
    usualDecay,
    (excesses.length * own + priorExcesses * usualDecay) / (excesses.length + priorExcesses),
  );
  const body = (1 - share) / (1 - normalSurvival(start));
  return {
    survival: (x) =>
      x <= start ? 1 - body * (1 - normalSurvival(x)) : share * Math.exp(-(x - start) / decay),
    exceeded: (p) => (p >= share ? start : start + decay * Math.log(share / p)),
  };
}
