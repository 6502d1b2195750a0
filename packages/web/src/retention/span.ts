import type { Timeframe } from '@olympus/sdk';
import { readLocal } from '../format/dates.js';
import type { Period } from '../scope/scope.js';

const days: Partial<Record<Timeframe, number>> = {
  today: 1,
  yesterday: 1,
  last_7_days: 7,
  this_week: 7,
  last_week: 7,
  last_28_days: 28,
  month_to_date: 31,
  last_month: 31,
  last_90_days: 90,
  quarter_to_date: 92,
  last_quarter: 92,
};

/** About how many days a period spans; a year where it is open. */
export function daysOf(period: Period): number {
  if (period.kind === 'default') return 365;
  if (period.kind === 'timeframe') return days[period.timeframe] ?? 365;
  const { from, to } = period.range;
  return Math.max(
    1,
    Math.round((readLocal(to).getTime() - readLocal(from).getTime()) / 86_400_000),
  );
}
