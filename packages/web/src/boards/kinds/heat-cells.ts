import type { QueryAnswer } from '@olympus/sdk';
import { dimensionText, mainColumn, numberIn } from '../../ask/figures.js';
import type { HeatData } from '../../charts/index.js';
import { formatTick, readLocal } from '../../format/dates.js';
import { type Polarities, tableOf } from './query-answer.js';

interface Words {
  readonly title: string;
  readonly locale: string;
  readonly weekday: string;
  readonly hour: string;
  readonly time: string;
}

/** Rows drawn; a grid of more is no picture. */
const ROWS = 20;

/** Hours of all days added up by weekday: when in the week it happens. Hours without a value count 0. */
export function weekdayHours(answer: QueryAnswer, polarities: Polarities, words: Words): HeatData {
  const { table } = tableOf(answer, polarities);
  const column = mainColumn(table);
  const sums = new Map<string, number>();
  for (const row of table.rows) {
    const at = readLocal(String(row.time));
    const key = `${(at.getUTCDay() + 6) % 7} ${at.getUTCHours()}`;
    sums.set(key, (sums.get(key) ?? 0) + (numberIn(row, column?.name ?? '') ?? 0));
  }
  const day = new Intl.DateTimeFormat(words.locale, { weekday: 'short', timeZone: 'UTC' });
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return {
    title: words.title || (column?.label ?? ''),
    unit: column?.unit ?? 'number',
    rowLabel: words.weekday,
    columnLabel: words.hour,
    columns: hours.map((hour) => ({ key: String(hour), label: String(hour) })),
    rows: Array.from({ length: 7 }, (_, weekday) => ({
      key: String(weekday),
      // 5 January 1970 was a Monday
      label: day.format(new Date(Date.UTC(1970, 0, 5 + weekday))),
      cells: hours.map((hour) => (sums.size === 0 ? null : (sums.get(`${weekday} ${hour}`) ?? 0))),
    })),
  };
}

/** The first dimension's values by the second's, or by time. */
export function grid(answer: QueryAnswer, polarities: Polarities, words: Words): HeatData {
  const { table, data } = tableOf(answer, polarities);
  const column = mainColumn(table);
  const [rowDimension, across] = table.columns.filter(({ role }) => role === 'dimension');
  const time = table.columns.find(({ role }) => role === 'time');
  const columnOf = (row: QueryAnswer['rows'][number]) =>
    time ? String(row[time.name]) : across ? String(row[across.name]) : '';
  const named = new Map(
    table.rows.map((row) => [
      columnOf(row),
      time
        ? formatTick(columnOf(row), data.grain ?? 'day', words.locale)
        : across
          ? dimensionText(row, across, words.locale)
          : '',
    ]),
  );
  const keys = time ? [...named.keys()].toSorted() : [...named.keys()];
  const rows = new Map<string, { label: string; cells: Map<string, number | null>; sum: number }>();
  for (const row of table.rows) {
    const key = rowDimension ? String(row[rowDimension.name]) : '';
    const label = rowDimension ? dimensionText(row, rowDimension, words.locale) : '';
    const value = numberIn(row, column?.name ?? '');
    const found = rows.get(key) ?? { label, cells: new Map(), sum: 0 };
    found.cells.set(columnOf(row), value);
    rows.set(key, { ...found, sum: found.sum + (value ?? 0) });
  }
  return {
    title: words.title || (column?.label ?? ''),
    unit: column?.unit ?? 'number',
    rowLabel: rowDimension?.label ?? '',
    columnLabel: across?.label ?? words.time,
    columns: keys.map((key) => ({ key, label: named.get(key) ?? key })),
    rows: [...rows]
      .toSorted(([, a], [, b]) => b.sum - a.sum)
      .slice(0, ROWS)
      .map(([key, { label, cells }]) => ({
        key,
        label,
        cells: keys.map((one) => cells.get(one) ?? null),
      })),
  };
}
