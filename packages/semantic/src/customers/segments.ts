/** Ends of a span of scores from 1 (worst) to 5 (best), both included. */
export type ScoreSpan = readonly [from: number, to: number];

/** A segment of the trade: boxes of the grid of recency by value. */
export interface RfmSegment {
  readonly id: string;
  readonly cells: readonly { readonly recency: ScoreSpan; readonly value: ScoreSpan }[];
}

const box = (recency: ScoreSpan, value: ScoreSpan) => ({ recency, value });

/**
 * The trade's segments. Together they cover each of the 25 cells of recency by value exactly once;
 * value is the mean of the scores for frequency and money, halves rounded up.
 */
export const rfmSegments = [
  { id: 'champions', cells: [box([5, 5], [4, 5]), box([4, 4], [5, 5])] },
  { id: 'loyal', cells: [box([4, 4], [4, 4]), box([3, 3], [4, 5])] },
  { id: 'potential_loyalists', cells: [box([4, 5], [2, 3])] },
  { id: 'new', cells: [box([5, 5], [1, 1])] },
  { id: 'promising', cells: [box([4, 4], [1, 1])] },
  { id: 'need_attention', cells: [box([3, 3], [3, 3])] },
  { id: 'about_to_sleep', cells: [box([3, 3], [1, 2])] },
  { id: 'at_risk', cells: [box([2, 2], [3, 5]), box([1, 1], [3, 3])] },
  { id: 'cannot_lose', cells: [box([1, 1], [4, 5])] },
  { id: 'hibernating', cells: [box([2, 2], [1, 2])] },
  { id: 'lost', cells: [box([1, 1], [1, 2])] },
] as const satisfies readonly RfmSegment[];

export type RfmSegmentId = (typeof rfmSegments)[number]['id'];

/** What a spend segment asks of a customer; all of it has to hold. */
export interface SpendRule {
  /** Spent more than this, net of refunds, in the tenant's currency. */
  readonly revenueAbove?: number;
  /** Ordered fewer whole days ago than this. */
  readonly daysBelow?: number;
  /** Ordered more whole days ago than this. */
  readonly daysAbove?: number;
  readonly orders?: number;
}

export interface SpendSegment {
  readonly id: string;
  readonly rule: SpendRule;
}

/** Segments by what was spent and when; the first whose rule holds is the customer's. */
export const spendSegments = [
  { id: 'vip_active', rule: { revenueAbove: 1000, daysBelow: 30 } },
  { id: 'high_value', rule: { revenueAbove: 500, daysBelow: 60 } },
  { id: 'at_risk', rule: { daysAbove: 90 } },
  { id: 'new_customer', rule: { orders: 1 } },
  { id: 'regular', rule: {} },
] as const satisfies readonly SpendSegment[];

export type SpendSegmentId = (typeof spendSegments)[number]['id'];

/** The mean of two scores, halves rounded up. */
export const valueScoreOf = (frequency: number, monetary: number): number =>
  Math.floor((frequency + monetary + 1) / 2);

/** Place (from 0) in {@link rfmSegments} of a cell of the grid; -1 outside of it. */
export function rfmIndexOf(recency: number, value: number): number {
  const holds = (score: number, [from, to]: ScoreSpan) => from <= score && score <= to;
  return rfmSegments.findIndex(({ cells }) =>
    cells.some((cell) => holds(recency, cell.recency) && holds(value, cell.value)),
  );
}
