import type { TenantId } from '@olympus/core';
import {
  type ModelLanguage,
  type RfmSegment,
  rfmIndexOf,
  rfmSegments,
  type SpendRule,
  type StandingGroup,
  spendSegments,
  valueScoreOf,
} from '@olympus/semantic';
import { roundAmount } from './list.js';
import { type CustomersDependencies, type Reckoning, reckon } from './reckoning.js';
import { customersTexts } from './texts.js';

export interface SegmentsRequest {
  readonly tenantId: TenantId;
  readonly asOf?: string | undefined;
  readonly language: ModelLanguage;
  readonly signal?: AbortSignal | undefined;
}

/** With fewer customers fifths of them mean little. */
export const customersNeeded = 25;

const scores = [1, 2, 3, 4, 5] as const;

interface Sum {
  readonly customers: number;
  readonly revenue: number;
  readonly orders: number;
}

const sumOf = (groups: readonly StandingGroup[]): Sum =>
  groups.reduce(
    (sum, { customers, revenue, orders }) => ({
      customers: sum.customers + customers,
      revenue: roundAmount(sum.revenue + revenue) ?? 0,
      orders: sum.orders + orders,
    }),
    { customers: 0, revenue: 0, orders: 0 },
  );

export const valueOfGroup = ({ frequency, monetary }: StandingGroup): number =>
  valueScoreOf(frequency, monetary);

export const rfmOfGroup = (group: StandingGroup): RfmSegment | undefined =>
  rfmSegments[rfmIndexOf(group.recency, valueOfGroup(group))];

/** Shares of a whole; null where the whole is nothing. */
function shared(sum: Sum, whole: Sum) {
  return {
    ...sum,
    share: whole.customers === 0 ? null : sum.customers / whole.customers,
    revenue_share: whole.revenue === 0 ? null : sum.revenue / whole.revenue,
  };
}

/** The least and most of a measure among those who have each score. */
function spans(
  groups: readonly StandingGroup[],
  scoreOf: (group: StandingGroup) => number,
  spanOf: (group: StandingGroup) => readonly [number | string, number | string],
) {
  return scores.map((score) => {
    const own = groups.filter((group) => scoreOf(group) === score);
    const ends = own.map((group) => spanOf(group).map(Number));
    const pick = (index: 0 | 1, choose: (...values: number[]) => number) =>
      ends.length === 0 ? null : choose(...ends.map((end) => end[index] ?? 0));
    return {
      score,
      customers: sumOf(own).customers,
      from: pick(0, Math.min),
      to: pick(1, Math.max),
    };
  });
}

/** What each score stands for on the day. */
export const thresholdsOf = ({ groups }: Pick<Reckoning, 'groups'>) => ({
  recency: spans(
    groups,
    (group) => group.recency,
    (group) => group.days,
  ),
  frequency: spans(
    groups,
    (group) => group.frequency,
    (group) => group.orderCount,
  ),
  monetary: spans(
    groups,
    (group) => group.monetary,
    (group) => group.spent,
  ),
});

/** A spend segment's rule as the answer has it. */
export const describeRule = ({ revenueAbove, daysBelow, daysAbove, orders }: SpendRule) => ({
  revenue_above: revenueAbove ?? null,
  days_below: daysBelow ?? null,
  days_above: daysAbove ?? null,
  orders: orders ?? null,
});

const toSpan = ([from, to]: readonly [number, number]) => ({ from, to });

/** The grid of recency by value, the trade's segments and the segments by spend, on a day. */
export async function describeSegments(deps: CustomersDependencies, request: SegmentsRequest) {
  const reckoning = await reckon(deps, request.tenantId, request.asOf, request.signal);
  const { groups, at, asOf } = reckoning;
  const texts = customersTexts[request.language];
  const whole = sumOf(groups);
  const grid = [...scores].reverse().flatMap((recency) =>
    scores.map((value) => {
      const own = groups.filter(
        (group) => group.recency === recency && valueOfGroup(group) === value,
      );
      const segment = rfmSegments[rfmIndexOf(recency, value)]?.id ?? 'lost';
      return { recency, value, segment, ...shared(sumOf(own), whole) };
    }),
  );
  return {
    as_of: asOf.date,
    time_zone: at.calendar.timeZone,
    currency: at.tenant.currency,
    ...whole,
    enough: whole.customers >= customersNeeded,
    needed: customersNeeded,
    method: texts.method,
    thresholds: thresholdsOf(reckoning),
    grid,
    segments: rfmSegments.map((segment) => ({
      id: segment.id,
      ...texts.rfm[segment.id],
      cells: segment.cells.map(({ recency, value }) => ({
        recency: toSpan(recency),
        value: toSpan(value),
      })),
      ...shared(sumOf(groups.filter((group) => rfmOfGroup(group)?.id === segment.id)), whole),
    })),
    spend_segments: spendSegments.map((segment) => ({
      id: segment.id,
      ...texts.spend[segment.id],
      rule: describeRule(segment.rule),
      ...shared(sumOf(groups.filter(({ spend }) => spend === segment.id)), whole),
    })),
  };
}
