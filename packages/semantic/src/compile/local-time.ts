import { dayMs } from '@olympus/core';
import type { QueryPlan } from '../plan/plan.js';

/** A tenant's clock, and the span of time that it is looked at in. */
export interface LocalSpan {
  /** IANA name. */
  readonly timeZone: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** From when there is data, where the span looked at begins later. */
  readonly dataFromMs?: number;
}

/** Data can come in beside what was known of its bounds when the question was read. */
const spareMs = 400 * dayMs;

/** The span in which all rows of a plan lie. */
export function localSpan({
  calendar,
  range,
  previous,
  data,
}: Pick<QueryPlan, 'calendar' | 'range' | 'previous' | 'data'>): LocalSpan {
  const spans = [range, previous?.range].filter((span) => span !== undefined);
  const known = spans.length > 0 ? spans : data === undefined ? [] : [data];
  const from = known.map(({ fromMs }) => fromMs);
  const to = known.map(({ toMs }) => toMs);
  return {
    timeZone: calendar.timeZone,
    fromMs: Math.min(calendar.nowMs, ...from) - spareMs,
    ...(data === undefined ? {} : { dataFromMs: data.fromMs - spareMs }),
    toMs: Math.max(...(to.length === 0 ? [calendar.nowMs] : to)) + spareMs,
  };
}
