/** The score of one text and when it was written (milliseconds since 1970, UTC). */
export interface DatedScore {
  readonly atMs: number;
  readonly score: number;
}

/** A figure that may not exist. */
export type TrendFigure =
  | { readonly kind: 'value'; readonly value: number; readonly standardError: number }
  | { readonly kind: 'undefined'; readonly reason: 'too_few_texts' | 'too_few_buckets' };

/** One bucket [fromMs, toMs): how many texts, their mean, and the share that is negative. */
export interface SentimentBucket {
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
  readonly mean: TrendFigure;
  readonly negativeShare: TrendFigure;
}

/** Sentiment over time. `slope` is the change of the mean from one bucket to the next. */
export interface SentimentTrend {
  readonly buckets: readonly SentimentBucket[];
  readonly slope: TrendFigure;
  /** `steady` when the slope is within twice its standard error. */
  readonly direction: 'improving' | 'worsening' | 'steady' | 'unknown';
}

const NEGATIVE = -0.15;

/**
 * Sentiment over buckets of time. The slope is weighted least squares of bucket means on the
 * bucket's number, weights n/σ², with the texts' pooled variance σ² (so that a bucket of few
 * texts counts little).
 * @param edgesMs  ascending bounds; n + 1 bounds make n half-open buckets in the caller's calendar
 */
export function sentimentTrend(
  scores: readonly DatedScore[],
  edgesMs: readonly number[],
): SentimentTrend {
  const members: number[][] = Array.from({ length: Math.max(0, edgesMs.length - 1) }, () => []);
  for (const { atMs, score } of scores) {
    const bucket = lastAtOrBefore(edgesMs, atMs);
    members[bucket]?.push(score);
  }
  const variance = pooledVariance(members);
  const buckets = members.map((values, i) => ({
    fromMs: edgesMs[i] ?? 0,
    toMs: edgesMs[i + 1] ?? 0,
    count: values.length,
    mean: mean(values, Math.sqrt(variance / values.length)),
    negativeShare: share(values),
  }));
  const slope = weightedSlope(members, variance);
  return { buckets, slope, direction: directionOf(slope) };
}

function directionOf(slope: TrendFigure): SentimentTrend['direction'] {
  if (slope.kind === 'undefined') return 'unknown';
  if (Math.abs(slope.value) <= 2 * slope.standardError) return 'steady';
  return slope.value > 0 ? 'improving' : 'worsening';
}

/** Index of the last edge at or before a time, −1 before the first. */
function lastAtOrBefore(edges: readonly number[], time: number): number {
  let low = -1;
  let high = edges.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Number.POSITIVE_INFINITY) <= time) low = middle;
    else high = middle;
  }
  return low;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function pooledVariance(members: readonly (readonly number[])[]): number {
  let squares = 0;
  let freedom = 0;
  for (const values of members) {
    if (values.length === 0) continue;
    const centre = average(values);
    for (const value of values) squares += (value - centre) ** 2;
    freedom += values.length - 1;
  }
  return freedom > 0 ? squares / freedom : 0;
}

function mean(values: readonly number[], standardError: number): TrendFigure {
  if (values.length === 0) return { kind: 'undefined', reason: 'too_few_texts' };
  return { kind: 'value', value: average(values), standardError };
}

function share(values: readonly number[]): TrendFigure {
  if (values.length === 0) return { kind: 'undefined', reason: 'too_few_texts' };
  const value = values.filter((score) => score <= NEGATIVE).length / values.length;
  return { kind: 'value', value, standardError: Math.sqrt((value * (1 - value)) / values.length) };
}

function weightedSlope(members: readonly (readonly number[])[], variance: number): TrendFigure {
  const points = members.flatMap((values, i) =>
    values.length === 0 ? [] : [{ x: i, y: average(values), weight: values.length }],
  );
  if (points.length < 3) return { kind: 'undefined', reason: 'too_few_buckets' };
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  const centreX = points.reduce((sum, point) => sum + point.weight * point.x, 0) / total;
  const centreY = points.reduce((sum, point) => sum + point.weight * point.y, 0) / total;
  let cross = 0;
  let spread = 0;
  for (const { x, y, weight } of points) {
    cross += weight * (x - centreX) * (y - centreY);
    spread += weight * (x - centreX) ** 2;
  }
  return { kind: 'value', value: cross / spread, standardError: Math.sqrt(variance / spread) };
}
