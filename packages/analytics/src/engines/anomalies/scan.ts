import { dayMs, type Grain, type Holiday, toWall } from '@olympus/core';
import type { MetricQuery } from '@olympus/semantic';
import { benjaminiHochberg, isUndefined } from '@olympus/stats';
import { holidayOf } from '../../holidays/named-days.js';
import { checkDimensions } from '../check-dimensions.js';
import {
  type DescribedMetric,
  type EngineDependencies,
  type EngineRun,
  type FiguresSource,
  type LocalSpan,
  type MetricRequest,
  startRun,
} from '../engine.js';
import { localDate } from '../history.js';
import { defaultStart } from './anomalies.js';
import { seriesOf } from './breakdown.js';
import type { Anomaly } from './kinds.js';
import { type AnomalyLabel, bearingOf, type LabelBearing } from './labels.js';
import { type Sensitivity, type SensitivityName, sensitivityOf } from './sensitivity.js';
import {
  anomalyAt,
  type JudgedBucket,
  type NoPicture,
  pictureOf,
  type SeriesPicture,
} from './series.js';
import { spanTooLong } from './span-too-long.js';

export interface ScanRequest extends MetricRequest {
  readonly grain?: Grain | undefined;
  /** The span to look at; by default the last 90 days. */
  readonly time?: MetricQuery['time'] | undefined;
  /** Look at the largest groups of this dimension too, each a series. */
  readonly breakdown?: string | undefined;
  /** A name, or the chance that a bucket of a quiet series is marked. */
  readonly sensitivity?: SensitivityName | number | undefined;
  /** What people said of anomalies of this metric, grain and these filters. */
  readonly labels?: readonly AnomalyLabel[] | undefined;
}

/** An anomaly of one of the series. */
export interface FoundAnomaly extends Anomaly {
  /** The group's value; null for the whole. */
  readonly series: string | null;
  readonly label: LabelBearing;
}

export interface ScannedSeries {
  readonly key: string | null;
  readonly buckets: readonly (JudgedBucket & { readonly marked: boolean })[];
  readonly seasons: readonly number[];
}

export interface Scan {
  readonly metric: DescribedMetric;
  readonly grain: Grain;
  readonly breakdown: string | undefined;
  readonly series: readonly ScannedSeries[];
  /** Newest first. */
  readonly anomalies: readonly FoundAnomaly[];
  /** Those that people called expected, or that are like one of these. */
  readonly expected: readonly FoundAnomaly[];
  /** Those that go with a holiday. */
  readonly holidays: readonly (FoundAnomaly & { readonly holiday: Holiday })[];
  /** Series that could not be judged, and why. */
  readonly left: readonly { readonly key: string | null; readonly reason: NoPicture }[];
  /** Buckets of all series that were judged. */
  readonly tested: number;
  readonly falseAlarmRate: number;
  /** Share of false discoveries that is held over all series; undefined for one series. */
  readonly falseDiscoveryRate: number | undefined;
  readonly range: LocalSpan;
  readonly source: FiguresSource | undefined;
}

/** Share of marked buckets that may be false where several series are looked at. */
export const falseDiscoveries = 0.1;

/**
 * Looks through a metric, and the groups of a dimension, for what stands out. With several series
 * false discoveries are held down over all their buckets together (Benjamini–Hochberg).
 * @throws Problem `unknown_metric`, `dimension_not_joinable`, `too_many_buckets`, `computation_timeout`
 */
