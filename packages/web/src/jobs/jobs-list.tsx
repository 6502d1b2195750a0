import type { Job } from '@olympus/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ListTodo } from 'lucide-react';
import { usePageSearch } from '../address/use-address.js';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import type { Column } from '../table/column.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { SelectField } from '../ui/select-field.js';
import { useDrawer } from '../ui/use-drawer.js';
import { JobDrawer } from './job-drawer.js';
import { JobProgress, JobState } from './job-state.js';
import { jobsInterval, jobsQuery } from './jobs-query.js';
import { jobsSearch, STATES } from './jobs-search.js';
import { useKinds } from './kind-texts.js';
import { jobTexts } from './texts.js';

/** Jobs, newest first; kept current while any of them goes on. */
export function JobsList() {
  const { t } = useTexts(jobTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const kindName = useKinds();
  const drawer = useDrawer('job');
  const [{ state }, change] = usePageSearch(jobsSearch);
  const query = useQuery({
    ...jobsQuery.options(tenant.id, state),
    placeholderData: (before, last) =>
      last?.queryKey[1] === tenant.id ? keepPreviousData(before) : undefined,
    refetchInterval: (one) => jobsInterval(one.state.data?.jobs),
  });
  const columns: readonly Column<Job>[] = [
    {
      key: 'kind',
      label: t('kind'),
      kind: 'text',
      value: ({ kind }) => kindName(kind),
      hint: ({ kind }) => kind,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'text',
      width: 120,
      value: (job) => job.state,
      text: (job) => t(`state.${job.state}`),
      show: (job) => <JobState state={job.state} />,
    },
    {
      key: 'progress',
      label: t('progress'),
      kind: 'text',
      width: 150,
      onPhone: false,
      value: ({ progress }) => progress?.fraction ?? null,
      show: (job) => <JobProgress job={job} />,
    },
    {
      key: 'created',
      label: t('created'),
      kind: 'text',
      width: 160,
      onPhone: false,
      value: ({ created_at }) => created_at,
      text: ({ created_at }) => moment(created_at),
    },
    {
      key: 'finished',
      label: t('finished'),
      kind: 'text',
      width: 160,
      onPhone: false,
      value: ({ finished_at }) => finished_at,
      text: ({ finished_at }) => moment(finished_at),
    },
  ];
  return (
    <div className="space-y-3">
      <div className="max-w-56">
        <SelectField
          label={t('filter')}
          value={state}
          choices={[
            { value: 'any', label: t('any') },
            ...STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
          onChange={(next: Job['state'] | 'any') => change({ state: next })}
        />
      </div>
      <ListPanel<Job>
        query={query}
        what={t('loadFailed')}
        none={
          state === 'any' ? (
            <EmptyState icon={ListTodo} title={t('noneTitle')}>
              {t('none')}
            </EmptyState>
          ) : (
            <p className="card px-4 py-8 text-center text-text-2">{t('noneOf')}</p>
          )
        }
        label={t('jobs')}
        columns={columns}
        rows={query.data?.jobs ?? []}
        rowKey={({ id }) => String(id)}
        onOpen={({ id }) => drawer.open(String(id))}
      />
      <JobDrawer id={drawer.id} onClose={drawer.close} />
    </div>
  );
}
