import type { SessionTenant } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { isHidden } from '../app/faults.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { HiddenTenant } from '../shell/hidden-tenant.js';
import { ProblemPanel } from '../ui/problem-panel.js';
import { suggestionsQuery } from './questions.js';

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** What can be asked, in questions that this shop's data answers. */
export function ExampleQuestions({
  tenant,
  onAsk,
}: {
  readonly tenant: SessionTenant;
  readonly onAsk: (question: string) => void;
}) {
  const { t } = useTexts();
  const query = useQuery({
    ...suggestionsQuery.options(tenant.id, { typed: '', locale: useLanguage() }),
    staleTime: 5 * 60_000,
  });
  if (query.isError) {
    if (isHidden(query.error)) return <HiddenTenant name={tenant.name} />;
    return (
      <ProblemPanel
        error={query.error}
        what={t('ask.unavailable')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  return (
    <section aria-labelledby="examples" className="pt-4">
      <h2 id="examples" className="font-semibold text-lg">
        {t('ask.title', { shop: tenant.name })}
      </h2>
      <p className="mt-1 max-w-[68ch] text-md text-text-2">{t('ask.intro')}</p>
      <ul className="mt-4 grid gap-2 md:grid-cols-2">
        {query.data
          ? query.data.examples.map((example) => (
              <li key={example}>
                <button
                  type="button"
                  onClick={() => onAsk(example)}
                  className="card flex min-h-12 w-full items-center justify-between gap-3 px-4 py-2 text-start text-md transition-colors hover:border-border-control"
                >
                  {example}
                  <ArrowUpRight
                    size={16}
                    aria-hidden="true"
                    className="shrink-0 text-text-3 rtl:-scale-x-100"
                  />
                </button>
              </li>
            ))
          : PLACES.map((place) => (
              <li key={place} aria-hidden="true" className="skeleton h-12 rounded-card" />
            ))}
      </ul>
      {query.data?.examples.length === 0 && <p className="text-text-2">{t('ask.noData')}</p>}
    </section>
  );
}
