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
  const { metrics, comparison, total, presentation } = trends;
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
  const several = metrics.length > 1;
  const heading = (metric: Metric, text: string) => (several ? `${metric.label}, ${text}` : text);
  const shares = trends.groups.length > 0 && presentation.kind !== 'share';
  return [
    first,
    ...metrics.flatMap((metric, at): readonly Column<TableRowData>[] => {
      const unit = shownUnit(trends, metric);
      const whole = total.values[at];
      const value = (row: TableRowData) => row.values[at]?.value ?? null;
      const earlier = (row: TableRowData) => row.values[at]?.previous ?? null;
      const share = (row: TableRowData) => {
        const part = value(row);
        return part === null || !whole?.value ? null : part / whole.value;
      };
      return [
        {
          key: metric.name,
          label: metric.label,
          kind: 'number',
          width: 128,
          value,
          text: (row) => formatCell(value(row), unit, style),
          hint: (row) => formatFull(value(row), unit, style),
          total: formatCell(whole?.value ?? null, unit, style),
        },
        ...(comparison
          ? [
              {
                key: `${metric.name}_previous`,
                label: heading(metric, texts.previous),
                kind: 'number' as const,
                width: 128,
                quiet: true,
                onPhone: false,
                // of several metrics the change says enough
                optional: several,
                value: earlier,
                text: (row: TableRowData) => formatCell(earlier(row), unit, style),
                total: formatCell(whole?.previous ?? null, unit, style),
              },
              {
                key: `${metric.name}_change`,
                label: heading(metric, texts.change),
                kind: 'number' as const,
                width: 104,
                value: (row: TableRowData) => row.values[at]?.change ?? null,
                total: whole && (
                  <DeltaChip
                    plain
                    delta={describeDelta(
                      whole,
                      unit === 'ratio' ? 'points' : 'ratio',
                      polarityOf(trends, metric),
                      style.locale,
                    )}
                  />
                ),
                show: (row: TableRowData) => {
                  const one = row.values[at];
                  const kind = unit === 'ratio' ? 'points' : 'ratio';
                  if (!one) return MISSING;
                  return (
                    <DeltaChip
                      plain
                      delta={describeDelta(one, kind, polarityOf(trends, metric), style.locale)}
                    />
                  );
                },
              },
            ]
          : []),
        ...(shares && metric.additive
          ? [
              {
                key: `${metric.name}_share`,
                label: heading(metric, texts.share),
                kind: 'number' as const,
                width: 88,
                quiet: true,
                onPhone: false,
                value: share,
                text: (row: TableRowData) => {
                  const part = share(row);
                  return part === null ? MISSING : formatShare(part, style);
                },
              },
            ]
          : []),
      ];
    }),
  ];
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
