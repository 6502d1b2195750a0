import type { Kpi } from '@olympus/sdk';
import {
  type Column,
  DataTable,
  formatCell,
  useGoTo,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { StatusBadge } from './status-badge.js';
import { kpiTexts } from './texts.js';
import { percent, statusWord, unitOf } from './wording.js';

/** All KPIs as rows, to sort and to take along. */
export function KpiTable({ kpis }: { readonly kpis: readonly Kpi[] }) {
  const texts = useTexts(kpiTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const goTo = useGoTo();
  const amount = (
    key: string,
    label: string,
    value: (kpi: Kpi) => number | null,
    onPhone = true,
  ): Column<Kpi> => ({
    key,
    label,
    kind: 'number',
    width: 110,
    onPhone,
    value,
    text: (kpi) => formatCell(value(kpi), unitOf(kpi), style),
  });
  const columns: readonly Column<Kpi>[] = [
    { key: 'name', label: t('name'), kind: 'text', value: (kpi) => kpi.name },
    {
      key: 'status',
      label: t('status'),
      kind: 'text',
      width: 170,
      value: (kpi) => statusWord(kpi, texts),
      show: (kpi) => <StatusBadge kpi={kpi} />,
    },
    amount('value', t('value'), ({ state }) => state.value),
    amount('target', t('target'), ({ state }) => state.target, false),
    {
      key: 'pace',
      label: t('pace'),
      kind: 'number',
      width: 90,
      onPhone: false,
      value: ({ state }) => state.pace?.ratio ?? null,
      text: ({ state }) =>
        state.pace?.ratio == null ? '—' : percent(state.pace.ratio, style.locale),
    },
    amount('landing', t('landing'), ({ state }) => state.landing?.mean ?? null, false),
    {
      key: 'calendar',
      label: t('period'),
      kind: 'text',
      width: 100,
      onPhone: false,
      value: (kpi) => t(`calendar.${kpi.calendar}`),
    },
    {
      key: 'owner',
      label: t('owner'),
      kind: 'text',
      width: 140,
      onPhone: false,
      value: (kpi) => kpi.owner || null,
    },
  ];
  return (
    <div className="card overflow-hidden p-2">
      <DataTable
        label={t('list')}
        name="kpis"
        columns={columns}
        rows={kpis}
        rowKey={(kpi) => kpi.id}
        onOpen={(kpi) => goTo(`/kpis/${kpi.id}`)}
      />
    </div>
  );
}
