import type { Grain, Polarity, TrendGroup, Trends, Unit } from '@olympus/sdk';
import {
  type ChartPoint,
  type ChartSeries,
  chartPoints,
  type HeatData,
  type SeriesData,
  type Slot,
} from '../charts/index.js';
import { lastDateOf, localDate } from '../format/dates.js';
import { groupKey, groupLabel, valueLabel } from './groups.js';

export interface Words {
  readonly locale: string;
  readonly others: string;
  readonly changeOf: (metric: string) => string;
}

/** How much a value rose; what did not happen before counts as nothing. */
const riseOf = (value: TrendGroup['values'][number] | undefined): number =>
  (value?.value ?? 0) - (value?.previous ?? 0);

type Metric = Trends['metrics'][number];
type Bucketed = Trends & { readonly grain: Grain };

export const isBucketed = (trends: Trends): trends is Bucketed => trends.grain !== null;

/** The unit that values are shown in: shares are rates whatever they are shares of. */
export const shownUnit = ({ presentation }: Trends, metric: Metric): Unit =>
  presentation.kind === 'share' ? 'ratio' : metric.unit;

const changeOf = (trends: Trends, metric: Metric): NonNullable<SeriesData['change']> => ({
  kind: shownUnit(trends, metric) === 'ratio' ? 'points' : 'ratio',
  polarity: polarityOf(trends, metric),
});

/** Whether more is better; a larger share of the whole is neither. */
export const polarityOf = ({ presentation }: Trends, metric: Metric): Polarity =>
  presentation.kind === 'share' ? 'neutral' : metric.polarity;

function isRunning({ range, generated_at, time_zone }: Trends): boolean {
  const today = localDate(generated_at, time_zone);
  return range !== null && today !== undefined && today <= lastDateOf(range);
}

const SLOTS: readonly Slot[] = [1, 2, 3, 4, 5, 6, 7, 8];
const slotOf = (index: number, group: Pick<TrendGroup, 'kind'>): Slot =>
  group.kind === 'others' ? 'other' : (SLOTS[index] ?? 'other');

/** A metric's series: one a group, or the whole where nothing is broken down. */
function seriesOf(trends: Bucketed, at: number, compared: boolean, words: Words): ChartSeries[] {
  const running = isRunning(trends);
  const { buckets, previous_buckets, grain, groups, total, dimensions } = trends;
  const points = (
    values: readonly (number | null)[],
    places: Trends['buckets'],
    goesOn: boolean,
  ): readonly ChartPoint[] =>
    chartPoints(
      places.map(({ t, incomplete }, index) => ({
        t,
        value: values[index] ?? null,
        ...(incomplete ? { incomplete: true as const } : {}),
      })),
      grain,
      goesOn,
    );
  const made = (
    key: string,
    label: string,
    series: NonNullable<TrendGroup['series']>[number] | undefined,
    slot?: Slot,
  ): ChartSeries => ({
    key,
    label,
    points: points(series?.values ?? [], buckets, running),
    ...(compared && series?.previous
      ? { compared: points(series.previous, previous_buckets.slice(0, buckets.length), false) }
      : {}),
    ...(slot === undefined ? {} : { slot }),
  });
  const metric = trends.metrics[at];
  if (groups.length === 0) {
    return [made(metric?.name ?? '', metric?.label ?? '', total.series?.[at])];
  }
  return groups.map((group, index) =>
    made(
      groupKey(group),
      groupLabel(group, dimensions, words.locale, words.others),
      group.series?.[at],
      slotOf(index, group),
    ),
  );
}

/** What one chart shows. */
export interface Panel {
  readonly metrics: readonly Metric[];
  readonly data: SeriesData;
}

const base = (trends: Trends, metric: Metric) => ({
  unit: shownUnit(trends, metric),
  ...(trends.range ? { range: trends.range } : {}),
  comparison: trends.comparison,
  change: changeOf(trends, metric),
});

/** Lines that differ by more than this have no use of one axis: the lower would lie on the ground. */
const TOGETHER = 12;

