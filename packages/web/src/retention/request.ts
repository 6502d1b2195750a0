import type { MetricQuery, QueryFilter, RetentionAnswer } from '@olympus/sdk';
import { formatRange } from '../format/dates.js';
import type { Period } from '../scope/scope.js';
import { queryTime } from '../scope/scope.js';
import { daysOf } from './span.js';

export type Length = 'day' | 'week' | 'month';

/** What every question of the page says. */
export interface WatchRequest {
  readonly time: NonNullable<MetricQuery['time']>;
  readonly filters?: readonly QueryFilter[];
  readonly locale: string;
}

/** What the page looks at by itself: further back than others, as whoever came back had to have time. */
export const DEFAULT_TIMEFRAME = 'last_12_months';

export function watchRequest(
  { period, filters }: { readonly period: Period; readonly filters: readonly QueryFilter[] },
  locale: string,
): WatchRequest {
  const time =
    period.kind === 'default' ? ({ timeframe: DEFAULT_TIMEFRAME } as const) : queryTime(period);
  return { time, locale, ...(filters.length === 0 ? {} : { filters: [...filters] }) };
}

/** The length of period that suits a span: some to a screen's width of them. */
export function lengthFor(period: Period): Length {
  const days = daysOf(period);
  return days <= 21 ? 'day' : days <= 120 ? 'week' : 'month';
}

/** Later periods worth looking at. */
export const periodsOf: Readonly<Record<Length, number>> = { day: 14, week: 12, month: 12 };

/** What a picture says of its figures. */
export const detailsOf = (
  { range, time_zone, currency }: RetentionAnswer['meta'],
  locale: string,
): readonly string[] => [
  ...(range === null ? [] : [formatRange(range, locale)]),
  time_zone.replaceAll('_', ' '),
  currency,
];
