import { useNumberStyle } from '../format/style-context.js';
import { type Column, DataTable } from '../table/index.js';
import type { FunnelData } from './data.js';
import type { FunnelStep } from './funnel-steps.js';
import { useChartLabels } from './labels.js';
import { formatValue } from './value-format.js';

/** The steps of a funnel as a table. */
export function FunnelTable({
  data,
  rates,
  height,
}: {
  readonly data: FunnelData;
  readonly rates: readonly FunnelStep[];
  readonly height: number;
}) {
  const style = useNumberStyle();
  const labels = useChartLabels();
  type Row = FunnelData['steps'][number] & { readonly rate: FunnelStep | undefined };
  const number = (
    key: string,
    label: string,
    unit: FunnelData['unit'],
    value: (row: Row) => number | null,
  ): Column<Row> => ({
    key,
    label,
    kind: 'number',
    value,
    text: (row) => formatValue(value(row), unit, style),
  });
  const columns: readonly Column<Row>[] = [
    { key: 'step', label: labels.step, kind: 'text', value: ({ label }) => label },
    number('value', data.title, data.unit, ({ value }) => value),
    number('first', labels.ofFirst('%'), 'ratio', ({ rate }) => rate?.ofFirst ?? null),
    number('previous', labels.ofPrevious('%'), 'ratio', ({ rate }) => rate?.ofPrevious ?? null),
    ...(data.steps[0]?.segments ?? []).map((segment) =>
      number(`s ${segment.key}`, segment.label, data.unit, ({ segments }) => {
        const found = segments?.find(({ key }) => key === segment.key);
        return found?.value ?? null;
      }),
    ),
  ];
  return (
    <DataTable
      label={data.title}
      columns={columns}
      rows={data.steps.map((step, index) => ({ ...step, rate: rates[index] }))}
      rowKey={({ key }) => key}
      height={height}
    />
  );
}
