import type { KpiDetail } from '@olympus/sdk';
import {
  type Column,
  DataTable,
  DeltaChip,
  describeDelta,
  formatCell,
  formatRange,
  useNumberStyle,
  useTexts,
} from '@olympus/web/kit';
import { kpiTexts } from '../kpis/texts.js';
import { unitOf } from '../kpis/wording.js';
import { Peers } from './peers.js';

type Location = KpiDetail['benchmarks']['locations'][number];

/** The KPI beside its own past, its locations and other businesses. */
export function Benchmarks({ detail }: { readonly detail: KpiDetail }) {
  const { t } = useTexts(kpiTexts);
  const { locations } = detail.benchmarks;
  return (
    <section className="card h-full min-w-0 space-y-5 p-4">
      <h2 className="font-semibold text-lg">{t('benchmarks')}</h2>
      <Past detail={detail} />
      {locations.length > 0 && <Locations detail={detail} />}
      <Peers peers={detail.benchmarks.peers} />
    </section>
  );
}

function Past({ detail: { kpi, benchmarks } }: { readonly detail: KpiDetail }) {
  const { t } = useTexts(kpiTexts);
  const style = useNumberStyle();
  const { past } = benchmarks;
  const unit = unitOf(kpi);
  if (!past) return null;
  const { value } = past;
  return (
    <div>
      <h3 className="font-medium text-text-2">{t('past')}</h3>
      <dl className="mt-1 space-y-1">
        {past.earlier.map(({ basis, period, value: previous }) => {
          const kind = unit === 'ratio' ? 'points' : 'ratio';
          const change =
            value === null || previous === null || (kind === 'ratio' && previous === 0)
              ? null
              : kind === 'points'
                ? value - previous
                : (value - previous) / Math.abs(previous);
          const delta = describeDelta({ value, previous, change }, kind, kpi.better, style.locale);
          return (
            <div key={basis} className="flex flex-wrap items-baseline justify-between gap-x-3">
              <dt className="text-text-2" title={formatRange(period, style.locale)}>
                {t(`past.${basis}`)}
              </dt>
              <dd className="flex items-baseline gap-2">
                {formatCell(previous, unit, style)}
                <DeltaChip delta={delta} />
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function Locations({ detail: { kpi, benchmarks } }: { readonly detail: KpiDetail }) {
  const { t } = useTexts(kpiTexts);
  const style = useNumberStyle();
  const columns: readonly Column<Location>[] = [
    {
      key: 'name',
      label: t('location'),
      kind: 'text',
      value: ({ name }) => name,
      text: ({ name, own }) => (own ? `${name} (${t('ownLocation')})` : name),
      bar: ({ value }) => value,
    },
    { key: 'rank', label: t('rank'), kind: 'number', width: 60, value: ({ rank }) => rank },
    {
      key: 'value',
      label: t('value'),
      kind: 'number',
      width: 110,
      value: ({ value }) => value,
      text: ({ value }) => formatCell(value, unitOf(kpi), style),
    },
  ];
  return (
    <div>
      <h3 className="mb-1 font-medium text-text-2">{t('locations')}</h3>
      <DataTable
        label={t('locations')}
        columns={columns}
        rows={benchmarks.locations}
        rowKey={({ name }) => name}
        maxHeight={260}
      />
    </div>
  );
}
