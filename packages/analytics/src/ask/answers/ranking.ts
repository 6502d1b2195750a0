import type { FrameRanking } from '@olympus/language';
import type { AnswerRow } from '@olympus/semantic';
import { queryOfFrame } from '../frame-query.js';
import { type Answered, type Asking, dataOf, declined } from './asking.js';
import { byCalendar, calendarColumns } from './calendar.js';
import { comparedColumns, dimensionColumn, labelOf, metricColumn } from './columns.js';

const usualGroups = 10;

/**
 * The groups that are first inside others, or that changed most, as `analytics.trends` ranks them: in
 * table `r1`, with what they were before where they are compared, and the whole in `r2`.
 */
export async function answerRanking(asking: Asking, ranking: FrameRanking): Promise<Answered> {
  const { frame, language, scope } = asking;
  const { base, conditions } = queryOfFrame(frame, language);
  if (conditions.length > 0) return declined(asking, 'metricCondition');
  const [first] = frame.metrics;
  const by = frame.order[0]?.by ?? first;
  if (first === undefined || by === undefined) return declined(asking, 'noMetric');
  if (frame.order[0]?.direction === 'asc') return declined(asking, 'notRanked');
  const metrics = [by, ...frame.metrics.filter((metric) => metric !== by)];
  const answer = await asking.trends({
    tenantId: scope.tenantId,
    signal: scope.signal,
    metrics,
    dimensions: frame.dimensions,
    top: {
      n: frame.limit ?? usualGroups,
      by: ranking.by,
      metric: by,
      others: false,
      ...(ranking.per === null ? {} : { per: ranking.per }),
    },
    ...(base.time === undefined ? {} : { time: base.time }),
    ...(base.filters === undefined ? {} : { filters: base.filters }),
    ...(base.compare === undefined ? {} : { compare: base.compare }),
  });
  const compared = answer.comparison !== null;
  const figures = (values: (typeof answer.groups)[number]['values']): AnswerRow =>
    Object.fromEntries(
      metrics.flatMap((metric, index) => {
        const { value = null, previous = null, change = null } = values[index] ?? {};
        return compared
          ? [
              [metric, value],
              [`${metric}_previous`, previous],
              [`${metric}_change`, change],
            ]
          : [[metric, value]];
      }),
    );
  const columns = metrics.flatMap((metric) =>
    compared ? comparedColumns(asking, metric) : [metricColumn(asking, metric)],
  );
  const rows = answer.groups.map(({ key, values }) => ({
    ...Object.fromEntries(frame.dimensions.map((name, index) => [name, key[index] ?? null])),
    ...figures(values),
  }));
  return {
    kind: 'answered',
    data: dataOf(
      asking,
      {
        range: answer.range,
        comparisonRange: answer.comparison,
        timeZone: answer.time_zone,
        currency: answer.currency,
        freshness: answer.freshness,
        truncated: false,
        sql: [],
      },
      [
        {
          id: 'r1',
          title: metrics.map((metric) => labelOf(language, metric)).join(', '),
          columns: [
            ...calendarColumns(
              asking,
              frame.dimensions.map((name) => dimensionColumn(asking, name)),
            ),
            ...columns,
          ],
          rows: byCalendar(asking, rows),
        },
        {
          id: 'r2',
          title: asking.texts.tables.whole,
          columns,
          rows: [figures(answer.total.values)],
        },
      ],
      { chart: ranking.per === null ? frame.chart : 'table' },
    ),
    insights: [],
  };
}
