import type { Frame, FrameFilter, FrameParts } from '@olympus/language';
import { type AnswerRow, cohortDimension, type MetricQuery } from '@olympus/semantic';
import { calendarValue } from './studies-catalogue.js';
import type { TenantLanguage } from './tenant-parsers.js';

/** Rows of an answer without a limit of its own. */
export const mostRows = 1_000;
/** Rows that conditions on metrics are tried on. */
export const mostCandidates = 10_000;

/** What every query of one frame shares. */
export interface FrameQuery {
  /** Without limit and order, and without conditions on metrics. */
  readonly base: Omit<MetricQuery, 'tenant_id'>;
  /** Metrics that were asked for; the query may hold more, for conditions and order. */
  readonly shown: readonly string[];
  /** Conditions on metrics, tried on the rows. */
  readonly conditions: readonly FrameFilter[];
  readonly order: NonNullable<MetricQuery['order']>;
}

/**
 * The span of a frame, begun no earlier than the data: "until March" starts with the first event,
 * and buckets without data before it would tell nothing.
 */
export function spanOf(
  frame: Pick<Frame, 'time'>,
  firstDay: string | undefined,
): { readonly from: string; readonly to: string } | undefined {
  const { time } = frame;
  if (time === null) return undefined;
  const { from, to } = time;
  const clipped = firstDay !== undefined && from < firstDay && firstDay < to ? firstDay : from;
  return { from: clipped, to };
}

/** The parts of a frame that a query is made of. */
type Selected = Pick<
  FrameParts,
  'metrics' | 'dimensions' | 'filters' | 'time' | 'grain' | 'compare' | 'order'
>;

/** A frame as the query it stands for. */
export function queryOfFrame(frame: Selected, language: TenantLanguage): FrameQuery {
  const { model, firstDay } = language;
  const isMetric = (name: string) => model.metrics.some((metric) => metric.name === name);
  const conditions = frame.filters.filter((filter) => isMetric(filter.dimension));
  const filters = frame.filters.filter((filter) => !isMetric(filter.dimension));
  const order = frame.order.map(({ by, direction }) => ({ by, direction }));
  const helpers = [
    ...conditions.map((filter) => filter.dimension),
    ...order.map(({ by }) => by).filter(isMetric),
  ];
  const metrics = [...new Set([...frame.metrics, ...helpers])];
  const compared = frame.compare !== null;
  // an earlier span is asked for as it was told, so the later one must not be clipped beside it
  const time = compared && frame.time !== null ? frame.time : spanOf(frame, firstDay);
  return {
    shown: frame.metrics,
    conditions,
    order,
    base: {
      metrics,
      ...(frame.dimensions.length === 0 ? {} : { dimensions: [...frame.dimensions] }),
      ...(time === undefined ? {} : { time: { from: time.from, to: time.to } }),
      ...(frame.grain === null ? {} : { grain: frame.grain }),
      ...(filters.length === 0 ? {} : { filters: queryFilters(filters, language) }),
      ...compareOf(frame),
    },
  };
}

/**
 * Filters of a frame as a query has them: names of calendar values stand for their numbers, those of
 * cohorts for their ids.
 */
export function queryFilters(
  filters: readonly FrameFilter[],
  { model, cohorts }: Pick<TenantLanguage, 'model' | 'cohorts'>,
): {
  dimension: string;
  operator: FrameFilter['operator'];
  values: FrameFilter['values'][number][];
}[] {
  return filters.map(({ dimension, operator, values }) => ({
    dimension,
    operator,
    values: values.map((value) => {
      if (typeof value !== 'string') return value;
      if (dimension === cohortDimension.name)
        return cohorts.find(({ name }) => name === value)?.id ?? value;
      return calendarValue(model, dimension, value) ?? value;
    }),
  }));
}

/** The earlier span exactly as the question's reading says it. */
function compareOf({ compare }: Selected): Pick<MetricQuery, 'compare'> {
  if (compare === null) return {};
  const { kind, from, to } = compare;
  if (from !== undefined && to !== undefined) return { compare: { from, to } };
  return kind === 'range' ? {} : { compare: kind };
}

/** How many rows to read so that conditions and the limit come out right. */
export function limitOf(frame: Frame, query: FrameQuery): number {
  if (query.conditions.length > 0) return mostCandidates;
  if (frame.grain !== null && frame.dimensions.length > 0) return mostCandidates;
  // one row more: the group of what has no value may turn out to be nothing
  const wanted = frame.limit === null ? undefined : frame.limit + 1;
  return wanted ?? (frame.grain === null ? mostRows : mostCandidates);
}

/** Whether a row's metrics meet the conditions; unknown values meet none. */
export function meets(row: AnswerRow, conditions: readonly FrameFilter[]): boolean {
  return conditions.every(({ dimension, operator, values }) => {
    const value = row[dimension];
    if (value === null || value === undefined) return false;
    const number = Number(value);
    return values.some((limit) => {
      const bound = Number(limit);
      switch (operator) {
        case 'gt':
          return number > bound;
        case 'gte':
          return number >= bound;
        case 'lt':
          return number < bound;
        case 'lte':
          return number <= bound;
        case 'not_equals':
          return number !== bound;
        default:
          return number === bound;
      }
    });
  });
}
