import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { formatBucket } from '../format/dates.js';
import { formatFull } from '../format/numbers.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { useNumberStyle } from '../format/style-context.js';
import { deltaAt, noteOf, type Trend } from './trend.js';
import { CHART_HEIGHT } from './trend-chart.js';

type Column = 'time' | 'value' | 'previous';

/** The chart's numbers, sortable. */
export function TrendTable({ trend }: { readonly trend: Trend }) {
  const style = useNumberStyle();
  const [sort, setSort] = useState<{ column: Column; up: boolean }>({ column: 'time', up: true });
  const rows = trend.points.map((point, index) => ({
    ...point,
    index,
    previous: trend.previous?.[index]?.value ?? null,
  }));
  const keyOf = (row: (typeof rows)[number]) =>
    sort.column === 'time' ? row.index : (row[sort.column] ?? Number.NEGATIVE_INFINITY);
  rows.sort((a, b) => (keyOf(a) - keyOf(b)) * (sort.up ? 1 : -1));
  const columns: readonly { column: Column; label: string }[] = [
    { column: 'time', label: trend.grain === 'hour' ? 'Hour' : 'Date' },
    { column: 'value', label: trend.label },
    ...(trend.previous ? [{ column: 'previous' as const, label: 'Compared with' }] : []),
  ];
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keys
      tabIndex={0}
      aria-label={`${trend.label}, table`}
      className="overflow-auto"
      style={{ height: CHART_HEIGHT }}
    >
      <table className="w-full text-right">
        <thead className="sticky top-0 bg-surface">
          <tr className="border-border-soft border-b">
            {columns.map(({ column, label }) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort.column === column ? (sort.up ? 'ascending' : 'descending') : 'none'}
                className="py-1 font-medium text-text-2 first:text-left"
              >
                <button
                  type="button"
                  onClick={() =>
                    setSort({ column, up: sort.column === column ? !sort.up : column === 'time' })
                  }
                  className="inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-text"
                >
                  {label}
                  {sort.column === column &&
                    (sort.up ? (
                      <ArrowUp size={12} aria-hidden="true" />
                    ) : (
                      <ArrowDown size={12} aria-hidden="true" />
                    ))}
                </button>
              </th>
            ))}
            {trend.previous && (
              <th scope="col" className="py-1 pr-1 font-medium text-text-2">
                Change
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, t, value, previous, incomplete }) => (
            <tr key={t} className="border-border-soft border-b last:border-b-0">
              <th scope="row" className="px-1 py-1.5 text-left font-normal">
                {formatBucket(t, trend.grain, style.locale)}
                {incomplete && <span className="text-text-3">{noteOf(trend, index, ' · ')}</span>}
              </th>
              <td className="px-1 font-medium">{formatFull(value, trend.unit, style)}</td>
              {trend.previous && (
                <>
                  <td className="px-1 text-text-2">{formatFull(previous, trend.unit, style)}</td>
                  <td className="px-1">
                    <DeltaChip plain delta={deltaAt(trend, index, style.locale)} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
