import type {
  DashboardRequest,
  Grain,
  LocalRange,
  MetricQuery,
  QueryFilter,
  Timeframe,
} from '@olympus/sdk';
import { type Address, textAt, textsAt } from '../address/address.js';
import { addDays, lastDateOf, readLocal, writeLocalDate } from '../format/dates.js';
import { parseFilter } from './filters.js';
import { type Compare, GRAINS, isCompare, isTimeframe } from './timeframes.js';

/** The span of time that a page looks at; `default` leaves it to the server, which knows the data. */
export type Period =
  | { readonly kind: 'default' }
  | { readonly kind: 'timeframe'; readonly timeframe: Timeframe }
  | { readonly kind: 'dates'; readonly range: LocalRange };

/** What a page looks at. A page that does not declare a part of it never sees it. */
export interface Scope {
  readonly period: Period;
  readonly compare: Compare;
  /** `auto`: as suits the period. */
  readonly grain: Grain | 'auto';
  /** All of them hold. */
  readonly filters: readonly QueryFilter[];
}

/** The scope's keys in the address. */
export const SCOPE_KEYS = { period: 'r', compare: 'c', grain: 'g', filters: 'f' } as const;

export const DEFAULT_SCOPE: Scope = {
  period: { kind: 'default' },
  compare: 'previous_period',
  grain: 'auto',
  filters: [],
};

/**
 * Reads the scope from an address; what it leaves out comes from `fallback`.
 * @returns the scope, and the values of the address that could not be understood
 */
export function readScope(
  address: Address,
  fallback: Scope = DEFAULT_SCOPE,
): { readonly scope: Scope; readonly misread: readonly string[] } {
  const misread: string[] = [];
  const read = <Value>(key: string, parse: (text: string) => Value | undefined, other: Value) => {
    const text = textAt(address, key);
    if (text === undefined) return other;
    const value = parse(text);
    if (value === undefined) misread.push(text);
    return value ?? other;
  };
  const period = read(SCOPE_KEYS.period, parsePeriod, fallback.period);
  const compare = read(
    SCOPE_KEYS.compare,
    (text) => (isCompare(text) ? text : undefined),
    fallback.compare,
  );
  const grain = read(
    SCOPE_KEYS.grain,
    (text) => GRAINS.find((one) => one === text),
    fallback.grain,
  );
  const filters = textsAt(address, SCOPE_KEYS.filters).flatMap((text) => {
    const filter = parseFilter(text);
    if (!filter) misread.push(text);
    return filter ?? [];
  });
  return { scope: { period, compare, grain, filters }, misread };
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

/** The inverse of reading it; undefined for the default, which has no place in the address. */
export function writePeriod(period: Period): string | undefined {
  if (period.kind === 'default') return undefined;
  return period.kind === 'timeframe'
    ? period.timeframe
    : `${period.range.from}..${period.range.to}`;
}

/** All of time has nothing before it to compare with. */
export function canCompare(period: Period): boolean {
  return !(period.kind === 'timeframe' && period.timeframe === 'all_time');
}

/** The question that a scope puts to the server. */
export function dashboardRequest({
  period,
  compare,
}: Pick<Scope, 'period' | 'compare'>): DashboardRequest {
  return { ...spanOf(period), compare: canCompare(period) ? compare : 'none' };
}

/** The time of a query of the model; the default is the last 28 days. */
export function queryTime(period: Period): NonNullable<MetricQuery['time']> {
  if (period.kind === 'dates') return period.range;
  return { timeframe: period.kind === 'default' ? 'last_28_days' : period.timeframe };
}

function spanOf(period: Period): DashboardRequest {
  if (period.kind === 'default') return {};
  return period.kind === 'timeframe'
    ? { timeframe: period.timeframe }
    : { from: period.range.from, to: period.range.to };
}

/**
 * The timeframe that a period is, where it is one.
 * @param answered what the answer on screen says about itself, for the default
 */
export function timeframeOf(period: Period, answered: string | undefined): Timeframe | undefined {
  if (period.kind === 'timeframe') return period.timeframe;
  return period.kind === 'default' && isTimeframe(answered) ? answered : undefined;
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
