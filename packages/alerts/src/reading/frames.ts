import { type Grain, printBucket } from '@olympus/core';
import { isRolling } from '../definition/check.js';
import type { Condition } from '../definition/definition.js';
import type { Frame, Observation } from '../rules/observation.js';
import { readBand } from './band.js';
import type { Reading } from './ports.js';
import { type GroupedValues, readGroups, readSeries, readTotals, type Values } from './series.js';
import {
  type CalendarWindow,
  finishedSpans,
  lookBack,
  minutesOf,
  newFor,
  referenceStart,
  rollingSpan,
  type Span,
} from './windows.js';

/** What a condition makes of windows: the series that live evaluation and the look back both fold. */
export async function readFrames(
  reading: Reading,
  condition: Condition,
  count: number,
): Promise<readonly Frame[]> {
  const { zone, nowMs } = reading;
  const { rule, window } = condition;
  if (rule.kind === 'pace') return [await paceFrame(reading, rule.kpi)];
  if (rule.kind === 'no_data') {
    return [await rollingFrame(reading, condition, rollingSpan(rule.minutes, zone, nowMs))];
  }
  const minutes = minutesOf(window);
  if (minutes !== undefined) {
    return [await rollingFrame(reading, condition, rollingSpan(minutes, zone, nowMs))];
  }
  return calendarFrames(reading, condition, window as CalendarWindow, count);
}

async function paceFrame(reading: Reading, kpi: string): Promise<Frame> {
  const { value, expected } = await reading.paceOf(kpi, reading.signal);
  const { at, fromMs, toMs } = rollingSpan(60, reading.zone, reading.nowMs);
  const observed = { key: '', value, reference: expected, low: null, high: null };
  return { at: at.slice(0, 13), fromMs, toMs, observations: [observed] };
}

/** One window that ends now. Groups are those of the last week, so that one that fell silent shows. */
async function rollingFrame(reading: Reading, condition: Condition, span: Span): Promise<Frame> {
  const { rule, group_by: dimension, window } = condition;
  const asked = { ...condition, dimension };
  const back = rule.kind === 'change' ? rule.against : undefined;
  const from = back && referenceStart(window, back, span.fromWall);
  const weekMs = 7 * 86_400_000;
  const day = 86_400_000;
  // ends at midnight, so that the question is the same all day
  const lately = {
    fromWall: floor(span.fromWall, day) - weekMs,
    toWall: floor(span.toWall, day) + day,
  };
  const [now, before, groups] = await Promise.all([
    readTotals(reading, asked, span),
    from === undefined
      ? undefined
      : readTotals(reading, asked, {
          fromWall: from,
          toWall: from + span.toWall - span.fromWall,
        }),
    dimension === null ? [''] : readGroups(reading, { ...condition, dimension }, lately),
  ]);
  const empty = emptyOf(reading, condition.metric);
  const observations = groups.map((group): Observation => {
    const key = String(group);
    return {
      key,
      value: now.get(key) ?? empty,
      reference: before === undefined ? null : (before.get(key) ?? empty),
      low: null,
      high: null,
    };
  });
  return { at: span.at, fromMs: span.fromMs, toMs: span.toMs, observations };
}

const floor = (value: number, step: number) => Math.floor(value / step) * step;

/** Of levels, such as stock, that should not run low, the lowest are looked at. */
const asksSmallest = (reading: Reading, { rule, metric }: Condition): boolean =>
  rule.kind === 'threshold' && rule.direction === 'below' && emptyOf(reading, metric) === null;

/** What a metric is where nothing happened: of what adds up nothing, of rates unknown. */
const emptyOf = ({ model }: Reading, metric: string): number | null =>
  model.metrics.find(({ name }) => name === metric)?.additive === true ? 0 : null;

