import { ArrowRight } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { PageLink } from '../pages/page-link.js';
import { queryTime, type Scope } from '../scope/scope.js';
import { EXAMPLES } from './examples.js';
import { useTrends } from './queries.js';
import { exploreTexts } from './texts.js';

const NEEDS = ['revenue', 'orders', 'sessions'] as const;

/** What to begin with: examples that have something to show in the period. */
export function StartingPoints({ scope }: { readonly scope: Scope }) {
  const { t } = useTexts(exploreTexts);
  const tenant = useTenant();
  const { data } = useTrends(tenant.id, { metrics: [...NEEDS], time: queryTime(scope.period) });
  const happened = new Set(
    NEEDS.filter((_, at) => data === undefined || (data.total.values[at]?.value ?? 0) !== 0),
  );
  const shown = EXAMPLES.filter(({ needs }) => needs.every((one) => happened.has(one)));
  return (
    <section aria-labelledby="explore-start" className="pt-2">
      <h2 id="explore-start" className="font-semibold text-md">
        {t('startTitle')}
      </h2>
      <p className="mt-0.5 text-text-3">{t('startAbout')}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {(shown.length > 0 ? shown : EXAMPLES).map(({ name, search }) => (
          <li key={name}>
            <PageLink
              to="/explore"
              search={search}
              className="card group flex h-full items-start justify-between gap-3 p-4 transition-[border-color] duration-150 hover:border-border-control"
            >
              <span>
                <span className="block font-medium">{t(`example.${name}`)}</span>
                <span className="mt-1 block text-text-2">{t(`example.${name}About`)}</span>
              </span>
              <ArrowRight
                size={16}
                aria-hidden="true"
                className="mt-0.5 shrink-0 text-text-3 group-hover:text-accent rtl:-scale-x-100"
              />
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
