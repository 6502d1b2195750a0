import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { templatesQuery } from '../board-query.js';
import { listTexts } from './texts.js';

/** Dashboards to begin with, by kind of business. */
export function TemplateCards({ onUse }: { readonly onUse: (template: string) => void }) {
  const { t, locale } = useTexts(listTexts);
  const tenant = useTenant();
  const { data } = useQuery(templatesQuery.options(tenant.id, locale));
  if (!data) return null;
  return (
    <section aria-labelledby="templates">
      <h2 id="templates" className="mt-6 mb-2 font-semibold text-md">
        {t('templates')}
      </h2>
      <ul className="grid gap-4 md:grid-cols-3">
        {data.templates.map(({ id, name, description, tiles }) => (
          <li key={id} className="card flex flex-col p-4">
            <h3 className="font-semibold text-md">{name}</h3>
            <p className="mt-1 flex-1 text-text-2">{description}</p>
            <div className="mt-3 flex items-center justify-between gap-2">
              <Button onClick={() => onUse(id)} aria-label={`${t('use')}: ${name}`}>
                {t('use')}
              </Button>
              <span className="text-text-3 text-xs">{t('tiles', { count: tiles })}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
