import type { AlertTrial } from '@olympus/sdk';
import {
  BandChart,
  type ChartSeries,
  LineChart,
  type SeriesData,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import type { ReactNode } from 'react';
import { alertTexts } from './texts.js';
import { grainOf, type Rule } from './wording.js';

/** Windows with a group of their own line. */
const MOST_LINES = 4;

/** The past of a condition: what was judged, the level it is held against, and where it would fire. */
export function TrialChart({
  trial,
  rule,
  heading,
}: {
  readonly trial: AlertTrial;
  readonly rule: Rule;
  readonly heading?: ReactNode;
}) {
  const { t } = useTexts(alertTexts);
  const style = useNumberStyle();
  const data = trialData(trial, rule, {
    level: t('chart.level'),
    before: t('chart.before'),
    fires: t('chart.fires'),
  });
  if (data === undefined) return <p className="text-text-2">{t('noPast')}</p>;
  const options = { data, heading, height: 260, details: [style.currency] };
  return data.band ? <BandChart {...options} /> : <LineChart {...options} />;
}

export function trialData(
  trial: AlertTrial,
  rule: Rule,
  labels: { readonly level: string; readonly before: string; readonly fires: string },
): SeriesData | undefined {
  const [first] = trial.series;
  if (first === undefined || first.points.length === 0) return undefined;
  const firesAt = (key: string) =>
    new Set(
      trial.episodes.flatMap(({ from, groups }) =>
        groups.some((group) => group.key === key) ? [from] : [],
      ),
    );
  const name = (key: string) => (key === '' ? trial.metric_label : key);
  const band = rule.kind === 'band';
  const shown = band ? [first] : trial.series.slice(0, MOST_LINES);
  const series: ChartSeries[] = shown.map(({ key, points }) => {
    const fires = firesAt(key);
    return {
      key: `group:${key}`,
      label: name(key),
      points: points.map(({ at, value, reference, low, high }) => ({
        at,
        value,
        ...(band ? { expected: reference, low, high, flagged: fires.has(at) } : {}),
      })),
    };
  });
  if (rule.kind === 'threshold') {
    const points = first.points.map(({ at }) => ({ at, value: rule.level }));
    series.push({ key: 'level', label: labels.level, points, slot: 4 });
  }
  if (rule.kind === 'change' && shown.length === 1) {
    const points = first.points.map(({ at, reference }) => ({ at, value: reference }));
    series.push({ key: 'before', label: labels.before, points, slot: 2 });
  }
  const marks = band ? [] : trial.episodes.slice(-30);
  return {
    title: trial.metric_label,
    unit: trial.unit ?? 'number',
    axis: { kind: 'time', grain: grainOf(trial.window) },
    series,
    annotations: marks.map(({ from }) => ({ at: from, label: labels.fires })),
    ...(band ? { band: { kind: 'expected' as const } } : {}),
  };
}
