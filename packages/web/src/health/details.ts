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

const isKey = (key: string): key is keyof Own => Object.hasOwn(healthTexts.en, key);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A detail in the unit that its name ends with: `_bytes`, `_ms`. */
export function formatDetail(name: string, value: unknown, locale: string): string {
  if (value === null) return MISSING;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return JSON.stringify(value);
  if (name.endsWith('_ms')) return formatDuration(value / 1000, locale);
  if (!name.endsWith('_bytes')) return new Intl.NumberFormat(locale).format(value);
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step],
    maximumFractionDigits: 1,
  }).format(value / 1000 ** step);
}
