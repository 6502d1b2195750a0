import type { CustomerProfile } from '@olympus/sdk';
import { formatDate } from '../../format/dates.js';
import { formatFull } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { Badge } from '../../ui/badge.js';
import { Facts as FactList } from '../../ui/facts.js';
import { profileTexts } from './texts.js';

/** What is known of a customer that is not personal, and how regularly they order. */
export function Facts({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTexts(profileTexts);
  const style = useNumberStyle();
  const { record, totals } = profile;
  const decade = record?.birth_decade;
  return (
    <section className="card min-w-0 p-4">
      <FactList
        facts={[
          [t('country'), profile.country ?? undefined],
          [t('city'), record?.city ?? undefined],
          [t('segment'), record?.segment ?? undefined],
          [t('birth'), decade == null ? undefined : t('decade', { year: String(decade) })],
          [t('firstOrder'), totals ? formatDate(totals.first_order, style.locale) : undefined],
          [
            t('discounts'),
            totals && totals.discounts !== 0
              ? formatFull(totals.discounts, 'currency', style)
              : undefined,
          ],
          [t('rhythm'), totals ? <Rhythm key="rhythm" rhythm={profile.rhythm} /> : undefined],
        ]}
      />
    </section>
  );
}

function Rhythm({ rhythm }: { readonly rhythm: CustomerProfile['rhythm'] }) {
  const { t } = useTexts(profileTexts);
  const { locale } = useNumberStyle();
  if (rhythm.kind === 'undefined') {
    return <span className="text-text-3">{t('fewOrders', { needed: rhythm.needed })}</span>;
  }
  const date = formatDate(rhythm.expected_on, locale);
  return (
    <>
      {t('days', { count: rhythm.typical_days })}
      <span className="mt-1 block">
        {rhythm.overdue ? (
          <Badge tone="warn">{t('overdue', { date })}</Badge>
        ) : (
          <span className="text-text-3">{t('expected', { date })}</span>
        )}
      </span>
    </>
  );
}
