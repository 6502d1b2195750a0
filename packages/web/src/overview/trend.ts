import type { Dashboard, DashboardTile, Grain, SeriesPoint, Unit } from '@olympus/sdk';
import { formatBucket, formatRange, lastDateOf, localDate } from '../format/dates.js';
import { type Delta, describeDelta } from '../format/delta.js';
import { formatFull, type NumberStyle } from '../format/numbers.js';

/** What the main chart shows: a metric's buckets, and the compared period's where there are any. */
export interface Trend {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  readonly grain: Grain;
  readonly points: readonly SeriesPoint[];
  readonly previous: readonly SeriesPoint[] | null;
  readonly tile: DashboardTile | undefined;
  /** The range reaches into today: its last bucket goes on. */
  readonly running: boolean;
}

/** The trend of the asked metric, or of the first there is. Any tile can be one. */
export function selectTrend(dashboard: Dashboard, asked: string | undefined): Trend | undefined {
  const { series, tiles, grain } = dashboard;
  const known = (metric: string | undefined) =>
    metric !== undefined &&
    (series.some((one) => one.metric === metric) || tiles.some((one) => one.metric === metric));
  const metric = known(asked) ? asked : (series[0]?.metric ?? tiles[0]?.metric);
  const found = series.find((one) => one.metric === metric);
  const tile = tiles.find((one) => one.metric === metric);
  const running = isRunning(dashboard);
  if (found) return { ...found, grain, tile, running };
  if (!tile) return undefined;
  const { label, unit } = tile;
  const points = markIncomplete(tile.series, dashboard);
  return { metric: tile.metric, label, unit, grain, points, previous: null, tile, running };
}

/** The metrics that the main chart can show, in the page's order. */
export function trendChoices({
  tiles,
  series,
}: Dashboard): readonly { value: string; label: string }[] {
  const all = [...tiles, ...series].map(({ metric, label }) => [metric, label] as const);
  return [...new Map(all)].map(([value, label]) => ({ value, label }));
}

/** The chart in one sentence, for who does not see it. */
export function summarise(
  trend: Trend,
  dashboard: Pick<Dashboard, 'range' | 'comparison'>,
  style: NumberStyle,
): string {
  const { label, unit, grain } = trend;
  const filled = trend.points.filter((point) => point.value !== null);
  const span = formatRange(dashboard.range, style.locale);
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last) return `${label} by ${grain}, ${span}: no values.`;
  const say = (point: SeriesPoint) =>
    `${formatFull(point.value, unit, style)} on ${formatBucket(point.t, grain, style.locale)}`;
  const order = [...filled].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [order[0] ?? first, order.at(-1) ?? last];
  const against =
    trend.previous && dashboard.comparison
      ? ` Dashed: ${formatRange(dashboard.comparison, style.locale)}.`
      : '';
  return (
    `${label} by ${grain}, ${span}. From ${say(first)} to ${say(last)}` +
    `${noteOf(trend, trend.points.indexOf(last), ' ')}; highest ${say(highest)}, lowest ${say(lowest)}.${against}`
  );
}

/** The next turning point of note after (or before) a bucket: the highest, the lowest, an end. */
export function nextExtreme(
  points: readonly SeriesPoint[],
  from: number,
  direction: 1 | -1,
): number {
  let highest = 0;
  let lowest = 0;
  points.forEach(({ value }, index) => {
    if (value === null) return;
    if (value > (points[highest]?.value ?? Number.NEGATIVE_INFINITY)) highest = index;
    if (value < (points[lowest]?.value ?? Number.POSITIVE_INFINITY)) lowest = index;
  });
  const stops = [0, highest, lowest, points.length - 1].sort((a, b) => (a - b) * direction);
  return stops.find((stop) => (stop - from) * direction > 0) ?? from;
}

/**
 * How a bucket moved against its twin of the compared period. A bucket that has not ended is not
 * compared: its twin is whole.
 */
export function deltaAt(trend: Trend, index: number, locale: string): Delta {
  const point = trend.points[index];
  const value = point && !point.incomplete ? point.value : null;
  const previous = trend.previous?.[index]?.value ?? null;
  const kind = trend.tile?.change_kind ?? 'ratio';
  const change =
    value === null || previous === null || (kind === 'ratio' && previous === 0)
      ? null
      : kind === 'points'
        ? value - previous
        : value / previous - 1;
  return describeDelta(
    { value, previous, change },
    kind,
    trend.tile?.polarity ?? 'neutral',
    locale,
  );
}

/**
 * A tile's buckets with those marked that have not ended. Tiles and charts share their buckets, but
 * only charts are told which are running.
 */
export function markIncomplete(
  points: readonly SeriesPoint[],
  { series }: Dashboard,
): readonly SeriesPoint[] {
  const running = new Set(
    series[0]?.points.flatMap(({ t, incomplete }) => (incomplete ? [t] : [])) ?? [],
  );
  if (running.size === 0) return points;
  return points.map((point) => (running.has(point.t) ? { ...point, incomplete: true } : point));
}

/** Whether a range holds the moment at which its figures were computed. */
function isRunning({ range, generated_at }: Dashboard): boolean {
  const today = localDate(generated_at, range.time_zone);
  return today !== undefined && today <= lastDateOf(range);
}

/** Why a bucket is incomplete, after a separator: it goes on, or only a part of it is in the range. */
export function noteOf(trend: Trend, index: number, separator = ''): string {
  if (!trend.points[index]?.incomplete) return '';
  const last = index === trend.points.length - 1;
  return `${separator}${trend.running && (last || trend.grain === 'hour') ? 'so far' : 'in part'}`;
}
