import type { Schedule } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Play } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useMoments } from '../app/use-moments.js';
import { formatAge } from '../format/dates.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { useTenantStyle } from '../shell/page-frame.js';
import type { Column } from '../table/column.js';
import { Badge } from '../ui/badge.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListPanel } from '../ui/list-panel.js';
import { toast } from '../ui/toast.js';
import { jobsQuery, schedulesQuery } from './jobs-query.js';
import { useKinds } from './kind-texts.js';
import { jobTexts } from './texts.js';

/** What makes jobs again and again; any of them can be run now. */
export function SchedulesList() {
  const { t } = useTexts(jobTexts);
  const tenant = useTenant();
  const { locale } = useTenantStyle();
  const moment = useMoments();
  const kindName = useKinds();
  const query = useQuery({
    ...schedulesQuery.options(tenant.id, undefined),
    refetchInterval: 30_000,
  });
  const run = useDeed({
    run: (schedule: Schedule) => olympus.schedules.run({ tenant_id: tenant.id, id: schedule.id }),
    outdates: [jobsQuery.key(tenant.id), schedulesQuery.key(tenant.id)],
    onDone: ({ id, created }) => toast(created ? t('ran', { id: String(id) }) : t('ranAlready')),
  });
  const when = ({ cron, every_ms }: Schedule) =>
    cron ?? (every_ms === null ? '—' : t('every', { time: formatAge(every_ms, locale) }));
  const columns: readonly Column<Schedule>[] = [
    {
      key: 'kind',
      label: t('kind'),
      kind: 'text',
      value: ({ kind }) => kindName(kind),
      hint: ({ kind }) => kind,
    },
    {
      key: 'when',
      label: t('when'),
      kind: 'text',
      width: 150,
      onPhone: false,
      value: when,
      show: (schedule) => <code className="font-mono text-xs">{when(schedule)}</code>,
    },
    {
      key: 'next',
      label: t('next'),
      kind: 'text',
      width: 160,
      value: ({ next_at }) => next_at,
      show: ({ next_at, enabled }) => (enabled ? moment(next_at) : <Badge>{t('off')}</Badge>),
    },
    {
      key: 'last',
      label: t('last'),
      kind: 'text',
      width: 160,
      onPhone: false,
      value: ({ last_at }) => last_at,
      text: ({ last_at }) => moment(last_at),
    },
    ...(permits(tenant, ['jobs:write'])
      ? [
          {
            key: 'run',
            label: t('runNow'),
            kind: 'text' as const,
            width: 150,
            sortable: false,
            value: () => null,
            show: (schedule: Schedule) => (
              <button
                type="button"
                disabled={run.isPending}
                onClick={() => run.mutate(schedule)}
                className="inline-flex min-h-6 items-center gap-1.5 rounded-control px-1.5 font-medium text-accent hover:bg-accent-tint disabled:text-text-3"
              >
                <Play size={13} aria-hidden="true" />
                {t('runNow')}
                <span className="sr-only">{`: ${kindName(schedule.kind)}`}</span>
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <ListPanel<Schedule>
      query={query}
      what={t('schedulesFailed')}
      none={
        <EmptyState icon={CalendarClock} title={t('noSchedulesTitle')}>
          {t('noSchedules')}
        </EmptyState>
      }
      label={t('schedules')}
      columns={columns}
      rows={query.data?.schedules ?? []}
      rowKey={({ id }) => id}
    />
  );
}
