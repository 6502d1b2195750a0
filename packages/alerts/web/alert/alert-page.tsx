import type { Alert } from '@olympus/sdk';
import {
  Button,
  ConfirmDialog,
  isHidden,
  Menu,
  MenuAction,
  olympus,
  PageFrame,
  PageLink,
  ProblemPanel,
  permits,
  toast,
  useDeed,
  useGoTo,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BellOff, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { alertQuery, alertsQuery, trialQuery } from '../queries.js';
import { StateBadge } from '../state-badge.js';
import { alertTexts } from '../texts.js';
import { TrialChart } from '../trial-chart.js';
import { HistoryPanel } from './history-panel.js';
import { StandingPanel } from './standing-panel.js';

const SILENCES = [60, 480, 1440, 10_080] as const;

/** One alert: where it stands, what it would have done, and every time it fired. */
export default function AlertPage() {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const query = useQuery(alertQuery.options(tenant.id, { id, locale }));
  const alert = query.data?.alert;
  const gone = query.isError && isHidden(query.error);
  return (
    <PageFrame
      {...(alert ? { title: alert.name } : {})}
      busy={query.isFetching}
      refreshing={query.isFetching && !query.isPending}
      actions={alert && <Actions alert={alert} />}
    >
      {gone ? (
        <p className="text-text-2">
          {t('gone')}{' '}
          <PageLink to="/alerts" className="text-accent underline">
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
      {alert && (
        <div className="grid gap-4 lg:grid-cols-12">
          <div className="min-w-0 space-y-4 lg:col-span-8">
            <PastPanel alert={alert} />
            <HistoryPanel id={alert.id} />
          </div>
          <div className="min-w-0 lg:col-span-4">
            <StandingPanel alert={alert} />
          </div>
        </div>
      )}
    </PageFrame>
  );
}

function PastPanel({ alert }: { readonly alert: Alert }) {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const { metric, filters = [], group_by = null, window, rule, hours = null } = alert;
  const request = { metric, filters, group_by, window, rule, for: alert.for ?? 1, hours, locale };
  const query = useQuery({
    ...trialQuery.options(tenant.id, request),
    staleTime: 300_000,
    retry: false,
  });
  const trial = query.data;
  return (
    <section className="card min-w-0 p-4" aria-busy={query.isFetching}>
      <h2 className="mb-1 font-semibold text-lg">{t('pastChart')}</h2>
      {query.isPending && (
        <div aria-hidden="true" className="h-64 animate-pulse rounded-control bg-surface-2" />
      )}
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('tryFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {trial &&
        (trial.tried ? (
          <>
            <p className="text-text-2">
              {trial.firings === 0
                ? t('wouldNever', { days: trial.days })
                : t('would', { count: trial.firings, days: trial.days })}
            </p>
            <TrialChart trial={trial} rule={rule} />
          </>
        ) : (
          <p className="text-text-2">{t(trial.why_not ?? 'needs_present')}</p>
        ))}
    </section>
  );
}

function Actions({ alert }: { readonly alert: Alert }) {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const goTo = useGoTo();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const outdates = [alertsQuery.key(tenant.id), alertQuery.key(tenant.id)];
  const silence = useDeed({
    run: (minutes: number | null) =>
      olympus.alerts.silence({ tenant_id: tenant.id, id: alert.id, minutes, locale }),
    outdates,
  });
  const remove = useDeed({
    run: () => olympus.alerts.remove({ tenant_id: tenant.id, id: alert.id }),
    outdates: [],
    onDone: () => {
      // the list would show it once more before it is asked again
      queries.removeQueries({ queryKey: alertsQuery.key(tenant.id) });
      toast(t('removed', { name: alert.name }));
      goTo('/alerts');
    },
  });
  const badge = <StateBadge state={alert.state} />;
  if (!permits(tenant, ['alerts:write'])) return badge;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {badge}
      {alert.silenced_until ? (
        <Button onClick={() => silence.mutate(null)} disabled={silence.isPending}>
          {t('unsilence')}
        </Button>
      ) : (
        <Menu
          label={t('silence')}
          trigger={
            <Button disabled={silence.isPending}>
              <BellOff size={14} aria-hidden="true" />
              {t('silence')}
            </Button>
          }
        >
          {SILENCES.map((minutes) => (
            <MenuAction key={minutes} onSelect={() => silence.mutate(minutes)}>
              {t(`silence.${minutes}`)}
            </MenuAction>
          ))}
        </Menu>
      )}
      <Button onClick={() => goTo('/alerts/new', { id: alert.id })}>
        <Pencil size={14} aria-hidden="true" />
        {t('edit')}
      </Button>
      <Button onClick={() => setRemoving(true)}>
        <Trash2 size={14} aria-hidden="true" />
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t('removeTitle', { name: alert.name })}
        action={t('remove')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('removeAbout')}
      </ConfirmDialog>
    </div>
  );
}
