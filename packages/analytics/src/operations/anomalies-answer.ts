import { addWall, dayMs, type Grain } from '@olympus/core';
import type { Model } from '@olympus/semantic';
import type { Anomaly } from '../engines/anomalies/kinds.js';
import { localDate } from '../engines/history.js';
import type { Backtest, Scan } from '../engines/index.js';
import type { AnomaliesAnswer, BacktestAnswer } from './anomalies.contract.js';
import { metricAnswer } from './explanation-answer.js';

interface Around {
  readonly model: Model;
  readonly currency: string;
  readonly timeZone: string;
}

export function anomaliesAnswer(scan: Scan, around: Around): AnomaliesAnswer {
  const [whole] = scan.left.filter(({ key }) => key === null);
  return {
    ...commonAnswer(scan, around),
    // a span that is too long was refused
    status: whole === undefined || whole.reason === 'span_too_long' ? 'ok' : whole.reason,
    range: scan.range,
    freshness: scan.source?.freshness ?? { data_through: null, last_received_at: null },
    anomalies: scan.anomalies.map((one) => anomalyAnswer(one, scan, scan.range.to)),
    expected: scan.expected.map((one) => anomalyAnswer(one, scan, scan.range.to)),
    holidays: scan.holidays.map(({ holiday, ...one }) => ({
      ...anomalyAnswer(one, scan, scan.range.to),
      holiday: { name: holiday.name[around.model.language], kind: holiday.kind },
    })),
  };
}

export function backtestAnswer(
  backtest: Backtest & { readonly breakdown: string | undefined },
  around: Around,
): BacktestAnswer {
  return {
    ...commonAnswer(backtest, around),
    anomalies: backtest.anomalies.map((one) => ({
      ...anomalyAnswer(one, backtest, backtest.end),
      seen: one.seen,
    })),
  };
}

type Judged = Pick<
  Scan,
  'metric' | 'grain' | 'breakdown' | 'series' | 'tested' | 'falseAlarmRate' | 'falseDiscoveryRate'
>;

function commonAnswer(
  scan: Omit<Judged, 'series'> & {
    readonly series: readonly Omit<Scan['series'][number], 'seasons'>[];
  },
  { model, currency, timeZone }: Around,
): Omit<BacktestAnswer, 'anomalies'> {
  const { breakdown } = scan;
  return {
    metric: metricAnswer(scan.metric),
    grain: scan.grain,
    breakdown:
      breakdown === undefined
        ? null
        : { name: breakdown, label: model.dimensions.get(breakdown)?.label ?? breakdown },
    series: scan.series.map(({ key, buckets }) => ({
      key,
      label: key ?? scan.metric.label,
      buckets: buckets.map(({ time, value, expected, low, high, marked }) => ({
        t: time,
        value,
        expected,
        low,
        high,
        marked,
      })),
    })),
    tested: scan.tested,
    false_alarm_rate: scan.falseAlarmRate,
    expected_false_alarms: scan.falseAlarmRate * scan.tested,
    false_discovery_rate: scan.falseDiscoveryRate ?? null,
    currency,
    time_zone: timeZone,
  };
}

function anomalyAnswer(
  { label, series, pValue, ...anomaly }: Scan['anomalies'][number],
  { grain, metric }: Pick<Judged, 'grain' | 'metric'>,
  end: string,
): AnomaliesAnswer['anomalies'][number] {
  const { time, until, kind, direction, value, expected, low, high, size, deviations } = anomaly;
  return {
    id: [kind, time, ...(series === null ? [] : [series])].join('~'),
    series,
    series_label: series ?? metric.label,
    time,
    until,
    kind,
    direction,
    value,
    expected,
    low,
    high,
    size,
    deviations,
    p_value: pValue,
    verdict: label.verdict,
    verdict_of: label.of,
    explain: spansOf(anomaly, grain, end),
  };
}

/**
 * The span of an anomaly and the one that explains it by comparison: a day and the same day of the
 * week before, an hour and the same hour of the week before, else the bucket before. A new level is
 * explained by its first two weeks, as far as they are over, a stretch by itself, both against the same
 * weekdays before.
 * @param end local start of the first bucket that has not ended
 */
export function spansOf(
  { time, until, kind }: Pick<Anomaly, 'time' | 'until' | 'kind'>,
  grain: Grain,
  end: string,
) {
  const wall = wallOf(time);
  const small = grain === 'hour' || grain === 'day';
  const print = (at: number) =>
    grain === 'hour' ? new Date(at).toISOString().slice(0, 16) : localDate(at);
  const span = (from: number, to: number) => ({ from: print(from), to: print(to) });
  const steps = kind === 'level_shift' ? lastOf(wall, until, grain, end) : addWall(wall, grain, 1);
  const length = steps - wall;
  const week = 7 * dayMs;
  const back = small ? Math.ceil(length / week) * week : length;
  // larger buckets are of different lengths: the one before ends where this begins
  const before = small ? wall - back : addWall(wall, grain, kind === 'level_shift' ? -2 : -1);
  return { time: span(wall, steps), compare: span(before, small ? before + length : wall) };
}

/** Where a new level or a stretch ends that is to be explained. */
function lastOf(wall: number, until: string | null, grain: Grain, end: string): number {
  if (until !== null) return addWall(wallOf(until), grain, 1);
  const small = grain === 'hour' || grain === 'day';
  const long = small ? addWall(wall, 'day', 14) : addWall(wall, grain, 2);
  return Math.max(addWall(wall, grain, 1), Math.min(long, wallOf(end)));
}

const wallOf = (time: string) =>
  Date.parse(`${time.length > 10 ? time.slice(0, 16) : `${time}T00:00`}:00Z`);
