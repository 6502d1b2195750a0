import {
  addUnits,
  civilOf,
  isoOf,
  resolveTime,
  startOfUnit,
  type TimeContext,
  type TimeNode,
} from '../../time/index.js';
import type { Frame, Grain } from '../frame/frame.js';

/** "in October", asked of the future: the next October, and how far ahead that is. */
export function aheadOf(
  node: TimeNode,
  calendar: TimeContext,
): { from: string; to: string; horizon: Frame['horizon'] } | undefined {
  const running = runningRest(node, calendar);
  if (running !== undefined) return running;
  if (node.op !== 'month' && node.op !== 'quarter') return undefined;
  const year = civilOf(calendar.today).year;
  const years =
    node.year === undefined
      ? [year, year + 1]
      : [node.year.kind === 'absolute' ? node.year.year : year + node.year.n];
  for (const y of years) {
    const range = resolveTime({ ...node, year: { kind: 'absolute', year: y } }, calendar);
    if (range === undefined || range.from <= calendar.today) continue;
    let n = 0;
    for (
      let at = startOfUnit(calendar.today, node.op, calendar);
      at < range.from;
      at = addUnits(at, node.op, 1)
    )
      n++;
    return { from: isoOf(range.from), to: isoOf(range.to), horizon: { n, grain: node.op } };
  }
  return undefined;
}

/** Days that are told one by one; longer rests are told by month. */
const mostDaysAhead = 92;

/** What is left of a period that runs: "this month", "2026", asked of the future. */
function runningRest(
  node: TimeNode,
  calendar: TimeContext,
): { from: string; to: string; horizon: Frame['horizon'] } | undefined {
  const range = wholeOf(node, calendar);
  const tomorrow = calendar.today + 1;
  if (range === undefined || range.from > calendar.today || range.to <= tomorrow) return undefined;
  const days = range.to - tomorrow;
  let months = 0;
  const first = startOfUnit(calendar.today, 'month', calendar);
  while (addUnits(first, 'month', months + 1) < range.to) months++;
  return {
    from: isoOf(tomorrow),
    to: isoOf(range.to),
    horizon: days <= mostDaysAhead ? { n: days, grain: 'day' } : { n: months, grain: 'month' },
  };
}

/** The whole period of which a node names what has run, or that it names by its number. */
function wholeOf(
  node: TimeNode,
  calendar: TimeContext,
): { readonly from: number; readonly to: number } | undefined {
  if (node.op === 'this' || node.op === 'to_date') {
    if (node.unit === 'day' || node.unit === 'weekend') return undefined;
    const from = startOfUnit(calendar.today, node.unit, calendar);
    return { from, to: addUnits(from, node.unit, 1) };
  }
  const isNamed = node.op === 'month' || node.op === 'quarter' || node.op === 'year';
  return isNamed ? resolveTime(node, calendar) : undefined;
}

export function horizonOf(node: TimeNode): Frame['horizon'] {
  if (node.op === 'next') {
    const grain: Grain =
      node.unit === 'fiscal_quarter'
        ? 'quarter'
        : node.unit === 'fiscal_year'
          ? 'year'
          : node.unit === 'weekend'
            ? 'week'
            : node.unit;
    return { n: node.n, grain };
  }
  return { n: 1, grain: 'day' };
}
