import { dayMs, hourMs, printBucket, printWall, toWall, truncateWall } from '@olympus/core';
import {
  bucketGrainOf,
  bucketsIn,
  bucketsSince,
  type KpiCalendar,
  type Period,
  periodAt,
  periodsBack,
  sameLastYear,
  shiftPeriod,
  type Zone,
} from '../calendar/period.js';
import type { BucketSeries } from '../pace/shape.js';
import type { KpiMetric } from './ports.js';
import type { KpiReader, Series } from './reader.js';

/**
 * How a metric comes to its value over a period. `sum`: buckets add up. `distinct`: it only grows,
 * but buckets share what they count, as customers do. `rate`: it is as good on any day as on the last.
 */
export type KpiKind = 'sum' | 'distinct' | 'rate';

/** What is known of a KPI's metric in a period, and before it. */
export interface KpiFigures {
  readonly kind: KpiKind;
  readonly period: Period;
  /** So far, the running bucket included; null for what is unknown. */
  readonly value: number | null;
  /** Labels of the period's buckets. */
  readonly buckets: readonly string[];
  /** How many of them have ended. */
  readonly finished: number;
  /** Local end of the last finished bucket: what is compared with the past reaches up to here. */
  readonly through: string;
  readonly throughWallMs: number;
  /** Finished buckets before and in the period; undefined for rates. */
  readonly series: BucketSeries | undefined;
  /** The running bucket's value so far. */
  readonly running: number | null;
  /** By period, oldest first, the one looked at last; null before the first one with anything in it. */
  readonly past: Series;
  /** The whole periods before, where they are known and complete. */
  readonly previous: number | null;
  readonly lastYear: number | null;
  readonly dataThroughMs: number | null;
  /** Whether the data ends long before the present, so that its end counts as now. */
  readonly ended: boolean;
}

/** Data older than this has ended. */
const patienceMs = (calendar: KpiCalendar) =>
  calendar === 'day' ? 2 * dayMs + 3 * hourMs : 3 * dayMs;

/**
 * Reads a period as it stands at an instant: that holding the instant, or one before.
 * @param nowMs  the present
 */
export async function readFigures(
  reader: KpiReader,
  metric: KpiMetric,
  zone: Zone,
  nowMs: number,
  period: Period,
): Promise<KpiFigures> {
  const { calendar } = period;
  const grain = bucketGrainOf(calendar);
  const back = shiftPeriod(period, -periodsBack[calendar]);
  const past = withoutBeginning(await reader.series(calendar, back.from, period.to));
  const dataThroughMs = reader.dataThroughMs();
  const ended = dataThroughMs !== null && nowMs - dataThroughMs > patienceMs(calendar);
  const originMs = ended && dataThroughMs !== null ? dataThroughMs : nowMs;
  const originWall = truncateWall(toWall(zone.timeZone, originMs), grain, zone.weekStart);
  const throughWallMs = Math.min(period.toWallMs, Math.max(period.fromWallMs, originWall));
  const buckets = bucketsIn(period);
  const next = printBucket(throughWallMs, grain);
  const finished =
    throughWallMs >= period.toWallMs
      ? buckets.length
      : buckets.filter((label) => label < next).length;
  const mayAddUp = metric.additive || metric.unit === 'count';
  const since = printBucket(truncateWall(bucketsSince(period), 'day', zone.weekStart), 'day');
  const all = mayAddUp ? await reader.series(grain, since, period.to) : undefined;
  const kind = kindOf(metric, all, past, period);
  const at = (one: Period) => past.values[past.times.indexOf(one.from)] ?? null;
  const isWhole = (one: Period) => all === undefined || beginsBy(all, one);
  const whole = (one: Period) => (isWhole(one) ? at(one) : null);
  const end = throughWallMs >= period.toWallMs ? period.to : next;
  return {
    kind,
    period,
    value: at(period),
    buckets,
    finished,
    through: printWall(throughWallMs),
    throughWallMs,
    series: all && before(all, end),
    running: all?.values[all.times.indexOf(next)] ?? null,
    past,
    previous: whole(shiftPeriod(period, -1)),
    lastYear: whole(sameLastYear(period)),
    dataThroughMs,
    ended,
  };
}

/** The period that a KPI stands in at an instant. */
export const currentPeriod = (calendar: KpiCalendar, zone: Zone, nowMs: number): Period =>
  periodAt(calendar, nowMs, zone);

/** What lies before the first period with anything in it is unknown, not nothing. */
function withoutBeginning({ times, values }: Series): Series {
  const first = values.findIndex((value) => (value ?? 0) !== 0);
  return {
    times,
    values: values.map((value, i) =>
      i < first || (first < 0 && i < values.length - 1) ? null : value,
    ),
  };
}

/** Whether a series began no later than a period. */
function beginsBy({ times, values }: Series, period: Period): boolean {
  const first = values.findIndex((value) => (value ?? 0) !== 0);
  return first >= 0 && (times[first] ?? '').slice(0, 10) <= period.from;
}

const before = ({ times, values }: Series, end: string): BucketSeries => {
  const count = times.filter((time) => time < end).length;
  return { times: times.slice(0, count), values: values.slice(0, count) };
};

/** Whole periods, beside the present one, that tell whether buckets add up. */
const periodsChecked = 4;

/** Counts of different things are no sums, unless each thing lies in one bucket, as orders do. */
function kindOf(metric: KpiMetric, all: Series | undefined, past: Series, period: Period): KpiKind {
  if (metric.additive) return 'sum';
  if (all === undefined) return 'rate';
  const known = past.times
    .map((time, i) => ({ time, value: past.values[i] ?? 0 }))
    .filter(
      ({ time, value }) =>
        time >= (all.times[0] ?? '') &&
        time <= period.from &&
        (value !== 0 || time === period.from),
    )
    .slice(-1 - periodsChecked);
  if (known.length < 2) return 'distinct';
  const addsUp = known.every(({ time, value }, i) => {
    const until = known[i + 1]?.time ?? period.to;
    const sum = all.times.reduce(
      (so, at, j) => (at >= time && at < until ? so + (all.values[j] ?? 0) : so),
      0,
    );
    return Math.abs(sum - value) <= 1e-6 * Math.max(1, Math.abs(value));
  });
  return addsUp ? 'sum' : 'distinct';
}
