import {
  dayOfIso,
  isoOf,
  resolveTime,
  type TimeNode,
  type TimeUnit,
  timeRanges,
} from '../../time/index.js';
import type { Draft } from '../frame/draft.js';
import type { FrameTime, Grain } from '../frame/frame.js';
import type { Reading, TimeSlot } from '../reading/reading.js';
import type { Assumption } from './assumption.js';
import { type BuildContext, type BuiltDecline, declined } from './built.js';
import { aheadOf, horizonOf } from './place-horizon.js';
import { withSameDay } from './same-days.js';

export function isFuture(node: TimeNode): boolean {
  return node.op === 'next' || (node.op === 'day_offset' && node.n > 0);
}

export interface PlacedTimes {
  readonly kind: 'times';
  readonly times: readonly (FrameTime | null)[];
  readonly against:
    | { readonly node: TimeNode; readonly ranges: readonly FrameTime[]; readonly label: string }
    | undefined;
  readonly mainNode: TimeNode | undefined;
}

/** Divides the times into the frame's own, the one compared with, and the horizon of a forecast. */
export function placeTimes(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
  assumptions: Assumption[],
): PlacedTimes | BuiltDecline {
  const asks = !context.time.dayFirst;
  const ranges = (node: TimeNode, label: string) => timeRanges(node, label, context.time, asks);
  let slots = [...reading.times];
  if (draft.intent === 'forecast') {
    const next = slots.find((slot) => isFuture(slot.node));
    const [only] = slots;
    const ahead =
      only === undefined || slots.length > 1 ? undefined : aheadOf(only.node, context.time);
    if (ahead !== undefined && only !== undefined) {
      draft.horizon = ahead.horizon;
      return {
        kind: 'times',
        times: [{ from: ahead.from, to: ahead.to, label: only.label }],
        against: undefined,
        mainNode: only.node,
      };
    }
    if (next !== undefined) {
      draft.horizon = horizonOf(next.node);
      slots = slots.filter((slot) => slot !== next);
    }
  }
  slots = withSeasonBefore(withSameDay(slots, reading), context);
  let main = slots.find((slot) => !slot.against);
  let against = slots.find((slot) => slot !== main && (slot.against || slots.length > 1));
  if (
    main !== undefined &&
    against === undefined &&
    reading.metrics.length === 0 &&
    main.node.op !== 'range' &&
    reading.cues.has('compare')
  ) {
    against = main;
    main = undefined;
  }
  const named = reading.cues.has('same_period_last_year') || reading.cues.has('previous_period');
  if (main === undefined && against !== undefined && named) {
    main = against;
    against = undefined;
  }
  if (
    main === undefined &&
    against !== undefined &&
    reading.metrics.length === 0 &&
    !reading.cues.has('versus') &&
    !reading.cues.has('compare')
  ) {
    main = against;
    against = undefined;
  }
  if (
    main !== undefined &&
    against !== undefined &&
    !against.against &&
    !reading.cues.has('compare') &&
    !reading.cues.has('versus') &&
    draft.intent !== 'explain'
  ) {
    // "in May and June" is both months; two periods with a gap are no one range
    const [a] = ranges(main.node, main.label);
    const [b] = ranges(against.node, against.label);
    if (
      a === undefined ||
      b === undefined ||
      (a.to !== b.from && b.to !== a.from) ||
      slots.length > 2
    ) {
      return declined({ reason: 'unknown_time', said: slots.map((s) => s.label).join(', ') });
    }
    const [first, last] = a.from < b.from ? [a, b] : [b, a];
    const both = { from: first.from, to: last.to, label: `${first.label}, ${last.label}` };
    return { kind: 'times', times: [both], against: undefined, mainNode: undefined };
  }
  if (slots.length > 2)
    return declined({ reason: 'unknown_time', said: slots.map((s) => s.label).join(', ') });
  if (
    main !== undefined &&
    against === undefined &&
    main.node.op === 'range' &&
    (reading.cues.has('compare') || reading.cues.has('change')) &&
    draft.intent !== 'forecast'
  ) {
    // "the difference between May and June": June against May
    const { a, b } = main.node;
    const year = ranges(main.node, main.label)[0];
    const first = resolveTime(
      a,
      context.time,
      year === undefined ? undefined : Number(year.from.slice(0, 4)),
    );
    const last = resolveTime(
      b,
      context.time,
      year === undefined ? undefined : Number(isoOf((dayOfIso(year.to) ?? 1) - 1).slice(0, 4)),
    );
    if (first !== undefined && last !== undefined) {
      const range = (r: { from: number; to: number }): FrameTime => ({
        from: isoOf(r.from),
        to: isoOf(r.to),
        label: `${isoOf(r.from)} – ${isoOf(r.to - 1)}`,
      });
      // "this week to last week" names first what is set against the other
      const [now, then] = first.from > last.from ? [first, last] : [last, first];
      const [nowNode, thenNode] = first.from > last.from ? [a, b] : [b, a];
      return {
        kind: 'times',
        times: [range(now)],
        against: { node: thenNode, ranges: [range(then)], label: main.label },
        mainNode: nowNode,
      };
    }
  }
  let mainNode = main?.node;
  let mainLabel = main?.label ?? '';
  if (
    main === undefined &&
    against !== undefined &&
    (reading.metrics.length > 0 ||
      context.catalogue.studies !== undefined ||
      (reading.rank !== null && reading.cues.has('change'))) &&
    runningUnit(against.node) !== undefined
  ) {
    mainNode = { op: 'this', unit: runningUnit(against.node) ?? 'year' };
    mainLabel = '';
  }
  const times: (FrameTime | null)[] = mainNode === undefined ? [null] : ranges(mainNode, mainLabel);
  if (times.length === 0) return declined({ reason: 'unknown_time', said: mainLabel });
  for (const time of times)
    if (time !== null && time.label === '')
      Object.assign(time, { label: `${time.from} – ${time.to}` });
  if (mainNode !== undefined) noteTime(mainNode, mainLabel, assumptions);
  if (mainNode !== undefined) noteSeason(mainNode, mainLabel, context, assumptions);
  if (against === undefined) return { kind: 'times', times, against: undefined, mainNode };
  const againstRanges = ranges(against.node, against.label);
  if (againstRanges.length === 0) return declined({ reason: 'unknown_time', said: against.label });
  noteSeason(against.node, against.label, context, assumptions);
  return {
    kind: 'times',
    times,
    against: { node: against.node, ranges: againstRanges, label: against.label },
    mainNode,
  };
}

