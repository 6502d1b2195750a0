import type { Grain, LocalRange } from '@olympus/sdk';
import { textsOf } from '../messages/language.js';

/**
 * Local dates come from the server as plain text (`2026-11-20`, `2026-11-20T14:00`) in the tenant's
 * zone. They are read as if they were UTC and written as UTC, so the browser's zone never moves them.
 */
export function readLocal(text: string): Date {
  const [, y, m, d, h, min] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?/.exec(text) ?? [];
  return new Date(Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h ?? 0), Number(min ?? 0)));
}

/** The date part of a local date or date-time. */
export function writeLocalDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(localDate: string, days: number): string {
  const date = readLocal(localDate);
  date.setUTCDate(date.getUTCDate() + days);
  return writeLocalDate(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(textsOf(locale).locale, { timeZone: 'UTC', ...options });
    formats.set(key, found);
  }
  return found;
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** The last local date inside a half-open range. An end at midnight belongs to the day before. */
export function lastDateOf(range: LocalRange): string {
  const to = readLocal(range.to);
  const atMidnight = to.getUTCHours() === 0 && to.getUTCMinutes() === 0;
  const last = new Date(to.getTime() - (atMidnight ? 86_400_000 : 0));
  const first = readLocal(range.from);
  return writeLocalDate(last < first ? first : last);
}

/** Both ends, inclusive, with what they share written once: "23 Oct – 19 Nov 2026". */
export function formatRange(range: LocalRange, locale: string): string {
  const from = readLocal(range.from.slice(0, 10));
  const to = readLocal(lastDateOf(range));
  return dateFormat(locale, DAY).formatRange(from, to);
}

/** A local date in words: "20 Nov 2026". */
export function formatDate(localDate: string, locale: string): string {
  return dateFormat(locale, DAY).format(readLocal(localDate));
}

/** A local date-time in words: "20 Nov 2026, 14:05". */
export function formatDateTime(local: string, locale: string): string {
  return dateFormat(locale, { ...DAY, ...CLOCK }).format(readLocal(local));
}

/** A bucket in words, for readouts and tables. */
export function formatBucket(t: string, grain: Grain, locale: string): string {
  const date = readLocal(t);
  switch (grain) {
    case 'hour':
      return dateFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        ...CLOCK,
      }).format(date);
    case 'day':
      return dateFormat(locale, { weekday: 'short', ...DAY }).format(date);
    case 'week':
      return textsOf(locale).t('format.weekOf', { date: dateFormat(locale, DAY).format(date) });
    case 'month':
      return dateFormat(locale, { month: 'long', year: 'numeric' }).format(date);
    case 'quarter':
      return textsOf(locale).t('format.quarter', {
        number: String(Math.floor(date.getUTCMonth() / 3) + 1),
        year: String(date.getUTCFullYear()),
      });
    case 'year':
      return String(date.getUTCFullYear());
  }
}

/** A bucket on an axis: as short as can be told apart. */
export function formatTick(t: string, grain: Grain, locale: string): string {
  const date = readLocal(t);
  switch (grain) {
    case 'hour':
      return dateFormat(locale, CLOCK).format(date);
    case 'day':
    case 'week':
      return dateFormat(locale, { day: 'numeric', month: 'short' }).format(date);
    case 'month':
      return dateFormat(locale, { month: 'short', year: 'numeric' }).format(date);
    default:
      return formatBucket(t, grain, locale);
  }
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`; undefined for what is no instant. */
export function localDate(iso: string, timeZone: string): string | undefined {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return undefined;
  // The Swedish way of writing dates is ISO 8601's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}

/** An instant as the tenant's clock shows it: “today, 07:07”, else with its date. */
export function formatInstant(
  iso: string,
  timeZone: string,
  locale: string,
  nowMs: number,
): string {
  const at = new Date(iso);
  const day = dateFormat(locale, { ...DAY, timeZone });
  const clock = dateFormat(locale, { ...CLOCK, timeZone }).format(at);
  return day.format(at) === day.format(new Date(nowMs))
    ? textsOf(locale).t('format.today', { clock })
    : `${day.format(at)}, ${clock}`;
}

/**
 * How long something lasts or lies back, in one unit: "40 s", "20 min", "3 h", "5 days". It stands
 * after "vor" in German, which asks for the dative: "vor 5 Tagen".
 */
export function formatAge(ageMs: number, locale: string): string {
  const { t } = textsOf(locale);
  const seconds = Math.max(0, Math.round(ageMs / 1000));
  if (seconds < 90) return t('format.seconds', { number: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return t('format.minutes', { number: minutes });
  const hours = Math.round(minutes / 60);
  if (hours < 36) return t('format.hours', { number: hours });
  const days = Math.round(hours / 24);
  if (days < 60) return t('format.days', { count: days });
  const months = Math.round(days / 30.44);
  return months < 24
    ? t('format.months', { count: months })
    : t('format.years', { count: Math.round(days / 365.25) });
}
