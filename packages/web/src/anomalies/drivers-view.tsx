import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { canCompare, queryTime } from '../scope/scope.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { MetricMenu } from './controls.js';
import { ExplanationView } from './explanation-view.js';
import { type ExplainRequest, explainQuery } from './queries.js';
import { anomalyTexts } from './texts.js';
import type { ViewProps } from './view-frame.js';

/** What moved a metric between any two periods. */
export function DriversView({ choices, control, frame }: ViewProps) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const { period, compare, filters } = control.scope;
  const request: ExplainRequest = {
    metric: choices.name,
    locale,
    // all of time has nothing before it
    time: canCompare(period) ? queryTime(period) : { timeframe: 'last_12_months' },
    compare: compare === 'none' ? 'previous_period' : compare,
    ...(filters.length > 0 ? { filters } : {}),
  };
  const query = useQuery({
    ...explainQuery.options(tenant.id, request),
    placeholderData: (before, asked) =>
      asked?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const { data } = query;
  const content = (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <MetricMenu {...choices} />
      </div>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('explainFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && <div className="skeleton h-[480px] rounded-card" aria-hidden="true" />}
      {data && (
        <section className="card min-w-0 px-4 pt-3 pb-4">
          <h2 className="font-semibold text-md">{data.metric.label}</h2>
          <p className="mb-3 text-text-3 text-xs">{data.metric.formula}</p>
          <ExplanationView explanation={data} />
        </section>
      )}
    </div>
  );
  return frame({
    answered: data?.range ? { range: data.range, comparison: data.comparison_range } : undefined,
    isPlaceholderData: query.isPlaceholderData,
    isFetching: query.isFetching,
    isPending: query.isPending,
    scopeParts: ['range', 'compare', 'filters'],
    content,
  });
}
