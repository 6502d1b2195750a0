import {
  AlertMe,
  Badge,
  Button,
  ConfirmDialog,
  isHidden,
  olympus,
  PageFrame,
  PageLink,
  ProblemPanel,
  permits,
  SaveToDashboard,
  toast,
  useDeed,
  useGoTo,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { kpiQuery, kpisQuery } from '../kpis/queries.js';
import { StatusBadge } from '../kpis/status-badge.js';
import { kpiTexts } from '../kpis/texts.js';
import { Benchmarks } from './benchmarks.js';
import { HistoryTable } from './history-table.js';
import { PathPanel } from './path-panel.js';
import { Standing } from './standing.js';

const KpiForm = lazy(() => import('../kpis/kpi-form.js'));

/** One KPI: the way to its target, what moved it, what it came to, and how others do. */
export default function KpiPage() {
  const { t, locale } = useTexts(kpiTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const queries = useQueryClient();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const [opened, setOpened] = useState<'edit' | 'remove' | undefined>();
  const query = useQuery(kpiQuery.options(tenant.id, { id, locale }));
  const kpi = query.data?.kpi;
  const mayWrite = permits(tenant, ['kpis:write']);
  const remove = useDeed({
    run: () => olympus.kpis.remove({ tenant_id: tenant.id, id }),
    outdates: [],
    onDone: () => {
      // the list would show it once more before it is asked again
      queries.removeQueries({ queryKey: kpisQuery.key(tenant.id) });
      toast(t('removed', { name: kpi?.name ?? '' }));
      goTo('/kpis');
    },
  });
  const isGone = query.isError && isHidden(query.error);
  return (
    <PageFrame
      {...(kpi ? { title: kpi.name } : {})}
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={
        kpi && (
          <div className="flex flex-wrap items-center gap-2">
            <StatusBadge kpi={kpi} />
            {kpi.owner && <Badge>{kpi.owner}</Badge>}
            <SaveToDashboard
              title={kpi.name}
              ask={{ operation: 'kpis.get', input: { id } }}
              view={{ kind: 'kpi' }}
              ways={[
                { label: t('asStanding'), view: { kind: 'kpi' } },
                { label: t('asPath'), view: { kind: 'kpi', options: { as: 'path' } } },
              ]}
            />
            {kpi.target !== null && <AlertMe what={kpi.name} kpi={kpi.id} />}
            {mayWrite && (
              <>
                <Button onClick={() => setOpened('edit')}>
                  <Pencil size={14} aria-hidden="true" />
                  {t('edit')}
                </Button>
                <Button onClick={() => setOpened('remove')}>
                  <Trash2 size={14} aria-hidden="true" />
                  {t('remove')}
                </Button>
              </>
            )}
          </div>
        )
      }
    >
      {isGone ? (
        <p className="text-text-2">
          {t('gone')}{' '}
          <PageLink to="/kpis" className="text-accent underline">
            {t('back')}
          </PageLink>
        </p>
      ) : (
        query.isError && (
          <ProblemPanel
            error={query.error}
            what={t('loadFailed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        )
      )}
      {query.isPending && (
        <div aria-hidden="true" className="card h-96 animate-pulse bg-surface-2" />
      )}
      {query.data && (
        <div className="grid gap-4 lg:grid-cols-12">
          <div className="min-w-0 lg:col-span-8">
            <PathPanel detail={query.data} />
          </div>
          <div className="min-w-0 lg:col-span-4">
            <Standing detail={query.data} />
          </div>
          <div className="min-w-0 lg:col-span-7">
            <HistoryTable detail={query.data} />
          </div>
          <div className="min-w-0 lg:col-span-5">
            <Benchmarks detail={query.data} />
          </div>
        </div>
      )}
      {kpi && opened === 'edit' && (
        <Suspense>
          <KpiForm kpi={kpi} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
      {kpi && (
        <ConfirmDialog
          open={opened === 'remove'}
          onOpenChange={(open) => setOpened(open ? 'remove' : undefined)}
          title={t('removeTitle', { name: kpi.name })}
          action={t('remove')}
          pending={remove.isPending}
          onConfirm={() => remove.mutate(undefined)}
        >
          {t('removeAbout')}
        </ConfirmDialog>
      )}
    </PageFrame>
  );
}
