import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { usePageSearch } from '../address/use-address.js';
import { announce } from '../app/announcer.js';
import { isHidden } from '../app/faults.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { dashboardRequest, rangeOfPeriod } from '../scope/scope.js';
import { usePeriodShortcuts } from '../scope/scope-bar.js';
import { useScope } from '../scope/use-scope.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { PageFrame } from '../shell/page-frame.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { useDashboard } from './dashboard-query.js';
import { Figures } from './figures.js';
import { FreshnessChip } from './freshness-chip.js';
import { overviewSearch } from './overview-search.js';
import { OverviewSkeleton } from './skeleton.js';

const FirstEventNotice = lazy(async () => ({
  default: (await import('./first-event-notice.js')).FirstEventNotice,
}));
const EmptyTenant = lazy(() => import('./empty-tenant.js'));

/** The first screen: how the shop is doing. */
export default function OverviewPage() {
  const { t } = useTexts();
  const tenant = useTenant();
  const control = useScope();
  const [{ m }] = usePageSearch(overviewSearch);
  const query = useDashboard(tenant.id, dashboardRequest(control.scope));
  const dashboard = query.data;
  useUpdateAnnouncement(dashboard?.generated_at, dashboard?.tiles.length ?? 0);
  usePeriodShortcuts(
    control,
    rangeOfPeriod(control.scope.period, query.isPlaceholderData ? undefined : dashboard?.range),
  );

  const empty = dashboard?.freshness.status === 'empty';
  const [sawEmpty, setSawEmpty] = useState(false);
  if (empty && !sawEmpty) setSawEmpty(true);
  const hidden = query.isError && isHidden(query.error);
  return (
    <PageFrame
      actions={<FreshnessChip dashboard={dashboard} />}
      answered={dashboard}
      pending={query.isPlaceholderData}
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      scopeless={empty || hidden}
    >
      {query.isError &&
        (hidden ? (
          <HiddenTenant name={tenant.name} />
        ) : (
          <ProblemPanel
            error={query.error}
            what={dashboard ? t('overview.refreshFailed') : t('overview.loadFailed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ))}
      {empty ? (
        <Suspense fallback={<OverviewSkeleton />}>
          <EmptyTenant tenant={tenant} />
        </Suspense>
      ) : dashboard && !hidden ? (
        <>
          {sawEmpty && (
            <Suspense fallback={<div className="h-14" />}>
              <FirstEventNotice dashboard={dashboard} />
            </Suspense>
          )}
          <Figures dashboard={dashboard} metric={m} control={control} />
        </>
      ) : (
        query.isPending && <OverviewSkeleton />
      )}
    </PageFrame>
  );
}

/** Shortest time between two spoken updates. */
const ANNOUNCE_MS = 20_000;

function useUpdateAnnouncement(generatedAt: string | undefined, tiles: number): void {
  const { t } = useTexts();
  const first = useRef(true);
  const lastMs = useRef(0);
  useEffect(() => {
    if (!generatedAt) return;
    const nowMs = Date.now();
    if (!first.current && nowMs - lastMs.current > ANNOUNCE_MS) {
      lastMs.current = nowMs;
      announce(t('overview.updated', { count: tiles }));
    }
    first.current = false;
  }, [generatedAt, tiles, t]);
}
