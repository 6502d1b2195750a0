import type { Frame, FrameFilter } from '@olympus/language';
import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskColumn, AskTable } from '../ask-answer.js';
import { limitOf, meets, mostRows, queryOfFrame } from '../frame-query.js';
import {
  type Answered,
  type Asking,
  columnsOf,
  dataOf,
  isAdditive,
  labelOf,
  unitOf,
  unsupported,
} from './asking.js';
import { largestGroups, withoutNothing } from './groups.js';
import { runningTotals } from './running-totals.js';
import { tellFigures } from './tell-figures.js';
import { average, share } from './transform.js';

/**
 * Answers `query` and `compare`: the metrics by their groups and buckets in table `r1`, and the
 * whole in `r2` where there are groups.
 */
export async function answerFigures(asking: Asking): Promise<Answered> {
  const { frame, language } = asking;
  if (frame.metrics.length === 0) return unsupported('The question names no metric.');
  const { transform } = frame;
  if (transform?.kind === 'share') {
    const partless = frame.metrics.find((metric) => !hasParts(language, metric));
    if (partless !== undefined) {
      return unsupported(`${labelOf(language, partless)} is no whole that could have shares.`);
    }
  }
  if (frame.compare !== null && isItself(frame)) {
    return unsupported('Both periods of the comparison are the same.');
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
  const rows = running?.rows ?? transformed(asking, cut, whole);
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
