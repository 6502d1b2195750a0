import type { Dashboard, DashboardTile, SeriesPoint } from '@olympus/sdk';
import { chartPoints, type SeriesData } from '../charts/index.js';
import { lastDateOf, localDate } from '../format/dates.js';

/** What the main chart shows: a metric's buckets, and the compared period's where there are any. */
export interface Trend {
  readonly metric: string;
  readonly data: SeriesData;
  readonly tile: DashboardTile | undefined;
}

/** The trend of the asked metric, or of the first there is. Any tile can be one. */
export function selectTrend(dashboard: Dashboard, asked: string | undefined): Trend | undefined {
  const { series, tiles, grain, range, comparison } = dashboard;
  const known = (metric: string | undefined) =>
    metric !== undefined &&
    (series.some((one) => one.metric === metric) || tiles.some((one) => one.metric === metric));
  const metric = known(asked) ? asked : (series[0]?.metric ?? tiles[0]?.metric);
  const found = series.find((one) => one.metric === metric);
  const tile = tiles.find((one) => one.metric === metric);
  const shown = found ?? tile;
  if (!shown) return undefined;
  const points = found ? found.points : markIncomplete(tile?.series ?? [], dashboard);
  const previous = found?.previous ?? null;
  return {
    metric: shown.metric,
    tile,
    data: {
      title: shown.label,
      unit: shown.unit,
      axis: { kind: 'time', grain },
      range,
      comparison,
      change: { kind: tile?.change_kind ?? 'ratio', polarity: tile?.polarity ?? 'neutral' },
      series: [
        {
          key: shown.metric,
          label: shown.label,
          points: chartPoints(points, grain, isRunning(dashboard)),
          compared: previous && chartPoints(previous, grain, false),
        },
      ],
    },
  };
}

/** The metrics that the main chart can show, in the page's order. */
export function trendChoices({
  tiles,
  series,
}: Dashboard): readonly { value: string; label: string }[] {
  const all = [...tiles, ...series].map(({ metric, label }) => [metric, label] as const);
  return [...new Map(all)].map(([value, label]) => ({ value, label }));
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
