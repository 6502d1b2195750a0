import type { AnswerRow } from '@olympus/semantic';
import type { AnalyticsAnswers } from './answers.js';
import { day, figure, type Language, type Table, tableOf, words } from './table.js';

type Trends = AnalyticsAnswers['analytics.trends'];
type Group = Trends['groups'][number];

const time = { en: 'Time', de: 'Zeit' };
const before = (label: string) => ({ en: `${label}, before`, de: `${label}, zuvor` });
const change = (label: string) => ({ en: `${label}, change`, de: `${label}, Änderung` });
const others = { en: 'All others', de: 'Alle übrigen' };

/** An exploration: a row a bucket, a group, a group and bucket, or a cell of a pivot. */
export function trendsTable(trends: Trends, language: Language): Table {
  if (trends.pivot) return pivotTable(trends, trends.pivot, language);
  const names = trends.dimensions;
  const groups: readonly (Group | undefined)[] =
    trends.groups.length > 0 ? trends.groups : [undefined];
  const bucketed = trends.grain !== null;
  const rows = groups.flatMap((group) =>
    (bucketed ? trends.buckets : [undefined]).map((bucket, index) => ({
      group,
      bucket,
      of: trends.metrics.map((_, at) => valueAt(trends, group, at, bucketed ? index : undefined)),
    })),
  );
  type Row = (typeof rows)[number];
  const kind = trends.grain === 'hour' ? 'datetime' : 'date';
  const unitOf = (metric: Trends['metrics'][number]) =>
    trends.presentation.kind === 'share' ? 'ratio' : metric.unit;
  return tableOf<Row>(
    rows,
    [
      ...(bucketed ? [day<Row>('time', time, ({ bucket }) => bucket?.t ?? '', kind)] : []),
      ...names.map((dimension, index) =>
        words<Row>(dimension.name, dimension.label, ({ group }) =>
          group === undefined ? null : nameOf(group, index, dimension, language),
        ),
      ),
      ...trends.metrics.flatMap((metric, at) => [
        figure<Row>(metric.name, metric.label, unitOf(metric), ({ of }) => of[at]?.value),
        ...(trends.comparison === null
          ? []
          : [
              figure<Row>(
                `${metric.name}_previous`,
                before(metric.label),
                unitOf(metric),
                ({ of }) => of[at]?.previous,
              ),
              ...(bucketed
                ? []
                : [
                    figure<Row>(
                      `${metric.name}_change`,
                      change(metric.label),
                      'ratio',
                      ({ group }) => (group ?? trends.total).values[at]?.change,
                    ),
                  ]),
            ]),
      ]),
    ],
    language,
  );
}

function valueAt(trends: Trends, group: Group | undefined, at: number, bucket: number | undefined) {
  const figures = group ?? trends.total;
  if (bucket === undefined) return figures.values[at];
  const series = figures.series?.[at];
  return { value: series?.values[bucket] ?? null, previous: series?.previous?.[bucket] ?? null };
}

function nameOf(
  { kind, key }: Pick<Group, 'kind' | 'key'>,
  index: number,
  { values }: Trends['dimensions'][number],
  language: Language,
): AnswerRow[string] & (string | null) {
  if (kind === 'others') return others[language];
  const value = key[index] ?? null;
  const named = values?.find((one) => one.value === value)?.label;
  return named ?? (value === null ? null : String(value));
}

/** A row for each pair that something happened of. */
function pivotTable(
  trends: Trends,
  { columns, cells }: NonNullable<Trends['pivot']>,
  language: Language,
): Table {
  const [across] = trends.dimensions.slice(-1);
  const down = trends.dimensions.slice(0, -1);
  const rows = trends.groups.flatMap((group, r) =>
    columns.flatMap((column, c) => {
      const of = cells[r]?.[c];
      return of ? [{ group, column, of }] : [];
    }),
  );
  type Row = (typeof rows)[number];
  return tableOf<Row>(
    rows,
    [
      ...down.map((dimension, index) =>
        words<Row>(dimension.name, dimension.label, ({ group }) =>
          nameOf(group, index, dimension, language),
        ),
      ),
      ...(across
        ? [
            words<Row>(across.name, across.label, ({ column }) =>
              nameOf({ kind: 'group', key: column.key }, 0, across, language),
            ),
          ]
        : []),
      ...trends.metrics.map((metric, at) =>
        figure<Row>(metric.name, metric.label, metric.unit, ({ of }) => of[at]?.value),
      ),
    ],
    language,
  );
}
