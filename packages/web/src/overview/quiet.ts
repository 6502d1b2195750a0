import type { Dashboard } from '@olympus/sdk';
import { localDate } from '../format/dates.js';

/** Whether a period is without any activity. Stock is there even when nobody buys. */
export function isQuiet({ tiles, breakdowns }: Dashboard): boolean {
  const moving = tiles.filter(({ metric }) => metric !== 'stock_on_hand');
  return (
    moving.every(({ value }) => value === null || value === 0) &&
    breakdowns.every(({ rows }) => rows.every(({ value }) => value === null || value === 0))
  );
}

/** The tenant's calendar day of the newest data, `YYYY-MM-DD`. */
export function newestDataDate({ freshness, range }: Dashboard): string | undefined {
  return freshness.data_through ? localDate(freshness.data_through, range.time_zone) : undefined;
}
