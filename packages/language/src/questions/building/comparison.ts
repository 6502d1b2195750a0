import {
  addUnits,
  type CalendarRules,
  civilOf,
  type Day,
  dayOf,
  dayOfIso,
  isoOf,
  startOfUnit,
  type TimeNode,
  type TimeUnit,
} from '../../time/index.js';
import type { FrameComparison, FrameTime } from '../frame/frame.js';

const units: readonly TimeUnit[] = [
  'year',
  'quarter',
  'month',
  'week',
  'fiscal_year',
  'fiscal_quarter',
];

/**
 * The range before a range: the unit before a whole calendar unit (October before November), the
 * same elapsed days of the unit before for one that still runs, the n units before n whole units,
 * otherwise as many days before.
 */
function previousRange(
  time: FrameTime,
  rules: CalendarRules,
  today: Day,
): { from: string; to: string } {
  const from = dayOfIso(time.from) ?? today;
  const to = dayOfIso(time.to) ?? today + 1;
  for (const unit of units) {
    if (startOfUnit(from, unit, rules) !== from || startOfUnit(to, unit, rules) !== to) continue;
    let n = 0;
    for (let at = from; at < to && n < 400; at = addUnits(at, unit, 1)) n++;
    return { from: isoOf(addUnits(from, unit, -n)), to: isoOf(from) };
  }
  if (to === today + 1) {
    const running = [...units]
      .reverse()
      .find((unit) => startOfUnit(from, unit, rules) === from && addUnits(from, unit, 1) >= to);
    if (running !== undefined) {
      const start = addUnits(from, running, -1);
      return { from: isoOf(start), to: isoOf(Math.min(from, start + (to - from))) };
    }
  }
  return { from: isoOf(from - (to - from)), to: isoOf(from) };
}

/** The same dates one year earlier; 29 February becomes 28 February. */
function yearEarlier(time: FrameTime): { from: string; to: string } {
  const shift = (iso: string) => {
    const { year, month, day } = civilOf(dayOfIso(iso) ?? 0);
    const start = dayOf(year - 1, month, 1);
    return isoOf(Math.min(start + day - 1, addUnits(start, 'month', 1) - (day > 28 ? 1 : 0)));
  };
  return { from: shift(time.from), to: shift(time.to) };
}

/** A comparison of a kind, with its dates when the frame has a time. */
export function comparison(
  kind: 'previous_period' | 'same_period_last_year',
  time: FrameTime | null,
  rules: CalendarRules,
  today: Day,
): FrameComparison {
  if (time === null) return { kind };
  return {
    kind,
    ...(kind === 'previous_period' ? previousRange(time, rules, today) : yearEarlier(time)),
  };
}

/**
 * What "versus last month" means beside a main time: relative words follow the main time
 * ("this month vs last month" is the previous period, anything "vs last year" the same dates a year
 * earlier); named periods are ranges.
 */
export function comparisonKind(
  main: TimeNode | undefined,
  against: TimeNode,
): 'previous_period' | 'same_period_last_year' | 'range' {
  // "the last 7 days vs the previous 7": the same words for the days and for those before them
  if (
    against.op === 'last' &&
    main?.op === 'last' &&
    main.unit === against.unit &&
    main.n === against.n
  )
    return 'previous_period';
  if (against.op === 'last' && against.n === 1) {
    if (against.unit === 'year' || against.unit === 'fiscal_year') {
      return main?.op === 'last' && main.unit === against.unit
        ? 'previous_period'
        : 'same_period_last_year';
    }
    if (main === undefined) return 'previous_period';
    if (
      (main.op === 'this' || main.op === 'to_date' || main.op === 'last') &&
      main.unit === against.unit
    )
      return 'previous_period';
    return 'range';
  }
  if (against.op === 'day_offset' && against.n === -1 && main?.op === 'day_offset' && main.n === 0)
    return 'previous_period';
  if (against.op === 'ago') {
    if (against.unit === 'year' && against.n === 1) return 'same_period_last_year';
    if (main?.op === 'last' && main.n === 1 && main.unit === against.unit && against.n === 2)
      return 'previous_period';
  }
  return 'range';
}
