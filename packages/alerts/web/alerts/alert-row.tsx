import type { Alert } from '@olympus/sdk';
import {
  formatFull,
  formatInstant,
  PageLink,
  Sparkline,
  useNow,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { trendQuery } from '../queries.js';
import { StateBadge } from '../state-badge.js';
import { alertTexts } from '../texts.js';
import { useSentence } from '../use-sentence.js';

/** One alert at a glance: how it stands, at what value, and when it fired last. */
export function AlertRow({ alert }: { readonly alert: Alert }) {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const style = useNumberStyle();
  const nowMs = useNow(60_000);
  const sentence = useSentence()(alert);
  const trend = useQuery({
    ...trendQuery.options(tenant.id, { metric: alert.metric, filters: alert.filters ?? [] }),
    staleTime: 300_000,
    retry: false,
  }).data;
  const firing = alert.groups.filter(({ phase }) => phase === 'firing');
  const [first] = alert.groups;
  const grouped = alert.group_by !== null || alert.rule.kind === 'new_value';
  const value =
    grouped || first === undefined
      ? undefined
      : formatFull(first.value, alert.unit ?? 'number', style);
  return (
    <li className="border-border-soft border-b last:border-b-0">
      <PageLink
        to={`/alerts/${alert.id}`}
        className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface-2 md:grid-cols-[minmax(0,1fr)_7rem_8rem_13rem]"
      >
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-2">
            <strong className="font-semibold">{alert.name}</strong>
            <StateBadge state={alert.state} />
          </span>
          <span className="block text-text-2 text-xs">
            {alert.broken ? alert.broken.message : sentence === alert.name ? '' : sentence}
          </span>
        </span>
        <span className="hidden h-8 md:block">
          {trend && (
            <Sparkline
              className="h-8 w-full"
              points={trend.rows.map((row) => ({ value: numberOf(row[alert.metric]) }))}
            />
          )}
        </span>
        <span className="text-end tabular-nums">
          {grouped
            ? firing.length > 0
              ? t('groupsFiring', { count: firing.length })
              : ''
            : (value ?? '')}
        </span>
        <span className="col-span-2 text-text-3 text-xs md:col-span-1 md:text-end">
          {alert.last_fired_at
            ? t('lastFired', {
                when: formatInstant(alert.last_fired_at, tenant.time_zone, locale, nowMs),
              })
            : t('neverFired')}
        </span>
      </PageLink>
    </li>
  );
}

const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value));
