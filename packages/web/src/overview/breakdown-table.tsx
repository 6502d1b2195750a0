import type { Breakdown, BreakdownRow, Dashboard } from '@olympus/sdk';
import { useMemo } from 'react';
import { PHONE, useMedia } from '../app/use-media.js';
import { describeDelta } from '../format/delta.js';
import { formatCell, formatFull, formatShare, formatShort, MISSING } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { ExploreLink } from './lazy-explore-link.js';
import { labelOf, lowerCase } from './row-label.js';

interface BreakdownTableProps {
  readonly breakdown: Breakdown;
  readonly dashboard: Dashboard;
  readonly className: string;
}

/** Things that are shown by their names are explored by them. */
const NAMED: Readonly<Record<string, string>> = {
  'product.id': 'product.name',
  'location.id': 'location.name',
};

/** What the rows left off add up to, as a row after them. */
const OTHERS = '\u0000others';

/** A metric by one dimension: value as a bar behind the name, share and change in words. */
export function BreakdownTable({ breakdown, dashboard, className }: BreakdownTableProps) {
  const { t } = useTexts();
  const style = useNumberStyle();
  const phone = useMedia(PHONE);
  const { rows, other, total, metric, dimension } = breakdown;
  const tile = dashboard.tiles.find((one) => one.metric === metric);
  const unit = tile?.unit ?? 'number';
  const metricLabel = tile?.label ?? metric;
  const compared = dashboard.comparison !== null;
  const polarity = tile?.polarity ?? 'neutral';
  const inSentence = lowerCase(breakdown.label, style.locale);
  const heading =
    dimension === 'product.id'
      ? t('overview.topProducts')
      : t('overview.by', { dimension: inSentence });
  const id = `by-${dimension}`;
  const columns = useMemo((): readonly Column<BreakdownRow>[] => {
    const name = (row: BreakdownRow) =>
      row.key === OTHERS ? row.label : labelOf(row, breakdown, style.locale);
    return [
      {
        key: 'name',
        label: breakdown.label,
        kind: 'text',
        value: name,
        bar: (row) => Math.max(0, row.value ?? 0),
        hint: name,
        show: (row) =>
          row.key === null ? <span className="text-text-2 italic">{name(row)}</span> : name(row),
      },
      {
        key: 'value',
        label: metricLabel,
        kind: 'number',
        width: phone ? 80 : 86,
        value: ({ value }) => value,
        text: ({ value }) => formatCell(value, unit, style),
        hint: ({ value }) => formatFull(value, unit, style),
      },
      {
        key: 'share',
        label: t('overview.share'),
        kind: 'number',
        width: 66,
        quiet: true,
        onPhone: false,
        value: ({ share }) => share,
        text: ({ share }) => (share === null ? MISSING : formatShare(share, style)),
      },
      ...(compared
        ? [
            {
              key: 'change',
              label: t('overview.change'),
              kind: 'number' as const,
              width: 70,
              value: ({ change }: BreakdownRow) => change,
              show: (row: BreakdownRow) =>
                row.key === OTHERS ? null : (
                  <DeltaChip plain delta={describeDelta(row, 'ratio', polarity, style.locale)} />
                ),
            },
          ]
        : []),
    ];
  }, [breakdown, metricLabel, unit, style, compared, polarity, phone, t]);
  return (
    <section aria-labelledby={id} className={`card min-w-0 px-4 pt-3 pb-2 ${className}`}>
      <div className="flex items-center justify-between gap-2">
        <h2 id={id} className="font-semibold text-md">
          {heading}
        </h2>
        <div className="flex items-center gap-1">
          {total !== null && rows.length > 0 && (
            <p className="text-text-3 text-xs" title={formatFull(total, unit, style)}>
              {t('overview.inAll', { value: formatShort(total, unit, style) })}
            </p>
          )}
          <ExploreLink
            what={heading}
            metric={metric}
            dimension={NAMED[dimension] ?? dimension}
            dashboard={dashboard}
          />
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="py-6 text-center text-text-3">
          {tile?.value ? t('overview.noneNamed', { dimension: inSentence }) : t('overview.noSales')}
        </p>
      ) : (
        <div className="-mx-2 mt-1">
          <DataTable
            label={heading}
            columns={columns}
            rows={rows}
            rowKey={({ key }) => key ?? '\u0000'}
            tail={
              other !== null && other !== 0
                ? [
                    {
                      key: OTHERS,
                      label: t('overview.others'),
                      value: other,
                      previous: null,
                      change: null,
                      share: total ? other / total : null,
                    },
                  ]
                : []
            }
          />
        </div>
      )}
    </section>
  );
}
