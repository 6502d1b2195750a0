import {
  bucketsOf,
  type Calendar,
  comparisonRange,
  countBuckets,
  parseTimeRange,
  resolveTimeframe,
  type TimeRange,
} from '@olympus/core';
import { type MetricQuery, queryLimits } from '../query/metric-query.js';
import { invalid } from './fault.js';
import type { DataBounds, Period } from './plan.js';

interface TimeContext {
  readonly calendar: Calendar;
  readonly data?: DataBounds | undefined;
}

/** What the query's time means; undefined for all time without data. */
export function planRange(
  query: Pick<MetricQuery, 'time'>,
  context: TimeContext,
): TimeRange | undefined {
  const { calendar, data } = context;
  const { time } = query;
  if (time !== undefined && 'from' in time) return parseTimeRange(time, calendar, '/time');
  const timeframe = time?.timeframe ?? 'all_time';
  return resolveTimeframe(
    timeframe,
    calendar,
    data === undefined ? {} : { dataFromMs: data.fromMs, dataToMs: data.toMs },
  );
}

/**
 * The range to compare with, if any.
 * @throws Problem `nothing_to_compare` for all time
 */
export function planPrevious(
  query: MetricQuery,
  range: TimeRange | undefined,
  context: TimeContext,
): TimeRange | undefined {
  const { compare, time } = query;
  if (compare === undefined) return undefined;
  if (typeof compare === 'object') return parseTimeRange(compare, context.calendar, '/compare');
  if (range === undefined || isAllTime(time)) {
    throw invalid(
      'nothing_to_compare',
      'All time has no earlier period',
      '/compare',
      'Give a timeframe or a range in "time", or leave "compare" out.',
    );
  }
  return comparisonRange(range, compare, context.calendar);
}

/** Whether the query looks at all time, which needs no bounds. */
export const isAllTime = (time: MetricQuery['time']) =>
  time === undefined || ('timeframe' in time && time.timeframe === 'all_time');

/**
 * A range with its buckets.
 * @param unbounded  the range needs no bounds unless there are buckets
 * @throws Problem `too_many_buckets`
 */
export function planPeriod(
  range: TimeRange | undefined,
  unbounded: boolean,
  query: MetricQuery,
  calendar: Calendar,
): Period {
  const { grain } = query;
  if (grain === undefined) return { range: unbounded ? undefined : range, buckets: [] };
  if (range === undefined) return { range, buckets: [] };
  if (countBuckets(range, grain) > queryLimits.rows * 2) {
    throw invalid(
      'too_many_buckets',
      `The range holds more than ${queryLimits.rows} buckets of one ${grain}`,
      '/grain',
      'Ask for a coarser grain or a shorter range.',
    );
  }
  return { range, buckets: bucketsOf(range, grain, calendar) };
}
