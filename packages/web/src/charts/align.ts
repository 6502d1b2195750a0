import { formatBucket } from '../format/dates.js';
import type { ChartPoint, ChartSeries, SeriesData } from './data.js';
import { type Slot, slotAt } from './palette.js';

/** A bucket of time or a category, as it is read. */
export interface Bucket {
  readonly at: string;
  readonly label: string;
}

export interface AlignedSeries {
  readonly key: string;
  readonly label: string;
  readonly slot: Slot;
  /** One point a bucket. */
  readonly points: readonly ChartPoint[];
  readonly compared: readonly ChartPoint[] | null;
}

/** Series with a point for every bucket that any of them has. */
export interface Aligned {
  readonly buckets: readonly Bucket[];
  readonly series: readonly AlignedSeries[];
}

/** Brings series onto common buckets: time in its order, categories in the order they come. */
export function align(data: SeriesData, locale: string): Aligned {
  const { axis, series } = data;
  const labels = new Map<string, string>();
  for (const { points } of series) {
    for (const { at, label } of points) if (!labels.has(at)) labels.set(at, label ?? at);
  }
  const order = [...labels.keys()];
  if (axis.kind === 'time') order.sort();
  return {
    buckets: order.map((at) => ({
      at,
      label: axis.kind === 'time' ? formatBucket(at, axis.grain, locale) : (labels.get(at) ?? at),
    })),
    series: series.map((one, index) => ({
      key: one.key,
      label: one.label,
      slot: one.slot ?? slotAt(index),
      points: pointsAt(one, order),
      compared: one.compared ?? null,
    })),
  };
}

function pointsAt({ points }: ChartSeries, order: readonly string[]): readonly ChartPoint[] {
  const complete =
    points.length === order.length && points.every(({ at }, index) => at === order[index]);
  if (complete) return points;
  const byKey = new Map(points.map((point) => [point.at, point]));
  return order.map((at) => byKey.get(at) ?? { at, value: null });
}

/** Every number that an axis has to hold. */
export function numbersOf(series: readonly AlignedSeries[]): readonly number[] {
  const numbers: number[] = [];
  const add = (value: number | null | undefined) => {
    if (typeof value === 'number') numbers.push(value);
  };
  for (const { points, compared } of series) {
    for (const point of points) {
      add(point.value);
      add(point.expected);
      add(point.low);
      add(point.high);
    }
    for (const { value } of (compared ?? []).slice(0, points.length)) add(value);
  }
  return numbers;
}
