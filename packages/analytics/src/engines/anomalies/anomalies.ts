import { dayMs, type Grain, toWall } from '@olympus/core';
import {
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type LocalSpan,
  type MetricRequest,
  startRun,
  type Unsupported,
} from '../engine.js';
import { type History, localDate } from '../history.js';
import { sensitivityOf } from './sensitivity.js';
import { type JudgedBucket as Judged, longestSpan, type NoPicture, pictureOf } from './series.js';

export interface AnomaliesRequest extends MetricRequest {
  /** Size of the buckets that are judged; default days. */
  readonly grain?: Grain | undefined;
  /**
   * The span to look at, local dates; by default the last 90 days, of data that ended long ago its
   * last 90 buckets. What lies before it is read to know what is usual.
   */
  readonly time?: LocalSpan | undefined;
}

/** A finished bucket, and how it lies outside of the usual range. */
export interface JudgedBucket extends Judged {
  readonly unusual: Unusual | null;
}

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
  | Unsupported<Exclude<NoPicture, 'span_too_long'>>
  | (Unsupported<'span_too_long'> & { readonly longest: number });

const defaultBuckets = 90;
/** A shift of the level that is told in words. */
const toldShift = 2;

/**
 * Finds the buckets of a metric that stand out from level, trend and season, and shifts of its level.
 * @throws Problem `unknown_metric`, `computation_timeout`, and those of `QueryService.answer`
 */
export async function findAnomalies(
  deps: EngineDependencies,
  request: AnomaliesRequest,
): Promise<AnomaliesResult> {
  const { grain = 'day', time } = request;
  const run = await startRun(deps, request);
  const sensitivity = sensitivityOf();
  const picture = await pictureOf(deps, run, grain, time, sensitivity);
  if (picture === 'span_too_long') {
    return { kind: 'unsupported', reason: picture, longest: longestSpan };
  }
  if (typeof picture === 'string') return { kind: 'unsupported', reason: picture };
  const { history, buckets, shifts, seasons } = picture;
  const from = time?.from ?? defaultStart(run, history);
  const isShown = (one: { readonly time: string }) => one.time >= from;
  return {
    kind: 'anomalies',
    grain,
    buckets: buckets.filter(isShown).map((bucket) => ({
      ...bucket,
      unusual:
        bucket.value !== null && bucket.pValue <= sensitivity.falseAlarmRate
          ? {
              direction: bucket.value > bucket.expected ? 'above' : 'below',
              deviations: bucket.deviations,
            }
          : null,
    })),
    levelShifts: shifts
      .filter((shift) => isShown(shift) && shift.deviations >= toldShift)
      .map(({ time: at, size }) => ({ time: at, shift: size })),
    seasons,
    until: localDate(history.nextWallMs),
    source: run.source(),
  };
}

/** Where the span begins that is shown where none is asked for. */
export function defaultStart({ calendar }: EngineRun, { times, ended }: History): string {
  if (ended) return times.at(-defaultBuckets) ?? '';
  return localDate(toWall(calendar.timeZone, calendar.nowMs) - defaultBuckets * dayMs);
}
