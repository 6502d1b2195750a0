import type { Breakdown, BreakdownRow } from '@olympus/sdk';
import { textsOf } from '../messages/language.js';

const countries = new Map<string, Intl.DisplayNames>();

function countryName(code: string, locale: string): string {
  const { locale: known } = textsOf(locale);
  let names = countries.get(known);
  if (!names) {
    names = new Intl.DisplayNames(known, { type: 'region', fallback: 'code' });
    countries.set(known, names);
  }
  return names.of(code) ?? code;
}

/**
 * What a breakdown's row is called: countries by name, channels with a capital, and the facts that
 * carry no value "No channel".
 */
export function labelOf(
  row: Pick<BreakdownRow, 'key' | 'label'>,
  { dimension, label }: Pick<Breakdown, 'dimension' | 'label'>,
  locale = 'en',
): string {
  if (row.key === null) {
    return textsOf(locale).t('overview.without', { dimension: lowerCase(label, locale) });
  }
  const shown = row.label || row.key;
  if (dimension.endsWith('country') && /^[A-Z]{2}$/.test(shown)) {
    return countryName(shown, locale);
  }
  return dimension === 'channel' ? shown.charAt(0).toUpperCase() + shown.slice(1) : shown;
}

/** German writes its nouns with a capital wherever they stand. */
export function lowerCase(noun: string, locale: string): string {
  return textsOf(locale).locale.startsWith('de') ? noun : noun.toLowerCase();
}
