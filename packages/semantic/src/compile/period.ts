import type { TimeRange } from '@olympus/core';
import { bind, type Fragment, integerLiteral, sql } from '@olympus/sql';
import type { Period, QueryPlan } from '../plan/plan.js';

const timestampOf = (ms: number) => bind('timestamp', ms);

/** The period, or the two of them, whose rows one pass reads. */
export type PeriodSet =
  | { readonly kind: 'one'; readonly period: Period; readonly number: 0 | 1 }
  | {
      readonly kind: 'both';
      readonly current: Period;
      readonly previous: Period;
      readonly currentRange: TimeRange;
      readonly previousRange: TimeRange;
      /** Start of the current period, bound once. */
      readonly start: Fragment;
    };

/**
 * The passes that a plan's periods take: one for both where the previous period lies close before
 * the current one, so that rows in between are few, else one each.
 */
export function planPasses(plan: QueryPlan): readonly PeriodSet[] {
  const { current, previous } = plan;
  const alone: PeriodSet = { kind: 'one', period: current, number: 0 };
  if (previous === undefined) return [alone];
  const currentRange = current.range;
  const previousRange = previous.range;
  if (currentRange !== undefined && previousRange !== undefined) {
    const gapMs = currentRange.fromMs - previousRange.toMs;
    const lengthMs = currentRange.toMs - currentRange.fromMs;
    if (gapMs >= 0 && gapMs <= lengthMs) {
      const start = timestampOf(currentRange.fromMs);
      return [{ kind: 'both', current, previous, currentRange, previousRange, start }];
    }
  }
  return [alone, { kind: 'one', period: previous, number: 1 }];
}

/** The plan's periods one by one. */
export function singlePasses(plan: QueryPlan): readonly Extract<PeriodSet, { kind: 'one' }>[] {
  const { current, previous } = plan;
  const first = { kind: 'one', period: current, number: 0 } as const;
  return previous === undefined ? [first] : [first, { kind: 'one', period: previous, number: 1 }];
}

/** Bounds of the periods on a timestamp, in the column's own type: a cast would defeat pruning. */
export function within(set: PeriodSet, timestamp: Fragment): readonly Fragment[] {
  if (set.kind === 'one') {
    const { range } = set.period;
    if (range === undefined) return [];
    return [
      sql`${timestamp} >= ${timestampOf(range.fromMs)}`,
      sql`${timestamp} < ${timestampOf(range.toMs)}`,
    ];
  }
  const { currentRange, previousRange } = set;
  const outer = [
    sql`${timestamp} >= ${timestampOf(previousRange.fromMs)}`,
    sql`${timestamp} < ${timestampOf(currentRange.toMs)}`,
  ];
  if (previousRange.toMs === currentRange.fromMs) return outer;
  const end = timestampOf(previousRange.toMs);
  return [...outer, sql`(${timestamp} < ${end} OR ${timestamp} >= ${set.start})`];
}

/** The upper bound alone. */
export function before(set: PeriodSet, timestamp: Fragment): readonly Fragment[] {
  const range = set.kind === 'one' ? set.period.range : set.currentRange;
  return range === undefined ? [] : [sql`${timestamp} < ${timestampOf(range.toMs)}`];
}

/** A value that depends on the period a timestamp lies in. */
export function byPeriod(
  set: PeriodSet,
  timestamp: Fragment,
  value: (period: Period, number: 0 | 1) => Fragment,
): Fragment {
  if (set.kind === 'one') return value(set.period, set.number);
  return sql`CASE WHEN ${timestamp} >= ${set.start} THEN ${value(set.current, 0)} ELSE ${value(set.previous, 1)} END`;
}

/** 0 for rows of the current period, 1 for rows of the previous one. */
export const periodNumber = (set: PeriodSet, timestamp: Fragment): Fragment =>
  byPeriod(set, timestamp, (_, number) => integerLiteral(number));
