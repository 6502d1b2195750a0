import type { Alert } from '@olympus/sdk';
import {
  EmptyState,
  PageFrame,
  PageLink,
  ProblemPanel,
  permits,
  SelectField,
  TextField,
  usePageSearch,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { BellRing, Plus } from 'lucide-react';
import { alertsQuery } from '../queries.js';
import { alertTexts } from '../texts.js';
import { AlertRow } from './alert-row.js';
import { alertsSearch } from './page.js';
import { Templates } from './templates.js';

/** What matters most first. */
const ORDER = {
  firing: 0,
  broken: 1,
  acknowledged: 2,
  pending: 3,
  silenced: 4,
  resolved: 5,
  ok: 6,
  off: 7,
} as const;
const SHOWN = {
  all: Object.keys(ORDER),
  open: ['firing', 'acknowledged', 'pending'],
  quiet: ['ok', 'resolved', 'silenced', 'off'],
  broken: ['broken'],
} as const;

/** Every alert, those that need somebody first. */
export default function AlertsPage() {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const mayWrite = permits(tenant, ['alerts:write']);
  const [{ state, q }, change] = usePageSearch(alertsSearch);
  const query = useQuery({
    ...alertsQuery.options(tenant.id, locale),
    refetchInterval: 60_000,
  });
  const all = query.data?.alerts ?? [];
  const wanted = (q ?? '').trim().toLowerCase();
  const holds = ({ name, metric_label: metric }: Alert) =>
    `${name} ${metric}`.toLowerCase().includes(wanted);
  const shown = all
    .filter((one) => (SHOWN[state] as readonly string[]).includes(one.state) && holds(one))
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
  const add = mayWrite && (
    <PageLink
      to="/alerts/new"
      className="inline-flex min-h-9 items-center justify-center gap-2 rounded-control bg-accent px-4 font-semibold text-on-accent text-sm hover:opacity-90 pointer-coarse:min-h-11"
    >
      <Plus size={15} aria-hidden="true" />
      {t(all.length > 0 ? 'add' : 'own')}
    </PageLink>
  );
  return (
    <PageFrame
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={all.length > 0 && add}
    >
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.isPending && (
        <div aria-hidden="true" className="card h-64 animate-pulse bg-surface-2" />
      )}
      {query.data && all.length === 0 && (
        <div className="space-y-6">
          <EmptyState icon={BellRing} title={t('emptyTitle')} action={add}>
            {t('emptyAbout')}
          </EmptyState>
          {mayWrite && <Templates />}
        </div>
      )}
      {all.length > 0 && (
        <div className="space-y-6">
          <section aria-label={t('list')} className="space-y-3">
            <h2 className="sr-only">{t('list')}</h2>
            <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-end gap-3 md:max-w-xl">
              <TextField
                type="search"
                label={t('search')}
                placeholder={t('searchHint')}
                value={q ?? ''}
                onChange={(value) => change({ q: value })}
              />
              <SelectField
                label={t('show')}
                value={state}
                choices={(['all', 'open', 'quiet', 'broken'] as const).map((value) => ({
                  value,
                  label: t(`show.${value}`),
                }))}
                onChange={(value) => change({ state: value })}
              />
            </div>
            {shown.length === 0 ? (
              <p className="text-text-2">{t('noneFound')}</p>
            ) : (
              <ul className="card overflow-hidden">
                {shown.map((alert) => (
                  <AlertRow key={alert.id} alert={alert} />
                ))}
              </ul>
            )}
          </section>
          {mayWrite && <Templates />}
        </div>
      )}
    </PageFrame>
  );
}
