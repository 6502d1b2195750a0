import type { Grain, Holiday, HolidayCalendar } from '@olympus/core';
import type { Anomaly } from '../engines/anomalies/kinds.js';

/**
 * The holiday that a day's deviation goes with: a day of sales only where there was more than usual,
 * others whichever way. Larger and smaller buckets, and new levels, have none.
 */
export function holidayOf(
  calendar: HolidayCalendar,
  { time, kind, direction }: Pick<Anomaly, 'time' | 'kind' | 'direction'>,
  grain: Grain,
): Holiday | undefined {
  if (grain !== 'day' || kind === 'level_shift') return undefined;
  return calendar
    .on(time)
    .find((day) => day.kind !== 'shopping' || (direction === 'above' && kind === 'outlier'));
}
