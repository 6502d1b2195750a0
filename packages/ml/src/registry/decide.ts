import { dayMs } from '@olympus/core';
import type { Figure } from '../training/metrics.js';

/** A running model that knows nothing newer is replaced by one that is not worse. */
const staleMs = 60 * dayMs;

export interface Rivals {
  /** Mean difference of losses, candidate less other: below 0 the candidate is better. */
  readonly againstBaseline: Figure;
  /** Null where nothing runs, or what runs cannot be compared. */
  readonly againstRunning: Figure | null;
  /** Of a model that gives intervals, which the simple rule has none of: the share that they held. */
  readonly coverage?: Figure | undefined;
  readonly running: { readonly trainedAtMs: number } | undefined;
  readonly nowMs: number;
}

/** Why a candidate runs or does not, in a word. */
export const decisionReasons = [
  'not_better_than_rule',
  'first_better_than_rule',
  'first_with_intervals',
  'other_features',
  'better_than_running',
  'running_is_old',
  'not_better_than_running',
] as const;

/** Whether a candidate runs from now on, and why. */
export interface Decision {
  readonly promote: boolean;
  readonly reason: (typeof decisionReasons)[number];
}

/** Intervals are to hold four of five outcomes; so far off is still told as such. */
const heldFrom = 0.7;

/** Whether it gives more than the simple rule: smaller errors, or as small ones with intervals that hold. */
function beatsRule({ againstBaseline, coverage }: Rivals): boolean {
  if (againstBaseline.upper < 0) return true;
  return coverage !== undefined && coverage.lower >= heldFrom && !(againstBaseline.lower > 0);
}

/**
 * A candidate runs when it beats the simple rule, and what runs: beyond noise too, or without being
 * worse beyond noise where what runs is older than 60 days.
 */
export function decide(rivals: Rivals): Decision {
  const { againstBaseline, againstRunning, running, nowMs } = rivals;
  if (!beatsRule(rivals)) return { promote: false, reason: 'not_better_than_rule' };
  if (running === undefined) {
    const clear = againstBaseline.upper < 0;
    return { promote: true, reason: clear ? 'first_better_than_rule' : 'first_with_intervals' };
  }
  if (againstRunning === null) return { promote: true, reason: 'other_features' };
  if (againstRunning.upper < 0) return { promote: true, reason: 'better_than_running' };
  if (nowMs - running.trainedAtMs > staleMs && !(againstRunning.lower > 0)) {
    return { promote: true, reason: 'running_is_old' };
  }
  return { promote: false, reason: 'not_better_than_running' };
}
