import { type Period, periodOfDate, type Zone } from '../calendar/period.js';
import type { KpiTarget } from './definition.js';

/** Why there is nothing to reach. */
export type NoTarget =
  | 'none_set'
  | 'not_for_this_period'
  | 'no_last_year'
  | 'last_year_not_positive';

/** What a period is to reach, in the metric's unit, or why there is nothing. */
export type PeriodTarget =
  | { readonly value: number; readonly why: null }
  | { readonly value: null; readonly why: NoTarget };

const none = (why: NoTarget): PeriodTarget => ({ value: null, why });

/**
 * The target of one period.
 * @param lastYear  value of the same period of the year before; null where it is not known
 */
export function targetOf(
  target: KpiTarget | null,
  period: Period,
  zone: Zone,
  lastYear: number | null,
): PeriodTarget {
  if (target === null) return none('none_set');
  switch (target.kind) {
    case 'value':
      return { value: target.value, why: null };
    case 'list': {
      const listed = target.values.findLast(
        (one) => periodOfDate(period.calendar, one.period, zone).from === period.from,
      );
      return listed === undefined
        ? none('not_for_this_period')
        : { value: listed.value, why: null };
    }
    case 'growth':
      if (lastYear === null) return none('no_last_year');
      // so much per cent more than nothing, or than a loss, means nothing
      if (lastYear <= 0) return none('last_year_not_positive');
      return { value: lastYear * (1 + target.growth), why: null };
  }
}
