import type { Grain } from '@olympus/core';
import type { JudgedObservation, JudgedSeries } from '@olympus/stats';
import { compute } from '../compute.js';
import type { EngineDependencies, EngineRun, LocalSpan } from '../engine.js';
import {
  coveredSeasons,
  type History,
  longestHistory,
  readHistory,
  usualDays,
} from '../history.js';
import type { Anomaly } from './kinds.js';
import type { Sensitivity } from './sensitivity.js';

/** A finished bucket beside what level, trend and season would have it be; all in the metric's unit. */
export interface JudgedBucket {
  /** Local start of the bucket. */
  readonly time: string;
  readonly value: number | null;
  readonly expected: number;
  /** The usual range: a bucket of a quiet series leaves it with the rate of false alarms. */
  readonly low: number;
  readonly high: number;
  /** Chance of a deviation as large in a quiet series. */
  readonly pValue: number;
  /** Distance from the expected value in standard deviations. */
  readonly deviations: number;
}

/** A series and all that may stand out of it. */
export interface SeriesPicture {
  readonly history: History;
  /** All buckets that were read. */
  readonly buckets: readonly JudgedBucket[];
  /** Shifts of the level, by their size in standard deviations. */
  readonly shifts: readonly Anomaly[];
  /** Stretches that are off together; a new level begins as one. */
  readonly runs: readonly Anomaly[];
  /** Season lengths, in buckets, that were taken out; empty where history covers none. */
  readonly seasons: readonly number[];
}

/** Why a series cannot be judged. */
export type NoPicture = 'no_data' | 'too_few_buckets' | 'not_computable' | 'span_too_long';

export const longestSpan = longestHistory;
/** What a judgement needs at least. */
const fewestBuckets = 8;
/** Days of a year, and days of history that are read, so that years can be held against each other. */
const yearLength = 365;
const yearsOfDays = 3 * yearLength + 30;
/** Share of buckets with a value from which one without is missing. */
const usuallyKnown = 0.9;

/** Reads and judges a metric by bucket. Computed on the pool's threads. */
export async function pictureOf(
  deps: EngineDependencies,
  run: EngineRun,
  grain: Grain,
  span: LocalSpan | undefined,
  { falseAlarmRate }: Sensitivity,
): Promise<SeriesPicture | NoPicture> {
  const byDay = grain === 'day';
  const read = await readHistory(run, grain, span, byDay ? yearsOfDays : undefined);
  if (read === 'too_long') return 'span_too_long';
  if (read === undefined) return 'no_data';
  const history = byDay ? latestOf(read, span) : read;
  const { values } = history;
  const seasonLength = coveredSeasons(grain, values.length, 1);
  const judged = await compute(deps, run.signal, (stats) =>
    stats.judgeSeries(read.values, {
      seasonLength,
      falseAlarmRate,
      last: values.length,
      ...(byDay ? { yearLength } : {}),
    }),
  );
  if (judged.kind === 'undefined') {
    return knownSpan(values) < fewestBuckets ? 'too_few_buckets' : 'not_computable';
  }
  const buckets = bucketsOf(history, judged.observations);
  const seasons = [
    ...seasonLength.filter((length) => length > 1),
    ...(judged.yearly ? [yearLength] : []),
  ];
  return {
    history,
    buckets,
    seasons,
    shifts: shiftsOf(buckets, judged),
    runs: runsOf(buckets, judged),
  };
}

/** What is judged of days that were read: as much as usual, and the span that was asked for. */
function latestOf(read: History, span: LocalSpan | undefined): History {
  const asked = read.times.findIndex((time) => span !== undefined && time >= span.from);
  const first = Math.max(0, read.times.length - usualDays);
  const from = asked < 0 ? first : Math.min(first, asked);
  return { ...read, times: read.times.slice(from), values: read.values.slice(from) };
}

/** Buckets from the first to the last that is known. */
function knownSpan(values: readonly (number | null)[]): number {
  const isKnown = (value: number | null) => value !== null;
  const first = values.findIndex(isKnown);
  return first < 0 ? 0 : values.findLastIndex(isKnown) - first + 1;
}

export function bucketsOf(
  { times, values }: History,
  observations: readonly JudgedObservation[],
): readonly JudgedBucket[] {
  // what was never below zero is not expected there
  const floor = values.every((value) => value === null || value >= 0) ? 0 : -Infinity;
  const first = values.findIndex((value) => value !== null);
  const since = values.slice(Math.max(0, first));
  const missing = since.filter((value) => value === null).length;
  const surprise = (1 + missing) / (2 + since.length);
  return times.map((time, index) => {
    const { expected = 0, lower, upper, pValue = 1, deviations = 0 } = observations[index] ?? {};
    const value = values[index] ?? null;
    const gap = value === null && index > first && 1 - surprise >= usuallyKnown;
    return {
      time,
      value,
      expected,
      low: Math.max(floor, lower ?? expected),
      high: upper ?? expected,
      pValue: gap ? surprise : pValue,
      deviations,
    };
  });
}

function shiftsOf(
  buckets: readonly JudgedBucket[],
  { changes, scale }: JudgedSeries,
): readonly Anomaly[] {
  return changes.flatMap(({ index, change, shift }) => {
    const bucket = buckets[index];
    return change === 'level' && bucket !== undefined ? [shiftAt(bucket, shift, scale)] : [];
  });
}

function runsOf(
  buckets: readonly JudgedBucket[],
  { runs, scale }: JudgedSeries,
): readonly Anomaly[] {
  return runs.flatMap(({ from, to, mean, deviations }) => {
    const [bucket, last] = [buckets[from], buckets[to - 1]];
    if (bucket === undefined || last === undefined) return [];
    return [{ ...shiftAt(bucket, mean * scale, scale), deviations, until: last.time }];
  });
}

export function shiftAt(bucket: JudgedBucket, shift: number, scale: number): Anomaly {
  const { time, value, expected, low, high } = bucket;
  return {
    time,
    kind: 'level_shift',
    direction: shift > 0 ? 'above' : 'below',
    value,
    expected,
    low,
    high,
    size: shift,
    deviations: scale > 0 ? Math.abs(shift) / scale : 0,
    pValue: null,
    until: null,
  };
}

/** A bucket that stands out, told apart: a value that is off, or nothing where there should be some. */
export function anomalyAt({ pValue, deviations, ...bucket }: JudgedBucket): Anomaly {
  const { value, expected, low } = bucket;
  const nothing = value === null || (value === 0 && low > 0);
  return {
    ...bucket,
    kind: nothing ? 'missing_data' : 'outlier',
    direction: value !== null && value > expected ? 'above' : 'below',
    size: (value ?? 0) - expected,
    deviations,
    pValue,
    until: null,
  };
}
