import type { Cohort } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { Plus, UsersRound } from 'lucide-react';
import { useMoments } from '../app/use-moments.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { PageFrame } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { useDrawer } from '../ui/use-drawer.js';
import { CohortDrawer } from './cohort-drawer.js';
import { CohortSizeText } from './cohort-size.js';
import { cohortsQuery } from './cohorts-query.js';
import { cohortTexts } from './texts.js';

/** Stands in the address for one that is not saved yet; no cohort's id begins so. */
const NEW = '~new';

/** Saved groups of customers, by which any question can be filtered. */
export default function CohortsPage() {
  const { t } = useTexts(cohortTexts);
  const tenant = useTenant();
  const moment = useMoments();
  const drawer = useDrawer('cohort');
  const query = useQuery(cohortsQuery.options(tenant.id, undefined));
  const cohorts = query.data?.cohorts ?? [];
  const mayWrite = permits(tenant, ['cohorts:write']);
  const columns: readonly Column<Cohort>[] = [
    {
      key: 'name',
      label: t('name'),
      kind: 'text',
      value: ({ name }) => name,
      hint: ({ name, description }) => (description === '' ? name : description),
    },
    {
      key: 'kind',
      label: t('kind'),
      kind: 'text',
      width: 130,
      onPhone: false,
      value: ({ kind }) => kind,
      text: ({ kind }) => t(`kind.${kind}`),
      show: ({ kind }) => <Badge>{t(`kind.${kind}`)}</Badge>,
    },
    {
      key: 'size',
      label: t('customers'),
      kind: 'number',
      width: 150,
      sortable: false,
      value: ({ listed }) => listed,
      show: (cohort) => <CohortSizeText cohort={cohort} />,
    },
    {
      key: 'changed',
      label: t('changed'),
      kind: 'text',
      width: 190,
      onPhone: false,
      value: ({ changed_at }) => changed_at,
      text: ({ changed_at }) => moment(changed_at),
    },
  ];
  const add = mayWrite && (
    <Button look="primary" onClick={() => drawer.open(NEW)}>
      <Plus size={15} aria-hidden="true" />
      {t('new')}
    </Button>
  );
  return (
    <PageFrame
      narrow
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={cohorts.length > 0 && add}
    >
      <p className="mb-4 max-w-[80ch] text-text-2">{t('about')}</p>
      <ListPanel
        query={query}
        what={t('loadFailed')}
        none={
          <EmptyState icon={UsersRound} title={t('noneTitle')} action={add}>
            {t('none')}
          </EmptyState>
        }
        label={t('list')}
        columns={columns}
        rows={cohorts}
        rowKey={({ id }) => id}
        onOpen={({ id }) => drawer.open(id)}
      />
      {drawer.id !== undefined && (
        <CohortDrawer
          key={drawer.id}
          id={drawer.id === NEW ? undefined : drawer.id}
          cohorts={cohorts}
          loading={query.isPending}
          onClose={drawer.close}
        />
      )}
    </PageFrame>
  );
}
