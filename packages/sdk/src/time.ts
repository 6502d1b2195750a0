/** Named spans of the tenant's calendar. */
export type Timeframe =
  | 'all_time'
  | 'today'
  | 'yesterday'
  | 'this_week'
  | 'last_week'
  | 'this_month'
  | 'last_month'
  | 'this_quarter'
  | 'last_quarter'
  | 'this_year'
  | 'last_year'
  | 'month_to_date'
  | 'quarter_to_date'
  | 'year_to_date'
  | 'last_7_days'
  | 'last_28_days'
  | 'last_30_days'
  | 'last_90_days'
  | 'last_12_months';

export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export type Comparison = 'previous_period' | 'same_period_last_year';

/** Half-open span of the tenant's calendar: local dates or local date-times, `to` exclusive. */
export interface LocalRange {
  readonly from: string;
  readonly to: string;
}
