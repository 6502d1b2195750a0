import { isUndefined, tDistribution } from '@olympus/stats';
import { type DailySeries, dayAfter, type Facts } from '../facts.js';
import { type Candidate, figure } from '../insight.js';
import { actionOf, familyOf, unitOf } from './day.js';

const trending: readonly string[] = ['revenue', 'orders', 'sessions'];
/** Whole weeks, each from the weekday after the last finished day. */
const weeks = 8;

/** Growth or decline over eight weeks, by a straight line through their sums. */
export function trendCandidates(facts: Facts): readonly Candidate[] {
  if (facts.days.length < 7 * weeks) return [];
  return facts.daily
    .filter(({ metric }) => trending.includes(metric))
    .flatMap((series) => trendOf(facts, series) ?? []);
}

function trendOf(facts: Facts, { metric, values }: DailySeries): Candidate | undefined {
  const from = facts.days.at(-7 * weeks) ?? '';
  const sums = Array.from({ length: weeks }, (_, week) => {
    const start = values.length - 7 * (weeks - week);
    return values.slice(start, start + 7).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  });
  const line = lineThrough(sums);
  if (line === undefined || sums.some((sum) => sum <= 0)) return undefined;
  const { slope, pValue } = line;
  const unit = unitOf(facts, metric);
  const rows = values
    .slice(-7 * weeks)
    .map((value, day) => ({ time: dayAfter(from, day), [metric]: value }));
  return {
    kind: 'trend',
    subject: `${familyOf(metric)} trend ${slope > 0}`,
    metric,
    direction: slope > 0 ? 'up' : 'down',
    pValue,
    // what four weeks more of it would make
    money: facts.worth(metric, slope) * 4,
    told: {
      template: slope > 0 ? 'trend_up' : 'trend_down',
      places: {
        metric: { kind: 'metric', name: metric },
        count: figure(weeks, 'count', 'count', 'e0/0/time', `e0/${rows.length - 1}/time`),
        slope: figure(
          Math.abs(slope),
          unit,
          'slope',
          ...rows.map((_, row) => `e0/${row}/${metric}`),
        ),
      },
    },
    evidence: [
      {
        id: 'e0',
        query: {
          tenant_id: facts.tenantId,
          metrics: [metric],
          grain: 'day',
          time: { from, to: facts.span.to },
        },
        operation: null,
        columns: ['time', metric],
        rows,
      },
    ],
    chart: {
      kind: 'line',
      unit,
      points: sums.map((sum, week) => ({
        t: dayAfter(from, 7 * week),
        value: sum,
        low: null,
        high: null,
        marked: false,
      })),
    },
    action: actionOf(metric),
    span: { from: dayAfter(from, 7 * (weeks / 2)), to: facts.span.to },
    compare: { from, to: dayAfter(from, 7 * (weeks / 2)) },
  };
}

/** Least squares with the test of its slope; undefined where nothing varies. */
function lineThrough(values: readonly number[]) {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.reduce((sum, _, t) => sum + (t - middle) ** 2, 0);
  const slope = values.reduce((sum, value, t) => sum + (t - middle) * (value - mean), 0) / spread;
  const rest = values.reduce(
    (sum, value, t) => sum + (value - mean - slope * (t - middle)) ** 2,
    0,
  );
  const error = Math.sqrt(rest / (n - 2) / spread);
  const distribution = tDistribution(n - 2);
  if (!(error > 0) || isUndefined(distribution)) return undefined;
  const tail = distribution.survival(Math.abs(slope) / error);
  return isUndefined(tail) ? undefined : { slope, pValue: Math.min(1, 2 * tail) };
}
