import type { Anomalies } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { olympus } from '../app/client.js';
import { useDeed } from '../app/use-deed.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { permits } from '../session/permissions.js';
import { SelectField } from '../ui/select-field.js';
import { anomaliesQuery, holidaysQuery } from './queries.js';
import { anomalyTexts } from './texts.js';
import { useAnomalyWords } from './words.js';

/** Stands for the country that the business's time zone or locale names. */
const AUTOMATIC = 'automatic';

/** What went with a holiday, named after it; and whose holidays these are. */
export function HolidayList({
  data,
  onOpen,
}: {
  readonly data: Anomalies;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTexts(anomalyTexts);
  const { when, sayOf } = useAnomalyWords(data.grain, data.metric.unit);
  if (data.grain !== 'day') return null;
  const { holidays } = data;
  return (
    <details className="mt-3 border-border-soft border-t pt-3">
      <summary className="cursor-pointer font-medium text-text-2">
        {holidays.length === 0 ? t('holidays') : t('onHolidays', { count: holidays.length })}
      </summary>
      <p className="mt-1 text-text-3 text-xs">{t('holidaysAbout')}</p>
      <ol className="-mx-2 mt-1">
        {holidays.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onOpen(one.id)}
              className="w-full rounded-control px-2 py-2 text-start hover:bg-surface-2"
            >
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{when(one.time)}</span>
                <span className="text-text-2">{one.holiday.name}</span>
                {one.series !== null && <span className="text-text-3 text-xs">{one.series}</span>}
              </span>
              <span className="block text-text-2">{sayOf(one)}</span>
            </button>
          </li>
        ))}
      </ol>
      <CountryChoice />
    </details>
  );
}

function CountryChoice() {
  const { t } = useTexts(anomalyTexts);
  const tenant = useTenant();
  const language = useLanguage();
  const { data } = useQuery(holidaysQuery.options(tenant.id, language));
  const choose = useDeed({
    run: (country: string | null) => olympus.holidays.choose({ tenant_id: tenant.id, country }),
    outdates: [holidaysQuery.key(tenant.id), anomaliesQuery.key(tenant.id)],
  });
  if (data === undefined) return null;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const nameOf = (country: string) => names.of(country) ?? country;
  const named = data.chosen ? t('automatic') : automaticName(data.country, nameOf, t);
  if (!permits(tenant, ['detectors:write'])) {
    return (
      <p className="mt-2 text-text-3 text-xs">
        {t('holidayCountry')}: {data.country === null ? t('noCountry') : nameOf(data.country)}
      </p>
    );
  }
  return (
    <div className="mt-2 max-w-full">
      <SelectField
        label={t('holidayCountry')}
        value={data.chosen && data.country !== null ? data.country : AUTOMATIC}
        choices={[
          { value: AUTOMATIC, label: named },
          ...data.countries
            .map((country) => ({ value: country, label: nameOf(country) }))
            .sort((a, b) => a.label.localeCompare(b.label, language)),
        ]}
        onChange={(country) => choose.mutate(country === AUTOMATIC ? null : country)}
      />
    </div>
  );
}

const automaticName = (
  country: string | null,
  nameOf: (country: string) => string,
  t: (key: 'automatic' | 'noCountry') => string,
) => `${t('automatic')}: ${country === null ? t('noCountry') : nameOf(country)}`;
