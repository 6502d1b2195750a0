import type { Unit } from '@olympus/semantic';
import { type DailySeries, dayAfter, type Facts } from '../facts.js';
import type { Candidate, Evidence, InsightChart } from '../insight.js';

/** Days shown in the small chart of a day. */
const chartDays = 42;

/** The same story whatever metric tells it: what is sold moves together. */
export const familyOf = (metric: string) =>
  ['refund_rate', 'payment_failure_rate'].includes(metric) ? metric : 'sales';

export const unitOf = ({ model }: Facts, metric: string): Unit =>
  model.metrics.get(metric)?.unit ?? 'number';

/** The question that a day's value answers, with its row. */
export function dayEvidence(
  { tenantId }: Facts,
  metric: string,
  date: string,
  value: number | null,
): Evidence {
  return {
    id: 'e0',
    query: {
      tenant_id: tenantId,
      metrics: [metric],
      grain: 'day',
      time: { from: date, to: dayAfter(date) },
    },
    operation: null,
    columns: ['time', metric],
    rows: [{ time: date, [metric]: value }],
  };
}

/** What was expected of a day, as computed. */
export function expectedEvidence(date: string, row: Readonly<Record<string, number>>): Evidence {
  return {
    id: 'e1',
    query: null,
    operation: 'analytics.anomalies',
    columns: ['time', ...Object.keys(row)],
    rows: [{ time: date, ...row }],
  };
}

/** The last weeks of a metric, with the range in which a day was expected. */
export function dailyChart(facts: Facts, series: DailySeries, marked: string): InsightChart {
  const first = Math.max(0, facts.days.length - chartDays);
  return {
    kind: 'line',
    unit: unitOf(facts, series.metric),
    points: facts.days.slice(first).map((t, index) => {
      const at = first + index;
      const judged = series.judged?.observations[at];
      return {
        t,
        value: series.values[at] ?? null,
        low: judged === undefined ? null : Math.max(judged.lower, 0),
        high: judged?.upper ?? null,
        marked: t === marked,
      };
    }),
  };
}

export const actionOf = (metric: string) =>
  metric === 'payment_failure_rate' ? ('check_payments' as const) : ('explain' as const);

/** A day against the same day of the week before. */
export const daySpans = (date: string): Pick<Candidate, 'span' | 'compare'> => ({
  span: { from: date, to: dayAfter(date) },
  compare: { from: dayAfter(date, -7), to: dayAfter(date, -6) },
});
