import type { Trends } from '@olympus/sdk';
import { useMemo } from 'react';
import { formatBucket } from '../format/dates.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { lowerCase } from '../overview/row-label.js';
import { DataTable } from '../table/index.js';
import { changeOf } from './change.js';
import { isBucketed, shownUnit, type Words } from './chart-data.js';
import { groupKey, groupLabel, valueLabel } from './groups.js';
import { pivotColumns, type TableRowData, valueColumns } from './table-columns.js';
import { exploreTexts } from './texts.js';

/** The same figures as rows: groups, or buckets where nothing is broken down. */
export function ExploreTable({
  trends,
  words,
  onOpen,
}: {
  readonly trends: Trends;
  readonly words: Words;
  readonly onOpen: (row: TableRowData) => void;
}) {
  const { title } = useHeads(trends);
  return (
    <section aria-labelledby="explore-table" className="card min-w-0 px-4 pt-3 pb-2">
      <h2
        id="explore-table"
        className="flex min-h-8 items-center font-semibold text-md sm:max-w-[70%]"
      >
        {title}
      </h2>
      <div className="-mx-2 sm:-mt-8">
        <TrendRows trends={trends} words={words} maxHeight={520} toolbar onOpen={onOpen} />
      </div>
    </section>
  );
}

/** What the table is called, and its first column. */
function useHeads({ dimensions, metrics, pivot, groups }: Trends) {
  const { t } = useTexts(exploreTexts);
  const style = useNumberStyle();
  const byGroup = groups.length > 0;
  const rowDimensions = pivot ? dimensions.slice(0, 1) : dimensions;
  const first = byGroup ? rowDimensions.map(({ label }) => label).join(' · ') : t('time');
  const title = t('tableOf', {
    metric: metrics.map(({ label }) => label).join(', '),
    dimension: byGroup ? lowerCase(first, style.locale) : t('byTime'),
  });
  return { title, first, columnDimension: dimensions[rowDimensions.length] };
}

/** The rows and columns themselves. */
export function TrendRows({
  trends,
  words,
  maxHeight,
  toolbar = false,
  onOpen,
}: {
  readonly trends: Trends;
  readonly words: Words;
  /** CSS pixels. */
  readonly maxHeight: number;
  readonly toolbar?: boolean;
  readonly onOpen?: (row: TableRowData) => void;
}) {
  const { t } = useTexts(exploreTexts);
  const style = useNumberStyle();
  const rows = useMemo(() => rowsOf(trends, words), [trends, words]);
  const { title, first, columnDimension } = useHeads(trends);
  const { metrics, pivot } = trends;
  const texts = {
    first,
    previous: t('previous'),
    change: t('change'),
    share: t('share'),
    total: t('total'),
  };
  const columns =
    pivot && columnDimension
      ? pivotColumns(
          trends,
          style,
          pivot.columns.map(({ key }) => valueLabel(columnDimension, key[0] ?? null, words.locale)),
          texts,
        )
      : valueColumns(trends, style, texts);
  return (
    <DataTable
      label={title}
      toolbar={toolbar}
      {...(toolbar && metrics.length > 1 && !pivot ? { name: 'explore' } : {})}
      columns={columns}
      rows={rows.filter(({ group }) => group?.kind !== 'others')}
      tail={rows.filter(({ group }) => group?.kind === 'others')}
      rowKey={({ key }) => key}
      maxHeight={maxHeight}
      {...(onOpen ? { onOpen } : {})}
    />
  );
}

function rowsOf(trends: Trends, { locale, others }: Words): readonly TableRowData[] {
  const { groups, dimensions, metrics, total, buckets, pivot } = trends;
  if (groups.length > 0) {
    const named = pivot ? dimensions.slice(0, 1) : dimensions;
    return groups.map((group, index) => ({
      key: groupKey(group),
      label: groupLabel(group, named, locale, others),
      group,
      span: undefined,
      values: group.values,
      cells: pivot?.cells[index] ?? [],
    }));
  }
  if (!isBucketed(trends)) return [];
  return buckets.map(({ t, from, to }, index) => ({
    key: t,
    label: formatBucket(t, trends.grain, locale),
    group: undefined,
    span: { from, to },
    cells: [],
    values: metrics.map((metric, at) => {
      const series = total.series?.[at];
      const value = series?.values[index] ?? null;
      const previous = series?.previous?.[index] ?? null;
      return { value, previous, change: changeOf(value, previous, shownUnit(trends, metric)) };
    }),
  }));
}
