import { type Column, DataTable } from '../table/index.js';
import type { HeatCell, HeatData } from './data.js';
import { useChartLabels } from './labels.js';

/** The values of a heat grid as a table. */
export function HeatTable({
  data,
  full,
  height,
}: {
  readonly data: HeatData;
  readonly full: (cell: HeatCell) => string;
  readonly height: number;
}) {
  const { running } = useChartLabels();
  type Row = HeatData['rows'][number];
  const columns: readonly Column<Row>[] = [
    { key: 'row', label: data.rowLabel, kind: 'text', value: ({ label }) => label },
    ...data.columns.map(
      ({ key, label }, index): Column<Row> => ({
        key: `c ${key}`,
        label,
        kind: 'number',
        value: ({ cells }) => {
          const cell = cells[index];
          return typeof cell === 'number' ? cell : null;
        },
        text: ({ cells, unfinished }) =>
          cells[index] === undefined
            ? ''
            : `${full(cells[index])}${unfinished?.[index] ? `, ${running}` : ''}`,
      }),
    ),
  ];
  return (
    <DataTable
      label={data.title}
      columns={columns}
      rows={data.rows}
      rowKey={({ key }) => key}
      height={height}
    />
  );
}
