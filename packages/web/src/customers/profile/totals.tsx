import type { CustomerProfile } from '@olympus/sdk';
import { formatDate } from '../../format/dates.js';
import { formatFull, formatShort } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { profileTexts } from './texts.js';

type Figures = NonNullable<CustomerProfile['totals']>;

/** What a customer comes to, in six figures. */
export function Totals({ totals }: { readonly totals: Figures }) {
  const { t } = useTexts(profileTexts);
  const style = useNumberStyle();
  const days = totals.days_since_last_order;
  const tiles = [
    { name: t('revenue'), value: totals.revenue, unit: 'currency' },
    { name: t('orders'), value: totals.orders, unit: 'count' },
    { name: t('average'), value: totals.average_order_value, unit: 'currency' },
    { name: t('units'), value: totals.units, unit: 'number' },
    { name: t('refunds'), value: totals.refunds, unit: 'currency' },
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3 xl:grid-cols-6">
      {tiles.map(({ name, value, unit }) => (
        <div key={name} className="card min-w-0 px-3.5 py-3">
          <dt className="truncate font-medium text-text-2">{name}</dt>
          <dd
            title={formatFull(value, unit, style)}
            className="mt-1 font-semibold text-[22px] leading-8 tracking-tight"
          >
            {formatShort(value, unit, style)}
          </dd>
        </div>
      ))}
      <div className="card min-w-0 px-3.5 py-3">
        <dt className="truncate font-medium text-text-2">{t('lastOrder')}</dt>
        <dd className="mt-1 font-semibold text-[22px] leading-8 tracking-tight">
          {days === 0 ? t('today') : t('daysAgo', { count: days })}
          <span className="block font-normal text-text-3 text-xs tracking-normal">
            {formatDate(totals.last_order, style.locale)}
          </span>
        </dd>
      </div>
    </dl>
  );
}
