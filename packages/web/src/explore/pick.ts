import type { ModelDescription, TrendGroup, Trends } from '@olympus/sdk';
import { formatBucket } from '../format/dates.js';
import { isBucketed, type Words } from './chart-data.js';
import { groupFilters, groupKey, groupLabel, valueLabel } from './groups.js';
import type { Picked, PickedGroup } from './picked.js';
import type { TableRowData } from './table-columns.js';

type Place = Pick<Picked, 'x' | 'y'>;
type Metric = Trends['metrics'][number];

/** Metrics of an answer as the address has them: in the same order. */
const textsOf = (trends: Trends, metrics: readonly Metric[], asked: readonly string[]) =>
  metrics.flatMap((metric) => {
    const text = asked[trends.metrics.indexOf(metric)];
    return text === undefined ? [] : [{ text, label: metric.label }];
  });

const pickedGroup = (trends: Trends, group: TrendGroup, words: Words): PickedGroup => {
  const named = trends.pivot ? trends.dimensions.slice(0, 1) : trends.dimensions;
  return {
    label: groupLabel(group, named, words.locale, words.others),
    filters: groupFilters(
      group,
      trends.groups,
      named.map(({ name }) => name),
    ),
  };
};

const whole = (label: string): PickedGroup => ({ label, filters: [] });

/** What a mark of a chart stands for: a bucket, a group, or a cell of a grid. */
export function pickMark(
  trends: Trends,
  key: string,
  metrics: readonly Metric[],
  asked: readonly string[],
  words: Words,
  place: Place,
): Picked | undefined {
  const texts = textsOf(trends, metrics, asked);
  if (trends.pivot) return pickCell(trends, key, texts, words, place);
  if (isBucketed(trends)) {
    const bucket = trends.buckets.find(({ t }) => t === key);
    if (!bucket) return undefined;
    const title = formatBucket(bucket.t, trends.grain, words.locale);
    const groups = trends.groups.map((group) => pickedGroup(trends, group, words));
    return {
      ...place,
      title,
      metrics: texts,
      groups: groups.length > 0 ? groups : [whole(title)],
      span: { from: bucket.from, to: bucket.to },
    };
  }
  const group = trends.groups.find((one) => groupKey(one) === key);
  if (!group) return undefined;
  const picked = pickedGroup(trends, group, words);
  return { ...place, title: picked.label, metrics: texts, groups: [picked] };
}

function pickCell(
  { dimensions }: Trends,
  key: string,
  metrics: Picked['metrics'],
  { locale }: Words,
  place: Place,
): Picked | undefined {
  const [row, column] = dimensions;
  // keys of the grid are JSON of the row's and of the column's value
  const values = key.split(' ').map((part) => parseValue(part));
  if (!row || !column || values.length !== 2) return undefined;
  const [a = null, b = null] = values;
  const title = `${valueLabel(row, a, locale)} · ${valueLabel(column, b, locale)}`;
  const filters = [
    { dimension: row.name, operator: 'equals' as const, values: [a] },
    { dimension: column.name, operator: 'equals' as const, values: [b] },
  ];
  return { ...place, title, metrics, groups: [{ label: title, filters }] };
}

function parseValue(text: string): string | number | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  } catch {
    return null;
  }
}

/** What a row of the table stands for. */
export function pickRow(
  trends: Trends,
  row: TableRowData,
  asked: readonly string[],
  words: Words,
  place: Place,
): Picked {
  const metrics = textsOf(trends, trends.metrics, asked);
  const group = trends.groups.find((one) => groupKey(one) === row.key);
  return {
    ...place,
    title: row.label,
    metrics,
    groups: [group ? pickedGroup(trends, group, words) : whole(row.label)],
    ...(row.span ? { span: row.span } : {}),
  };
}

/** Dimensions that a mark may be broken down by: those that fit and are not used yet. */
export const furtherDimensions = (
  fitting: ModelDescription['dimensions'],
  used: readonly string[],
): ModelDescription['dimensions'] =>
  fitting.filter(({ name }) => !used.includes(name) && !/\.(?:id|key)$/.test(name));
