import { dayOfIso, isoOf, resolveTime, type TimeNode } from '../../time/index.js';
import type { Draft } from '../frame/draft.js';
import { type FrameComparison, ratioName } from '../frame/frame.js';
import type { Reading } from '../reading/reading.js';
import { spanText } from '../reading/reading.js';
import { type Assumption, note } from './assumption.js';
import type { BuildContext } from './built.js';
import { comparison, comparisonKind } from './comparison.js';
import type { PlacedTimes } from './place-times.js';
import { judgedDirection } from './polarity.js';

/** Order and limit from "top 5", "the highest", "which … most". */
export function placeRank(
  reading: Reading,
  context: BuildContext,
  frame: Draft,
  assumptions: Assumption[],
): void {
  const { rank } = reading;
  if (rank === null || frame.metrics.length === 0) return;
  if (frame.dimensions.length === 0 && frame.grain === null) return;
  const first =
    reading.rankBy !== undefined && frame.metrics.includes(reading.rankBy)
      ? reading.rankBy
      : (frame.metrics[0] ?? '');
  const by = frame.ratio === null ? first : ratioName;
  const measured = frame.ratio?.numerator.metric ?? by;
  const metric = context.catalogue.metrics.find(({ name }) => name === measured);
  frame.order = [{ by, direction: judgedDirection(rank, metric) }];
  frame.limit = rank.n ?? (reading.singular ? 1 : rank.cut ? 10 : null);
  if (
    rank.n === undefined &&
    !reading.singular &&
    rank.cut &&
    !assumptions.some((a) => a.key === 'limit')
  )
    assumptions.push({ key: 'limit', args: ['10'] });
}

/** An explanation that is not told against what is one against the previous period. */
export function placeBaseline(
  { time: calendar }: BuildContext,
  frame: Draft,
  assumptions: Assumption[],
): void {
  if (frame.intent !== 'explain') return;
  frame.compare = comparison('previous_period', frame.time, calendar, calendar.today);
  note(assumptions, { key: 'baseline', args: [] });
}

/** The comparison a reading asks for, if any. */
export function placeComparison(
  reading: Reading,
  context: BuildContext,
  frame: Draft,
  { against, mainNode }: Pick<PlacedTimes, 'against' | 'mainNode'>,
  assumptions: Assumption[],
): void {
  const { cues } = reading;
  const { time: calendar } = context;
  const found = namedComparison();
  if (found !== undefined) frame.compare = found;
  else placeBaseline(context, frame, assumptions);
  if (
    frame.intent === 'query' &&
    (frame.compare !== null ||
      reading.comparesValues ||
      (cues.has('compare') && reading.values.length > 1))
  )
    frame.intent = 'compare';
  if (reading.comparesValues || (frame.intent === 'compare' && frame.compare === null)) {
    const counts = new Map<string, number>();
    for (const filter of frame.filters)
      if (filter.operator === 'equals') counts.set(filter.dimension, filter.values.length);
    const compared = [...counts].filter(([, n]) => n > 1).map(([dimension]) => dimension);
    frame.dimensions = [...new Set([...frame.dimensions, ...compared])];
  }
  if (
    found !== undefined &&
    cues.has('period_over_period') &&
    frame.time === null &&
    frame.grain === null
  ) {
    const text = spanText(reading, 'period_over_period').toLowerCase();
    frame.grain = /mo|mês|mes|m[ae]a?n|月/.test(text)
      ? 'month'
      : /we|wo|sem|sett|周|週/.test(text)
        ? 'week'
        : /q/.test(text)
          ? 'quarter'
          : frame.grain;
  }

  function namedComparison(): FrameComparison | undefined {
    if (cues.has('week_earlier') && frame.time !== null) {
      const shift = (iso: string) => isoOf((dayOfIso(iso) ?? 0) - 7);
      return {
        kind: 'range',
        from: shift(frame.time.from),
        to: shift(frame.time.to),
        label: spanText(reading, 'week_earlier'),
      };
    }
    if (cues.has('same_period_last_year'))
      return (
        holidayBefore(reading, mainNode, frame, context) ??
        comparison('same_period_last_year', frame.time, calendar, calendar.today)
      );
    if (cues.has('previous_period') || cues.has('period_over_period'))
      return comparison('previous_period', frame.time, calendar, calendar.today);
    const range = against?.ranges[0];
    if (against !== undefined && range !== undefined) {
      const kind = comparisonKind(mainNode, against.node);
      if (kind === 'same_period_last_year') {
        const same = holidayBefore(reading, mainNode, frame, context);
        if (same !== undefined) return same;
      }
      if (kind !== 'range') return comparison(kind, frame.time, calendar, calendar.today);
      const before =
        frame.time === null
          ? undefined
          : comparison('previous_period', frame.time, calendar, calendar.today);
      const relative =
        against.node.op === 'day_offset' || against.node.op === 'last' || against.node.op === 'ago';
      if (relative && before?.from === range.from && before.to === range.to) return before;
      return { kind, from: range.from, to: range.to, label: range.label };
    }
    if (
      cues.has('change') &&
      !cues.has('remove') &&
      (frame.intent === 'query' || frame.intent === 'compare')
    ) {
      note(assumptions, { key: 'baseline', args: [] });
      return comparison('previous_period', frame.time, calendar, calendar.today);
    }
    return undefined;
  }
}

/** The same named day of the year before: Black Friday is another date each year. */
function holidayBefore(
  { times }: Reading,
  node: TimeNode | undefined,
  { time }: Draft,
  context: BuildContext,
): FrameComparison | undefined {
  if (node?.op !== 'holiday' || time === null) return undefined;
  const year = Number(time.from.slice(0, 4)) - 1;
  const range = resolveTime({ ...node, year: { kind: 'absolute', year } }, context.time);
  if (range === undefined) return undefined;
  const named = times.find((slot) => slot.node === node)?.label ?? time.label;
  const label = `${named.replace(yearWords, '').trim()} ${year}`;
  return { kind: 'range', from: isoOf(range.from), to: isoOf(range.to), label };
}

const yearWords =
  /\s*(?:\b\d{4}\b|\b(?:of |in )?(?:this|last) year\b|\b(?:dieses|letztes|letzten|im letzten) Jahr(?:es)?\b)/giu;
