import type { Breakdown, Dashboard } from '@olympus/sdk';
import { describeDelta } from '../format/delta.js';
import { formatCell, formatFull, formatShare, formatShort, MISSING } from '../format/numbers.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { labelOf } from './row-label.js';
import { useNumberStyle } from '../format/style-context.js';

interface BreakdownTableProps {
  readonly breakdown: Breakdown;
  readonly dashboard: Dashboard;
  readonly className: string;
}

/** Headings that read better than the dimension's own name. */
const HEADINGS: Readonly<Record<string, string>> = {
  'product.id': 'Top products',
};

/** A metric by one dimension: value as a bar behind the name, share and change in words. */
export function BreakdownTable({ breakdown, dashboard, className }: BreakdownTableProps) {
  const style = useNumberStyle();
  const { rows, other, total, metric, dimension } = breakdown;
  const tile = dashboard.tiles.find((one) => one.metric === metric);
  const unit = tile?.unit ?? 'number';
  const metricLabel = tile?.label ?? metric;
  const compared = dashboard.comparison !== null;
  const largest = Math.max(0, ...rows.map((row) => row.value ?? 0));
  const heading = HEADINGS[dimension] ?? `By ${breakdown.label.toLowerCase()}`;
  const id = `by-${dimension}`;
  return (
    <section aria-labelledby={id} className={`card min-w-0 px-4 pt-3 pb-2 ${className}`}>
      <div className="flex items-baseline justify-between gap-2">
        <h2 id={id} className="font-semibold text-md">
          {heading}
        </h2>
        {total !== null && rows.length > 0 && (
          <p className="text-text-3 text-xs" title={formatFull(total, unit, style)}>
            {formatShort(total, unit, style)} in all
          </p>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="py-6 text-center text-text-3">
          {tile?.value
            ? `No sale in this period names a ${breakdown.label.toLowerCase()}.`
            : 'No sales in this period.'}
        </p>
      ) : (
        <table className="mt-2 w-full table-fixed">
          <colgroup>
            <col />
            <col className="w-20" />
            <col className="w-13 max-sm:hidden" />
            {compared && <col className="w-16" />}
          </colgroup>
          <thead>
            <tr className="text-right text-text-3 text-xs">
              <th scope="col" className="pb-1 text-left font-medium">
                {breakdown.label}
              </th>
              <th scope="col" className="pb-1 font-medium">
                {metricLabel}
              </th>
              <th scope="col" className="pb-1 font-medium max-sm:hidden">
                Share
              </th>
              {compared && (
                <th scope="col" className="pb-1 font-medium">
                  Change
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key ?? '\u0000'} className="h-8">
                <th scope="row" className="relative p-0 text-left font-normal">
                  <span
                    aria-hidden="true"
                    className="bar absolute inset-y-0.5 left-0 rounded-sm bg-bar"
                    style={{
                      width: `${largest > 0 ? Math.max(0, ((row.value ?? 0) / largest) * 100) : 0}%`,
                    }}
                  />
                  <span
                    title={labelOf(row, breakdown)}
                    className={`relative block truncate px-2 ${row.key === null ? 'text-text-2 italic' : ''}`}
                  >
                    {labelOf(row, breakdown)}
                  </span>
                </th>
                <td
                  className="truncate text-right font-medium"
                  title={formatFull(row.value, unit, style)}
                >
                  {formatCell(row.value, unit, style)}
                </td>
                <td className="text-right text-text-2 max-sm:hidden">
                  {row.share === null ? MISSING : formatShare(row.share, style)}
                </td>
                {compared && (
                  <td className="text-right">
                    <DeltaChip
                      plain
                      delta={describeDelta(row, 'ratio', tile?.polarity ?? 'neutral', style.locale)}
                    />
                  </td>
                )}
              </tr>
            ))}
            {other !== null && other !== 0 && (
              <tr className="h-8 text-text-2">
                <th scope="row" className="px-2 text-left font-normal">
                  All others
                </th>
                <td className="text-right" title={formatFull(other, unit, style)}>
                  {formatCell(other, unit, style)}
                </td>
                <td className="text-right">
                  {total ? formatShare(other / total, style) : MISSING}
                </td>
                {compared && <td />}
              </tr>
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}
