import type { Comparison, Timeframe } from '@olympus/sdk';

/** Names of the timeframes, for people. */
export const TIMEFRAME_LABELS: Readonly<Record<Timeframe, string>> = {
  today: 'Today',
  yesterday: 'Yesterday',
  last_7_days: 'Last 7 days',
  last_28_days: 'Last 28 days',
  last_30_days: 'Last 30 days',
  last_90_days: 'Last 90 days',
  last_12_months: 'Last 12 months',
  this_week: 'This week',
  this_month: 'This month',
  this_quarter: 'This quarter',
  this_year: 'This year',
  month_to_date: 'Month to date',
  quarter_to_date: 'Quarter to date',
  year_to_date: 'Year to date',
  last_week: 'Last week',
  last_month: 'Last month',
  last_quarter: 'Last quarter',
  last_year: 'Last year',
  all_time: 'All time',
};

/** What the timeframe menu offers, in its groups. */
export const TIMEFRAME_GROUPS: readonly {
  readonly label: string;
  readonly timeframes: readonly Timeframe[];
}[] = [
  {
    label: 'Recent',
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
    label: 'To date',
    timeframes: ['this_week', 'month_to_date', 'quarter_to_date', 'year_to_date'],
  },
  {
    label: 'Whole periods',
    timeframes: ['last_week', 'last_month', 'last_quarter', 'last_year', 'all_time'],
  },
];

export type Compare = Comparison | 'none';

export const COMPARE_LABELS: Readonly<Record<Compare, string>> = {
  previous_period: 'Previous period',
  same_period_last_year: 'Year over year',
  none: 'No comparison',
};

export function isTimeframe(value: unknown): value is Timeframe {
  return typeof value === 'string' && Object.hasOwn(TIMEFRAME_LABELS, value);
}

export function isCompare(value: unknown): value is Compare {
  return typeof value === 'string' && Object.hasOwn(COMPARE_LABELS, value);
}