export async function scanAnomalies(deps: EngineDependencies, request: ScanRequest): Promise<Scan> {
  const { grain = 'day', breakdown, labels = [] } = request;
  const run = await startRun(deps, request);
  const time = request.time && wholeDays(run.spanOf(request.time) ?? allOf(run));
  checkDimensions(run, breakdown === undefined ? [] : [breakdown], () => '/breakdown');
  const sensitivity = sensitivityOf(request.sensitivity);
  const scanned = await seriesOf(run, breakdown, time ?? { timeframe: 'last_90_days' });
  const pictures = await Promise.all(
    scanned.map(async ({ key, run: own }) => ({
      key,
      picture: await pictureOf(deps, own, grain, time, sensitivity),
    })),
  );
  const left = pictures.flatMap(({ key, picture }) =>
    typeof picture === 'string' ? [{ key, reason: picture }] : [],
  );
  if (left.some(({ reason }) => reason === 'span_too_long')) throw spanTooLong(grain);
  const whole = pictures.flatMap(({ picture }) =>
    typeof picture === 'string' ? [] : [picture],
  )[0];
  const from = time?.from ?? (whole === undefined ? '' : defaultStart(run, whole.history));
  const judged = pictures.flatMap(({ key, picture }) =>
    typeof picture === 'string' ? [] : [{ key, picture, shown: shownOf(picture, from) }],
  );
  const marked = markedOf(
    judged.map(({ shown }) => shown),
    sensitivity.falseAlarmRate,
  );
  const found = judged.flatMap(({ key, picture, shown }, index) => [
    ...shown
      .filter((bucket, at) => {
        const anomaly = anomalyAt(bucket);
        const real = bearingOf(labels, key, anomaly, grain).verdict === 'real';
        return marked[index]?.[at] === true || real;
      })
      .map((bucket) => withLabel(anomalyAt(bucket), key, labels, grain)),
    ...shiftsOf(picture, sensitivity)
      .filter(({ time: at }) => at >= from)
      .map((shift) => withLabel(shift, key, labels, grain)),
  ]);
  const isExpected = ({ label }: FoundAnomaly) => label.verdict === 'expected';
  const holidays = found.flatMap((one) => {
    const holiday = one.label.verdict === null ? holidayOf(run.holidays, one, grain) : undefined;
    return holiday === undefined ? [] : [{ ...one, holiday }];
  });
  const onHoliday = new Set(
    holidays.map(({ series, time: at, kind }) => `${kind} ${at} ${series}`),
  );
  const anomalies = found
    .filter((one) => !isExpected(one) && !onHoliday.has(`${one.kind} ${one.time} ${one.series}`))
    .sort(byTime);
  const until = whole === undefined ? from : localDate(whole.history.nextWallMs);
  return {
    metric: run.metric,
    grain,
    breakdown,
    series: judged.map(({ key, picture, shown }) => ({
      key,
      seasons: picture.seasons,
      buckets: shown.map((bucket) => ({
        ...bucket,
        marked: anomalies.some(
          (one) => one.series === key && one.time === bucket.time && one.kind !== 'level_shift',
        ),
      })),
    })),
    anomalies,
    expected: found.filter(isExpected).sort(byTime),
    holidays: holidays.sort(byTime),
    left,
    tested: judged.reduce((all, { shown }) => all + shown.length, 0),
    falseAlarmRate: sensitivity.falseAlarmRate,
    falseDiscoveryRate: judged.length > 1 ? falseDiscoveries : undefined,
    range: { from: from.slice(0, 10), to: until },
    source: judged.length === 0 ? undefined : run.source(),
  };
}

/** From the first day with data to today: what all time is. */
function allOf({ calendar, profile }: EngineRun): LocalSpan | undefined {
  if (profile === undefined) return undefined;
  const local = (ms: number) => localDate(toWall(calendar.timeZone, ms));
  return { from: local(profile.firstMs), to: local(calendar.nowMs) };
}

/** A span of the calendar in whole days: one that ends within a day takes that day in. */
function wholeDays(span: LocalSpan | undefined): LocalSpan | undefined {
  if (span === undefined) return undefined;
  const day = span.to.slice(0, 10);
  const next = localDate(Date.parse(`${day}T00:00:00Z`) + dayMs);
  return { from: span.from.slice(0, 10), to: span.to.length > 10 ? next : day };
}

/** New levels, and stretches that are off where no new level is told of. */
function shiftsOf(
  { shifts, runs }: SeriesPicture,
  { shiftDeviations, runDeviations }: Sensitivity,
): readonly Anomaly[] {
  const levels = shifts.filter(({ deviations }) => deviations >= shiftDeviations);
  const near = (a: string, b: string) =>
    Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) <= 10 * dayMs;
  const off = runs.filter(
    ({ time, until, deviations }) =>
      deviations >= runDeviations &&
      !levels.some((level) => near(level.time, time) || near(level.time, until ?? time)),
  );
  return [...levels, ...off];
}

const shownOf = ({ buckets }: SeriesPicture, from: string) =>
  buckets.filter(({ time }) => time >= from);

/** Newest first; of one moment the whole before its groups. */
const byTime = (a: FoundAnomaly, b: FoundAnomaly) =>
  (a.time < b.time ? 1 : 0) - (a.time > b.time ? 1 : 0) ||
  Number(a.series !== null) - Number(b.series !== null) ||
  b.deviations - a.deviations;

function withLabel(
  anomaly: Anomaly,
  series: string | null,
  labels: readonly AnomalyLabel[],
  grain: Grain,
): FoundAnomaly {
  return { ...anomaly, series, label: bearingOf(labels, series, anomaly, grain) };
}

/**
 * Which buckets of each series stand out: those less probable than the rate of false alarms; with
 * several series also after correction for all their buckets.
 */
export function markedOf(
  series: readonly (readonly { readonly pValue: number }[])[],
  falseAlarmRate: number,
): readonly (readonly boolean[])[] {
  const pValues = series.flat().map(({ pValue }) => pValue);
  const adjusted = series.length > 1 ? benjaminiHochberg(pValues) : pValues.map(() => 0);
  if (isUndefined(adjusted)) throw new Error(adjusted.reason);
  let at = 0;
  return series.map((buckets) =>
    buckets.map(({ pValue }) => {
      const share = adjusted[at++] ?? 1;
      return pValue <= falseAlarmRate && share <= falseDiscoveries;
    }),
  );
}
