import { dayMs } from '@olympus/core';
import type { Figure } from '../training/metrics.js';

/** A running model that knows nothing newer is replaced by one that is not worse. */
const staleMs = 60 * dayMs;

export interface Rivals {
  /** Mean difference of losses, candidate less other: below 0 the candidate is better. */
  readonly againstBaseline: Figure;
  /** Null where nothing runs, or what runs cannot be compared. */
  readonly againstRunning: Figure | null;
  readonly running: { readonly version: number; readonly trainedAtMs: number } | undefined;
  readonly nowMs: number;
}

/** Whether a candidate runs from now on, and why, in one sentence. */
export interface Decision {
  readonly promote: boolean;
  readonly reason: string;
}

/**
 * A candidate runs when it beats the simple rule beyond noise, and what runs: beyond noise too, or
 * without being worse beyond noise where what runs is older than 60 days.
 */
export function decide({ againstBaseline, againstRunning, running, nowMs }: Rivals): Decision {
  if (!(againstBaseline.upper < 0)) {
    return { promote: false, reason: 'Not better than the simple rule beyond noise' };
  }
  if (running === undefined) {
    return { promote: true, reason: 'The first that beats the simple rule beyond noise' };
  }
  const other = `version ${running.version}`;
  if (againstRunning === null) {
    return { promote: true, reason: `Beats the simple rule; ${other} knows other features` };
  }
  if (againstRunning.upper < 0) {
    return { promote: true, reason: `Beats the simple rule and ${other} beyond noise` };
  }
  if (nowMs - running.trainedAtMs > staleMs && !(againstRunning.lower > 0)) {
    return { promote: true, reason: `As good as ${other}, which is older than 60 days` };
  }
  return { promote: false, reason: `Not better than ${other} beyond noise` };
}
