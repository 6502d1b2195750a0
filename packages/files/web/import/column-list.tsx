import type { ImportNote } from '@olympus/sdk';
import { Badge, Button, SelectField, useTexts } from '@olympus/web/kit';
import { useMemo, useState } from 'react';
import type { Column, Role } from './assign.js';
import { names } from './names.js';
import { Part } from './stage.js';
import { texts } from './texts.js';
import { useNotes } from './use-notes.js';

const NONE = 'none';
const ROW =
  'grid gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_minmax(200px,240px)_104px] md:items-center';
const SAMPLES = 3;

interface ColumnListProps {
  readonly columns: readonly Column[];
  /** What has to be there and is not. */
  readonly missing: readonly ImportNote[];
  /** What a person said, by role. */
  readonly said: Readonly<Record<string, string | null>>;
  readonly onAssign: (column: Column, role: Role | null) => void;
}

/** Each column with examples and what it is taken for; those that are used first, and in doubt before all. */
export function ColumnList({ columns, missing, said, onAssign }: ColumnListProps) {
  const { t } = useTexts(texts);
  const { t: name, locale } = useTexts(names);
  const tell = useNotes();
  const [all, setAll] = useState(false);
  const choices = useMemo(
    (): readonly { readonly value: Role | typeof NONE; readonly label: string }[] => [
      { value: NONE, label: t('columns.none') },
      ...ROLES.map((value) => ({ value, label: name(`role.${value}`) })).sort((a, b) =>
        a.label.localeCompare(b.label, locale),
      ),
    ],
    [t, name, locale],
  );
  const used = columns.filter(({ role }) => role !== null);
  const unused = columns.filter(({ role }) => role === null);
  const doubtful = used.filter(({ sure }) => !sure);
  const open = all || missing.length > 0 || used.length === 0;
  const shown = [...doubtful, ...used.filter(({ sure }) => sure), ...(open ? unused : [])];
  return (
    <Part id="columns" title={t('columns.title')} hint={t('columns.hint')}>
      {missing.length > 0 && (
        <p className="mb-3 flex flex-wrap items-center gap-2">
          <span className="font-medium">{t('columns.missing')}</span>
          {missing.flatMap((one) =>
            one.role
              ? [
                  <Badge key={one.role} tone="warn" title={tell(one)}>
                    {name(`role.${one.role}`)}
                  </Badge>,
                ]
              : [],
          )}
        </p>
      )}
      <div
        aria-hidden="true"
        className={`${ROW} max-md:hidden pb-1 font-medium text-text-3 text-xs`}
      >
        <span>{t('columns.column')}</span>
        <span>{t('columns.samples')}</span>
        <span>{t('columns.role')}</span>
        <span>{t('columns.certainty')}</span>
      </div>
      <ul className="divide-y divide-border-soft border-border-soft border-t">
        {shown.map((column) => (
          <li key={column.column} className={`${ROW} py-2.5 md:py-1.5`}>
            <span className="font-medium [overflow-wrap:anywhere]">{column.column}</span>
            <Samples examples={column.examples} />
            <SelectField<Role | typeof NONE>
              label={t('columns.roleOf', { column: column.column })}
              labelHidden
              value={column.role ?? NONE}
              choices={choices}
              onChange={(role) => onAssign(column, role === NONE ? null : role)}
            />
            <span>
              {column.role !== null && (
                <Certainty column={column} own={said[column.role] === column.column} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {unused.length > 0 && !(missing.length > 0 || used.length === 0) && (
        <Button className="mt-3" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('columns.fewer') : t('columns.all', { count: unused.length })}
        </Button>
      )}
    </Part>
  );
}

function Samples({ examples }: { readonly examples: readonly string[] }) {
  const { t } = useTexts(texts);
  if (examples.length === 0) return <span className="text-text-3">{t('columns.noSamples')}</span>;
  return (
    <span dir="auto" className="line-clamp-2 text-text-2 [overflow-wrap:anywhere]">
      {examples.slice(0, SAMPLES).join(' · ')}
    </span>
  );
}

function Certainty({ column, own }: { readonly column: Column; readonly own: boolean }) {
  const { t } = useTexts(texts);
  const tell = useNotes();
  if (own) return <Badge tone="accent">{t('columns.yours')}</Badge>;
  const why = column.reasons.map(tell).join('; ');
  return column.sure ? (
    <span className="max-md:sr-only">
      <Badge title={why}>{t('read.sure')}</Badge>
    </span>
  ) : (
    <Badge tone="warn" title={why}>
      {t('read.unsure')}
    </Badge>
  );
}

const ROLES: readonly Role[] = [
  'order_id',
  'ordered_at',
  'clock',
  'zone',
  'status',
  'payment_status',
  'event_kind',
  'cancelled_at',
  'currency',
  'customer_id',
  'email',
  'customer_name',
  'phone',
  'country',
  'city',
  'product_id',
  'product_name',
  'category',
  'brand',
  'quantity',
  'unit_price',
  'line_total',
  'line_discount',
  'line_tax',
  'line_shipping',
  'unit_cost',
  'order_subtotal',
  'order_total',
  'order_discount',
  'shipping',
  'order_tax',
  'refund_id',
  'refund_amount',
  'refunded_at',
  'reason',
  'payment_id',
  'amount',
  'fee',
  'method',
  'on_hand',
  'reorder_point',
  'location',
  'channel',
  'promotion',
];
