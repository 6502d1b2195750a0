import type { ListedExperiment } from '@olympus/sdk';
import {
  Button,
  EmptyState,
  PageFrame,
  ProblemPanel,
  permits,
  SelectField,
  TextField,
  usePageSearch,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ExperimentRow } from './experiment-row.js';
import { experimentsSearch } from './page.js';
import { experimentsQuery, figuresEveryMs } from './queries.js';
import { experimentTexts } from './texts.js';

const ExperimentForm = lazy(() => import('./form/experiment-form.js'));

const ORDER = { running: 0, stopped: 1, draft: 2, decided: 3, archived: 4 } as const;

/** What is being tried, what it has shown, and what was learnt before. */
export default function ExperimentsPage() {
  const { t } = useTexts(experimentTexts);
  const tenant = useTenant();
  const mayWrite = permits(tenant, ['experiments:write']);
  const [{ state, q }, change] = usePageSearch(experimentsSearch);
  const [making, setMaking] = useState(false);
  const query = useQuery({
    ...experimentsQuery.options(tenant.id, undefined),
    refetchInterval: figuresEveryMs,
  });
  const all = query.data?.experiments ?? [];
  const shown = all
    .filter((one) => isShown(one, state) && holds(one, q ?? ''))
    .toSorted((one, two) => ORDER[one.state] - ORDER[two.state]);
  const make = mayWrite && (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus size={15} aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <PageFrame
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={all.length > 0 && make}
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
        <EmptyState icon={FlaskConical} title={t('emptyTitle')} action={make}>
          {t('emptyAbout')}
        </EmptyState>
      )}
      {all.length > 0 && (
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
              choices={(['open', 'archived', 'all'] as const).map((value) => ({
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
              {shown.map((experiment) => (
                <ExperimentRow key={experiment.key} experiment={experiment} />
              ))}
            </ul>
          )}
        </section>
      )}
      {making && (
        <Suspense>
          <ExperimentForm experiment={undefined} onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </PageFrame>
  );
}

const isShown = ({ state }: ListedExperiment, choice: 'open' | 'archived' | 'all') =>
  choice === 'all' || (choice === 'archived') === (state === 'archived' || state === 'decided');

function holds({ key, name, hypothesis, decision }: ListedExperiment, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [key, name, hypothesis, decision?.reason ?? ''].some((one) =>
    one.toLowerCase().includes(wanted),
  );
}
