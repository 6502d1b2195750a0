import {
  type AnswerRow,
  changeOf,
  type Metric,
  type Model,
  type QueryPlan,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { TenantMoment } from '../query/query-service.js';
import type { Breakdown, Dashboard, Series, SeriesPoint, Tile } from './dashboard.js';

/** Dimensions that revenue is broken down by; `named` ones show their entity's name beside the key. */
export const breakdowns: readonly { readonly dimension: string; readonly name?: string }[] = [
  { dimension: 'product.id', name: 'product.name' },
  { dimension: 'product.category' },
  { dimension: 'location.id', name: 'location.name' },
  { dimension: 'channel' },
  { dimension: 'customer.country' },
];

function points(
  rows: readonly AnswerRow[],
  column: string,
  plan: QueryPlan | undefined,
): readonly SeriesPoint[] {
  return rows.map((row, index) => ({
    t: String(row.time),
    value: numberIn(row[column]),
    ...(plan?.current.buckets[index]?.incomplete === true ? { incomplete: true as const } : {}),
  }));
}

/** A tile from the whole's row and the series' rows. */
export function buildTile(
  metric: Metric,
  totals: AnswerRow | undefined,
  series: readonly AnswerRow[],
): Tile {
  const value = numberIn(totals?.[metric.name]);
  const previous = numberIn(totals?.[`${metric.name}_previous`]);
  return {
    metric: metric.name,
    label: metric.label,
    description: metric.description,
    unit: metric.unit,
    polarity: metric.polarity,
    value,
    previous,
    change: changeOf(value, previous, metric.unit),
    change_kind: metric.unit === 'ratio' ? 'points' : 'ratio',
    series: series.map((row) => ({ t: String(row.time), value: numberIn(row[metric.name]) })),
  };
}

/** A chart's series, with the previous period's where the plan has one. */
export function buildSeries(metric: Metric, plan: QueryPlan, rows: readonly AnswerRow[]): Series {
  const { previous } = plan;
  const earlier = previous?.buckets.slice(0, rows.length).map((bucket, index) => ({
    t: bucket.label,
    value: numberIn(rows[index]?.[`${metric.name}_previous`]),
  }));
  return {
    metric: metric.name,
    label: metric.label,
    unit: metric.unit,
    points: points(rows, metric.name, plan),
    previous: earlier ?? null,
  };
}

/** A breakdown of revenue; `total` is revenue as a whole. */
export function buildBreakdown(
  model: Model,
  which: (typeof breakdowns)[number],
  answer: { readonly rows: readonly AnswerRow[]; readonly truncated: boolean },
  total: number | null,
): Breakdown {
  const { dimension, name } = which;
  const shown = answer.rows.map((row) => {
    const key = row[dimension] ?? null;
    const label = (name === undefined ? undefined : row[name]) ?? key;
    const value = numberIn(row.revenue);
    const previous = numberIn(row.revenue_previous);
    return {
      key: key === null ? null : String(key),
      label: label === null ? '' : String(label),
      value,
      previous,
      change: changeOf(value, previous, 'currency'),
      share: value === null || total === null || total === 0 ? null : value / total,
    };
  });
  const sum = shown.reduce((all, row) => all + (row.value ?? 0), 0);
  const rest = Math.round(((total ?? 0) - sum) * 10_000) / 10_000;
  return {
    dimension,
    label: model.dimensions.get(dimension)?.label ?? dimension,
    metric: 'revenue',
    rows: shown,
    other: answer.truncated ? rest : null,
    total,
  };
}

/** How fresh data is, by when something was last received. */
export function freshnessStatus(at: TenantMoment): Dashboard['freshness']['status'] {
  if (at.profile === undefined) return 'empty';
  const ageMs = at.calendar.nowMs - at.profile.lastReceivedMs;
  if (ageMs <= 5 * 60_000) return 'live';
  return ageMs <= 24 * 3_600_000 ? 'recent' : 'late';
}
