import type { Annotation, ModelMetric, QueryAnswer } from '@olympus/sdk';
import { createContext, useContext } from 'react';
import { groupSeries, mainColumn, seriesDataOf } from '../../ask/figures.js';
import type { ChartAnnotation, ChartSeries, SeriesData } from '../../charts/index.js';
import { chartPoints } from '../../charts/index.js';

export type Polarities = ReadonlyMap<string, 'up_good' | 'down_good' | 'neutral'>;

/** Whether more of a metric is better, by its name. */
export const PolarityContext = createContext<Polarities>(new Map());

export function polaritiesOf(
  model: { readonly metrics: readonly Pick<ModelMetric, 'name' | 'polarity'>[] } | undefined,
): Polarities {
  return new Map(model?.metrics.map(({ name, polarity }) => [name, polarity]));
}

/** An answer of analytics.query: what an operation's kind may take its answers for. */
export const asQueryAnswer = (answer: unknown): QueryAnswer | undefined =>
  answer as QueryAnswer | undefined;

/** The answer as the table that figures are read from. */
export function useTableOf(answer: QueryAnswer) {
  const polarities = useContext(PolarityContext);
  return tableOf(answer, polarities);
}

export function tableOf({ columns, rows, meta }: QueryAnswer, polarities: Polarities) {
  const table = {
    id: 'tile',
    title: '',
    rows,
    columns: columns.map((column) => ({
      ...column,
      label: column.label ?? column.name,
      polarity: polarities.get(column.name) ?? ('neutral' as const),
    })),
  };
  const data = {
    chart: 'line' as const,
    tables: [table],
    grain: meta.grain ?? null,
    range: meta.range,
    comparison_range: meta.comparison_range ?? null,
    time_zone: meta.time_zone,
    currency: meta.currency,
    freshness: meta.freshness,
    truncated: meta.truncated,
    notes: [],
  };
  return { table, data };
}

/** Groups drawn each by itself; the rest is drawn together. */
const GROUPS = 7;

/**
 * An answer over time as a chart draws it: one series a metric, or one a value of the dimension, the
 * largest first and the rest together where they add up.
 */
export function timeSeries(
  answer: QueryAnswer,
  polarities: Polarities,
  {
    title,
    annotations,
    others,
  }: {
    readonly title: string;
    readonly annotations: readonly Annotation[];
    readonly others: string;
  },
): SeriesData | undefined {
  const { table, data } = tableOf(answer, polarities);
  const { generated_at: now } = answer.meta;
  const notes = annotationsOn(
    annotations,
    table.rows.map((row) => String(row.time)),
  );
  const metrics = table.columns.filter(({ role }) => role === 'metric');
  const grouped = table.columns.some(({ role }) => role === 'dimension');
  if (!grouped) {
    const each = metrics.flatMap((metric) => {
      const columns = table.columns.filter(
        ({ name, role }) => role !== 'metric' || name === metric.name,
      );
      return seriesDataOf(data, { ...table, columns }, now) ?? [];
    });
    const [first] = each;
    if (!first) return undefined;
    const series = each.flatMap((one) => one.series);
    const several = series.length > 1;
    return {
      ...first,
      title: title || first.title,
      series: several ? series.map((one) => ({ ...one, compared: null })) : series,
      comparison: several ? null : first.comparison,
      annotations: notes,
    };
  }
  const column = mainColumn(table);
  const frame = seriesDataOf(data, { ...table, rows: oneOfEach(table.rows) }, now);
  if (!frame || !column || data.grain === null) return undefined;
  const provisional = new Map(
    frame.series[0]?.points.map((point) => [point.at, point.provisional]),
  );
  const { grain } = data;
  const groups = groupSeries(table);
  const sum = (all: typeof groups): readonly ChartSeries[] =>
    all.length === 0
      ? []
      : [{ key: '\u0000others', label: others, slot: 'other', points: summed(all) }];
  const adds = column.unit !== 'ratio' && column.unit !== undefined;
  const series: ChartSeries[] = groups.slice(0, GROUPS).map(({ key, label, points }) => ({
    key,
    label,
    points: chartPoints(points, grain, false).map((point) => withState(point, provisional)),
  }));
  const rest = adds ? sum(groups.slice(GROUPS)) : [];
  return {
    ...frame,
    title: title || frame.title,
    comparison: null,
    series: [...series, ...rest],
    annotations: notes,
  };
}

type Point = ChartSeries['points'][number];

function withState(point: Point, states: ReadonlyMap<string, Point['provisional']>): Point {
  const provisional = states.get(point.at);
  return provisional ? { ...point, provisional } : point;
}

function oneOfEach(rows: QueryAnswer['rows']): QueryAnswer['rows'] {
  return [...new Map(rows.map((row) => [row.time, row])).values()].toSorted((a, b) =>
    String(a.time) < String(b.time) ? -1 : 1,
  );
}

function summed(groups: ReturnType<typeof groupSeries>): readonly Point[] {
  const at = new Map<string, number>();
  for (const { points } of groups) {
    for (const { t, value } of points) at.set(t, (at.get(t) ?? 0) + (value ?? 0));
  }
  return [...at].map(([t, value]) => ({ at: t, value }));
}

/** Annotations on the bucket that their day lies in; those of other times are left out. */
export function annotationsOn(
  annotations: readonly Annotation[],
  buckets: readonly string[],
): readonly ChartAnnotation[] {
  const sorted = [...new Set(buckets)].toSorted();
  const [first] = sorted;
  if (first === undefined) return [];
  const last = sorted[sorted.length - 1] ?? first;
  const previous = sorted[sorted.length - 2];
  return annotations.flatMap(({ on, label }) => {
    if (on < first.slice(0, 10) || isPast(on, last, previous)) return [];
    const at = sorted.findLast(
      (bucket) => bucket.slice(0, 10) <= on && (bucket.length === 10 || bucket.slice(0, 10) === on),
    );
    const hour = sorted.find((bucket) => bucket.slice(0, 10) === on);
    const found = (first.length > 10 ? hour : at) ?? undefined;
    return found === undefined ? [] : [{ at: found, label }];
  });
}

/** Whether a day lies after the last bucket, which is as long as the one before it. */
function isPast(on: string, last: string, previous: string | undefined): boolean {
  const dayMs = 86_400_000;
  const ms = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const length = previous === undefined ? dayMs : Math.max(dayMs, ms(last) - ms(previous));
  return ms(on) >= ms(last) + length;
}
