import {
  addWall,
  dayMs,
  fromWall,
  type Grain,
  printBucket,
  printWall,
  toWall,
  truncateWall,
  type WeekStart,
} from '@olympus/core';
import type { Window } from '../definition/definition.js';
import type { Rule } from '../definition/rule.js';

export interface Zone {
  readonly timeZone: string;
  readonly weekStart: WeekStart;
}

/** A window of time, on the tenant's clock and as instants. */
export interface Span {
  /** What it is known by: its local start, of rolling windows the local end. */
  readonly at: string;
  readonly fromWall: number;
  readonly toWall: number;
  readonly fromMs: number;
  readonly toMs: number;
}

export type CalendarWindow = Extract<Window, Grain>;

/** Minutes of a rolling window; undefined for the calendar's. */
export const minutesOf = (window: Window): number | undefined =>
  window.endsWith('m') ? Number.parseInt(window, 10) : undefined;

/** The rolling window that holds everything up to the present minute. */
export function rollingSpan(minutes: number, { timeZone }: Zone, nowMs: number): Span {
  const toMs = (Math.floor(nowMs / 60_000) + 1) * 60_000;
  const fromMs = toMs - minutes * 60_000;
  const [fromWallMs, toWallMs] = [toWall(timeZone, fromMs), toWall(timeZone, toMs)];
  return { at: printWall(toWallMs), fromWall: fromWallMs, toWall: toWallMs, fromMs, toMs };
}

/** The last windows of the calendar that have ended, oldest first. An hour that clocks skip is none. */
export function finishedSpans(
  window: CalendarWindow,
  zone: Zone,
  nowMs: number,
  count: number,
): readonly Span[] {
  const { timeZone, weekStart } = zone;
  const spans: Span[] = [];
  let end = truncateWall(toWall(timeZone, nowMs), window, weekStart);
  while (spans.length < count) {
    const start = addWall(end, window, -1);
    const [fromMs, toMs] = [fromWall(timeZone, start), fromWall(timeZone, end)];
    if (fromMs < toMs && toMs <= nowMs) {
      spans.push({ at: printBucket(start, window), fromWall: start, toWall: end, fromMs, toMs });
    }
    end = start;
  }
  return spans.reverse();
}

type Against = Extract<Rule, { kind: 'change' }>['against'];

/**
 * How far back the window lies that one is held against, as a move on the wall clock. A year is 52
 * weeks, so that weekdays stay; of months it is the month a year before, and a week is four weeks.
 */
export function referenceStart(window: Window, against: Against, fromWallMs: number): number {
  const minutes = minutesOf(window);
  if (against === 'previous') {
    return minutes === undefined
      ? addWall(fromWallMs, window as Grain, -1)
      : fromWallMs - minutes * 60_000;
  }
  if (window === 'month') return addWall(fromWallMs, 'month', against === 'year' ? -12 : -1);
  return fromWallMs - (against === 'year' ? 364 : 7) * dayMs;
}

/** Windows that are looked back to tell whether a group is still there, or a value is new. */
export const lookBack: Readonly<Record<CalendarWindow, number>> = {
  hour: 72,
  day: 28,
  week: 8,
  month: 6,
};

/** The window that a value of it is new in, if none of so many before had it. */
export const newFor: Readonly<Record<CalendarWindow, number>> = {
  hour: 72,
  day: 60,
  week: 26,
  month: 12,
};
