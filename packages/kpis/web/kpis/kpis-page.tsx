import type { Kpi } from '@olympus/sdk';
import {
  Button,
  PageFrame,
  ProblemPanel,
  permits,
  SaveToDashboard,
  usePageSearch,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { BarLegend } from './bar-legend.js';
import { KpiCard } from './kpi-card.js';
import { KpiTable } from './kpi-table.js';
import { kpisSearch } from './page.js';
import { kpisQuery } from './queries.js';
import { kpiTexts } from './texts.js';
import { ViewChoice } from './view-choice.js';

const KpiForm = lazy(() => import('./kpi-form.js'));
const Proposals = lazy(() => import('./proposals.js'));
const Templates = lazy(() => import('./templates.js'));

/** What matters, what it is to reach, and whether it is on the way. */
export default function KpisPage() {
  const { t, locale } = useTexts(kpiTexts);
  const tenant = useTenant();
  const mayWrite = permits(tenant, ['kpis:write']);
  const [{ v }, change] = usePageSearch(kpisSearch);
  const [opened, setOpened] = useState<'form' | 'templates' | undefined>();
  const query = useQuery(kpisQuery.options(tenant.id, locale));
  const kpis = query.data?.kpis ?? [];
  const close = () => setOpened(undefined);
  const actions = kpis.length > 0 && (
    <div className="flex flex-wrap items-center gap-2">
      <SaveToDashboard
        title={t('list')}
        ask={{ operation: 'kpis.list', input: {} }}
        view={{ kind: 'kpis' }}
      />
      <ViewChoice view={v} onChange={(view) => change({ v: view })} />
      {mayWrite && (
        <>
          <Button onClick={() => setOpened('templates')}>{t('templates')}</Button>
          <Button look="primary" onClick={() => setOpened('form')}>
            <Plus size={15} aria-hidden="true" />
            {t('add')}
          </Button>
        </>
      )}
    </div>
  );
  return (
    <PageFrame
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={actions}
    >
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && <CardSkeletons />}
      {query.data && kpis.length === 0 && (
        <Suspense fallback={<CardSkeletons />}>
          <Proposals mayWrite={mayWrite} onOwn={() => setOpened('form')} />
        </Suspense>
      )}
      {kpis.length > 0 && (
        <section aria-label={t('list')}>
          <h2 className="sr-only">{t('list')}</h2>
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <Counts kpis={kpis} />
            {v === 'cards' && <BarLegend />}
          </div>
          {v === 'table' ? (
            <KpiTable kpis={kpis} />
          ) : (
            <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
              {kpis.map((kpi) => (
                <li key={kpi.id} className="grid min-w-0">
                  <KpiCard kpi={kpi} />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Suspense>
        {opened === 'form' && <KpiForm kpi={undefined} onClose={close} />}
        {opened === 'templates' && <Templates onClose={close} />}
      </Suspense>
    </PageFrame>
  );
}

const VERDICTS = ['missed', 'behind', 'on', 'ahead', 'reached'] as const;

/** How many stand how, the worst first. */
function Counts({ kpis }: { readonly kpis: readonly Kpi[] }) {
  const { t } = useTexts(kpiTexts);
  const count = (status: (typeof VERDICTS)[number]) =>
    kpis.filter(({ state }) => state.status === status).length;
  const parts = VERDICTS.flatMap((status) =>
    count(status) > 0 ? [t(`count.${status}`, { count: count(status) })] : [],
  );
  const judged = VERDICTS.reduce((sum, status) => sum + count(status), 0);
  if (judged < kpis.length) parts.push(t('count.other', { count: kpis.length - judged }));
  return <p className="text-md text-text-2">{parts.join(' · ')}</p>;
}

function CardSkeletons() {
  return (
    <div aria-hidden="true" className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="card h-56 animate-pulse bg-surface-2" />
      ))}
    </div>
  );
}
