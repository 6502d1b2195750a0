import type { AskRow } from '@olympus/sdk';
import { Table2 } from 'lucide-react';
import { useContext, useMemo } from 'react';
import { cellText, deltaOf, dimensionText, numberIn } from '../../ask/figures.js';
import { formatBucket } from '../../format/dates.js';
import { useNumberStyle } from '../../format/style-context.js';
import { type Column, DataTable } from '../../table/index.js';
import { DeltaChip } from '../../ui/delta-chip.js';
import { TooLittle } from '../tile/too-little.js';
import { asQueryAnswer, PolarityContext, tableOf } from './query-answer.js';
import type { TileDrawing, TileKind } from './tile-kind.js';

/** Rows and columns as they were asked. */
function Rows({ title, answers, height }: TileDrawing) {
  const style = useNumberStyle();
  const polarities = useContext(PolarityContext);
  const answer = asQueryAnswer(answers[0]);
  const columns = useMemo((): readonly Column<AskRow>[] => {
    if (!answer) return [];
    const { table, data } = tableOf(answer, polarities);
    return table.columns.map((column, index): Column<AskRow> => {
      const { name, label, role } = column;
      if (role === 'dimension' || role === 'time') {
        const text = (row: AskRow) =>
          role === 'time'
            ? formatBucket(String(row[name]), data.grain ?? 'day', style.locale)
            : dimensionText(row, column, style.locale);
        return {
          ...{ key: name, label, kind: 'text', text, hint: text },
          value: (row) => (role === 'time' ? String(row[name]) : text(row)),
        };
      }
      const metric = table.columns.find((one) => `${one.name}_change` === name);
      return {
        ...{ key: name, label, kind: 'number', width: 108, quiet: role === 'previous' },
        onPhone: index < 3,
        value: (row) => numberIn(row, name),
        text: (row) => cellText(row, column, style),
        ...(metric
          ? {
              show: (row: AskRow) => {
                const delta = deltaOf(table, row, metric, style.locale);
                return delta ? <DeltaChip plain delta={delta} /> : null;
              },
            }
          : {}),
      };
    });
  }, [answer, polarities, style]);
  if (!answer || answer.rows.length === 0) return <TooLittle height={height} />;
  const keys = answer.columns.filter(({ role }) => role === 'dimension' || role === 'time');
  return (
    <div className="-mx-2 -mt-1">
      <DataTable
        label={title || columns.map(({ label }) => label).join(', ')}
        columns={columns}
        rows={answer.rows}
        rowKey={(row) => keys.map(({ name }) => String(row[name])).join('\u0000')}
        maxHeight={Math.max(96, height)}
      />
    </div>
  );
}

export const tableKind: TileKind = {
  kind: 'table',
  name: { en: 'Table', de: 'Tabelle' },
  icon: Table2,
  operation: 'analytics.query',
  size: { w: 6, h: 5 },
  fit: () => ({}),
  Draw: Rows,
};
