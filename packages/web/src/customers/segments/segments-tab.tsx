import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { usePageSearch } from '../../address/use-address.js';
import { formatDate } from '../../format/dates.js';
import { formatShort } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { ProgressLine } from '../../ui/progress-line.js';
import { segmentsQuery } from '../customers-query.js';
import { customersSearch } from '../customers-search.js';
import { HistoryPanel } from './history-panel.js';
import { MovementPanel } from './movement-panel.js';
import { RfmPanel } from './rfm-panel.js';
import { SegmentCards } from './segment-cards.js';
import { SegmentTools } from './segment-tools.js';
import { segmentTexts } from './texts.js';

/** Customers by recency, frequency and money, on a day, over months and between two days. */
export function SegmentsTab() {
  const { t } = useTexts(segmentTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const locale = useLanguage();
  const [{ as_of: asOf, by }] = usePageSearch(customersSearch);
  const query = useQuery({
    ...segmentsQuery.options(tenant.id, { as_of: asOf, locale }),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const answer = query.data;
  return (
    <div className="space-y-4">
      <ProgressLine active={query.isFetching && !query.isPending} />
      <SegmentTools answered={answer?.as_of} />
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && <SegmentsSkeleton />}
      {answer && answer.customers === 0 && (
        <EmptyState icon={Users} title={t('noneTitle')}>
          {t('none')}
        </EmptyState>
      )}
      {answer && answer.customers > 0 && (
        <>
          <p className="text-text-2">
            {t('summary', {
              count: answer.customers,
              revenue: formatShort(answer.revenue, 'currency', style),
              date: formatDate(answer.as_of, style.locale),
            })}
          </p>
          {by === 'rfm' && !answer.enough ? (
            <EmptyState icon={Users} title={t('fewTitle')}>
              {t('few', { needed: answer.needed, have: answer.customers })}
            </EmptyState>
          ) : (
            <>
              {by === 'rfm' && <RfmPanel answer={answer} />}
              <SegmentCards answer={answer} kind={by} />
              <HistoryPanel kind={by} />
              <MovementPanel kind={by} to={answer.as_of} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function SegmentsSkeleton() {
  return (
    <div aria-hidden="true" className="space-y-4">
      <div className="skeleton h-5 w-72" />
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="card skeleton h-80" />
        <div className="card skeleton h-80" />
      </div>
      <div className="card skeleton h-72" />
    </div>
  );
}
