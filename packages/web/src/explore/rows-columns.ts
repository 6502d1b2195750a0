import type { Drill, DrilledRow } from '@olympus/sdk';
import { formatCell, formatFull, type NumberStyle } from '../format/numbers.js';
import type { Column } from '../table/index.js';

/** What columns are called. */
export interface RowTexts {
  readonly key: string;
  readonly column: (name: string) => string;
}

/** Things that nothing but their event tells apart: their key says nothing to people. */
const nameless = new Set(['payment', 'review', 'spend', 'event']);

/** A local moment as people write it; the year goes without saying where it is that of the span. */
function writeMoment(text: string, locale: string, year: string | undefined): string {
  const date = new Date(`${text.length === 10 ? `${text}T00:00` : text}Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(text.slice(0, 4) === year ? {} : { year: 'numeric' }),
  }).format(date);
}

/** The columns of a listing: what it is, what is told of it, and its part of the number. */
export function rowColumns(
  drill: Drill,
  style: NumberStyle,
  texts: RowTexts,
): readonly Column<DrilledRow>[] {
  const { kind, columns, metric, rows, range } = drill;
  const year = range?.to.slice(0, 4);
  const own = columns.flatMap(({ name, type, unit = 'number' }, at): Column<DrilledRow>[] => {
    // orders are named by their number already, and what nothing has needs no column
    if (name === 'order' && kind === 'order') return [];
    if (rows.every(({ cells }) => (cells[at] ?? null) === null)) return [];
    const cell = (row: DrilledRow) => row.cells[at] ?? null;
    const label = texts.column(name);
    if (type === 'number') {
      const value = (row: DrilledRow) => {
        const found = cell(row);
        return typeof found === 'number' ? found : null;
      };
      // the value itself stands at the end
      if (rows.every((row) => value(row) === row.value)) return [];
      const text = (row: DrilledRow) => formatCell(value(row), unit, style);
      return [{ key: name, label, kind: 'number', width: 80, onPhone: false, value, text }];
    }
    const plain = (row: DrilledRow) => {
      const found = cell(row);
      return found === null ? null : String(found);
    };
    return [
      {
        key: name,
        label,
        kind: 'text',
        width: type === 'time' ? (year ? 136 : 168) : 104,
        quiet: name !== 'at',
        onPhone: type === 'time',
        value: plain,
        ...(type === 'time'
          ? { text: (row: DrilledRow) => writeMoment(plain(row) ?? '', style.locale, year) }
          : {}),
      },
    ];
  });
  const key: Column<DrilledRow> = {
    key: 'key',
    label: texts.key,
    kind: 'text',
    value: (row) => row.key.map((part) => String(part ?? '—').replace(/^order:/, '')).join(' · '),
  };
  const value: Column<DrilledRow> = {
    key: 'value',
    label: metric.label,
    kind: 'number',
    width: 104,
    value: (row) => row.value,
    text: (row) => formatFull(row.value, metric.unit, style),
  };
  const counted = metric.unit === 'count' && rows.every((row) => row.value === 1);
  const shown = counted ? own : [...own, value];
  return nameless.has(kind) ? shown : [key, ...shown];
}