/** Places of the metrics that share a chart: of one unit and alike in size. */
function chartSets(trends: Bucketed): readonly (readonly number[])[] {
  const sets: { unit: Unit; size: number; places: number[] }[] = [];
  trends.metrics.forEach((metric, place) => {
    const unit = shownUnit(trends, metric);
    const values = trends.total.series?.[place]?.values ?? [];
    const size = values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
    const fits = sets.find(
      (set) => set.unit === unit && size < set.size * TOGETHER && set.size < size * TOGETHER,
    );
    if (fits) fits.places.push(place);
    else sets.push({ unit, size, places: [place] });
  });
  return sets.map(({ places }) => places);
}

/** Charts by time: metrics that are alike share a chart where nothing is broken down. */
export function timePanels(trends: Bucketed, words: Words): readonly Panel[] {
  const axis = { kind: 'time', grain: trends.grain } as const;
  const single = trends.groups.length > 0;
  const sets = single ? trends.metrics.map((_, place) => [place]) : chartSets(trends);
  return sets.flatMap((places) => {
    const metrics = places.flatMap((place) => trends.metrics[place] ?? []);
    const [first] = metrics;
    if (!first) return [];
    const compared = metrics.length === 1 && !single;
    return {
      metrics,
      data: {
        title: metrics.map(({ label }) => label).join(', '),
        axis,
        series: places.flatMap((place) => seriesOf(trends, place, compared, words)),
        ...base(trends, first),
      },
    };
  });
}

/** Charts by group: one a metric. @param byChange shows how much each rose or fell instead */
export function groupPanels(trends: Trends, words: Words, byChange: boolean): readonly Panel[] {
  const label = trends.dimensions.map((one) => one.label).join(' · ');
  // all others together dwarf what any one of the named did
  const listed = trends.groups.filter(({ kind }) => !byChange || kind === 'group');
  return trends.metrics.map((metric, at) => {
    const points = (side: 'value' | 'previous'): readonly ChartPoint[] =>
      listed.map((group) => ({
        at: groupKey(group),
        label: groupLabel(group, trends.dimensions, words.locale, words.others),
        value: byChange ? riseOf(group.values[at]) : (group.values[at]?.[side] ?? null),
      }));
    return {
      metrics: [metric],
      data: {
        title: byChange ? words.changeOf(metric.label) : metric.label,
        axis: { kind: 'category', label },
        series: [
          {
            key: metric.name,
            label: metric.label,
            points: points('value'),
            ...(trends.comparison && !byChange ? { compared: points('previous') } : {}),
          },
        ],
        ...base(trends, metric),
      },
    };
  });
}

/** A grid of rows by columns, with every hour and day of calendars. */
export function heatOf(trends: Trends, at: number, words: Words): HeatData | undefined {
  const { pivot, groups, dimensions } = trends;
  const metric = trends.metrics[at];
  const [rowDimension, columnDimension] = dimensions;
  if (!pivot || !metric || !rowDimension || !columnDimension) return undefined;
  const named = groups.filter(({ kind }) => kind === 'group');
  const valuesOf = (dimension: typeof rowDimension, found: readonly TrendGroup['key'][]) =>
    dimension.values?.map(({ value }) => value) ?? found.map(([value]) => value ?? null);
  const rows = valuesOf(
    rowDimension,
    named.map(({ key }) => key),
  );
  const columns = valuesOf(
    columnDimension,
    pivot.columns.map(({ key }) => key),
  );
  const rowAt = new Map(named.map(({ key }, index) => [key[0] ?? null, index]));
  const columnAt = new Map(pivot.columns.map(({ key }, index) => [key[0] ?? null, index]));
  return {
    title: metric.label,
    unit: metric.unit,
    rowLabel: rowDimension.label,
    columnLabel: columnDimension.label,
    columns: columns.map((value) => ({
      key: JSON.stringify(value),
      label: shortHour(columnDimension.name, valueLabel(columnDimension, value, words.locale)),
    })),
    rows: rows.map((row) => ({
      key: JSON.stringify(row),
      label: valueLabel(rowDimension, row, words.locale),
      cells: columns.map((column) => {
        const cell = pivot.cells[rowAt.get(row) ?? -1]?.[columnAt.get(column) ?? -1];
        return cell?.[at]?.value ?? null;
      }),
    })),
  };
}

/** 24 hours side by side are written without their minutes. */
const shortHour = (dimension: string, label: string) =>
  dimension === 'time.hour' ? label.slice(0, 2) : label;
