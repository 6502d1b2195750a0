import type { Anomalies, JudgedSeries } from '@olympus/sdk';
import { useMemo } from 'react';
import { BandChart, type SeriesData, type View } from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { formatSigned } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { anomalyTexts } from './texts.js';
import { useAnomalyWords, valueText } from './words.js';

/** A series with its expected range; what stands out is ringed and numbered, new levels are lines. */
export function UnusualChart({
  data,
  series,
  view,
  onView,
  onOpen,
}: {
  readonly data: Anomalies;
  readonly series: JudgedSeries;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onOpen: (id: string) => void;
}) {
  const { chart, own, details } = useUnusualData(data, series);
  return (
    <BandChart
      data={chart}
      view={view}
      onView={onView}
      height={300}
      details={details}
      onPick={(at) => {
        const picked = own.find(({ time }) => time === at);
        if (picked) onOpen(picked.id);
      }}
      heading={
        <>
          <h2 className="font-semibold text-md">{chart.title}</h2>
          <p className="mt-0.5 text-text-3 text-xs">{data.metric.description}</p>
        </>
      }
    />
  );
}

/** A judged series as a chart, its anomalies, and what a picture of it says. */
export function useUnusualData(data: Anomalies, series: JudgedSeries) {
  const { t } = useTexts(anomalyTexts);
  const style = useNumberStyle();
  const { metric, grain, range } = data;
  const { kindOf } = useAnomalyWords(grain, metric.unit);
  const name =
    series.key === null
      ? metric.label
      : `${metric.label} · ${valueText(series.key, data.breakdown?.name ?? '', t('none'), style.locale)}`;
  const own = useMemo(
    () => data.anomalies.filter((one) => one.series === series.key),
    [data, series],
  );
  const chart = useMemo(
    (): SeriesData => ({
      title: name,
      unit: metric.unit,
      axis: { kind: 'time', grain },
      range,
      band: { kind: 'expected' },
      annotations: own
        .filter(({ kind }) => kind === 'level_shift')
        .map((one) => ({
          at: one.time,
          label: `${formatSigned(one.size, metric.unit, style)} ${kindOf(one)}`,
        })),
      series: [
        {
          key: series.key ?? 'whole',
          label: name,
          points: series.buckets.map(({ t: at, value, expected, low, high, marked }) => ({
            at,
            value,
            expected,
            low,
            high,
            flagged: marked,
          })),
        },
      ],
    }),
    [name, metric, grain, range, series, own, kindOf, style],
  );
  const details = [
    formatRange(range, style.locale),
    data.time_zone.replaceAll('_', ' '),
    data.currency,
  ];
  return { chart, own, details };
}
