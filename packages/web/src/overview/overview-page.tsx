import type { SessionTenant } from '@olympus/sdk';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../app/announcer.js';
import { isHidden } from '../app/faults.js';
import { NumberStyleProvider } from '../format/style-context.js';
import { canCompare, dashboardRequest, rangeOfPeriod, shiftRange } from '../scope/scope.js';
import { ScopeBar } from '../scope/scope-bar.js';
import { useScope } from '../scope/use-scope.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { TenantPage } from '../shell/tenant-page.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { EmptyTenant } from './empty-tenant.js';
import { Figures } from './figures.js';
import { FreshnessChip } from './freshness-chip.js';
import { HiddenTenant } from './hidden-tenant.js';
import { MisreadNotice } from './notices.js';
import { OverviewSkeleton } from './skeleton.js';
import { useDashboard } from './use-dashboard.js';
import { useLive } from './use-live.js';

/** The first screen: how the shop is doing. */
export function OverviewPage() {
  return (
    <TenantPage title="Overview">
      {(tenant) => <Overview key={tenant.id} tenant={tenant} />}
    </TenantPage>
  );
}

function Overview({ tenant }: { readonly tenant: SessionTenant }) {
  const control = useScope();
  const { m } = useSearch({ strict: false });
  const [paused, setPaused] = useState(false);
  const live = useLive(tenant.id, paused);
  const query = useDashboard(tenant.id, dashboardRequest(control.scope), live === 'lost');
  const dashboard = query.data;
  const { locale, currency } = dashboard ?? tenant;
  const style = useMemo(() => ({ locale, currency }), [locale, currency]);
  useUpdateAnnouncement(dashboard?.generated_at, dashboard?.tiles.length ?? 0);
  usePeriodShortcuts(
    control,
    rangeOfPeriod(control.scope.period, query.isPlaceholderData ? undefined : dashboard?.range),
  );

  const empty = dashboard?.freshness.status === 'empty';
  const hidden = query.isError && isHidden(query.error);
  return (
    <NumberStyleProvider value={style}>
      <main
        id="content"
        tabIndex={-1}
        aria-busy={query.isFetching}
        className="mx-auto max-w-[1600px] px-4 pb-8 outline-none md:px-6"
      >
        <Progress active={query.isFetching && !query.isPending} />
        <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-2">
          <div className="flex min-w-0 items-center gap-3">
            <h1 className="font-semibold text-title">Overview</h1>
            {tenant.demo && (
              <span
                className="chip rounded-sm bg-warn-tint px-1.5 font-medium text-warn text-xs"
                title="A simulated shop, to look around in"
              >
                Sample data
              </span>
            )}
          </div>
          <FreshnessChip dashboard={dashboard} live={live} onPause={setPaused} />
        </header>
        {!empty && !hidden && (
          <div className="sticky top-0 z-20 -mx-4 bg-page px-4 py-2 md:-mx-6 md:px-6">
            <ScopeBar
              control={control}
              dashboard={dashboard}
              pending={query.isPlaceholderData}
              locale={locale}
            />
          </div>
        )}
        <div className="space-y-4 pt-2">
          {control.misread.length > 0 && <MisreadNotice misread={control.misread} />}
          {query.isError &&
            (hidden ? (
              <HiddenTenant name={tenant.name} />
            ) : (
              <ProblemPanel
                error={query.error}
                what={
                  dashboard
                    ? 'The figures below could not be refreshed'
                    : 'The figures could not be loaded'
                }
                onRetry={() => void query.refetch()}
                retrying={query.isFetching}
              />
            ))}
          {empty ? (
            <EmptyTenant tenant={tenant} live={live} />
          ) : dashboard && !hidden ? (
            <Figures dashboard={dashboard} metric={m} control={control} />
          ) : (
            query.isPending && <OverviewSkeleton />
          )}
        </div>
      </main>
    </NumberStyleProvider>
  );
}

/** The line that says: newer figures are on their way, these are still good. */
function Progress({ active }: { readonly active: boolean }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 top-0 z-30 h-0.5 overflow-hidden"
    >
      {active && (
        <div className="h-full w-1/3 animate-[appear_150ms_150ms_both,progress_1.1s_ease-in-out_infinite] bg-accent" />
      )}
    </div>
  );
}

/** Shortest time between two spoken updates. */
const ANNOUNCE_MS = 20_000;

function useUpdateAnnouncement(generatedAt: string | undefined, tiles: number): void {
  const first = useRef(true);
  const lastMs = useRef(0);
  useEffect(() => {
    if (!generatedAt) return;
    const nowMs = Date.now();
    if (!first.current && nowMs - lastMs.current > ANNOUNCE_MS) {
      lastMs.current = nowMs;
      announce(`Updated, ${tiles} figures`);
    }
    first.current = false;
  }, [generatedAt, tiles]);
}

function usePeriodShortcuts(
  control: ReturnType<typeof useScope>,
  range: { readonly from: string; readonly to: string } | undefined,
): void {
  const { scope } = control;
  const step = (direction: -1 | 1) => {
    if (range && canCompare(scope.period)) control.setRange(shiftRange(range, direction));
  };
  useShortcuts([
    { keys: '[', does: 'Previous period', run: () => step(-1) },
    { keys: ']', does: 'Next period', run: () => step(1) },
    {
      keys: 'x',
      does: 'Comparison on or off',
      run: () => control.setCompare(scope.compare === 'none' ? 'previous_period' : 'none'),
    },
  ]);
}
