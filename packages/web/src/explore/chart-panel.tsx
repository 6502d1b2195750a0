import type { Trends } from '@olympus/sdk';
import type { ReactNode } from 'react';
import {
  BandChart,
  BarChart,
  type ChartOptions,
  ColumnChart,
  HeatGrid,
  LineChart,
  Sparkline,
  StackedChart,
} from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { describeDelta } from '../format/delta.js';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { DeltaChip } from '../ui/delta-chip.js';
import {
  groupPanels,
  heatOf,
  isBucketed,
  type Panel,
  shownUnit,
  timePanels,
  type Words,
} from './chart-data.js';
import type { ShownView } from './question.js';
import { exploreTexts } from './texts.js';

type Metric = Trends['metrics'][number];

interface ChartPanelsProps {
  readonly trends: Trends;
  readonly view: ShownView;
  readonly words: Words;
  /** Bars show how much groups rose or fell. */
  readonly byChange: boolean;
  /** A mark was chosen: a bucket's or a group's key, in the chart of these metrics. */
  readonly onPick: (key: string, metrics: readonly Metric[]) => void;
}

/** The charts of an exploration: one a metric, or one for all of a unit. */
export function ChartPanels({ trends, view, words, byChange, onPick }: ChartPanelsProps) {
  const style = useNumberStyle();
  const details = [
    ...(trends.range ? [formatRange(trends.range, style.locale)] : []),
    trends.time_zone.replaceAll('_', ' '),
    trends.currency,
  ];
  if (view === 'number') {
    return (
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {trends.metrics.map((metric, at) => (
          <Card key={metric.name}>
            <Heading trends={trends} metrics={[metric]} large />
            <Sparkline
              points={trends.buckets.map(({ t }, index) => ({
                t,
                value: trends.total.series?.[at]?.values[index] ?? null,
              }))}
              className="mt-4 block h-16 w-full"
            />
          </Card>
        ))}
      </div>
    );
  }
  if (view === 'heat') {
    return trends.metrics.map((metric, at) => {
      const data = heatOf(trends, at, words);
      if (!data) return null;
      return (
        <Card key={metric.name}>
          <HeatGrid
            data={data}
            details={details}
            onPick={(key) => onPick(key, [metric])}
            heading={<Heading trends={trends} metrics={[metric]} />}
          />
        </Card>
      );
    });
  }
  const panels = isBucketed(trends)
    ? timePanels(trends, words)
    : groupPanels(trends, words, byChange);
  return panels.map(({ metrics, data }) => {
    const options = {
      data,
      details,
      onPick: (key: string) => onPick(key, metrics),
      heading: <Heading trends={trends} metrics={metrics} title={data.title} />,
    };
    const [metric] = metrics;
    const outlook = metric && trends.outlooks?.[trends.metrics.indexOf(metric)];
    return (
      <Card key={data.title}>
        {data.band ? <BandChart {...options} /> : drawn(view, options, data.series.length > 1)}
        {outlook?.reason && <NoOutlook reason={outlook.reason} />}
      </Card>
    );
  });
}

/** Why there is no forecast. */
export function NoOutlook({ reason }: { readonly reason: string }) {
  const { t } = useTexts(exploreTexts);
  return <p className="mt-2 text-text-3 text-xs">{t(`forecast.${reasonOf(reason)}`)}</p>;
}

const REASONS = ['past', 'ended', 'formula'] as const;
const reasonOf = (reason: string) => REASONS.find((one) => one === reason) ?? 'none';

type Drawn = ChartOptions & { readonly data: Panel['data'] };

/** One chart of a view. */
export function drawn(view: ShownView, options: Drawn, several: boolean): ReactNode {
  switch (view) {
    case 'area':
      return <StackedChart as="area" {...options} />;
    case 'column':
      return several ? <StackedChart {...options} /> : <ColumnChart {...options} />;
    case 'bar':
      return <BarChart {...options} />;
    default:
      return <LineChart {...options} />;
  }
}

function Card({ children }: { readonly children: ReactNode }) {
  return <section className="card min-w-0 px-4 pt-3 pb-4">{children}</section>;
}

/** Metrics by their names; of one alone its value over the whole span, and how it moved. */
function Heading({
  trends,
  metrics,
  title,
  large = false,
}: {
  readonly title?: string;
  readonly trends: Trends;
  readonly metrics: readonly Metric[];
  readonly large?: boolean;
}) {
  const [metric] = metrics;
  if (!metric) return null;
  return (
    <div className={large ? '' : 'flex flex-wrap items-center gap-x-3 gap-y-1'}>
      <h2 className="font-semibold text-md">
        {title ?? metrics.map(({ label }) => label).join(', ')}
      </h2>
      {metrics.length === 1 && (
        <WholeValue
          trends={trends}
          metric={metric}
          className={
            large
              ? 'mt-1 font-semibold text-[36px] leading-11 tracking-tight'
              : 'font-semibold text-md'
          }
        />
      )}
    </div>
  );
}

/** A metric over the whole span, and how it moved; nothing where shares are shown. */
export function WholeValue({
  trends,
  metric,
  className,
}: {
  readonly trends: Trends;
  readonly metric: Metric;
  readonly className: string;
}) {
  const style = useNumberStyle();
  const whole = trends.total.values[trends.metrics.indexOf(metric)];
  const unit = shownUnit(trends, metric);
  if (!whole || trends.presentation.kind === 'share') return null;
  return (
    <>
      <p className={className}>{formatFull(whole.value, unit, style)}</p>
      {trends.comparison && (
        <DeltaChip
          delta={describeDelta(
            whole,
            unit === 'ratio' ? 'points' : 'ratio',
            metric.polarity,
            style.locale,
          )}
        />
      )}
    </>
  );
}
