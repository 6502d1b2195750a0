import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { SaveToDashboard } from '../boards/saving/save-to-dashboard.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { queryTime } from '../scope/scope.js';
import { EmptyState } from '../ui/empty-state.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { AnomalyDrawer } from './anomaly-drawer.js';
import { AnomalyList } from './anomaly-list.js';
import { BreakdownMenu, MetricMenu, SensitivityMenu } from './controls.js';
import { DetectorsMenu } from './detectors-menu.js';
import { numberedOf } from './numbered.js';
import { OtherFigures } from './other-figures.js';
import { type AnomaliesRequest, anomaliesQuery } from './queries.js';
import { SeriesChips } from './series-chips.js';
import { anomalyTexts } from './texts.js';
import { UnusualChart } from './unusual-chart.js';
import type { ViewProps } from './view-frame.js';

/** A metric with the range in which it was expected, and a list of what lies outside. */
export function UnusualView({ choices, control, frame }: ViewProps) {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const drawer = useDrawer('anomaly');
  const { search, change, name, by } = choices;
  const { period, grain, filters } = control.scope;
  const request: AnomaliesRequest = {
    metric: name,
    grain: grain === 'auto' ? 'day' : grain,
    sensitivity: search.s,
    locale,
    ...(period.kind === 'default' ? {} : { time: queryTime(period) }),
    ...(by ? { breakdown: by.value } : {}),
    ...(filters.length > 0 ? { filters } : {}),
  };
  const { time: _, locale: _locale, ...asked } = request;
  const query = useQuery({
    ...anomaliesQuery.options(tenant.id, request),
    placeholderData: (before, asked) =>
      asked?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
  });
  const { data } = query;
  const shown = data?.series.find(({ key }) => key === (search.series ?? null)) ?? data?.series[0];
  const numbers = data && shown ? numberedOf(data, shown.key) : new Map<string, number>();
  const all = data ? [...data.anomalies, ...data.expected, ...data.holidays] : [];
  const open = all.find(({ id }) => id === drawer.id);

  const content = (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <MetricMenu {...choices} />
        <BreakdownMenu {...choices} />
        <SensitivityMenu {...choices} />
        <DetectorsMenu choices={choices} request={request} />
        <SaveToDashboard
          title={t('tileOf', { metric: choices.metric?.label ?? name })}
          ask={{ operation: 'analytics.anomalies', input: asked }}
          view={{ kind: 'anomalies', options: search.series ? { series: search.series } : {} }}
        />
      </div>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && <Skeleton />}
      {data && data.status !== 'ok' && (
        <EmptyState icon={CircleCheck} title={t(`status.${data.status}`)}>
          {t(`status.${data.status}.text`)}
        </EmptyState>
      )}
      {data && shown && data.status === 'ok' && (
        <div className="grid gap-4 lg:grid-cols-12">
          <section className="card min-w-0 px-4 pt-3 pb-4 lg:col-span-8">
            <SeriesChips
              data={data}
              shown={shown.key}
              onShow={(series) => change({ series: series ?? undefined }, { replace: true })}
            />
            <UnusualChart
              data={data}
              series={shown}
              view={search.v}
              onView={(v) => change({ v }, { replace: true })}
              onOpen={drawer.open}
            />
          </section>
          <AnomalyList data={data} numbers={numbers} onOpen={drawer.open}>
            <OtherFigures choices={choices} request={request} />
          </AnomalyList>
        </div>
      )}
      <AnomalyDrawer
        anomaly={open}
        id={drawer.id}
        data={data}
        request={request}
        onClose={drawer.close}
      />
    </div>
  );
  return frame({
    answered: data && {
      range: data.range,
      ...(period.kind === 'default' && { timeframe: 'last_90_days' }),
    },
    isPlaceholderData: query.isPlaceholderData,
    isFetching: query.isFetching,
    isPending: query.isPending,
    scopeParts: ['range', 'grain', 'filters'],
    content,
  });
}

function Skeleton() {
  return (
    <div className="grid gap-4 lg:grid-cols-12" aria-hidden="true">
      <div className="skeleton h-[400px] rounded-card lg:col-span-8" />
      <div className="skeleton h-[400px] rounded-card lg:col-span-4" />
    </div>
  );
}
