import type { Grain } from '@olympus/core';
import { checkDimensions } from '../check-dimensions.js';
import { compute } from '../compute.js';
import {
  type DescribedMetric,
  type EngineDependencies,
  type EngineRun,
  startRun,
} from '../engine.js';
import { coveredSeasons, localDate, readHistory } from '../history.js';
import { seriesOf } from './breakdown.js';
import type { Anomaly } from './kinds.js';
import { bearingOf } from './labels.js';
import { type FoundAnomaly, falseDiscoveries, markedOf, type ScanRequest } from './scan.js';
import { type Sensitivity, sensitivityOf } from './sensitivity.js';
import { anomalyAt, bucketsOf, type JudgedBucket, shiftAt } from './series.js';

export interface BacktestRequest extends Omit<ScanRequest, 'time'> {
  /** Finished buckets to go back. */
  readonly last: number;
}

export interface BacktestedSeries {
  readonly key: string | null;
  /** Each judged with nothing known but what came before it. */
  readonly buckets: readonly (JudgedBucket & { readonly marked: boolean })[];
}

/** A shift is seen some buckets after it began. */
export type BacktestedAnomaly = FoundAnomaly & {
  /** Local start of the bucket after which it would have been told. */
  readonly seen: string;
};

export interface Backtest {
  readonly metric: DescribedMetric;
  readonly grain: Grain;
  readonly series: readonly BacktestedSeries[];
  /** Newest first. */
  readonly anomalies: readonly BacktestedAnomaly[];
  /** Local date on which the first bucket that has not ended begins. */
  readonly end: string;
  readonly tested: number;
  readonly falseAlarmRate: number;
  readonly falseDiscoveryRate: number | undefined;
}

/**
 * What a detector would have marked, had it watched the last buckets as they came.
 * @throws Problem `unknown_metric`, `dimension_not_joinable`, `computation_timeout`
 */
export async function backtestAnomalies(
  deps: EngineDependencies,
  request: BacktestRequest,
): Promise<Backtest> {
  const { grain = 'day', breakdown, labels = [], last } = request;
  const run = await startRun(deps, request);
  checkDimensions(run, breakdown === undefined ? [] : [breakdown], () => '/breakdown');
  const sensitivity = sensitivityOf(request.sensitivity);
  const scanned = await seriesOf(run, breakdown, { timeframe: 'last_90_days' });
  const replayed = await Promise.all(
    scanned.map(async ({ key, run: own }) => {
      const replay = await replayOf(deps, own, grain, last, sensitivity);
      return replay === undefined ? [] : [{ key, ...replay }];
    }),
  );
  const series = replayed.flat();
  const marked = markedOf(
    series.map(({ buckets }) => buckets),
    sensitivity.falseAlarmRate,
  );
  const labelled = (anomaly: Anomaly, key: string | null, seen: string): BacktestedAnomaly => ({
    ...anomaly,
    series: key,
    seen,
    label: bearingOf(labels, key, anomaly, grain),
  });
  const anomalies = series
    .flatMap(({ key, buckets, shifts }, index) => [
      ...buckets
        .filter((_, at) => marked[index]?.[at] === true)
        .map((bucket) => labelled(anomalyAt(bucket), key, bucket.time)),
      ...shifts.map(({ seen, ...shift }) => labelled(shift, key, seen)),
    ])
    .filter(({ label }) => label.verdict !== 'expected')
    .sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  return {
    metric: run.metric,
    grain,
    series: series.map(({ key, buckets }, index) => ({
      key,
      buckets: buckets.map((bucket, at) => ({ ...bucket, marked: marked[index]?.[at] === true })),
    })),
    anomalies,
    end:
      series
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? '1970-01-01',
    tested: series.reduce((all, { buckets }) => all + buckets.length, 0),
    falseAlarmRate: sensitivity.falseAlarmRate,
    falseDiscoveryRate: series.length > 1 ? falseDiscoveries : undefined,
  };
}

async function replayOf(
  deps: EngineDependencies,
  run: EngineRun,
  grain: Grain,
  last: number,
  sensitivity: Sensitivity,
) {
  const history = await readHistory(run, grain);
  if (history === undefined) return undefined;
  const { times, values } = history;
  const seasonLength = coveredSeasons(grain, values.length, 1);
  const replay = await compute(deps, run.signal, (stats) =>
    stats.replaySeries(values, { seasonLength, ...sensitivity, last }),
  );
  if (replay.kind === 'undefined') return undefined;
  const first = replay.observations[0]?.index ?? 0;
  const buckets = bucketsOf(
    { ...history, times: times.slice(first), values: values.slice(first) },
    replay.observations,
  );
  const shifts = replay.shifts.flatMap(({ index, seenAt, shift, deviations }) => {
    const bucket = buckets[Math.max(0, index - first)];
    if (bucket === undefined || seenAt < first) return [];
    const time = times[index] ?? '';
    const at = { ...shiftAt(bucket, shift, 1), time, deviations };
    return [{ ...at, value: values[index] ?? null, seen: times[seenAt] ?? '' }];
  });
  return { buckets, shifts, end: localDate(history.nextWallMs) };
}
