import type { SegmentHistory } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { StackedChart } from '../../charts/stacked-chart.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { historyQuery, type SegmentKind } from '../customers-query.js';
import { slotOf } from './slots.js';
import { segmentTexts } from './texts.js';

/** How many customers each segment held at the end of each month. */
export function HistoryPanel({ kind }: { readonly kind: SegmentKind }) {
  const { t } = useTexts(segmentTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const query = useQuery({
    ...historyQuery.options(tenant.id, { by: kind, locale }),
    staleTime: 60_000,
  });
  return (
    <section aria-labelledby="segment-history" className="card min-w-0 p-4">
      {query.isError ? (
        <ProblemPanel
          error={query.error}
          what={t('historyFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : query.data ? (
        <StackedChart
          data={seriesOf(query.data, kind, t('history'))}
          height={300}
          heading={
            <div>
              <h2 id="segment-history" className="font-semibold text-md">
                {t('history')}
              </h2>
              <p className="mt-0.5 text-text-3 text-xs">{t('historyAbout')}</p>
            </div>
          }
        />
      ) : (
        <div className="skeleton h-80 w-full" aria-hidden="true" />
      )}
    </section>
  );
}

function seriesOf({ months, segments }: SegmentHistory, kind: SegmentKind, title: string) {
  return {
    title,
    unit: 'count' as const,
    axis: { kind: 'time' as const, grain: 'month' as const },
    series: segments.map(({ id, label }) => ({
      key: id,
      label,
      slot: slotOf(kind, id),
      points: months.map(({ month, counts, running }) => ({
        at: month,
        value: counts[id] ?? 0,
        ...(running ? { provisional: 'running' as const } : {}),
      })),
    })),
  };
}
