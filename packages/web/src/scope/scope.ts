import type { DashboardRequest, LocalRange, Timeframe } from '@olympus/sdk';
import { addDays, lastDateOf, readLocal, writeLocalDate } from '../format/dates.js';
import { type Compare, isCompare, isTimeframe, TIMEFRAME_LABELS } from './timeframes.js';

/** The span of time that a page looks at. */
export type Period =
  | { readonly kind: 'timeframe'; readonly timeframe: Timeframe }
  | { readonly kind: 'dates'; readonly range: LocalRange };

export interface Scope {
  readonly period: Period;
  readonly compare: Compare;
}

/** What of a page is in its address. All are optional; anything unknown is ignored. */
export interface PageSearch {
  readonly tenant?: string;
  /** A timeframe's name, or `2026-01-01..2026-02-01` (end exclusive). */
  readonly r?: string;
  readonly c?: string;
  /** The metric of the main chart. */
  readonly m?: string;
  /** `table`: the main chart's numbers instead of its picture. */
  readonly v?: string;
  /** A question in plain words, of the page Ask. */
  readonly q?: string;
  readonly sign_in?: string;
}

const SEARCH_KEYS = ['tenant', 'r', 'c', 'm', 'v', 'q', 'sign_in'] as const;

export const DEFAULT_SCOPE: Scope = {
  period: { kind: 'timeframe', timeframe: 'last_28_days' },
  compare: 'previous_period',
};

/** Keeps the keys that pages know, as text. */
export function readSearch(raw: Readonly<Record<string, unknown>>): PageSearch {
  const search: { -readonly [K in keyof PageSearch]: string } = {};
  for (const key of SEARCH_KEYS) {
    const value = raw[key];
    if (typeof value === 'string' && value !== '') search[key] = value;
  }
  return search;
}

/**
 * Reads the scope from an address; what it leaves out comes from `fallback`.
 * @returns the scope, and the values of the address that could not be understood
 */
export function readScope(
  search: PageSearch,
  fallback: Scope = DEFAULT_SCOPE,
): { readonly scope: Scope; readonly misread: readonly string[] } {
  const misread: string[] = [];
  let { period, compare } = fallback;
  if (search.r !== undefined) {
    const parsed = parsePeriod(search.r);
    if (parsed) period = parsed;
    else misread.push(search.r);
  }
  if (search.c !== undefined) {
    if (isCompare(search.c)) compare = search.c;
    else misread.push(search.c);
  }
  return { scope: { period, compare }, misread };
}

function parsePeriod(text: string): Period | undefined {
  if (isTimeframe(text)) return { kind: 'timeframe', timeframe: text };
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  if (!isLocalDate(from) || !isLocalDate(to) || from >= to) return undefined;
  return { kind: 'dates', range: { from, to } };
}

/** A real date of the calendar between the years 1900 and 2999, as `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = readLocal(text);
  return !Number.isNaN(date.getTime()) && writeLocalDate(date) === text;
}

export function writePeriod(period: Period): string {
  return period.kind === 'timeframe'
    ? period.timeframe
    : `${period.range.from}..${period.range.to}`;
}

/** All of time has nothing before it to compare with. */
export function canCompare(period: Period): boolean {
  return !(period.kind === 'timeframe' && period.timeframe === 'all_time');
}

/** The question that a scope puts to the server. */
export function dashboardRequest({ period, compare }: Scope): DashboardRequest {
  const span =
    period.kind === 'timeframe'
      ? { timeframe: period.timeframe }
      : { from: period.range.from, to: period.range.to };
  return { ...span, compare: canCompare(period) ? compare : 'none' };
}

/** The period's name, where it has one. */
export function periodLabel(period: Period): string | undefined {
  return period.kind === 'timeframe' ? TIMEFRAME_LABELS[period.timeframe] : undefined;
}

/**
 * The dates that a period covers: its own, or those that the figures on screen say it has.
 * @param answered the range of the answer to this very period; undefined while it is on its way
 */
export function rangeOfPeriod(period: Period, answered: LocalRange | undefined) {
  return period.kind === 'dates' ? period.range : answered;
}

/**
 * The period of equal length before (−1) or after (+1) a range. Whole months stay whole months.
 */
export function shiftRange(range: LocalRange, direction: -1 | 1): LocalRange {
  const from = range.from.slice(0, 10);
  const to = addDays(lastDateOf(range), 1);
  const start = readLocal(from);
  const end = readLocal(to);
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  if (start.getUTCDate() === 1 && end.getUTCDate() === 1 && months > 0) {
    const shift = (date: Date) => {
      const moved = new Date(date);
      moved.setUTCMonth(moved.getUTCMonth() + direction * months);
      return writeLocalDate(moved);
    };
    return { from: shift(start), to: shift(end) };
  }
  const days = Math.round((end.getTime() - start.getTime()) / 86_400_000);
  return { from: addDays(from, direction * days), to: addDays(to, direction * days) };
}
