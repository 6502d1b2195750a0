import type { AlertFiring } from '@olympus/sdk';
import {
  Badge,
  Button,
  formatInstant,
  olympus,
  ProblemPanel,
  permits,
  TextField,
  useDeed,
  useNow,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { alertQuery, alertsQuery, historyQuery } from '../queries.js';
import { alertTexts } from '../texts.js';

const TONES = { firing: 'bad', acknowledged: 'warn', resolved: 'good' } as const;

/** Every time it fired: when, at what, why, and who looked after it. */
export function HistoryPanel({ id }: { readonly id: string }) {
  const { t } = useTexts(alertTexts);
  const tenant = useTenant();
  const query = useQuery(historyQuery.options(tenant.id, id));
  const firings = query.data?.firings ?? [];
  return (
    <section className="card min-w-0 p-4">
      <h2 className="mb-2 font-semibold text-lg">{t('history')}</h2>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.data && firings.length === 0 && <p className="text-text-2">{t('historyEmpty')}</p>}
      <ol className="divide-y divide-border-soft">
        {firings.map((firing) => (
          <FiringItem key={firing.number} firing={firing} />
        ))}
      </ol>
    </section>
  );
}

function FiringItem({ firing }: { readonly firing: AlertFiring }) {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const nowMs = useNow(60_000);
  const navigate = useNavigate();
  const when = (iso: string) => formatInstant(iso, tenant.time_zone, locale, nowMs);
  return (
    <li className="space-y-2 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium text-sm">{when(firing.started_at)}</h3>
        <Badge tone={TONES[firing.state]}>{t(`state.${firing.state}`)}</Badge>
        <span className="text-text-3 text-xs">
          {firing.ended_at ? t('lasted', { when: when(firing.ended_at) }) : t('ongoing')}
          {' · '}
          {firing.told_at ? t('told', { when: when(firing.told_at) }) : t('notTold')}
        </span>
      </div>
      <ul className="space-y-0.5 text-md text-text-2">
        {firing.lines.map((line, index) => (
          <li key={line} className={index === 0 ? 'text-text' : ''}>
            {line}
          </li>
        ))}
      </ul>
      {firing.acknowledged_by && (
        <p className="text-sm text-text-2">
          {t('by', { who: firing.acknowledged_by })}
          {firing.note && ` — ${firing.note}`}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Button onClick={() => void navigate({ href: withTenant(firing.path) })}>
          {t('open')}
        </Button>
        {permits(tenant, ['alerts:write']) && <Acknowledge firing={firing} />}
      </div>
    </li>
  );
}

/** The tenant on screen goes along. */
function withTenant(path: string): string {
  const tenant = new URLSearchParams(window.location.search).get('tenant');
  if (tenant === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}tenant=${encodeURIComponent(tenant)}`;
}

function Acknowledge({ firing }: { readonly firing: AlertFiring }) {
  const { t } = useTexts(alertTexts);
  const tenant = useTenant();
  const [note, setNote] = useState(firing.note);
  const deed = useDeed({
    run: () =>
      olympus.alerts.acknowledge({
        tenant_id: tenant.id,
        id: firing.alert_id,
        number: firing.number,
        note,
      }),
    outdates: [historyQuery.key(tenant.id), alertQuery.key(tenant.id), alertsQuery.key(tenant.id)],
  });
  const open = firing.state === 'firing';
  return (
    <form
      className="flex min-w-0 flex-1 flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!deed.isPending) deed.mutate(undefined);
      }}
    >
      <div className="min-w-40 max-w-md flex-1">
        <TextField label={t('note')} value={note} onChange={setNote} />
      </div>
      <Button type="submit" look={open ? 'primary' : 'plain'} disabled={deed.isPending}>
        {t(open ? 'acknowledge' : 'saveNote')}
      </Button>
    </form>
  );
}
