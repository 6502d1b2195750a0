import type { Frame } from '@olympus/language';
import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import { sourceOf } from '../../engines/index.js';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskColumn, AskTable } from '../ask-answer.js';
import { limitOf, meets, mostRows, queryOfFrame } from '../frame-query.js';
import { fill } from '../texts/index.js';
import { type Answered, type Asking, dataOf, declined, inSentence } from './asking.js';
import { byCalendar, calendarColumns } from './calendar.js';
import { columnsOf, isAdditive, labelOf, unitOf } from './columns.js';
import { largestGroups, withoutNothing } from './groups.js';
import { answerRanking } from './ranking.js';
import { runningTotals } from './running-totals.js';
import { tellFigures } from './tell-figures.js';
import { average, share } from './transform.js';

/**
 * Answers `query` and `compare`: the metrics by their groups and buckets in table `r1`, and the
 * whole in `r2` where there are groups.
 */
export async function answerFigures(asking: Asking): Promise<Answered> {
  const { frame, language } = asking;
  if (frame.metrics.length === 0) return declined(asking, 'noMetric');
  const { transform } = frame;
  if (transform?.kind === 'share') {
    const partless = frame.metrics.find((metric) => !hasParts(language, metric));
    if (partless !== undefined) {
      return declined(asking, 'noParts', { metric: labelOf(language, partless) });
    }
  }
  if (frame.compare !== null && isItself(frame)) {
    return declined(asking, 'samePeriods');
  }
  if (frame.ranking !== null) return answerRanking(asking, frame.ranking);
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
  const something = withoutNothing(frame, met);
  const cut =
    frame.limit !== null && (frame.grain === null || !grouped)
      ? something.slice(0, frame.limit)
      : something;
  const helpers = base.metrics.filter((metric) => !query.shown.includes(metric));
  const whole = await wholeOf(asking, base);
  const running =
    transform?.kind === 'cumulative' ? await runningTotals(asking, base, cut) : undefined;
  if (running?.kind === 'unsupported') return running;
  const rows = byCalendar(asking, running?.rows ?? transformed(asking, cut, whole));
  const tables: AskTable[] = [
    {
      id: 'r1',
      title: frame.metrics.map((metric) => labelOf(language, metric)).join(', '),
      columns: [
        ...calendarColumns(asking, columnsOf(asking, answer)).filter(
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
      title: asking.texts.tables.whole,
      columns: columnsOf(asking, whole),
      rows: whole.rows,
    });
  }
  const answers = whole === undefined ? [answer] : [answer, whole];
  return {
    kind: 'answered',
    data: dataOf(asking, sourceOf(answers), tables, {
      truncated: frame.limit === null && answer.meta.truncated,
      notes: notesOf(asking, answer),
    }),
    insights: conditions.length > 0 ? [] : tellFigures(asking, tables, answer),
  };
}

/** Whether both spans of a comparison are one. */
function isItself({ time, compare }: Frame): boolean {
  return time !== null && compare?.from === time.from && compare.to === time.to;
}

/** Whether a part of a metric can be a share of it: sums and counts, not averages and rates. */
function hasParts(language: Asking['language'], metric: string): boolean {
  return isAdditive(language, metric) || unitOf(language, metric) === 'count';
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
      : filters.filter(
          (filter) => !('dimension' in filter && frame.dimensions.includes(filter.dimension)),
        );
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
        throw new Error('running totals are made apart');
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

function transformedColumns(asking: Asking): readonly AskColumn[] {
  const { frame, language, texts } = asking;
  const { transform } = frame;
  if (transform === null) return [];
  return frame.metrics.map((metric): AskColumn => {
    const label = labelOf(language, metric);
    const unit = unitOf(language, metric);
    const { share: part, cumulative, movingAverage } = texts.columns;
    const column = {
      name: `${metric}_${transform.kind}`,
      type: 'number',
      role: 'transformed',
    } as const;
    switch (transform.kind) {
      case 'share':
        return {
          ...column,
          label: fill(part, { metric: inSentence(asking, label) }),
          unit: 'ratio',
        };
      case 'cumulative':
        return { ...column, label: fill(cumulative, { metric: label }), unit };
      case 'moving_average':
        return {
          ...column,
          label: fill(movingAverage, { metric: label, window: transform.window ?? 7 }),
          unit,
        };
      default:
        throw new Error(`unknown transform ${transform.kind satisfies never}`);
    }
  });
}

function notesOf(
  { frame, language, locale, texts: { notes } }: Asking,
  answer: QueryAnswer,
): readonly string[] {
  const told: string[] = [];
  if (answer.meta.freshness.data_through === null) told.push(notes.noData);
  if (frame.limit === null && answer.meta.truncated) {
    told.push(fill(notes.firstRows, { count: mostRows.toLocaleString(locale) }));
  }
  if (frame.transform?.kind === 'share' && frame.dimensions.length === 0) {
    const filtered = frame.filters.map(({ dimension }) => labelOf(language, dimension));
    const dimensions = new Intl.ListFormat(locale).format(filtered);
    if (filtered.length > 0) told.push(fill(notes.wholeIsEverything, { dimensions }));
  }
  return told;
}
