import { formatDuration } from '../format/duration.js';
import { MISSING } from '../format/numbers.js';
import type { Texts } from '../messages/message.js';
import { healthTexts } from './texts.js';

type Own = (typeof healthTexts)['en'];

/** What a component or a detail of it is called; its raw name where it has no other. */
export function nameOf(of: 'component' | 'detail', name: string, t: Texts<Own>['t']): string {
  const key = `${of}.${name}`;
  return isKey(key) ? (t as (key: keyof Own) => string)(key) : name.replaceAll('_', ' ');
}

/** What to do about a component, in the reader's language; undefined for other details. */
export function remedyOf(component: string, detail: string, t: Texts<Own>['t']) {
  const key = `remedy.${component}`;
  if (detail !== 'remedy' || !isKey(key)) return undefined;
  return (t as (key: keyof Own) => string)(key);
}

const isKey = (key: string): key is keyof Own => Object.hasOwn(healthTexts.en, key);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const ENGINES: Readonly<Record<string, string>> = {
  duckdb: 'DuckDB',
  clickhouse: 'ClickHouse',
  bigquery: 'BigQuery',
};
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A detail in the unit that its name ends with: `_bytes`, `_ms`; instants in the reader's zone. */
export function formatDetail(name: string, value: unknown, locale: string): string {
  if (value === null) return MISSING;
  if (typeof value === 'string') {
    if (name === 'dialect') return ENGINES[value] ?? value;
    if (!INSTANT.test(value)) return value;
    const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
    return new Intl.DateTimeFormat(locale, style).format(new Date(value));
  }
  if (typeof value !== 'number') return JSON.stringify(value);
  if (name.endsWith('_ms') && value < 1000) {
    return new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'millisecond',
      maximumSignificantDigits: 2,
    }).format(value);
  }
  if (name.endsWith('_ms')) return formatDuration(value / 1000, locale);
  if (!name.endsWith('_bytes')) return new Intl.NumberFormat(locale).format(value);
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step],
    maximumFractionDigits: 1,
  }).format(value / 1000 ** step);
}
