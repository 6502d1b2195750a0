import { useMemo } from 'react';
import { useNumberStyle } from '../format/style-context.js';
import { type Column, DataTable } from '../table/index.js';
import { DeltaChip } from '../ui/delta-chip.js';
import type { Aligned } from './align.js';
import type { SeriesData } from './data.js';
import { useChartLabels } from './labels.js';
import { deltaAt, noteOf } from './reading.js';
import { formatValue } from './value-format.js';

interface Row {
  readonly index: number;
  readonly at: string;
  readonly label: string;
}

/** The numbers of a chart of series: a row for each bucket. */
export function SeriesTable({
  data,
  aligned,
  height,
}: {
  readonly data: SeriesData;
  readonly aligned: Aligned;
  readonly height: number;
}) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  const columns = useMemo(() => {
    const { axis, unit, band } = data;
    const { series } = aligned;
    const [first] = series;
    const say = (value: number | null | undefined) =>
      value == null ? '—' : formatValue(value, unit, style);
    const noteAt = (index: number) =>
      series.map(({ points }) => noteOf(points[index], labels)).find(Boolean) ?? '';
    const number = (
      key: string,
      label: string,
      valueAt: (index: number) => number | null | undefined,
      quiet = false,
    ): Column<Row> => ({
      key,
      label,
      kind: 'number',
      quiet,
      value: ({ index }) => valueAt(index) ?? null,
      text: ({ index }) => say(valueAt(index)),
    });
    const time: Column<Row> = {
      key: 'at',
      label:
        axis.kind === 'category' ? axis.label : axis.grain === 'hour' ? labels.hour : labels.date,
      kind: 'text',
      value: ({ at, label }) => (axis.kind === 'time' ? at : label),
      text: ({ label }) => label,
      show: ({ label, index }) =>
        noteAt(index) ? (
          <>
            {label}
            <span className="text-text-3"> · {noteAt(index)}</span>
          </>
        ) : (
          label
        ),
    };
    const values = series.map(({ key, label, points }) =>
      number(`v ${key}`, label, (index) => points[index]?.value),
    );
    const banded =
      band && first
        ? [
            number(
              'expected',
              band.kind === 'forecast' ? capital(labels.forecast) : labels.expected,
              (index) => first.points[index]?.expected,
              true,
            ),
            number('low', labels.low, (index) => first.points[index]?.low, true),
            number('high', labels.high, (index) => first.points[index]?.high, true),
          ]
        : [];
    const compared = series.length === 1 ? first?.compared : undefined;
    const comparing: readonly Column<Row>[] =
      compared && first
        ? [
            number('compared', labels.comparedWith, (index) => compared[index]?.value, true),
            {
              key: 'change',
              label: labels.change,
              kind: 'number',
              value: ({ index }) => {
                const [value, before] = [first.points[index]?.value, compared[index]?.value];
                return value == null || before == null || first.points[index]?.provisional
                  ? null
                  : before === 0
                    ? null
                    : (value - before) / Math.abs(before);
              },
              text: ({ index }) => deltaAt(data, first, index, style.locale).text,
              show: ({ index }) => (
                <DeltaChip plain delta={deltaAt(data, first, index, style.locale)} />
              ),
            },
          ]
        : [];
    return [time, ...values, ...banded, ...comparing];
  }, [data, aligned, style, labels]);
  const rows = useMemo(
    () => aligned.buckets.map(({ at, label }, index) => ({ at, label, index })),
    [aligned],
  );
  return (
    <DataTable
      label={data.title}
      columns={columns}
      rows={rows}
      rowKey={({ at }) => at}
      initialSort={data.axis.kind === 'time' ? { key: 'at', direction: 'ascending' } : null}
      height={height}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
