/** A span of time by name, relative to the present; see `resolveTimeframe`. */
export type Timeframe = (typeof timeframes)[number];

/** All timeframes, in the order to offer them. */
export const timeframes = [
  'all_time',
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
  'month_to_date',
  'quarter_to_date',
  'year_to_date',
  'last_7_days',
  'last_28_days',
  'last_30_days',
  'last_90_days',
  'last_12_months',
] as const;

/** @returns the text as a timeframe, or undefined when it names none. */
export function parseTimeframe(text: unknown): Timeframe | undefined {
  return timeframes.find((timeframe) => timeframe === text);
}
