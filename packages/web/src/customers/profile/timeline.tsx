import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePageSearch } from '../../address/use-address.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { timelineQuery } from '../customers-query.js';
import { profileSearch } from './profile-search.js';
import { profileTexts } from './texts.js';
import { TimelineItem } from './timeline-item.js';

export const KINDS = [
  'order',
  'refund',
  'cancellation',
  'payment',
  'visit',
  'feedback',
  'conversation',
] as const;

/** What happened with a customer, newest first, by kinds. */
export function Timeline({ customerKey }: { readonly customerKey: string }) {
  const { t } = useTexts(profileTexts);
  const tenant = useTenant();
  const [{ kind }, change] = usePageSearch(profileSearch);
  const kinds = KINDS.filter((one) => kind.includes(one));
  const [pages, setPages] = useState(1);
  const query = useQuery({
    ...timelineQuery.options(tenant.id, { key: customerKey, kinds, pages }),
    placeholderData: keepPreviousData,
  });
  const toggle = (one: (typeof KINDS)[number]) => {
    setPages(1);
    const next = kinds.includes(one) ? kinds.filter((other) => other !== one) : [...kinds, one];
    change({ kind: next }, { replace: true });
  };
  return (
    <section aria-labelledby="customer-timeline" className="card min-w-0 p-4">
      <h2 id="customer-timeline" className="font-semibold text-md">
        {t('timeline')}
      </h2>
      <fieldset className="mt-2 flex flex-wrap gap-1.5">
        <legend className="sr-only">{t('kinds')}</legend>
        <Toggle on={kinds.length === 0} onClick={() => change({ kind: [] }, { replace: true })}>
          {t('all')}
        </Toggle>
        {KINDS.map((one) => (
          <Toggle key={one} on={kinds.includes(one)} onClick={() => toggle(one)}>
            {t(`kind.${one}`)}
          </Toggle>
        ))}
      </fieldset>
      {query.isError ? (
        <div className="mt-3">
          <ProblemPanel
            error={query.error}
            what={t('timelineFailed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        </div>
      ) : query.data === undefined ? (
        <div className="skeleton mt-4 h-72 w-full" aria-hidden="true" />
      ) : query.data.entries.length === 0 ? (
        <p className="px-4 py-8 text-center text-text-3">{t('timelineNone')}</p>
      ) : (
        <ol className="mt-4">
          {query.data.entries.map((entry) => (
            <TimelineItem key={`${entry.kind} ${entry.id} ${entry.at}`} entry={entry} />
          ))}
        </ol>
      )}
      {query.data?.more && (
        <Button
          className="mt-3"
          disabled={query.isFetching}
          onClick={() => setPages((before) => before + 1)}
        >
          {query.isFetching ? t('loadingMore') : t('more')}
        </Button>
      )}
    </section>
  );
}

function Toggle({
  on,
  onClick,
  children,
}: {
  readonly on: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className="chip inline-flex min-h-7 items-center rounded-full border border-border-soft px-2.5 text-text-2 text-xs hover:border-border-control aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:font-medium aria-pressed:text-accent pointer-coarse:min-h-10"
    >
      {children}
    </button>
  );
}
