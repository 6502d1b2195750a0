import { type Calendar, printWall, toWall } from '@olympus/core';
import type { QueryPlan } from '@olympus/semantic';

/** A bucket of time, with its ends as a question about it names them. */
export interface TrendBucket {
  /** Local start of the whole bucket. */
  readonly t: string;
  /** The part of it inside the span, on the tenant's clock. */
  readonly from: string;
  readonly to: string;
  readonly incomplete: boolean;
}

/** The buckets of a period, in order. */
export function trendBuckets(
  { buckets }: QueryPlan['current'],
  { timeZone }: Calendar,
): readonly TrendBucket[] {
  return buckets.map(({ label, fromMs, toMs, incomplete }) => ({
    t: label,
    from: printWall(toWall(timeZone, fromMs)),
    to: printWall(toWall(timeZone, toMs)),
    incomplete,
  }));
}