async function calendarFrames(
  reading: Reading,
  condition: Condition,
  window: CalendarWindow,
  count: number,
): Promise<readonly Frame[]> {
  const { rule } = condition;
  const spans = finishedSpans(window, reading.zone, reading.nowMs, count);
  if (rule.kind === 'band') return bandFrames(reading, condition, window, spans);
  const isNew = rule.kind === 'new_value';
  const dimension = isNew ? rule.dimension : condition.group_by;
  const back = isNew ? newFor[window] : lookBack[window];
  const all = finishedSpans(window, reading.zone, reading.nowMs, count + back);
  const range = rangeOf(all);
  const asked = { ...condition, dimension };
  const groups =
    dimension === null || isNew
      ? undefined
      : await readGroups(
          reading,
          { ...condition, dimension },
          range,
          asksSmallest(reading, condition),
        );
  const series = await readSeries(reading, asked, window as Grain, range, groups);
  const earlier = await readEarlier(reading, condition, window, spans, { series, range, groups });
  const empty = emptyOf(reading, condition.metric);
  return spans.map((span, index) => {
    const before = all.slice(index, index + back);
    const observations = [...series].flatMap(([key, values]): Observation[] => {
      const value = values.has(span.at) ? (values.get(span.at) ?? empty) : empty;
      const here = isThere(values.get(span.at));
      const lately = before.some(({ at }) => isThere(values.get(at)));
      if (isNew) return here ? [observed(key, value, lately ? 1 : 0)] : [];
      // a group that was not there lately says nothing, and neither does what has not begun
      if (!here && !lately) return [];
      const reference = earlier === undefined ? null : (earlier(key, span) ?? empty);
      return [observed(key, value, reference)];
    });
    return { at: span.at, fromMs: span.fromMs, toMs: span.toMs, observations };
  });
}

const isThere = (value: number | null | undefined) =>
  value !== undefined && value !== null && value !== 0;

const observed = (key: string, value: number | null, reference: number | null): Observation => ({
  key,
  value,
  reference,
  low: null,
  high: null,
});

const rangeOf = (spans: readonly Span[]) => ({
  fromWall: spans[0]?.fromWall ?? 0,
  toWall: spans.at(-1)?.toWall ?? 0,
});

/** Looks up the value that a window is held against; undefined for rules that hold against nothing. */
async function readEarlier(
  reading: Reading,
  condition: Condition,
  window: CalendarWindow,
  spans: readonly Span[],
  read: {
    readonly series: GroupedValues;
    readonly range: { readonly fromWall: number; readonly toWall: number };
    readonly groups: readonly (string | number | boolean)[] | undefined;
  },
): Promise<((key: string, span: Span) => number | null | undefined) | undefined> {
  const { rule, group_by: dimension } = condition;
  if (rule.kind !== 'change') return undefined;
  const startOf = (span: Span) => referenceStart(window, rule.against, span.fromWall);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const earliest = startOf(first);
  let values: GroupedValues = read.series;
  let begins = read.range.fromWall;
  if (earliest < read.range.fromWall) {
    const length = last.toWall - last.fromWall;
    const range = { fromWall: earliest, toWall: startOf(last) + length };
    const asked = { ...condition, dimension };
    values = await readSeries(reading, asked, window as Grain, range, read.groups);
    begins = range.fromWall;
  }
  const firstKnown = firstOf(values);
  return (key, span) => {
    const at = printBucket(startOf(span), window);
    // before anything was recorded nothing is known, rather than that there was nothing
    if (startOf(span) < begins || firstKnown === undefined || at < firstKnown) return null;
    return values.get(key)?.get(at);
  };
}

/** The first bucket that anything is known of. */
function firstOf(series: GroupedValues): string | undefined {
  const firsts = [...series.values()].flatMap(
    (values: Values) =>
      [...values]
        .filter(([, value]) => isThere(value))
        .map(([at]) => at)
        .sort()[0] ?? [],
  );
  return firsts.sort()[0];
}

async function bandFrames(
  reading: Reading,
  condition: Condition,
  window: CalendarWindow,
  spans: readonly Span[],
): Promise<readonly Frame[]> {
  const series = await readBand(reading, condition, window, spans.length);
  return spans.map(({ at, fromMs, toMs }) => ({
    at,
    fromMs,
    toMs,
    observations: series.flatMap(({ key, buckets }) => {
      const bucket = buckets.get(at);
      if (bucket === undefined) return [];
      const { value, low, high, expected } = bucket;
      return [{ key, value, reference: expected, low, high }];
    }),
  }));
}

/** Whether the past can be gone over window by window. */
export const isReplayable = ({ rule, window }: Condition): boolean =>
  rule.kind !== 'pace' && (rule.kind === 'no_data' || !isRolling(window) || window === '60m');
