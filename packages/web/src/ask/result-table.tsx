import type { AskColumn, AskData, AskRow, AskTable } from '@olympus/sdk';
import { useState } from 'react';
import { formatBucket } from '../format/dates.js';
import { DeltaChip } from '../ui/delta-chip.js';
import { useNumberStyle } from '../format/style-context.js';
import { Button } from '../ui/button.js';
import { cellText, deltaOf, dimensionText, mainColumn, numberIn } from './figures.js';

/** Rows shown at first. */
const FIRST = 20;

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
  const style = useNumberStyle();
  const [all, setAll] = useState(false);
  const keys = table.columns.filter(({ role }) => role === 'dimension' || role === 'time');
  const values = valueColumns(table);
  const barred =
    values.find(({ role }) => role === 'contribution') ?? (bars ? mainColumn(table) : undefined);
  const largest = Math.max(
    0,
    ...table.rows.map((row) => Math.abs((barred && numberIn(row, barred.name)) ?? 0)),
  );
  // a phone has room for the name and what it contributed
  const isParts = values.some(({ role }) => role === 'contribution');
  const phoneClass = (role: AskColumn['role']) =>
    isParts && role !== 'contribution' ? 'max-sm:hidden' : '';
  const rows = all ? table.rows : table.rows.slice(0, FIRST);
  const title = titled ? table.title : keys.map(({ label }) => label).join(', ');
  return (
    <div className="min-w-0">
      {titled && <h3 className="font-semibold text-md">{table.title}</h3>}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keys
        tabIndex={0}
        aria-label={`${title || table.title}, table`}
        className="max-h-[560px] overflow-auto"
      >
        <table className="w-full">
          <thead className="sticky top-0 z-10 bg-surface">
            <tr className="text-right text-text-3 text-xs">
              {keys.map(({ name, label }) => (
                <th key={name} scope="col" className="py-1 pr-3 text-left font-medium">
                  {label}
                </th>
              ))}
              {values.map(({ name, label, role }) => (
                <th key={name} scope="col" className={`py-1 pl-4 font-medium ${phoneClass(role)}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={keys.map(({ name }) => String(row[name])).join('\u0000')}
                className="h-8 border-border-soft border-t"
              >
                {keys.map((column, index) => (
                  <th
                    key={column.name}
                    scope="row"
                    className="bar-cell relative min-w-32 p-0 text-left font-normal"
                  >
                    {index === keys.length - 1 && barred && largest > 0 && (
                      <Bar value={numberIn(row, barred.name) ?? 0} largest={largest} />
                    )}
                    <span
                      className={`relative block max-w-[36ch] truncate px-2 ${row[column.name] === null ? 'text-text-2 italic' : ''}`}
                    >
                      {keyText(row, column, data, style.locale)}
                    </span>
                  </th>
                ))}
                {values.map((column) => (
                  <td
                    key={column.name}
                    className={`whitespace-nowrap pl-4 text-right ${phoneClass(column.role)}`}
                  >
                    <Cell table={table} row={row} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.rows.length > FIRST && (
        <Button className="mt-2" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${table.rows.length.toLocaleString(style.locale)}`}
        </Button>
      )}
    </div>
  );
}

/** The columns with numbers; of a change's parts before, now and contribution, as the page has room for. */
function valueColumns(table: AskTable): readonly AskColumn[] {
  const values = table.columns.filter(({ role }) => role !== 'dimension' && role !== 'time');
  const contribution = values.find(({ role }) => role === 'contribution');
  if (contribution === undefined) return values;
  const before = values.find(({ role }) => role === 'previous');
  const now = values.find(({ role }) => role === 'metric');
  return [
    ...(before ? [{ ...before, label: 'Before' }] : []),
    ...(now ? [{ ...now, label: 'Now' }] : []),
    contribution,
  ];
}

function Bar({ value, largest }: { readonly value: number; readonly largest: number }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-y-0.5 left-0 rounded-sm ${value < 0 ? 'border-border-control border-b-2 bg-surface-2' : 'bg-bar'}`}
      style={{ width: `${(Math.abs(value) / largest) * 100}%` }}
    />
  );
}

function keyText(row: AskRow, column: AskColumn, data: AskData, locale: string): string {
  if (column.role === 'time') return formatBucket(String(row.time), data.grain ?? 'day', locale);
  return dimensionText(row, column);
}

function Cell({
  table,
  row,
  column,
}: {
  readonly table: AskTable;
  readonly row: AskRow;
  readonly column: AskColumn;
}) {
  const style = useNumberStyle();
  if (column.role === 'change') {
    const metric = table.columns.find(({ name }) => `${name}_change` === column.name);
    const delta = metric && deltaOf(table, row, metric, style.locale);
    return delta ? <DeltaChip plain delta={delta} /> : cellText(row, column, style);
  }
  const quiet = column.role === 'previous' || column.role === 'low' || column.role === 'high';
  return (
    <span className={quiet ? 'text-text-2' : 'font-medium'}>{cellText(row, column, style)}</span>
  );
}
