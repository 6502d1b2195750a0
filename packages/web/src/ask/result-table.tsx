import type { AskColumn, AskData, AskRow, AskTable } from '@olympus/sdk';
import { useMemo, useState } from 'react';
import { textWidth } from '../charts/plot.js';
import { formatBucket, readLocal } from '../format/dates.js';
import { useNumberStyle } from '../format/style-context.js';
import type { Translate } from '../messages/language.js';
import { useTexts } from '../messages/use-texts.js';
import { type Column, DataTable } from '../table/index.js';
import { Button } from '../ui/button.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { cellText, deltaOf, dimensionText, mainColumn, numberIn } from './figures.js';

/** Rows shown at first. */
const FIRST = 20;
const HEIGHT = 560;
/** Columns that share a table evenly; of more each is as wide as what it says. */
const CROWDED = 6;

/** An answer's rows; with bars behind the names where they are parts of something. */
export function ResultTable({
  table,
  data,
  bars = false,
  titled = false,
}: {
  readonly table: AskTable;
  readonly data: AskData;
  readonly bars?: boolean;
  readonly titled?: boolean;
}) {
  const { t } = useTexts();
  const style = useNumberStyle();
  const [all, setAll] = useState(false);
  const keys = useMemo(
    () => table.columns.filter(({ role }) => role === 'dimension' || role === 'time'),
    [table],
  );
  const columns = useMemo((): readonly Column<AskRow>[] => {
    const values = valueColumns(table, t);
    const contribution = values.find(({ role }) => role === 'contribution');
    const barred = contribution ?? (bars ? mainColumn(table) : undefined);
    const crowded = data.chart !== 'cohort' && table.columns.length > CROWDED;
    const named = keys.map((column, index): Column<AskRow> => {
      const text = (row: AskRow) =>
        column.role === 'time'
          ? bucketText(String(row.time), data, style.locale)
          : dimensionText(row, column, style.locale);
      return {
        key: column.name,
        label: column.label,
        kind: 'text',
        value: (row) => (column.role === 'time' ? String(row.time) : text(row)),
        text,
        ...(index === keys.length - 1 && barred
          ? { bar: (row: AskRow) => numberIn(row, barred.name) ?? 0 }
          : {}),
        show: (row) =>
          row[column.name] === null ? (
            <span className="text-text-2 italic">{text(row)}</span>
          ) : (
            text(row)
          ),
      };
    });
    return [
      ...named,
      ...values.map((column): Column<AskRow> => {
        const isText = column.type === 'string' || column.type === 'date';
        const text = (row: AskRow) => cellText(row, column, style);
        return {
          key: column.name,
          label: column.label,
          kind: isText ? 'text' : 'number',
          quiet: ['previous', 'low', 'high'].includes(column.role),
          // a phone has room for the name and what it contributed
          ...(contribution && column !== contribution ? { onPhone: false } : {}),
          value: (row) =>
            isText ? String(row[column.name] ?? '') || null : numberIn(row, column.name),
          text,
          ...(crowded ? { width: widthOf(column.label, table.rows.map(text)) } : {}),
          ...(column.role === 'change'
            ? { show: (row: AskRow) => <Change table={table} row={row} column={column} /> }
            : {}),
        };
      }),
    ];
  }, [table, keys, bars, data, style, t]);
  const rows = all ? table.rows : table.rows.slice(0, FIRST);
  const title = titled ? table.title : keys.map(({ label }) => label).join(', ');
  return (
    <div className="min-w-0">
      {titled && <h3 className="font-semibold text-md">{table.title}</h3>}
      <DataTable
        label={title || table.title}
        columns={columns}
        rows={rows}
        rowKey={(row) => keys.map(({ name }) => String(row[name])).join('\u0000')}
        maxHeight={HEIGHT}
      />
      {table.rows.length > FIRST && (
        <Button className="mt-2" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('ask.showFewer') : t('ask.showAll', { count: table.rows.length })}
        </Button>
      )}
    </div>
  );
}

/** CSS pixels that a heading and its cells take, with the room around them. */
const widthOf = (label: string, cells: readonly string[]) =>
  34 + Math.max(textWidth(label), ...cells.slice(0, FIRST).map((cell) => textWidth(cell)));

/** A bucket as a row is called by it; months of cohorts in short, as many columns stand beside them. */
function bucketText(time: string, { grain, chart }: AskData, locale: string): string {
  if (chart !== 'cohort' || grain !== 'month') return formatBucket(time, grain ?? 'day', locale);
  const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return readLocal(time).toLocaleDateString(locale, month);
}

/** The columns with numbers; of a change's parts before, now and contribution, as the page has room for. */
function valueColumns(table: AskTable, t: Translate): readonly AskColumn[] {
  const values = table.columns.filter(({ role }) => role !== 'dimension' && role !== 'time');
  const contribution = values.find(({ role }) => role === 'contribution');
  if (contribution === undefined) return values;
  const before = values.find(({ role }) => role === 'previous');
  const now = values.find(({ role }) => role === 'metric');
  return [
    ...(before ? [{ ...before, label: t('ask.before') }] : []),
    ...(now ? [{ ...now, label: t('ask.now') }] : []),
    contribution,
  ];
}

function Change({
  table,
  row,
  column,
}: {
  readonly table: AskTable;
  readonly row: AskRow;
  readonly column: AskColumn;
}) {
  const style = useNumberStyle();
  const metric = table.columns.find(({ name }) => `${name}_change` === column.name);
  const delta = metric && deltaOf(table, row, metric, style.locale);
  return delta ? <DeltaChip plain delta={delta} /> : cellText(row, column, style);
}
