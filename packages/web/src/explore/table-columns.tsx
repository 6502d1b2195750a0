import type { TrendGroup, Trends, TrendValue } from '@olympus/sdk';
import { describeDelta } from '../format/delta.js';
import {
  formatCell,
  formatFull,
  formatShare,
  MISSING,
  type NumberStyle,
} from '../format/numbers.js';
import type { Column } from '../table/index.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { polarityOf, shownUnit } from './chart-data.js';

/** A row of the table beneath the chart. */
export interface TableRowData {
  readonly key: string;
  readonly label: string;
  readonly group: Pick<TrendGroup, 'kind' | 'key'> | undefined;
  readonly span: { readonly from: string; readonly to: string } | undefined;
  readonly values: readonly TrendValue[];
  /** By column of a pivot. */
  readonly cells: readonly (readonly TrendValue[] | null)[];
}

interface ColumnTexts {
  readonly first: string;
  readonly previous: string;
  readonly change: string;
  readonly share: string;
  readonly total: string;
}

type Metric = Trends['metrics'][number];

/** Each metric's value, the earlier one, the change, and its share of the whole where it has one. */
export function valueColumns(
  trends: Trends,
  style: NumberStyle,
  texts: ColumnTexts,
): readonly Column<TableRowData>[] {
  const { metrics, comparison, presentation } = trends;
  const first: Column<TableRowData> = {
    key: 'name',
    label: texts.first,
    kind: 'text',
    value: ({ label }) => label,
    bar: (row) => Math.max(0, row.values[0]?.value ?? 0),
    hint: ({ label }) => label,
    total: texts.total,
    ...(metrics.length > 2 ? { width: 180 } : {}),
  };
  const shares = trends.groups.length > 0 && presentation.kind !== 'share';
  return [
    first,
    ...metrics.flatMap((metric, at): readonly Column<TableRowData>[] => {
      const told: Told = { trends, style, texts, metric, at };
      return [
        valueColumn(told),
        ...(comparison ? [previousColumn(told), changeColumn(told)] : []),
        ...(shares && metric.additive ? [shareColumn(told)] : []),
      ];
    }),
  ];
}

/** What the columns of one metric are made from. */
interface Told {
  readonly trends: Trends;
  readonly style: NumberStyle;
  readonly texts: ColumnTexts;
  readonly metric: Metric;
  /** The metric's place. */
  readonly at: number;
}

const heading = ({ trends, metric }: Told, text: string) =>
  trends.metrics.length > 1 ? `${metric.label}, ${text}` : text;

function valueColumn({ trends, style, metric, at }: Told): Column<TableRowData> {
  const unit = shownUnit(trends, metric);
  const value = (row: TableRowData) => row.values[at]?.value ?? null;
  return {
    key: metric.name,
    label: metric.label,
    kind: 'number',
    width: 128,
    value,
    text: (row) => formatCell(value(row), unit, style),
    hint: (row) => formatFull(value(row), unit, style),
    total: formatCell(trends.total.values[at]?.value ?? null, unit, style),
  };
}

function previousColumn(told: Told): Column<TableRowData> {
  const { trends, style, texts, metric, at } = told;
  const unit = shownUnit(trends, metric);
  const earlier = (row: TableRowData) => row.values[at]?.previous ?? null;
  return {
    key: `${metric.name}_previous`,
    label: heading(told, texts.previous),
    kind: 'number',
    width: 128,
    quiet: true,
    onPhone: false,
    // of several metrics the change says enough
    optional: trends.metrics.length > 1,
    value: earlier,
    text: (row) => formatCell(earlier(row), unit, style),
    total: formatCell(trends.total.values[at]?.previous ?? null, unit, style),
  };
}

function changeColumn(told: Told): Column<TableRowData> {
  const { trends, style, texts, metric, at } = told;
  const kind = shownUnit(trends, metric) === 'ratio' ? 'points' : 'ratio';
  const chip = (one: TrendValue | undefined) =>
    one ? (
      <DeltaChip plain delta={describeDelta(one, kind, polarityOf(trends, metric), style.locale)} />
    ) : (
      MISSING
    );
  return {
    key: `${metric.name}_change`,
    label: heading(told, texts.change),
    kind: 'number',
    width: 104,
    value: (row) => row.values[at]?.change ?? null,
    total: chip(trends.total.values[at]),
    show: (row) => chip(row.values[at]),
  };
}

function shareColumn(told: Told): Column<TableRowData> {
  const { trends, style, texts, metric, at } = told;
  const whole = trends.total.values[at]?.value;
  const share = (row: TableRowData) => {
    const part = row.values[at]?.value ?? null;
    return part === null || !whole ? null : part / whole;
  };
  return {
    key: `${metric.name}_share`,
    label: heading(told, texts.share),
    kind: 'number',
    width: 88,
    quiet: true,
    onPhone: false,
    value: share,
    text: (row) => {
      const part = share(row);
      return part === null ? MISSING : formatShare(part, style);
    },
  };
}

/** A column for each column of a pivot, of the first metric, and the whole row's. */
export function pivotColumns(
  trends: Trends,
  style: NumberStyle,
  labels: readonly string[],
  texts: ColumnTexts,
): readonly Column<TableRowData>[] {
  const { metrics, pivot, total } = trends;
  const [metric] = metrics;
  const [first] = valueColumns(trends, style, texts);
  if (!metric || !pivot || !first) return [];
  const text = (value: number | null) => formatCell(value, metric.unit, style);
  return [
    first,
    {
      key: 'total',
      label: texts.total,
      kind: 'number',
      width: 128,
      value: (row) => row.values[0]?.value ?? null,
      text: (row) => text(row.values[0]?.value ?? null),
      total: text(total.values[0]?.value ?? null),
    },
    ...pivot.columns.map((column, at): Column<TableRowData> => {
      const value = (row: TableRowData) => row.cells[at]?.[0]?.value ?? null;
      return {
        key: JSON.stringify(column.key),
        label: labels[at] ?? '',
        kind: 'number',
        width: 112,
        value,
        text: (row) => text(value(row)),
        total: text(column.values[0]?.value ?? null),
      };
    }),
  ];
}
