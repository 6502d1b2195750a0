import type { Frame, FrameFilter, MemberFigure, SummaryFact } from '@olympus/language';
import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskColumn, AskTable, Insight } from '../ask-answer.js';
import { limitOf, meets, mostRows, queryOfFrame } from '../frame-query.js';
import { cellName, narrated, periodOf, tell } from '../insights.js';
import {
  type Answered,
  type Asking,
  columnsOf,
  dataOf,
  isAdditive,
  labelOf,
  memberLabel,
  unitOf,
  unsupported,
} from './asking.js';
import { average, cumulate, numberIn, share } from './transform.js';

/** Metrics that sentences are told of; the table has them all. */
const toldMetrics = 3;

/**
 * Answers `query` and `compare`: the metrics by their groups and buckets in table `r1`, and the
 * whole in `r2` where there are groups.
 */
export async function answerFigures(asking: Asking): Promise<Answered> {
  const { frame, language } = asking;
  if (frame.metrics.length === 0) return unsupported('The question names no metric.');
  const { transform } = frame;
  const unsummable = frame.metrics.find((metric) => !isAdditive(language, metric));
  if (transform !== null && transform.kind !== 'moving_average' && unsummable !== undefined) {
    return unsupported(
      `${labelOf(language, unsummable)} does not add up over groups or time, so it has no shares and no running total.`,
    );
  }
  const query = queryOfFrame(frame, language);
  const { base, conditions, order } = query;
  const grouped = frame.dimensions.length > 0;
  const limit = limitOf(frame, query);
  const largest = await largestGroups(asking, base, order);
  const answer = await asking.ask({
    ...base,
    ...(largest === undefined ? {} : { filters: [...(base.filters ?? []), ...largest.filters] }),
    ...(frame.grain !== null && grouped ? {} : { order: [...order] }),
    limit,
  });
  const met = answer.rows
    .filter((row) => largest === undefined || largest.has(row))
    .filter((row) => meets(row, conditions));
  const cut = frame.grain === null && frame.limit !== null ? met.slice(0, frame.limit) : met;
  const helpers = base.metrics.filter((metric) => !query.shown.includes(metric));
  const whole = await wholeOf(asking, base);
  const rows = transformed(asking, withoutNothing(frame, cut), whole);
  const tables: AskTable[] = [
    {
      id: 'r1',
      title: frame.metrics.map((metric) => labelOf(language, metric)).join(', '),
      columns: [
        ...columnsOf(answer, language).filter(
          ({ name }) => !helpers.includes(name) || conditions.some((c) => c.dimension === name),
        ),
        ...transformedColumns(asking),
      ],
      rows,
    },
  ];
  if (whole !== undefined) {
    tables.push({
      id: 'r2',
      title: 'In all',
      columns: columnsOf(whole, language),
      rows: whole.rows,
    });
  }
  const answers = whole === undefined ? [answer] : [answer, whole];
  return {
    kind: 'answered',
    data: dataOf(asking, answers, tables, {
      truncated: frame.limit === null && answer.meta.truncated,
      notes: notesOf(asking, answer),
    }),
    insights: conditions.length > 0 ? [] : insightsOf(asking, tables, answer),
  };
}

/**
 * The groups that a top-N over time is about: those with the largest values over the whole span.
 * Undefined when the question does not ask for that.
 */
async function largestGroups(
  asking: Asking,
  base: Omit<MetricQuery, 'tenant_id'>,
  order: NonNullable<MetricQuery['order']>,
): Promise<
  { filters: NonNullable<MetricQuery['filters']>; has(row: AnswerRow): boolean } | undefined
> {
  const { frame } = asking;
  if (frame.limit === null || frame.grain === null || frame.dimensions.length === 0) {
    return undefined;
  }
  const { grain: _, compare: __, ...whole } = base;
  const answer = await asking.ask({ ...whole, order: [...order], limit: frame.limit });
  const keyOf = (row: AnswerRow) => JSON.stringify(frame.dimensions.map((name) => row[name]));
  const keys = new Set(answer.rows.map(keyOf));
  return {
    filters: frame.dimensions.flatMap((dimension) => {
      const values = [...new Set(answer.rows.map((row) => row[dimension] ?? null))];
      return values.length === 0 ? [] : [{ dimension, operator: 'equals' as const, values }];
    }),
    has: (row) => keys.has(keyOf(row)),
  };
}

/** Rows without those that carry no value of any dimension and no amount: whole-order lines of zero. */
function withoutNothing(frame: Frame, rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const { dimensions, metrics, grain } = frame;
  if (dimensions.length === 0 || grain !== null) return rows;
  const isNothing = (row: AnswerRow) =>
    dimensions.every((name) => row[name] === null) &&
    metrics.every((name) => numberIn(row[name]) === 0 && !numberIn(row[`${name}_previous`]));
  return rows.filter((row) => !isNothing(row));
}

/** The whole that the rows are parts of; undefined where a row is the whole. */
async function wholeOf(
  asking: Asking,
  base: Omit<MetricQuery, 'tenant_id'>,
): Promise<QueryAnswer | undefined> {
  const { frame } = asking;
  const shared = frame.transform?.kind === 'share';
  const filters = base.filters ?? [];
  const isSeries = frame.grain !== null && !shared;
  if (frame.dimensions.length === 0 && !isSeries && (!shared || filters.length === 0)) {
    return undefined;
  }
  const { dimensions: _, grain, filters: __, ...rest } = base;
  // of a share by channel the whole is all channels, also when only two of them are asked for
  const kept = !shared
    ? filters
    : frame.dimensions.length === 0
      ? []
      : filters.filter(({ dimension }) => !frame.dimensions.includes(dimension));
  return asking.ask({
    ...rest,
    metrics: [...frame.metrics],
    ...(kept.length === 0 ? {} : { filters: kept }),
    ...(shared && grain !== undefined ? { grain } : {}),
  });
}

