import { printWall } from '@olympus/core';
import { type Period, sameLastYear, shiftPeriod } from '../calendar/period.js';
import type { KpiFigures } from '../state/figures.js';
import type { KpiReader } from '../state/reader.js';
import { type PeriodShape, type ShapeMethod, shapeOf } from './shape.js';

/** How much of a period's whole there should be by now, and how much there is. */
export interface Pace {
  /** Local end of what is compared: the last finished day, or hour. */
  readonly through: string;
  /** Up to there, in the metric's unit. */
  readonly value: number;
  /** Share of the whole that is usually reached by then, 0–1. */
  readonly expectedShare: number;
  /** What an even spread would have reached. */
  readonly straightShare: number;
  readonly method: ShapeMethod;
  /** Earlier periods, weeks or days that the share was learnt from. */
  readonly learntFrom: number;
  /** The same share in each of the earlier periods, where it was read one by one. */
  readonly shares: readonly number[];
}

/** Earlier periods that are read for what does not add up. */
const periodsRead = 3;

/** The usual spread of what adds up; undefined for what does not. */
export function shapeOfFigures({ kind, period, series }: KpiFigures): PeriodShape | undefined {
  return kind === 'sum' && series !== undefined ? shapeOf(period, series) : undefined;
}

/** Pace of what adds up, by its usual shape. Undefined while nothing of the period has ended. */
export function sumPace(figures: KpiFigures, shape: PeriodShape): Pace | undefined {
  const { finished, buckets, through, series } = figures;
  if (finished === 0 || series === undefined) return undefined;
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return {
    through,
    value: sum(series.values.slice(-finished)),
    expectedShare: Math.min(1, sum(shape.weights.slice(0, finished))),
    straightShare: finished / buckets.length,
    method: shape.method,
    learntFrom: shape.learntFrom,
    shares: [],
  };
}

/**
 * Pace of what is counted without repeats, such as customers: the mean share of their whole that the
 * three periods before, and the same one last year, had reached by the same point. A straight line
 * where none is known.
 */
export async function distinctPace(
  reader: KpiReader,
  figures: KpiFigures,
): Promise<Pace | undefined> {
  const { period, finished, buckets, through, past } = figures;
  if (finished === 0) return undefined;
  const value = (await reader.total(period.from, through)) ?? 0;
  const straightShare = finished / buckets.length;
  const lastYear = sameLastYear(period);
  const earlier = Array.from({ length: periodsRead }, (_, back) => shiftPeriod(period, -1 - back));
  const isNew = !earlier.some(({ from }) => from === lastYear.from);
  const shares: number[] = [];
  for (const one of isNew ? [...earlier, lastYear] : earlier) {
    const whole = past.values[past.times.indexOf(one.from)] ?? null;
    if (whole === null || whole <= 0) continue;
    const part = await reader.total(one.from, samePoint(one, figures));
    if (part !== null && part > 0) shares.push(Math.min(1, part / whole));
  }
  if (shares.length === 0) {
    const expectedShare = straightShare;
    return {
      through,
      value,
      expectedShare,
      straightShare,
      method: 'straight_line',
      learntFrom: 0,
      shares,
    };
  }
  const expectedShare = shares.reduce((all, share) => all + share, 0) / shares.length;
  const learntFrom = shares.length;
  return {
    through,
    value,
    expectedShare,
    straightShare,
    method: 'earlier_periods',
    learntFrom,
    shares,
  };
}

/** The same point of another period, as a local date or time: as much has elapsed on the clock. */
export function samePoint(
  other: Period,
  { period, throughWallMs }: Pick<KpiFigures, 'period' | 'throughWallMs'>,
): string {
  if (throughWallMs >= period.toWallMs) return other.to;
  return printWall(
    Math.min(other.toWallMs, other.fromWallMs + (throughWallMs - period.fromWallMs)),
  );
}
