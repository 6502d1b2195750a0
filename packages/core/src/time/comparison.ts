import { addWall, type Calendar, dayMs, parseWall } from './calendar.js';
import { nowEndMs, type TimeRange, wallRange } from './range.js';
import { toWall } from './zone.js';

/** How to choose the earlier range that a range is compared with. */
export type ComparisonKind = 'previous_period' | 'same_period_last_year';

/** All kinds of comparison, in the order to offer them. */
export const comparisonKinds: readonly ComparisonKind[] = [
  'previous_period',
  'same_period_last_year',
];

/**
 * The earlier range to compare with.
 * - `previous_period`: whole calendar units move by as many of them (November → October, a quarter
 *   → the three months before it); other ranges move by their own length.
 * - `same_period_last_year`: twelve months earlier by the calendar; whole weeks move by 52 weeks, so
 *   that weekdays meet.
 *
 * While the range is still running, only as much of the earlier one is taken as has elapsed (by the
 * clock on the wall) of the later one, and never more than up to the later one's start.
 */
export function comparisonRange(
  range: TimeRange,
  kind: ComparisonKind,
  calendar: Calendar,
): TimeRange {
  const { timeZone } = calendar;
  // the ends as they were meant: a midnight that the clocks skipped is still a midnight
  const fromWallMs = parseWall(range.fromLocal);
  const wholeEndWallMs = parseWall(range.toLocal);
  const nowMs = nowEndMs(calendar);
  const endWallMs = range.running && nowMs < range.toMs ? toWall(timeZone, nowMs) : wholeEndWallMs;
  const { period } = range;
  const move = (wallMs: number): number => {
    if (kind === 'same_period_last_year') {
      if (period?.unit === 'week') return addWall(wallMs, 'week', -52);
      return addWall(wallMs, 'year', -1);
    }
    if (period !== undefined) return addWall(wallMs, period.unit, -period.count);
    return wallMs - (wholeEndWallMs - fromWallMs);
  };
  const earlierFrom = move(fromWallMs);
  const moved = range.running ? earlierFrom + (endWallMs - fromWallMs) : move(endWallMs);
  const earlierTo = range.running ? Math.min(moved, endOfPeriod(earlierFrom, period)) : moved;
  return { ...wallRange(earlierFrom, earlierTo, calendar), running: false };
}

/** Where the whole earlier period ends: 31 days of March have elapsed, but February has fewer. */
function endOfPeriod(fromWallMs: number, period: TimeRange['period']): number {
  if (period === undefined) return Number.POSITIVE_INFINITY;
  if (period.unit === 'day') return fromWallMs + period.count * dayMs;
  return addWall(fromWallMs, period.unit, period.count);
}
