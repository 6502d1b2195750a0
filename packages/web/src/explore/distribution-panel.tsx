import type { Distribution } from '@olympus/sdk';
import { ChartColumn } from 'lucide-react';
import { ColumnChart, type SeriesData } from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { formatAxis, formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { EmptyState } from '../ui/empty-state.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { useDistribution } from './queries.js';
import type { DistributionInput } from './question.js';
import { exploreTexts } from './texts.js';

/** More bins than these have no room for both of their ends. */
const MOST_NAMED = 8;

/** How a metric is spread over single orders or customers. */
export function DistributionPanel({
  input,
  onColumn,
}: {
  readonly input: DistributionInput;
  /** A column was chosen: its ends; an outermost one is open. */
  readonly onColumn: (from: number | undefined, to: number | undefined) => void;
}) {
  const { t } = useTexts(exploreTexts);
  const tenant = useTenant();
  const query = useDistribution(tenant.id, input);
  if (query.isError) {
    return (
      <ProblemPanel
        error={query.error}
        what={t('loadFailed')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!query.data) {
    return <div aria-hidden="true" className="card h-[392px] animate-pulse bg-surface-2" />;
  }
  if (query.data.count === 0) {
    return (
      <EmptyState icon={ChartColumn} title={t('nothing')}>
        {t('noSpread')}
      </EmptyState>
    );
  }
  return <Histogram distribution={query.data} onColumn={onColumn} />;
}

function Histogram({
  distribution,
  onColumn,
}: {
  readonly distribution: Distribution;
  readonly onColumn: (from: number | undefined, to: number | undefined) => void;
}) {
  const { t } = useTexts(exploreTexts);
  const style = useNumberStyle();
  const { data, about } = useHistogram(distribution);
  const { range, bins } = distribution;
  const pick = (key: string) => {
    const place = bins.findIndex(({ from }) => String(from) === key);
    const bin = bins[place];
    if (!bin) return;
    onColumn(place === 0 ? undefined : bin.from, place === bins.length - 1 ? undefined : bin.to);
  };
  return (
    <section className="card min-w-0 px-4 pt-3 pb-4">
      <ColumnChart
        data={data}
        details={range ? [formatRange(range, style.locale)] : []}
        onPick={pick}
        heading={
          <>
            <h2 className="font-semibold text-md">{data.title}</h2>
            <p className="text-text-3 text-xs">
              {about} {t(`pickColumn.${distribution.per}`)}
            </p>
          </>
        }
      />
    </section>
  );
}

/** The columns of a distribution, and what it says of itself. */
export function useHistogram(distribution: Distribution): {
  readonly data: SeriesData;
  readonly about: string;
} {
  const { t } = useTexts(exploreTexts);
  const style = useNumberStyle();
  const { metric, per, bins, below, above, mean, least, most, range } = distribution;
  const { unit } = metric;
  const short = (value: number) => formatAxis(value, unit, style, 1);
  const name = ({ from, to }: Distribution['bins'][number], place: number) => {
    if (below && place === 0) return t('orLess', { to: short(to) });
    if (above && place === bins.length - 1) return t('orMore', { from: short(from) });
    // whole numbers one by one, and many bins, are called by where they begin
    const alone = (unit === 'count' && to - from === 1) || bins.length > MOST_NAMED;
    return alone ? short(from) : `${short(from)} – ${short(to)}`;
  };
  const full = (value: number | null) => formatFull(value, unit, style);
  const average = formatFull(mean, unit === 'count' ? 'number' : unit, style);
  const [first] = bins;
  const width = first ? short(first.to - first.from) : '';
  const spread = t('spreadIn', { mean: average, least: full(least), most: full(most) });
  return {
    about: bins.length > MOST_NAMED ? `${spread} ${t('binWidth', { width })}` : spread,
    data: {
      title: t(`spread.${per}`, { metric: metric.label }),
      unit: 'count',
      axis: { kind: 'category', label: metric.label },
      series: [
        {
          key: per,
          label: t(`count.${per}`),
          points: bins.map((bin, place) => ({
            at: String(bin.from),
            label: name(bin, place),
            value: bin.count,
          })),
        },
      ],
      ...(range ? { range } : {}),
    },
  };
}
