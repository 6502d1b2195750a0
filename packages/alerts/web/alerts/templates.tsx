import { PageLink, useTenant, useTexts } from '@olympus/web/kit';
import { useQuery } from '@tanstack/react-query';
import { templatesQuery } from '../queries.js';
import { alertTexts } from '../texts.js';
import { useSentence } from '../use-sentence.js';

/** Alerts that suit the business, each one press away from its past. */
export function Templates() {
  const { t, locale } = useTexts(alertTexts);
  const tenant = useTenant();
  const sentence = useSentence();
  const { data } = useQuery(templatesQuery.options(tenant.id, locale));
  const templates = data?.templates ?? [];
  if (templates.length === 0) return null;
  return (
    <section aria-label={t('templates')} className="text-start">
      <h2 className="mb-2 font-medium text-sm text-text-2">{t('templates')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {templates.map((one) => (
          <li key={one.template} className="grid">
            <PageLink
              to="/alerts/new"
              search={{ template: one.template }}
              className="card block p-4 hover:bg-surface-2"
            >
              <strong className="block font-semibold">{one.name}</strong>
              <span className="text-sm text-text-2">{sentence(one)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
