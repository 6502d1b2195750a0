import type { MlAtRisk } from '@olympus/sdk';
import {
  type Column,
  DataTable,
  formatShort,
  useGoTo,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { TrendingUp } from 'lucide-react';
import { BandBadge } from './band-badge.js';
import { riskTexts } from './texts.js';

type Row = MlAtRisk['customers'][number];

/** From which rise within 28 days on a risk counts as rising. */
const RISEN = 0.1;

/** Customers by the value that is at risk with them, each with the reasons in words. */
export function RiskTable({
  rows,
  onSave,
}: {
  readonly rows: readonly Row[];
  readonly onSave: () => void;
}) {
  const { t } = useTexts(riskTexts);
  const style = useNumberStyle();
  const goTo = useGoTo();
  const percent = (share: number) =>
    share.toLocaleString(style.locale, { style: 'percent', maximumFractionDigits: 0 });
  const money = (value: number) => formatShort(value, 'currency', style);
  const columns: readonly Column<Row>[] = [
    {
      key: 'customer',
      label: t('customer'),
      kind: 'text',
      width: 130,
      value: (row) => row.customer_key,
      show: (row) => <code className="font-mono text-xs">{row.customer_key.slice(0, 12)}</code>,
    },
    {
      key: 'at_risk',
      label: t('atRisk'),
      kind: 'number',
      width: 100,
      value: (row) => row.value_at_risk,
      text: (row) => money(row.value_at_risk),
      bar: (row) => row.value_at_risk,
    },
    {
      key: 'risk',
      label: t('risk'),
      kind: 'number',
      width: 130,
      value: (row) => row.churn_risk,
      show: (row) => (
        <span className="inline-flex items-center gap-2">
          {row.risk_before !== null && row.churn_risk - row.risk_before >= RISEN && (
            <TrendingUp
              size={14}
              role="img"
              aria-label={t('rose', { before: percent(row.risk_before) })}
              className="text-bad"
            />
          )}
          <span className="tabular-nums">{percent(row.churn_risk)}</span>
          <BandBadge band={row.risk_band} />
        </span>
      ),
    },
    {
      key: 'why',
      label: t('why'),
      kind: 'text',
      sortable: false,
      width: 420,
      value: (row) => row.words.join(' · '),
      hint: (row) => row.words.join(' · '),
    },
    {
      key: 'expected',
      label: t('expected'),
      kind: 'number',
      width: 130,
      onPhone: false,
      value: (row) => row.next_90_days?.value ?? null,
      text: (row) => (row.next_90_days === null ? '—' : money(row.next_90_days.value)),
      hint: (row) =>
        row.next_90_days === null
          ? ''
          : t('between', {
              lower: money(row.next_90_days.lower),
              upper: money(row.next_90_days.upper),
            }),
    },
  ];
  return (
    <div className="card overflow-hidden p-2">
      <DataTable
        label={t('list')}
        name="ml-at-risk"
        columns={columns}
        rows={rows}
        rowKey={({ customer_key }) => customer_key}
        onSave={onSave}
        onOpen={({ customer_key }) => goTo(`/customers/${customer_key}`)}
      />
    </div>
  );
}
