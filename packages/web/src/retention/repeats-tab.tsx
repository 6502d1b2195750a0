import type { RepeatCohort, RepeatPurchasesAnswer, SecondOrderRate } from '@olympus/sdk';
import { Repeat } from 'lucide-react';
import { ColumnChart, type SeriesData } from '../charts/index.js';
import { formatBucket } from '../format/dates.js';
import { formatFull, formatShare, MISSING, type NumberStyle } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useLanguage } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { useTenant } from '../pages/current-page.js';
import { useScope } from '../scope/use-scope.js';
import { type Column, DataTable } from '../table/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { Answered } from './answered.js';
import { repeatsQuery, useWatch } from './queries.js';
import { watchRequest } from './request.js';
import { retentionTexts } from './texts.js';

/** When customers order again. */
export function RepeatsTab() {
  const { t } = useTexts(retentionTexts);
  const tenant = useTenant();
  const { scope } = useScope();
  const { locale, ...asked } = watchRequest(scope, useLanguage());
  const query = useWatch(repeatsQuery, tenant.id, { ...asked, locale });
  return (
    <Answered
      query={query}
      what={t('loadFailed')}
      saves={{
        title: t('intervalsTitle'),
        ask: { operation: 'repeat_purchases.run', input: asked },
        view: { kind: 'repeats' },
      }}
    >
      {(answer) =>
        answer.intervals.orders === 0 &&
        answer.cohorts.every(({ customers }) => customers === 0) ? (
          <EmptyState icon={Repeat} title={t('noneTitle')}>
            {t('noneRepeats')}
          </EmptyState>
        ) : (
          <Repeats answer={answer} />
        )
      }
    </Answered>
  );
}

function Repeats({ answer }: { readonly answer: RepeatPurchasesAnswer }) {
  const { t } = useTexts(retentionTexts);
  const style = useNumberStyle();
  const { intervals, rates, cohorts } = answer;
  const columns: readonly Column<RepeatCohort>[] = [
    {
      key: 'month',
      label: t('firstOrder'),
      kind: 'text',
      value: ({ month }) => month,
      text: ({ month }) => formatBucket(month, 'month', style.locale),
    },
    {
      key: 'customers',
      label: t('people'),
      kind: 'number',
      width: 110,
      value: ({ customers }) => customers,
      text: ({ customers }) => formatFull(customers, 'count', style),
    },
    ...rates.map(
      (rate, index): Column<RepeatCohort> => ({
        key: `within ${rate.within_days}`,
        label: t('within', { days: rate.within_days }),
        kind: 'number',
        width: 190,
        onPhone: index === 0,
        value: ({ rates: own }) => own[index]?.rate ?? null,
        text: ({ rates: own }) => rateText(own[index], style, t('tooEarly')),
      }),
    ),
  ];
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Figure
          name={t('medianDays')}
          value={
            intervals.median_days === null ? MISSING : t('days', { count: intervals.median_days })
          }
        />
        {rates.map((rate) => (
          <Figure
            key={rate.within_days}
            name={t('secondWithin', { days: rate.within_days })}
            value={rate.rate === null ? MISSING : formatShare(rate.rate, style)}
            hint={intervalText(rate, style)}
          />
        ))}
      </dl>
      <section className="card min-w-0 px-4 pt-3 pb-4">
        <ColumnChart
          data={intervalsData(answer, {
            title: t('intervalsTitle'),
            days: t('daysBetween'),
            orders: t('orders'),
          })}
          heading={
            <>
              <h2 className="font-semibold text-md">{t('intervalsTitle')}</h2>
              <p className="mt-0.5 max-w-[80ch] text-text-3 text-xs">{t('intervalsAbout')}</p>
            </>
          }
        />
      </section>
      <section className="card min-w-0 px-4 pt-3 pb-2">
        <h2 className="font-semibold text-md">{t('secondTitle')}</h2>
        <p className="mt-0.5 max-w-[80ch] text-text-3 text-xs">{t('secondAbout')}</p>
        <div className="-mx-2 mt-2">
          <DataTable
            label={t('secondTitle')}
            columns={columns}
            rows={cohorts.filter(({ customers }) => customers > 0)}
            rowKey={({ month }) => month}
          />
        </div>
      </section>
    </div>
  );
}

function Figure({
  name,
  value,
  hint,
}: {
  readonly name: string;
  readonly value: string;
  readonly hint?: string;
}) {
  return (
    <div className="card px-4 py-3">
      <dt className="text-text-2 text-xs">{name}</dt>
      <dd className="mt-1 font-semibold text-title">{value}</dd>
      {hint && <dd className="text-text-3 text-xs">{hint}</dd>}
    </div>
  );
}

const intervalText = ({ lower, upper }: SecondOrderRate, style: NumberStyle): string =>
  lower === null || upper === null
    ? ''
    : `${formatShare(lower, style)} – ${formatShare(upper, style)}`;

const rateText = (rate: SecondOrderRate | undefined, style: NumberStyle, none: string): string =>
  rate === undefined || rate.rate === null
    ? none
    : `${formatShare(rate.rate, style)}  (${intervalText(rate, style)})`;

/** Orders by how many days lay between them and the one before. */
export function intervalsData(
  { intervals }: Pick<RepeatPurchasesAnswer, 'intervals'>,
  words: { readonly title: string; readonly days: string; readonly orders: string },
): SeriesData {
  return {
    title: words.title,
    unit: 'count',
    axis: { kind: 'category', label: words.days },
    series: [
      {
        key: 'orders',
        label: words.orders,
        points: intervals.distribution.map(({ from_days, to_days, orders }) => ({
          at: String(from_days),
          label:
            to_days === null
              ? `${from_days}+`
              : to_days - from_days === 1
                ? String(from_days)
                : `${from_days}–${to_days - 1}`,
          value: orders,
        })),
      },
    ],
  };
}
