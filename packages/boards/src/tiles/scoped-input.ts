import { type Calendar, dayMs, type Grain, parseTimeRange, resolveTimeframe } from '@olympus/core';
import type { Filters, Follows, Scope } from '../board.js';
import type { Askable } from './askable.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * A tile's question within the dashboard's scope. What its operation does not take is left out. Its
 * own time gives way unless it does not follow; filters of both hold; a series gets the scope's
 * grain, or one that suits the time.
 * @param fixed filters that hold whatever the tile follows
 * @param comparable whether it may be compared: what a drawing needs beside its figure is not
 */
export function scopedInput(
  input: Input,
  scope: Scope,
  follows: Follows = {},
  {
    askable,
    calendar,
    comparable,
    fixed = [],
  }: {
    readonly askable: Askable;
    readonly calendar: Calendar;
    readonly comparable: boolean;
    readonly fixed?: Filters;
  },
): Input {
  const scoped: Record<string, unknown> = { ...input };
  if (askable.takes('time') && follows.time !== false && scope.time !== undefined) {
    scoped.time = scope.time;
  }
  const added = [...fixed, ...(follows.filters === false ? [] : (scope.filters ?? []))];
  if (askable.takes('filters') && added.length > 0) {
    const own = Array.isArray(input.filters) ? (input.filters as readonly unknown[]) : [];
    scoped.filters = [...own, ...added];
  }
  // what happened nearby is of the whole business
  if (askable.takes('context') && fixed.length > 0) scoped.context = false;
  if (askable.takes('grain') && input.grain !== undefined && follows.grain !== false) {
    const { grain = 'auto' } = scope;
    scoped.grain = grain === 'auto' ? fittingGrain(scoped.time, calendar) : grain;
  }
  const { compare } = scope;
  const asked = comparable && follows.compare === true && compare !== undefined;
  if (asked && compare !== 'none' && askable.takes('compare') && hasBefore(scoped.time)) {
    scoped.compare = compare;
  }
  return scoped;
}

/** All of time has nothing before it. */
const hasBefore = (time: unknown): boolean =>
  typeof time === 'object' &&
  time !== null &&
  !('timeframe' in time && time.timeframe === 'all_time');

/** Hours of a day or two, days of up to two months, weeks of up to nine, then months. */
export function fittingGrain(time: unknown, calendar: Calendar): Grain {
  const days = daysOf(time, calendar);
  if (days === undefined || days > 280) return 'month';
  if (days <= 2) return 'hour';
  return days <= 62 ? 'day' : 'week';
}

function daysOf(time: unknown, calendar: Calendar): number | undefined {
  if (typeof time !== 'object' || time === null) return undefined;
  const range =
    'timeframe' in time
      ? resolveTimeframe(time.timeframe as Parameters<typeof resolveTimeframe>[0], calendar)
      : 'from' in time && 'to' in time
        ? parseTimeRange({ from: String(time.from), to: String(time.to) }, calendar, '/time')
        : undefined;
  return range && (range.toMs - range.fromMs) / dayMs;
}
