import { addUnits, dayOf, dayOfIso, isoOf } from '@olympus/language';

/** `2026-05` → a month, `2026` → a year, `2026-Q1`, `2026-05-01` → a day, `a..b` and `*` → as they are. */
export function expandTime(text: string): string {
  if (text.includes('..') || text === '*') return text;
  const quarter = /^(\d{4})-Q(\d)$/.exec(text);
  const span = (from: number, unit: 'day' | 'month' | 'quarter' | 'year') =>
    `${isoOf(from)}..${isoOf(addUnits(from, unit, 1))}`;
  if (quarter !== null)
    return span(dayOf(Number(quarter[1]), 3 * Number(quarter[2]) - 2, 1), 'quarter');
  if (/^\d{4}$/.test(text)) return span(dayOf(Number(text), 1, 1), 'year');
  if (/^\d{4}-\d{2}$/.test(text))
    return span(dayOf(Number(text.slice(0, 4)), Number(text.slice(5)), 1), 'month');
  const day = dayOfIso(text);
  if (day === undefined) throw new Error(`not a time: ${text}`);
  return span(day, 'day');
}
