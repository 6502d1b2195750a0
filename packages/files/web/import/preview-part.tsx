import type { ImportNote, ImportPreview, ImportProposal } from '@olympus/sdk';
import {
  type Column,
  DataTable,
  Notice,
  ProblemPanel,
  ProgressBar,
  ProgressLine,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { datesOf, formatDates, formatMoney, formatMonth } from './formats.js';
import { LeftOut } from './left-out.js';
import { eventName, names } from './names.js';
import { OtherChoice } from './other-choice.js';
import { Disclosure, Part } from './stage.js';
import { texts } from './texts.js';
import { useNotes } from './use-notes.js';
import type { useReview } from './use-review.js';

type Month = ImportPreview['totals']['revenue'][number];

/** What the file would become: counts, months, what would not be taken and why. */
export function PreviewPart({ review }: { readonly review: ReturnType<typeof useReview> }) {
  const { t } = useTexts(texts);
  const { preview, mapping, recognised } = review;
  if (!mapping && !recognised.isFetching) return null;
  if (preview.isError && !preview.isFetching) {
    return (
      <ProblemPanel
        error={preview.error}
        what={t('preview.failed')}
        onRetry={() => void preview.refetch()}
        retrying={preview.isFetching}
      />
    );
  }
  const { data } = preview;
  return (
    <Part id="preview" title={t('preview.title')}>
      {!data ? (
        <div className="min-h-40">
          <ProgressBar label={t('preview.checking')} value={undefined} />
        </div>
      ) : data.questions.length > 0 && !preview.isPlaceholderData ? (
        <p className="text-text-2">{t('preview.waits')}</p>
      ) : (
        <>
          <ProgressLine active={preview.isFetching} />
          <Outcome preview={data} proposal={recognised.data} review={review} />
        </>
      )}
    </Part>
  );
}

function Outcome({
  preview,
  proposal,
  review,
}: {
  readonly preview: ImportPreview;
  readonly proposal: ImportProposal | undefined;
  readonly review: ReturnType<typeof useReview>;
}) {
  const { t } = useTexts(texts);
  const { t: name } = useTexts(names);
  const tenant = useTenant();
  const { locale } = useNumberStyle();
  const tell = useNotes();
  const { totals } = preview;
  const warnings = warningsOf(preview, proposal);
  const { mismatches, revenue } = totals;
  const dates = datesOf(totals, tenant.time_zone);
  const events = Object.entries(totals.events);
  const number = new Intl.NumberFormat(locale);
  const months = useMonthColumns();
  const figures = [
    ...(totals.orders > 0 ? [[t('preview.orders'), number.format(totals.orders)]] : []),
    ...(totals.customers > 0 ? [[t('preview.customers'), number.format(totals.customers)]] : []),
    ...(totals.orders > 0 ? [[t('preview.units'), number.format(Number(totals.units))]] : []),
    ...revenueByCurrency(revenue).map(([currency, sum]) => [
      t('preview.revenue'),
      formatMoney(String(sum), currency, locale),
    ]),
    ...(dates ? [[t('preview.period'), formatDates(dates, locale)]] : []),
  ] as const;
  return (
    <div className="space-y-4">
      {!preview.complete && (
        <p className="text-text-2">{t('preview.partial', { count: preview.rows })}</p>
      )}
      {events.length === 0 ? (
        <p className="font-medium text-md">{t('preview.nothing')}</p>
      ) : (
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {figures.map(([label, value]) => (
            <div key={`${label}${value}`}>
              <dt className="text-text-3">{label}</dt>
              <dd className="font-semibold text-title">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {mismatches.orders > 0 ? (
        <Notice icon={<TriangleAlert size={16} aria-hidden="true" />}>
          <div className="min-w-0 flex-1">
            <p className="font-medium">{t('preview.mismatches', { count: mismatches.orders })}</p>
            <p>{t('preview.mismatchesHint')}</p>
            <ul className="mt-1">
              {mismatches.examples.map(({ order_id: order, made, expected }) => (
                <li key={order}>{t('preview.mismatch', { order, made, expected })}</li>
              ))}
            </ul>
          </div>
        </Notice>
      ) : (
        mismatches.compared > 0 && (
          <p className="flex items-center gap-1.5 text-good">
            <CircleCheck size={14} aria-hidden="true" />
            {t('preview.sound', { count: mismatches.compared })}
          </p>
        )
      )}
      {warnings.length > 0 && (
        <Notice tone="info" icon={<Info size={16} aria-hidden="true" />}>
          <ul className="min-w-0 flex-1 space-y-1">
            {warnings.map((warning) => (
              <li key={warning.message}>
                {tell(warning)} <OtherChoice note={warning} review={review} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <LeftOut preview={preview} />
      <div className="grid gap-6 md:grid-cols-2">
        {revenue.length > 0 && (
          <div className="min-w-0">
            <h4 className="font-semibold">{t('preview.months')}</h4>
            <p className="mb-1 text-text-3 text-xs">{t('preview.revenueHint')}</p>
            <DataTable<Month>
              label={t('preview.months')}
              columns={months}
              rows={revenue}
              rowKey={({ month, currency }) => `${month} ${currency}`}
              maxHeight={320}
              initialSort={null}
            />
          </div>
        )}
        <div className="min-w-0">
          <h4 className="font-semibold">{t('preview.events')}</h4>
          <p className="mb-1 text-text-3 text-xs">{t('preview.eventsHint')}</p>
          <DataTable
            label={t('preview.events')}
            columns={[
              {
                key: 'event',
                label: t('preview.event'),
                kind: 'text',
                value: ([type]) => eventName(type, name),
                hint: ([type]) => type,
              },
              {
                key: 'number',
                label: t('preview.number'),
                kind: 'number',
                value: ([, n]) => n,
                text: ([, n]) => number.format(n),
              },
            ]}
            rows={events}
            rowKey={([type]) => type}
            initialSort={null}
          />
        </div>
      </div>
      <FirstEvents events={preview.events} />
    </div>
  );
}

/** Shown elsewhere: beside the columns, and as the title. */
const SHOWN_ELSEWHERE: readonly ImportNote['code'][] = ['role_uncertain', 'kind_unclear'];

/** What was found in all rows, then what recognising the file adds to it. */
function warningsOf(
  preview: ImportPreview,
  proposal: ImportProposal | undefined,
): readonly ImportNote[] {
  const known = new Set(preview.warnings.map(({ message }) => message));
  const more = (proposal?.warnings ?? []).filter(
    ({ code, message }) => !known.has(message) && !SHOWN_ELSEWHERE.includes(code),
  );
  return [...preview.warnings, ...more];
}

/** Events of the file as they would be stored. */
function FirstEvents({ events }: { readonly events: ImportPreview['events'] }) {
  const { t } = useTexts(texts);
  const { t: name } = useTexts(names);
  const tenant = useTenant();
  const { locale } = useNumberStyle();
  const rows = events.slice(0, 12).map((event, index) => ({ index, ...readEvent(event) }));
  const clock = useMemo(
    () =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: tenant.time_zone,
      }),
    [locale, tenant.time_zone],
  );
  if (rows.length === 0) return null;
  return (
    <Disclosure title={t('preview.first')}>
      <DataTable
        label={t('preview.first')}
        columns={[
          {
            key: 'reference',
            label: t('preview.reference'),
            kind: 'text',
            value: ({ reference }) => reference ?? null,
          },
          {
            key: 'event',
            label: t('preview.event'),
            kind: 'text',
            value: ({ type }) => eventName(type, name),
            width: 160,
          },
          {
            key: 'time',
            label: t('preview.time'),
            kind: 'text',
            value: ({ time }) => time,
            text: ({ time }) => clock.format(new Date(time)),
            width: 180,
          },
          {
            key: 'customer',
            label: t('preview.customer'),
            kind: 'text',
            value: ({ customer }) => customer ?? null,
            width: 220,
            onPhone: false,
          },
        ]}
        rows={rows}
        rowKey={({ index }) => String(index)}
        initialSort={null}
      />
    </Disclosure>
  );
}

const REFERENCES = ['order_id', 'payment_id', 'product_id', 'customer_id'] as const;

function readEvent({ type, time, data }: ImportPreview['events'][number]) {
  const members: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? { ...data } : {};
  const textOf = (key: string) => {
    const value = members[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return {
    type: String(type),
    time: String(time),
    reference: REFERENCES.map(textOf).find((value) => value !== undefined),
    customer: textOf('customer_id'),
  };
}

function useMonthColumns(): readonly Column<Month>[] {
  const { t } = useTexts(texts);
  const { locale } = useNumberStyle();
  const number = new Intl.NumberFormat(locale);
  return [
    {
      key: 'month',
      label: t('preview.month'),
      kind: 'text',
      value: ({ month }) => month,
      text: ({ month }) => formatMonth(month, locale),
    },
    {
      key: 'orders',
      label: t('preview.orders'),
      kind: 'number',
      value: ({ orders }) => orders,
      text: ({ orders }) => number.format(orders),
      width: 108,
    },
    {
      key: 'revenue',
      label: t('preview.revenue'),
      kind: 'number',
      value: ({ revenue }) => Number(revenue),
      text: ({ revenue, currency }) => formatMoney(revenue, currency, locale),
      bar: ({ revenue }) => Math.max(0, Number(revenue)),
      width: 120,
    },
  ];
}

/** Sums for display; what is stored is added up exactly by the server. */
function revenueByCurrency(revenue: readonly Month[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { currency, revenue: amount } of revenue) {
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  }
  return [...sums];
}
