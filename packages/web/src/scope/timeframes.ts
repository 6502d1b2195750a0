import type { Comparison, Grain, Timeframe } from '@olympus/sdk';

/** What the timeframe menu offers, in its groups. */
export const TIMEFRAME_GROUPS: readonly {
  readonly name: 'recent' | 'toDate' | 'whole';
  readonly timeframes: readonly Timeframe[];
}[] = [
  {
    name: 'recent',
    timeframes: [
      'today',
      'yesterday',
      'last_7_days',
      'last_28_days',
      'last_90_days',
      'last_12_months',
    ],
  },
  {
    name: 'toDate',
    timeframes: ['this_week', 'month_to_date', 'quarter_to_date', 'year_to_date'],
  },
  {
    name: 'whole',
    timeframes: ['last_week', 'last_month', 'last_quarter', 'last_year', 'all_time'],
  },
];

export type Compare = Comparison | 'none';

export const COMPARES: readonly Compare[] = ['previous_period', 'same_period_last_year', 'none'];

export const GRAINS: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year'];

/** All there are, offered or not; the compiler sees to it that none is missing. */
const KNOWN: Readonly<Record<Timeframe, true>> = {
  today: true,
  yesterday: true,
  last_7_days: true,
  last_28_days: true,
  last_30_days: true,
  last_90_days: true,
  last_12_months: true,
  this_week: true,
  this_month: true,
  this_quarter: true,
  this_year: true,
  month_to_date: true,
  quarter_to_date: true,
  year_to_date: true,
  last_week: true,
  last_month: true,
  last_quarter: true,
  last_year: true,
  all_time: true,
};

export function isTimeframe(value: unknown): value is Timeframe {
  return typeof value === 'string' && Object.hasOwn(KNOWN, value);
}

export function isCompare(value: unknown): value is Compare {
  return COMPARES.some((compare) => compare === value);
}
