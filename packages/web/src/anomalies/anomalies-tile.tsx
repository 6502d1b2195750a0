import type { Anomalies, JudgedSeries } from '@olympus/sdk';
import type { TileDrawing } from '../boards/kinds/tile-kind.js';
import { TileScroll } from '../boards/tile/tile-scroll.js';
import { TooLittle } from '../boards/tile/too-little.js';
import { BandChart } from '../charts/index.js';
import { useTexts } from '../messages/use-texts.js';
import { anomalyTexts } from './texts.js';
import { useUnusualData } from './unusual-chart.js';
import { useAnomalyWords } from './words.js';

/** What stands out of a metric: the series within its expected range, and the latest in words. */
export default function AnomaliesTile({ title, view, answers, height }: TileDrawing) {
  const { t } = useTexts(anomalyTexts);
  // the kind asks analytics.anomalies and nothing else
  const data = answers[0] as Anomalies | undefined;
  if (!data) return <TooLittle height={height} />;
  if (data.status !== 'ok') {
    return (
      <div
        className="flex flex-col justify-center rounded-control bg-surface-2 p-4"
        style={{ height }}
      >
        <p className="font-semibold">{t(`status.${data.status}`)}</p>
        <p className="text-text-2">{t(`status.${data.status}.text`)}</p>
      </div>
    );
  }
  const wanted = view.options?.series ?? null;
  const series = data.series.find(({ key }) => key === wanted) ?? data.series[0];
  if (!series) return <TooLittle height={height} />;
  return (
    <TileScroll label={title || data.metric.label}>
      <Judged data={data} series={series} height={height} />
    </TileScroll>
  );
}

/** Words about the latest, and the room that they and the legend take in CSS pixels. */
const WORDS = 44;
const LEGEND = 40;

function Judged({
  data,
  series,
  height,
}: {
  readonly data: Anomalies;
  readonly series: JudgedSeries;
  readonly height: number;
}) {
  const { t } = useTexts(anomalyTexts);
  const { when, sayOf } = useAnomalyWords(data.grain, data.metric.unit);
  const { chart, own, details } = useUnusualData(data, series);
  const latest = own.toSorted((a, b) => (a.time < b.time ? 1 : -1))[0];
  return (
    <>
      <p className="line-clamp-2 text-text-2">
        <b className="font-semibold text-text">
          {own.length === 0 ? t('quiet') : t('found', { count: own.length })}
        </b>
        {latest && ` · ${when(latest.time)}: ${sayOf(latest)}`}
      </p>
      <BandChart
        data={chart}
        details={details}
        toolbar={false}
        sharedCursor
        height={Math.max(110, height - WORDS - LEGEND)}
      />
    </>
  );
}
