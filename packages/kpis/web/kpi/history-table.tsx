import type { KpiDetail, KpiHistoryEntry } from '@olympus/sdk';
import {
  type Column,
  DataTable,
  formatBucket,
  formatCell,
  formatChangeSize,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { StatusBadge } from '../kpis/status-badge.js';
import { kpiTexts } from '../kpis/texts.js';
import { moment, statusWord, unitOf } from '../kpis/wording.js';

/** Differences between then and today that are worth a word. */
const NOTABLE = 0.0005;

/** Finished periods: what was known when each ended, and what is known today. */
export function HistoryTable({ detail }: { readonly detail: KpiDetail }) {
  const texts = useTexts(kpiTexts);
  const { t } = texts;
  const style = useNumberStyle();
  const { kpi, history } = detail;
  const unit = unitOf(kpi);
  const write = (value: number | null) => formatCell(value, unit, style);
  const stateOf = ({ known }: KpiHistoryEntry) =>
    known && { better: kpi.better, state: { ...kpi.state, status: known.status } };
  const columns: readonly Column<KpiHistoryEntry>[] = [
    {
      key: 'period',
      label: t('period'),
      kind: 'text',
      value: ({ period }) => period.from,
      text: ({ period, calendar }) => formatBucket(period.from, calendar, style.locale),
    },
    {
      key: 'then',
      label: t('knownThen'),
      kind: 'number',
      width: 96,
      value: ({ known }) => known?.value ?? null,
      text: ({ known }) => (known === null ? '—' : write(known.value)),
      hint: ({ known }) =>
        known === null
          ? t('notRecorded')
          : t('thenWas', { when: moment(known.computed_at, detail.time_zone, style.locale) }),
    },
    {
      key: 'today',
      label: t('today'),
      kind: 'number',
      width: 124,
      value: ({ today }) => today,
      text: (entry) => (entry.redefined ? t('redefined') : todayText(entry)),
    },
    {
      key: 'target',
      label: t('target'),
      kind: 'number',
      width: 100,
      onPhone: false,
      value: ({ known }) => known?.target ?? null,
      text: ({ known }) => (known === null ? '—' : write(known.target)),
    },
    {
      key: 'status',
      label: t('status'),
      kind: 'text',
      width: 110,
      onPhone: false,
      value: (entry) => {
        const state = stateOf(entry);
        return state && statusWord(state, texts);
      },
      show: (entry) => {
        const state = stateOf(entry);
        return state && <StatusBadge kpi={state} />;
      },
    },
  ];
  function todayText({ known, today }: KpiHistoryEntry): string {
    const then = known?.value ?? null;
    if (then === null || today === null || then === 0) return write(today);
    const change = (today - then) / Math.abs(then);
    if (Math.abs(change) < NOTABLE) return write(today);
    const size = `${change > 0 ? '+' : '−'}${formatChangeSize(change, style.locale)}`;
    return `${write(today)} (${size})`;
  }
  return (
    <section className="card h-full min-w-0 p-4">
      <h2 className="font-semibold text-lg">{t('history')}</h2>
      <p className="mb-2 text-text-3 text-xs">{t('historyAbout')}</p>
      <DataTable
        label={t('history')}
        columns={columns}
        rows={history}
        rowKey={({ calendar, period }) => `${calendar} ${period.from}`}
        maxHeight={440}
        empty={t('historyNone')}
      />
    </section>
  );
}
