import { dayMs, type Grain, toWall } from '@olympus/core';
import type { AnomalyReport } from '@olympus/stats';
import { compute } from './compute.js';
import {
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type LocalSpan,
  type MetricRequest,
  startRun,
  type Unsupported,
} from './engine.js';
import { coveredSeasons, type History, localDate, longestHistory, readHistory } from './history.js';

export interface AnomaliesRequest extends MetricRequest {
  /** Size of the buckets that are judged; default days. */
  readonly grain?: Grain | undefined;
  /**
   * The span to look at, local dates; by default the last 90 days, of data that ended long ago its
   * last 90 buckets. What lies before it is read to know what is usual.
   */
  readonly time?: LocalSpan | undefined;
}

/** A finished bucket beside what level, trend and season would have it be; all in the metric's unit. */
export interface JudgedBucket {
  /** Local start of the bucket. */
  readonly time: string;
  readonly value: number | null;
  readonly expected: number;
  /** The usual range: four robust standard deviations around what is expected. */
  readonly low: number;
  readonly high: number;
  readonly unusual: Unusual | null;
}

/** How a bucket lies outside of the usual range. */
export interface Unusual {
  readonly direction: 'above' | 'below';
  /** Distance from the expected value in robust standard deviations. */
  readonly deviations: number;
}

/** A bucket from which the metric goes on at another level. */
export interface LevelShift {
  readonly time: string;
  /** New minus old level, in the metric's unit. */
  readonly shift: number;
}

export interface Anomalies {
  readonly kind: 'anomalies';
  readonly grain: Grain;
  readonly buckets: readonly JudgedBucket[];
  readonly levelShifts: readonly LevelShift[];
  /** Season lengths, in buckets, that were taken out; empty where history covers none. */
  readonly seasons: readonly number[];
  /** Local date on which the first bucket that was not looked at, for it has not ended, begins. */
  readonly until: string;
  readonly source: FiguresSource;
}

/**
 * `no_data`: nothing finished before the end of the span; `too_few_buckets`: what is usual cannot be
 * told from fewer than eight; `not_computable`: values out of the range of numbers;
 * `span_too_long`: the span has more than `longest` buckets.
 */
export type AnomaliesResult =
  | Anomalies
  | Unsupported<'no_data' | 'too_few_buckets' | 'not_computable'>
  | (Unsupported<'span_too_long'> & { readonly longest: number });

const defaultBuckets = 90;
/** What the detection needs at least. */
const fewestBuckets = 8;

/**
 * Finds the buckets of a metric that stand out from level, trend and season, and shifts of its level.
 * Computed on the pool's threads.
 * @throws Problem `unknown_metric`, `computation_timeout`, and those of `QueryService.answer`
 */
export async function findAnomalies(
  deps: EngineDependencies,
  request: AnomaliesRequest,
): Promise<AnomaliesResult> {
  const { grain = 'day', time, signal } = request;
  const run = await startRun(deps, request);
  const history = await readHistory(run, grain, time);
  if (history === 'too_long') {
    return { kind: 'unsupported', reason: 'span_too_long', longest: longestHistory };
  }
  if (history === undefined) return { kind: 'unsupported', reason: 'no_data' };
  const { times, values, nextWallMs } = history;
  const seasonLength = coveredSeasons(grain, values.length, 1);
  const report = await compute(deps, signal, (stats) =>
    stats.detectAnomalies(values, { seasonLength }),
  );
  if (report.kind === 'undefined') {
    const reason = knownSpan(values) < fewestBuckets ? 'too_few_buckets' : 'not_computable';
    return { kind: 'unsupported', reason };
  }
  const from = time?.from ?? defaultStart(run, history);
  const shown = (index: number) => (times[index] ?? '') >= from;
  return {
    kind: 'anomalies',
    grain,
    buckets: judged(history, report).filter((_, index) => shown(index)),
    levelShifts: report.changes
      .filter(({ index, change }) => change === 'level' && shown(index))
      .map(({ index, shift }) => ({ time: times[index] ?? '', shift })),
    seasons: seasonLength.filter((length) => length > 1),
    until: localDate(nextWallMs),
    source: run.source(),
  };
}

function defaultStart({ calendar }: EngineRun, { times, ended }: History): string {
  if (ended) return times.at(-defaultBuckets) ?? '';
  return localDate(toWall(calendar.timeZone, calendar.nowMs) - defaultBuckets * dayMs);
}

/** Buckets from the first to the last that is known. */
function knownSpan(values: readonly (number | null)[]): number {
  const isKnown = (value: number | null) => value !== null;
  const first = values.findIndex(isKnown);
  return first < 0 ? 0 : values.findLastIndex(isKnown) - first + 1;
}

function judged({ times, values }: History, report: AnomalyReport): readonly JudgedBucket[] {
  const unusual = new Map(report.points.map((point) => [point.index, point]));
  // what was never below zero is not expected there
  const floor = values.every((value) => value === null || value >= 0) ? 0 : -Infinity;
  return times.map((time, index) => {
    const point = unusual.get(index);
    const expected = report.expected[index] ?? 0;
    return {
      time,
      value: values[index] ?? null,
      expected,
      low: Math.max(floor, report.lower[index] ?? expected),
      high: report.upper[index] ?? expected,
      unusual: point ? { direction: point.direction, deviations: point.deviations } : null,
    };
  });
}
