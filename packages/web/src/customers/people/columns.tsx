import type { CustomerPage } from '@olympus/sdk';
import { useMemo } from 'react';
import { formatDate } from '../../format/dates.js';
import { formatCell, formatFull, MISSING, type NumberStyle } from '../../format/numbers.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { PageLink } from '../../pages/page-link.js';
import type { Column } from '../../table/column.js';
import { COLUMNS } from '../customers-query.js';
import { SegmentBadge } from '../segment-badge.js';
import { customersTexts } from '../texts.js';

export type CustomerRow = CustomerPage['rows'][number];
type Described = CustomerPage['columns'][number];
type Texts = ReturnType<typeof useTexts<(typeof customersTexts)['en']>>;

/** Shown only when chosen. */
const OPTIONAL: readonly string[] = [
  'units',
  'discounts',
  'refunds',
  'first_order',
  'days_since_last_order',
  'segment',
];
/** On a phone there is room for these beside the customer. */
const ON_PHONE: readonly string[] = ['revenue', 'orders'];
const WIDTHS: Readonly<Record<string, number>> = {
  rfm_segment: 156,
  spend_segment: 120,
  orders: 84,
  revenue: 100,
  average_order_value: 116,
  last_order: 118,
  first_order: 118,
  days_since_last_order: 128,
  country: 80,
  city: 112,
};

const numberIn = (row: CustomerRow, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};
const textIn = (row: CustomerRow, name: string): string | null => {
  const value = row[name];
  return typeof value === 'string' ? value : null;
};

function keyColumn({ t }: Texts, label: string): Column<CustomerRow> {
  return {
    key: 'customer_key',
    label,
    kind: 'text',
    value: (row) => textIn(row, 'customer_key'),
    show: (row) => {
      const key = String(row.customer_key);
      return (
        <PageLink
          to={`/customers/${key}`}
          tabIndex={-1}
          className="font-mono text-accent text-xs hover:underline"
        >
          {key.startsWith('e_') ? t('erasedShort') : key}
        </PageLink>
      );
    },
  };
}

function wordColumn(
  { name, label }: Described,
  words: Readonly<Record<string, string>>,
): Column<CustomerRow> {
  const nameOf = (row: CustomerRow) => words[textIn(row, name) ?? ''] ?? MISSING;
  return {
    key: name,
    label,
    kind: 'text',
    width: WIDTHS[name] ?? 130,
    onPhone: false,
    value: nameOf,
    show: (row) => (
      <SegmentBadge kind={name === 'rfm_segment' ? 'rfm' : 'spend'} id={textIn(row, name) ?? ''}>
        {nameOf(row)}
      </SegmentBadge>
    ),
  };
}

function plainColumn(
  { name, label, type, in_period: inPeriod }: Described,
  style: NumberStyle,
  { t }: Texts,
): Column<CustomerRow> {
  const base = {
    key: name,
    label: inPeriod ? t('inPeriod', { what: label }) : label,
    ...(WIDTHS[name] === undefined ? {} : { width: WIDTHS[name] }),
    onPhone: ON_PHONE.includes(name),
    optional: OPTIONAL.includes(name),
  };
  switch (type) {
    case 'currency':
    case 'count':
    case 'number':
    case 'days': {
      const unit = type === 'days' ? 'count' : type;
      return {
        ...base,
        kind: 'number',
        value: (row) => numberIn(row, name),
        text: (row) => formatCell(numberIn(row, name), unit, style),
        hint: (row) => formatFull(numberIn(row, name), unit, style),
      };
    }
    case 'date':
      return {
        ...base,
        kind: 'text',
        value: (row) => textIn(row, name),
        text: (row) => {
          const date = textIn(row, name);
          return date === null ? MISSING : formatDate(date, style.locale);
        },
      };
    default:
      return { ...base, kind: 'text', value: (row) => textIn(row, name) };
  }
}

/** The list's columns as the answer describes them; their names alone before there is one. */
export function useCustomerColumns(
  answer: CustomerPage | undefined,
): readonly Column<CustomerRow>[] {
  const texts = useTexts(customersTexts);
  const style = useNumberStyle();
  return useMemo(() => {
    const described: readonly Described[] = answer?.columns ?? [
      { name: 'customer_key', type: 'text', label: texts.t('customer'), in_period: false },
      ...COLUMNS.slice(0, 4).map((name) => ({
        name,
        type: 'text' as const,
        label: ' ',
        in_period: false,
      })),
    ];
    return described.map((column) => {
      if (column.name === 'customer_key') return keyColumn(texts, column.label);
      if (column.type !== 'word') return plainColumn(column, style, texts);
      const words =
        column.name === 'rfm_segment' ? answer?.words.rfm_segment : answer?.words.spend_segment;
      return wordColumn(column, words ?? {});
    });
  }, [answer, style, texts]);
}
