import type { Dashboard } from '@olympus/sdk';

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
  if (!freshness.data_through) return undefined;
  const at = new Date(freshness.data_through);
  if (Number.isNaN(at.getTime())) return undefined;
  // The Swedish way of writing dates is ISO 8601's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: range.time_zone }).format(at);
}
