import type { Breakdown, BreakdownRow } from '@olympus/sdk';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/**
 * What a breakdown's row is called: countries by name, channels with a capital, and the facts that
 * carry no value "No channel".
 */
export function labelOf(
  row: Pick<BreakdownRow, 'key' | 'label'>,
  { dimension, label }: Pick<Breakdown, 'dimension' | 'label'>,
): string {
  if (row.key === null) return `No ${label.toLowerCase()}`;
  const shown = row.label || row.key;
  if (dimension.endsWith('country') && /^[A-Z]{2}$/.test(shown)) {
    return countries.of(shown) ?? shown;
  }
  return dimension === 'channel' ? shown.charAt(0).toUpperCase() + shown.slice(1) : shown;
}