function transformed(
  { frame }: Asking,
  rows: readonly AnswerRow[],
  whole: QueryAnswer | undefined,
): readonly AnswerRow[] {
  const { transform, dimensions } = frame;
  if (transform === null) return rows;
  return frame.metrics.reduce<readonly AnswerRow[]>((before, metric) => {
    switch (transform.kind) {
      case 'cumulative':
        return cumulate(before, metric, dimensions);
      case 'moving_average':
        return average(before, metric, dimensions, Math.max(1, transform.window ?? 7));
      case 'share': {
        const wholes = new Map(whole?.rows.map((row) => [row.time ?? '', row[metric]]));
        return share(before, metric, (row) =>
          whole === undefined ? row[metric] : wholes.get(row.time ?? ''),
        );
      }
      default:
        throw new Error(`unknown transform ${transform.kind satisfies never}`);
    }
  }, rows);
}

function transformedColumns({ frame, language }: Asking): readonly AskColumn[] {
  const { transform } = frame;
  if (transform === null) return [];
  return frame.metrics.map((metric): AskColumn => {
    const label = labelOf(language, metric);
    const unit = unitOf(language, metric);
    const column = {
      name: `${metric}_${transform.kind}`,
      type: 'number',
      role: 'transformed',
    } as const;
    switch (transform.kind) {
      case 'share':
        return { ...column, label: `Share of ${label.toLowerCase()}`, unit: 'ratio' };
      case 'cumulative':
        return { ...column, label: `${label}, running total`, unit };
      case 'moving_average':
        return { ...column, label: `${label}, mean of ${transform.window ?? 7}`, unit };
      default:
        throw new Error(`unknown transform ${transform.kind satisfies never}`);
    }
  });
}

function notesOf({ frame, language }: Asking, answer: QueryAnswer): readonly string[] {
  const notes: string[] = [];
  if (answer.meta.freshness.data_through === null) notes.push('There is no data yet.');
  if (frame.limit === null && answer.meta.truncated) {
    notes.push(`Only the first ${mostRows.toLocaleString('en')} rows are shown.`);
  }
  if (frame.transform?.kind === 'share' && frame.dimensions.length === 0) {
    const filtered = frame.filters.map(({ dimension }: FrameFilter) =>
      labelOf(language, dimension),
    );
    if (filtered.length > 0)
      notes.push(`The whole is everything, whatever ${filtered.join(' and ')}.`);
  }
  return notes;
}

function insightsOf(
  asking: Asking,
  tables: readonly AskTable[],
  answer: QueryAnswer,
): readonly Insight[] {
  const { frame, language, locale } = asking;
  const [main, whole] = tables;
  const { range, comparison_range: earlier, currency } = answer.meta;
  if (main === undefined || range === null) return [];
  const total = whole ?? main;
  const isSeries = frame.grain !== null && frame.dimensions.length === 0;
  return frame.metrics.slice(0, toldMetrics).flatMap((metric) => {
    const series = isSeries ? seriesOf(asking, main, metric) : [];
    const row = total.rows[0];
    const current = numberIn(row?.[metric]);
    // of a share without groups, or by bucket, the whole is something else
    const isPart = frame.transform?.kind === 'share';
    if (current === null || (isPart && (frame.dimensions.length === 0 || frame.grain !== null))) {
      return [];
    }
    const previous = numberIn(row?.[`${metric}_previous`]);
    const [dimension] = frame.dimensions;
    const ascending = frame.order[0]?.direction === 'asc';
    const byValue = (a: MemberFigure, b: MemberFigure) => b.value - a.value;
    const figures =
      dimension === undefined || frame.dimensions.length > 1 || frame.grain !== null || ascending
        ? []
        : main.rows.flatMap((member, index) => {
            const value = numberIn(member[metric]);
            const label = member[dimension];
            if (value === null || label === null || label === undefined) return [];
            return [
              {
                label: memberLabel(asking, dimension, label),
                value,
                cell: cellName(main.id, index, metric),
              },
            ];
          });
    const fact: SummaryFact = {
      kind: 'summary',
      metric: narrated(labelOf(language, metric), unitOf(language, metric), currency),
      period: periodOf(frame.time ?? range),
      current: { value: current, cell: cellName(total.id, 0, metric) },
      ...(previous === null || earlier === undefined
        ? {}
        : {
            previous: {
              value: previous,
              cell: cellName(total.id, 0, `${metric}_previous`),
              period: periodOf(earlier),
            },
          }),
      ...(series.length < 3 ? {} : { series }),
      ...(figures.length < 2
        ? {}
        : {
            members: {
              isAdditive: isAdditive(language, metric),
              figures: figures.sort(byValue),
            },
          }),
    };
    return tell(fact, locale);
  });
}

/** The finished buckets of a series, of which the highest and the lowest are told. */
function seriesOf(
  { frame, nowMs }: Asking,
  table: AskTable,
  metric: string,
): NonNullable<SummaryFact['series']> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const { grain } = frame;
  if (grain === null || grain === 'hour') return [];
  return table.rows.flatMap((row, index) => {
    const value = numberIn(row[metric]);
    const from = typeof row.time === 'string' ? row.time : '';
    const next = table.rows[index + 1]?.time;
    const to = typeof next === 'string' ? next : undefined;
    // the last bucket may not have ended, and its end is not known from here; the first may be cut
    const cut = frame.time !== null && from < frame.time.from;
    if (value === null || to === undefined || to > today || cut) return [];
    return [{ value, cell: cellName(table.id, index, metric), period: periodOf({ from, to }) }];
  });
}
