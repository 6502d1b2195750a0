import type { KpiDetail } from '@olympus/sdk';
import type { ChartPoint, ChartSeries, SeriesData } from '@olympus/web/kit';

/** What the lines are called. */
export interface PathLabels {
  readonly title: string;
  readonly actual: string;
  readonly expected: string;
  readonly target: string;
}

/** The way to a target as a chart: what there is and where it leads, the usual way, the target. */
export function pathData({ kpi, path }: KpiDetail, labels: PathLabels): SeriesData | undefined {
  const { points, projection, grain } = path;
  if (points.length === 0) return undefined;
  const ahead = new Map(projection.map((step) => [step.time, step]));
  const { target, landing, kind } = kpi.state;
  const actual = points.map(({ time, value }): ChartPoint => {
    const step = ahead.get(time);
    if (step === undefined) return { at: time, value };
    return { at: time, value, expected: step.mean, low: step.low, high: step.high };
  });
  const series: ChartSeries[] = [{ key: 'actual', label: labels.actual, points: actual, slot: 1 }];
  if (target !== null && kind === 'sum') {
    const expected = points.map((point): ChartPoint => ({ at: point.time, value: point.expected }));
    series.push({ key: 'expected', label: labels.expected, points: expected, slot: 2 });
  }
  if (target !== null) {
    const level = points.map(({ time }): ChartPoint => ({ at: time, value: target }));
    series.push({ key: 'target', label: labels.target, points: level, slot: 4 });
  }
  return {
    title: labels.title,
    unit: kpi.unit ?? 'number',
    axis: { kind: 'time', grain },
    series,
    ...(projection.length > 0
      ? { band: { kind: 'forecast' as const, level: landing?.level ?? 0.8 } }
      : {}),
  };
}