/** The unit of what is set against the running one: "compared with last month", "with 2025". */
function runningUnit(node: TimeNode): TimeUnit | undefined {
  if (node.op === 'last') return node.unit;
  return node.op === 'year' || node.op === 'quarter' || node.op === 'month' ? node.op : undefined;
}

function noteTime(node: TimeNode, label: string, assumptions: Assumption[]): void {
  if (node.op === 'this' && node.unit !== 'day') assumptions.push({ key: 'running', args: [] });
  if (node.op === 'fiscal_year' || node.op === 'fiscal_quarter')
    assumptions.push({ key: 'fiscal', args: [] });
  if (node.op === 'numeric' && /^\d{1,2}\/\d{1,2}/.test(node.text))
    assumptions.push({ key: 'dayFirst', args: [label] });
}

/** "last summer against this summer": the one before. */
function withSeasonBefore(slots: TimeSlot[], { time }: BuildContext): TimeSlot[] {
  return slots.map((slot) => {
    const { node } = slot;
    if (node.op !== 'season' || node.complete !== true) return slot;
    const range = resolveTime(node, time);
    const isSame = slots.some(
      (other) => other !== slot && resolveTime(other.node, time)?.from === range?.from,
    );
    if (range === undefined || !isSame) return slot;
    const year = Number(isoOf(range.from).slice(0, 4)) - 1;
    const { op, season } = node;
    return { ...slot, node: { op, season, year: { kind: 'absolute', year } } };
  });
}

/** Which days a season was taken to be: those of its meteorological months. */
function noteSeason(
  node: TimeNode,
  label: string,
  { time }: BuildContext,
  assumptions: Assumption[],
): void {
  const season = 'of' in node ? node.of : node;
  if (season.op !== 'season') return;
  const range = resolveTime(season, time);
  if (range === undefined) return;
  const days = `${isoOf(range.from)} – ${isoOf(range.to - 1)}`;
  assumptions.push({ key: 'readAs', args: [label, days] });
}

/** A grain for "over time" by the length of the range: about 12 to 40 points. */
export function grainFor(time: FrameTime | null): Grain {
  if (time === null) return 'month';
  const days = (Date.parse(time.to) - Date.parse(time.from)) / 86_400_000;
  return days <= 35 ? 'day' : days <= 120 ? 'week' : days <= 1200 ? 'month' : 'year';
}
