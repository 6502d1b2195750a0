import type { MlPrediction } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { olympus } from '../../app/client.js';
import { formatShort } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { defineTenantQuery } from '../../live/tenant-query.js';
import { useLanguage } from '../../messages/language.js';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Badge } from '../../ui/badge.js';
import { outlookTexts } from './outlook-texts.js';

const outlookQuery = defineTenantQuery({
  name: 'customer-outlook',
  ledgers: ['sales', 'predictions'],
  fetch: async (
    tenantId,
    { key, locale }: { readonly key: string; readonly locale: string },
    signal,
  ): Promise<MlPrediction | null> => {
    const { predictions } = await olympus.ml.predict(
      { tenant_id: tenantId, customer_keys: [key], locale },
      { signal },
    );
    return predictions[0] ?? null;
  },
});

const TONE = { high: 'bad', medium: 'warn', low: 'good' } as const;

/** What is foretold of a customer, and why; nothing where no model runs. */
export function Outlook({ customerKey }: { readonly customerKey: string }) {
  const { t } = useTexts(outlookTexts);
  const tenant = useTenant();
  const locale = useLanguage();
  const style = useNumberStyle();
  const query = useQuery(outlookQuery.options(tenant.id, { key: customerKey, locale }));
  const foretold = query.data;
  if (foretold == null || !foretold.known) return null;
  const money = (value: number) => formatShort(value, 'currency', style);
  const { churn_risk: risk, risk_band: band, next_90_days: next, next_365_days: year } = foretold;
  if (risk === null && next === null) return null;
  const reasons = foretold.factors
    .filter(({ contribution }) => Math.abs(contribution) >= 0.05)
    .slice(0, 4);
  return (
    <section aria-labelledby="customer-outlook" className="card min-w-0 space-y-3 p-4">
      <h2 id="customer-outlook" className="font-semibold text-md">
        {t('title')}
      </h2>
      {risk !== null && band !== null && (
        <div>
          <p className="flex items-center gap-2">
            <span className="font-semibold text-[22px] leading-8 tracking-tight">
              {risk.toLocaleString(style.locale, { style: 'percent', maximumFractionDigits: 0 })}
            </span>
            <Badge tone={TONE[band]}>{t(`band.${band}`)}</Badge>
          </p>
          <p className="text-text-2">{t('riskAbout')}</p>
        </div>
      )}
      {reasons.length > 0 && (
        <div>
          <p className="mb-1 text-text-3">{t('factors')}</p>
          <ul className="space-y-1">
            {reasons.map(({ group, contribution, words }) => (
              <li key={group} className="flex items-baseline gap-2">
                <span aria-hidden="true" className={contribution > 0 ? 'text-bad' : 'text-good'}>
                  {contribution > 0 ? '▲' : '▼'}
                </span>
                <span>
                  <span className="sr-only">{t(contribution > 0 ? 'raises' : 'lowers')} </span>
                  {words}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {next !== null && year !== null && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-border-soft border-t pt-3">
          {[
            { name: t('next90'), of: next },
            { name: t('next365'), of: year },
          ].map(({ name, of }) => (
            <div key={name} className="contents">
              <dt className="text-text-3">{name}</dt>
              <dd className="text-end">
                <span className="font-medium tabular-nums">{money(of.value)}</span>
                <span className="block text-text-3 text-xs">
                  {t('between', { lower: money(of.lower), upper: money(of.upper) })}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
