import type { KpiDirection } from '../definition/definition.js';
import type { Landing } from '../landing/landing.js';
import type { Pace } from '../pace/pace.js';
import type { KpiKind } from './figures.js';

/** How a KPI stands. `reached` and `missed`: whatever comes, short of refunds. */
export const statuses = [
  'reached',
  'ahead',
  'on',
  'behind',
  'missed',
  'too_early',
  'no_target',
  'no_data',
  'unknown_metric',
] as const;
export type KpiStatus = (typeof statuses)[number];

/** Differences from what is expected that still count as on pace. */
export const tolerance = 0.02;

/** Whether the projection's interval lies on one side of the target. */
export const prospects = ['reaches', 'open', 'misses'] as const;
export type Prospect = (typeof prospects)[number];

interface Standing {
  readonly kind: KpiKind;
  readonly direction: KpiDirection;
  readonly target: number;
  /** So far. */
  readonly value: number;
  readonly pace: Pace | undefined;
  /** The period is over. */
  readonly over: boolean;
}

/**
 * Sums and counts are held against what the target asks for by now, rates against the target itself.
 * Works for targets of nothing and below: what counts is the distance, by the size of what is expected.
 */
export function statusOf({ kind, direction, target, value, pace, over }: Standing): KpiStatus {
  const good = direction === 'up_good' ? 1 : -1;
  if (over) return good * (value - target) >= 0 ? 'reached' : 'missed';
  if (kind === 'rate') return byDistance(good * (value - target), target);
  // what only grows has passed the target for good
  if (target > 0 && value >= target && good > 0) return 'reached';
  if (target >= 0 && value > target && good < 0) return 'missed';
  if (pace === undefined) return 'too_early';
  const expected = target * pace.expectedShare;
  return byDistance(good * (pace.value - expected), expected);
}

function byDistance(better: number, expected: number): KpiStatus {
  const size = Math.abs(expected);
  const distance = size > 0 ? better / size : Math.sign(better);
  if (Math.abs(distance) <= tolerance) return 'on';
  return distance > 0 ? 'ahead' : 'behind';
}

/** Null without an interval. */
export function prospectOf(
  { low, high }: Landing,
  target: number,
  direction: KpiDirection,
): Prospect | null {
  if (low === null || high === null) return null;
  const [worst, best] = direction === 'up_good' ? [low, high] : [-high, -low];
  const wanted = direction === 'up_good' ? target : -target;
  if (worst >= wanted) return 'reaches';
  return best < wanted ? 'misses' : 'open';
}
