import type { Annotation, Trends } from '@olympus/sdk';
import { useMemo } from 'react';
import { annotationsOn } from '../../boards/kinds/query-answer.js';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { TileScroll } from '../../boards/tile/tile-scroll.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { BandChart, type ChartOptions, HeatGrid, Sparkline } from '../../charts/index.js';
import { formatRange } from '../../format/dates.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import {
  groupPanels,
  heatOf,
  isBucketed,
  type Panel,
  timePanels,
  type Words,
} from '../chart-data.js';
import { drawn, NoOutlook, WholeValue } from '../chart-panel.js';
import { RANKINGS, VIEWS } from '../explore-search.js';
import { TrendRows } from '../explore-table.js';
import { type ShownView, shownView } from '../question.js';
import { exploreTexts } from '../texts.js';

/** Room of a panel's value, of a legend, and between panels, in CSS pixels. */
const HEAD = 28;
const LEGEND = 32;
const LEAST = 120;

/** An exploration on a dashboard: drawn as on its page, without what leads on from there. */
export default function TrendTile({ title, view, answers, height, annotations }: TileDrawing) {
  const { t } = useTexts(exploreTexts);
  const { locale } = useNumberStyle();
  // the kind asks analytics.trends and nothing else
  const trends = answers[0] as Trends | undefined;
  const words = useMemo(
    (): Words => ({
      locale,
      others: t('others'),
      changeOf: (metric) => t('changeOf', { metric }),
    }),
    [locale, t],
  );
  if (!trends || isEmpty(trends)) return <TooLittle height={height} />;
  const as = VIEWS.find((one) => one === view.options?.as) ?? 'auto';
  const by = RANKINGS.find((one) => one === view.options?.by) ?? 'value';
  const shown = shownView({ as, b: trends.dimensions.map(({ name }) => name) });
  const named = title || trends.metrics.map(({ label }) => label).join(', ');
  if (shown === 'table') {
    return (
      <div className="-mx-2 -mt-1">
        <TrendRows trends={trends} words={words} maxHeight={Math.max(96, height)} />
      </div>
    );
  }
  return (
    <TileScroll label={named}>
      {shown === 'number' ? (
        <Numbers trends={trends} height={height} />
      ) : shown === 'heat' ? (
        <Heat trends={trends} words={words} height={height} />
      ) : (
        <Panels
          {...{ trends, words, shown, height, annotations }}
          byChange={by !== 'value' && trends.comparison !== null}
        />
      )}
    </TileScroll>
  );
}

const isEmpty = ({ total, groups }: Trends) =>
  groups.length === 0 && total.values.every(({ value }) => value === null || value === 0);

function Numbers({ trends, height }: { readonly trends: Trends; readonly height: number }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {trends.metrics.map((metric, at) => (
        <div key={metric.name} className="min-w-0">
          <h3 className="truncate text-text-2 text-xs">{metric.label}</h3>
          <WholeValue
            trends={trends}
            metric={metric}
            className="font-semibold text-kpi tracking-tight"
          />
          {height >= 120 && (
            <Sparkline
              points={trends.buckets.map(({ t }, index) => ({
                t,
                value: trends.total.series?.[at]?.values[index] ?? null,
              }))}
              className="mt-2 block h-12 w-full"
            />
          )}
        </div>
      ))}
    </div>
  );
}

function Heat({
  trends,
  words,
  height,
}: {
  readonly trends: Trends;
  readonly words: Words;
  readonly height: number;
}) {
  const details = useDetails(trends);
  return trends.metrics.map((metric, at) => {
    const data = heatOf(trends, at, words);
    return (
      data && (
        <HeatGrid
          key={metric.name}
          data={data}
          details={details}
          toolbar={false}
          height={height - 14}
        />
      )
    );
  });
}

function Panels({
  trends,
  words,
  shown,
  byChange,
  height,
  annotations,
}: {
  readonly trends: Trends;
  readonly words: Words;
  readonly shown: ShownView;
  readonly byChange: boolean;
  readonly height: number;
  readonly annotations: readonly Annotation[];
}) {
  const details = useDetails(trends);
  const panels = isBucketed(trends)
    ? timePanels(trends, words).map((panel) => noted(panel, trends, annotations))
    : groupPanels(trends, words, byChange);
  const several = panels.length > 1;
  return panels.map(({ metrics, data }) => {
    const [metric] = metrics;
    const outlook = metric && trends.outlooks?.[trends.metrics.indexOf(metric)];
    const legend = data.series.length > 1 || data.band ? LEGEND : 0;
    const own = height / panels.length - HEAD - legend - 12;
    const options: ChartOptions = {
      details,
      toolbar: false,
      height: Math.max(LEAST, own),
      sharedCursor: isBucketed(trends),
    };
    return (
      <div key={data.title} className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3">
          {several && <h3 className="font-medium text-text-2 text-xs">{data.title}</h3>}
          {metric && metrics.length === 1 && (
            <WholeValue
              trends={trends}
              metric={metric}
              className={several ? 'font-semibold text-sm' : 'font-semibold text-lg'}
            />
          )}
        </div>
        {data.band ? (
          <BandChart data={data} {...options} />
        ) : (
          drawn(shown, { data, ...options }, data.series.length > 1)
        )}
        {outlook?.reason && <NoOutlook reason={outlook.reason} />}
      </div>
    );
  });
}

/** What was noted for days, on the buckets that they lie in. */
function noted(panel: Panel, { buckets }: Trends, annotations: readonly Annotation[]): Panel {
  const places = buckets.map(({ t }) => t);
  return { ...panel, data: { ...panel.data, annotations: annotationsOn(annotations, places) } };
}

function useDetails({ range, time_zone, currency }: Trends): readonly string[] {
  const { locale } = useNumberStyle();
  return [...(range ? [formatRange(range, locale)] : []), time_zone.replaceAll('_', ' '), currency];
}
