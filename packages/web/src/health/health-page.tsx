import type { Health } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { olympus } from '../app/client.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { useSession } from '../session/use-session.js';
import { PageFrame } from '../shell/page-frame.js';
import { Badge } from '../ui/badge.js';
import { Facts } from '../ui/facts.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { formatDetail, nameOf, remedyOf } from './details.js';
import { healthTexts } from './texts.js';

const ASK_MS = 10_000;
const LOOKS = {
  ok: { tone: 'good', icon: CircleCheck, text: 'text-good' },
  degraded: { tone: 'warn', icon: CircleAlert, text: 'text-warn' },
  down: { tone: 'bad', icon: CircleX, text: 'text-bad' },
} as const;

/** How the server is doing, part by part. */
export default function HealthPage() {
  const { t } = useTexts(healthTexts);
  const operator = useSession().data?.operator ?? false;
  const query = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }): Promise<Health> => olympus.system.health({}, { signal }),
    refetchInterval: ASK_MS,
  });
  return (
    <PageFrame narrow busy={query.isPending}>
      {query.isError && (
        <ProblemPanel
          error={query.error}
          what={t('loadFailed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.data ? (
        <State health={query.data} operator={operator} />
      ) : (
        query.isPending && <div aria-hidden="true" className="card skeleton h-24" />
      )}
    </PageFrame>
  );
}

function State({ health, operator }: { readonly health: Health; readonly operator: boolean }) {
  const { t } = useTexts(healthTexts);
  const { locale } = useNumberStyle();
  const { icon: Icon, text } = LOOKS[health.status];
  return (
    <>
      <section className="card flex items-center gap-4 p-5">
        <Icon size={28} aria-hidden="true" className={`shrink-0 ${text}`} />
        <div className="min-w-0 flex-1">
          <h2 role="status" className="font-semibold text-lg">
            {t(`all.${health.status}`)}
          </h2>
          <p className="text-text-2">
            {t('version', { version: health.version })} · {t('asked')}
          </p>
        </div>
      </section>
      <section aria-label={t('components')}>
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {health.components.map(({ name, status, detail }) => (
            <li key={name} className="card p-4">
              <div className="flex items-center justify-between gap-3">
                <h3 className="font-semibold text-md">{nameOf('component', name, t)}</h3>
                <Badge tone={LOOKS[status].tone}>{t(`status.${status}`)}</Badge>
              </div>
              {detail && Object.keys(detail).length > 0 && (
                <div className="mt-3 text-xs">
                  <Facts
                    facts={Object.entries(detail).map(
                      ([key, value]) =>
                        [
                          nameOf('detail', key, t),
                          remedyOf(name, key, t) ?? formatDetail(key, value, locale),
                        ] as const,
                    )}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
        {!operator && <p className="mt-3 text-text-3 text-xs">{t('details')}</p>}
      </section>
    </>
  );
}
