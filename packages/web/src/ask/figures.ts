import type { AskColumn, AskData, AskRow, AskTable, Grain, SeriesPoint, Unit } from '@olympus/sdk';
import { chartPoints, type SeriesData } from '../charts/index.js';
import { addDays, localDate, readLocal, writeLocalDate } from '../format/dates.js';
import { type Delta, describeDelta } from '../format/delta.js';
import { formatFull, MISSING, type NumberStyle } from '../format/numbers.js';
import { labelOf } from '../overview/row-label.js';

/** A cell as a number; exact decimals come as text. */
export function numberIn(row: AskRow | undefined, column: string): number | null {
  const value = row?.[column];
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The column that a table is about: what was computed of the metric, else the metric. */
export function mainColumn(table: AskTable): AskColumn | undefined {
  return (
    table.columns.find(({ role }) => role === 'transformed') ??
    table.columns.find(({ role }) => role === 'metric')
  );
}

const twin = (table: AskTable, metric: string, role: 'previous' | 'change') =>
  table.columns.find((column) => column.role === role && column.name === `${metric}_${role}`);

/** How a row's metric moved; undefined where nothing was compared. */
export function deltaOf(
  table: AskTable,
  row: AskRow,
  column: AskColumn,
  locale: string,
): Delta | undefined {
  const previous = twin(table, column.name, 'previous');
  const change = twin(table, column.name, 'change');
  if (!previous || !change) return undefined;
  return describeDelta(
    {
      value: numberIn(row, column.name),
      previous: numberIn(row, previous.name),
      change: numberIn(row, change.name),
    },
    column.unit === 'ratio' ? 'points' : 'ratio',
    column.polarity ?? 'neutral',
    locale,
  );
}

/** The first local date after a bucket. */
function bucketEnd(t: string, grain: Grain): string {
  if (grain === 'hour' || grain === 'day') return addDays(t.slice(0, 10), 1);
  if (grain === 'week') return addDays(t, 7);
  const date = readLocal(t);
  date.setUTCMonth(date.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[grain]);
  return writeLocalDate(date);
}

/** One metric by bucket as a chart draws it; undefined for what is no series. */
export function seriesDataOf(
  data: AskData,
  table: AskTable,
  nowIso: string,
): SeriesData | undefined {
  const column = mainColumn(table);
  const { grain, range } = data;
  if (column === undefined || grain === null || range === null) return undefined;
  const today = localDate(nowIso, data.time_zone) ?? '';
  const from = range.from.slice(0, 10);
  const to = range.to.slice(0, 10);
  const points = table.rows.map((row): SeriesPoint => {
    const t = String(row.time);
    const end = grain === 'hour' ? '' : bucketEnd(t, grain);
    const partly = end > to || end > today || (grain !== 'hour' && t < from);
    const value = numberIn(row, column.name);
    return partly ? { t, value, incomplete: true } : { t, value };
  });
  const running = today < to || (today === to && range.to.length > 10);
  const previous = twin(table, column.name, 'previous');
  const before = data.comparison_range;
  const unit = column.unit ?? 'number';
  const compared =
    previous && before
      ? table.rows.map((row, index) => ({
          at: shiftBucket(before.from.slice(0, 10), grain, index),
          value: numberIn(row, previous.name),
        }))
      : null;
  return {
    title: column.label,
    unit,
    axis: { kind: 'time', grain },
    range,
    comparison: before,
    change: { kind: unit === 'ratio' ? 'points' : 'ratio', polarity: column.polarity ?? 'neutral' },
    series: [
      {
        key: column.name,
        label: column.label,
        points: chartPoints(points, grain, running),
        compared,
      },
    ],
  };
}

/** A metric with the range it is expected in: a forecast's interval, or the usual range. */
export function bandDataOf(data: AskData, table: AskTable): SeriesData {
  const column = mainColumn(table);
  const label = column?.label ?? table.title;
  const nameOf = (...roles: AskColumn['role'][]) =>
    table.columns.find(({ role }) => roles.includes(role))?.name ?? '';
  const [expected, low, high, flag] = [
    nameOf('forecast', 'expected'),
    nameOf('low'),
    nameOf('high'),
    nameOf('flag'),
  ];
  const isForecast = table.columns.some(({ role }) => role === 'forecast');
  return {
    title: label,
    unit: column?.unit ?? 'number',
    axis: { kind: 'time', grain: data.grain ?? 'day' },
    band: isForecast ? { kind: 'forecast', level: 0.8 } : { kind: 'expected' },
    series: [
      {
        key: column?.name ?? table.id,
        label,
        points: table.rows.map((row) => ({
          at: String(row.time),
          value: column === undefined ? null : numberIn(row, column.name),
          expected: numberIn(row, expected),
          low: numberIn(row, low),
          high: numberIn(row, high),
          flagged: flag !== '' && row[flag] !== null && row[flag] !== undefined,
        })),
      },
    ],
  };
}

/** The compared period's buckets are aligned by position: its n-th bucket. */
function shiftBucket(from: string, grain: Grain, index: number): string {
  const date = readLocal(from);
  if (grain === 'hour') {
    date.setUTCHours(date.getUTCHours() + index);
    return date.toISOString().slice(0, 16);
  }
  if (grain === 'day' || grain === 'week') {
    return addDays(from, index * (grain === 'week' ? 7 : 1));
  }
  date.setUTCMonth(date.getUTCMonth() + index * { month: 1, quarter: 3, year: 12 }[grain]);
  return writeLocalDate(date);
}

/** Series by group, the largest first. */
export interface GroupSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly SeriesPoint[];
  readonly last: number | null;
  readonly total: number;
}

/** A series for each group of a table with a time column. */
export function groupSeries(table: AskTable): readonly GroupSeries[] {
  const column = mainColumn(table);
  const dimensions = table.columns.filter(({ role }) => role === 'dimension');
  if (column === undefined) return [];
  const groups = new Map<string, { label: string; points: SeriesPoint[] }>();
  for (const row of table.rows) {
    const label = dimensions.map((dimension) => dimensionText(row, dimension)).join(' · ');
    const key = JSON.stringify(dimensions.map(({ name }) => row[name] ?? null));
    const group = groups.get(key) ?? { label, points: [] };
    group.points.push({ t: String(row.time), value: numberIn(row, column.name) });
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { label, points }]) => ({
      key,
      label,
      points,
      last: points.findLast(({ value }) => value !== null)?.value ?? null,
      total: points.reduce((sum, { value }) => sum + (value ?? 0), 0),
    }))
    .sort((a, b) => b.total - a.total);
}

/** A dimension's value as people read it. */
export function dimensionText(row: AskRow, column: AskColumn, locale = 'en'): string {
  const value = row[column.name];
  const key = value === null || value === undefined ? null : String(value);
  return labelOf(
    { key, label: key ?? '' },
    { dimension: column.name, label: column.label },
    locale,
  );
}

/** A day as people write it. */
function dateText(value: AskRow[string] | undefined, locale: string): string {
  return typeof value === 'string'
    ? readLocal(value).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : MISSING;
}

/** A number of a column, in full. */
export function cellText(row: AskRow, column: AskColumn, style: NumberStyle): string {
  if (column.type === 'string') {
    return row[column.name] ? dimensionText(row, column, style.locale) : MISSING;
  }
  if (column.type === 'date') return dateText(row[column.name], style.locale);
  const unit: Unit = column.unit ?? 'number';
  const value = numberIn(row, column.name);
  const signed = column.role === 'contribution' && value !== null && value > 0 ? '+' : '';
  return `${signed}${formatFull(value, unit, style)}`;
}
