import { addWall, type Grain } from '@olympus/core';
import type { Model } from '@olympus/semantic';
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
    anomalies: scan.anomalies.map((one) => anomalyAnswer(one, scan, around)),
    expected: scan.expected.map((one) => anomalyAnswer(one, scan, around)),
  };
}

export function backtestAnswer(
  backtest: Backtest & { readonly breakdown: string | undefined },
  around: Around,
): BacktestAnswer {
  return {
    ...commonAnswer(backtest, around),
    anomalies: backtest.anomalies.map((one) => ({
      ...anomalyAnswer(one, backtest, around),
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
  _: Around,
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
    explain: spansOf(time, until, kind, grain),
  };
}

/**
 * The span of an anomaly and the one that explains it by comparison: a day and the same day of the
 * week before, an hour and the same hour of the week before, else the bucket before. A shift is
 * explained by the two weeks after against those before, a stretch by itself against as long before.
 */
export function spansOf(time: string, until: string | null, kind: string, grain: Grain) {
  const wall = wallOf(time);
  const print = (at: number) =>
    grain === 'hour' ? new Date(at).toISOString().slice(0, 16) : localDate(at);
  const span = (from: number, to: number) => ({ from: print(from), to: print(to) });
  const small = grain === 'hour' || grain === 'day';
  if (kind === 'level_shift') {
    const last = until === null ? undefined : addWall(wallOf(until), grain, 1);
    const long = last ?? (small ? addWall(wall, 'day', 14) : addWall(wall, grain, 2));
    return { time: span(wall, long), compare: span(wall - (long - wall), wall) };
  }
  const end = addWall(wall, grain, 1);
  const back = small ? addWall(wall, 'day', -7) : addWall(wall, grain, -1);
  return { time: span(wall, end), compare: span(back, small ? addWall(back, grain, 1) : wall) };
}

const wallOf = (time: string) =>
  Date.parse(`${time.length > 10 ? time.slice(0, 16) : `${time}T00:00`}:00Z`);
