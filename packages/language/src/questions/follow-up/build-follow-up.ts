import type { ProposedSynonym } from '../../linking/index.js';
import { intentOf } from '../building/build-frames.js';
import {
  type Assumption,
  type BuildContext,
  type Built,
  type Draft,
  unique,
} from '../building/built.js';
import { askedChart, blockedBy, finish } from '../building/finish.js';
import { placeComparison } from '../building/place-comparison.js';
import { grainFor, isFuture, placeTimes } from '../building/place-times.js';
import type { Frame, PreviousAnswer } from '../frame/frame.js';
import { type Reading, textOf, twofoldValue } from '../reading/reading.js';
import {
  changeComparison,
  changeDimensions,
  changeFilters,
  changeMetrics,
  changeRank,
  isConditional,
  movedTime,
} from './change-frame.js';

/** The frames a follow-up allows, and the word it taught. */
export type FollowUp = Built & { readonly synonym?: ProposedSynonym; readonly undo?: true };

/** Whether a question changes the one before rather than standing on its own. */
export function isFollowUp(reading: Reading, previous: PreviousAnswer): boolean {
  const { cues, first } = reading;
  if (previous.frame.intent === 'command' || previous.frame.intent === 'help') return false;
  if (cues.has('undo') && reading.metrics.length === 0) return true;
  const recognised = reading.pieces.some((piece) => piece.score > 0);
  if (!recognised) return false;
  if (reading.metrics.length === 0)
    return !(cues.has('funnel') && reading.events.length > 1) && !cues.has('help');
  const conditional =
    reading.metrics.every((slot) => isConditional(slot, reading)) &&
    reading.dimensions.length === 0;
  if (conditional && previous.frame.dimensions.length > 0) return true;
  if (first.has('rank') && reading.rankBy !== undefined && reading.dimensions.length === 0)
    return true;
  // "注文数は?": a topic alone
  const bare = reading.dimensions.length + reading.values.length + reading.times.length === 0;
  if (
    bare &&
    (reading.language === 'ja' || reading.language === 'zh') &&
    reading.words.some((w) => w.fold === 'は' || w.fold === '呢')
  )
    return true;
  return (
    first.has('follow') ||
    first.has('add') ||
    first.has('correct') ||
    first.has('replace') ||
    cues.has('replace') ||
    cues.has('correct')
  );
}

/**
 * The previous frame with what the follow-up changes: a time, metric or breakdown takes the place of
 * its like, "also" adds, "without" and "remove" take away, values replace values of their dimension.
 * Everything else is carried and named in the assumptions.
 */
export function buildFollowUp(
  reading: Reading,
  previous: PreviousAnswer,
  context: BuildContext,
): FollowUp {
  const { cues } = reading;
  const assumptions: Assumption[] = [];
  if (
    cues.has('undo') &&
    reading.metrics.length +
      reading.dimensions.length +
      reading.values.length +
      reading.times.length ===
      0
  ) {
    const [last] = previous.history ?? [];
    if (last === undefined)
      return { kind: 'decline', reason: 'nothing_to_undo', about: context.text.trim() };
    return { kind: 'frames', frames: [last], asks: 'meaning', about: '', assumptions, undo: true };
  }
  if (reading.unknown.length > 0) {
    return {
      kind: 'decline',
      reason: reading.unknownRole === 'dimension' ? 'unknown_dimension' : 'unknown_value',
      about: reading.unknown.map((w) => w.text).join(' '),
    };
  }
  if (reading.doubtful !== undefined && !cues.has('remove')) {
    const { from, to } = reading.doubtful;
    return {
      kind: 'decline',
      reason: 'unsupported',
      about: reading.words
        .slice(from, to + 1)
        .map((w) => w.text)
        .join(' '),
    };
  }
  const before = previous.frame;
  const draft: Draft = { ...before };
  const against = cues.has('compare') || cues.has('versus');
  const compares = against && reading.values.length > 0 && reading.times.length === 0;
  const adds = (cues.has('add') && !cues.has('replace')) || compares;
  const intent = intentOf(reading);
  if (intent !== 'query') draft.intent = intent;
  const times = placeTimes(reading, context, draft, assumptions);
  if (times.kind === 'decline') return times;
  const newTime = times.times.length > 0 && times.times[0] !== null;
  if (intent === 'forecast')
    Object.assign(draft, { time: null, compare: null, order: [], limit: null, transform: null });
  else if (
    draft.intent === 'forecast' &&
    newTime &&
    !reading.times.some((slot) => isFuture(slot.node))
  )
    Object.assign(draft, { intent: 'query', horizon: null });

  draft.filters = changeFilters(reading, draft, adds, context);
  changeDimensions(reading, draft, adds);
  if (compares) {
    draft.intent = 'compare';
    const several = draft.filters
      .filter((f) => f.operator === 'equals' && f.values.length > 1)
      .map((f) => f.dimension);
    draft.dimensions = unique([...draft.dimensions, ...several]);
  }
  const metrics = changeMetrics(reading, draft, adds);
  if (reading.grain !== null) draft.grain = reading.grain;
  if (cues.has('trend') && draft.grain === null) draft.grain = grainFor(draft.time);
  if (cues.has('share') && intent === 'query') draft.transform = { kind: 'share', window: null };
  if (cues.has('cumulative')) draft.transform = { kind: 'cumulative', window: null };
  if (cues.has('moving_average')) {
    draft.transform = { kind: 'moving_average', window: reading.window ?? 7 };
    draft.grain = draft.grain ?? 'day';
  }
  const frames: Frame[] = [];
  for (const set of metrics) {
    for (const time of times.times) {
      const frame: Draft = { ...draft, metrics: set, time: newTime ? time : draft.time };
      if (set.join() !== before.metrics.join())
        frame.order = before.order.map((o) =>
          before.metrics.includes(o.by) ? { ...o, by: set[0] ?? o.by } : o,
        );
      changeRank(reading, frame);
      const moved = newTime ? undefined : movedTime(reading, frame, context);
      if (moved !== undefined) {
        frame.time = moved;
        changeComparison(frame, context, true);
        finish(frame, context, assumptions);
        frames.push(frame);
        continue;
      }
      changeComparison(frame, context, newTime);
      placeComparison(reading, context, frame, times.against, undefined, assumptions);
      finish(frame, context, assumptions);
      frame.chart = askedChart(reading) ?? frame.chart;
      frames.push(frame);
    }
  }
  const usable = frames.filter((frame) => blockedBy(frame, context) === undefined);
  const [first] = frames;
  if (usable.length === 0 && first !== undefined)
    return {
      kind: 'decline',
      reason: 'not_joinable',
      about: `${first.metrics[0] ?? ''}|${blockedBy(first, context) ?? ''}`,
    };
  if (
    first !== undefined &&
    askedChart(reading) === undefined &&
    !saysSomething(reading) &&
    sameFrame(first, before)
  )
    return { kind: 'decline', reason: 'out_of_scope', about: context.text.trim() };
  const [only] = usable;
  if (only !== undefined) noteCarried(only, reading, assumptions);
  const synonym = cues.has('correct') ? learned(reading, previous, only) : undefined;
  return {
    kind: 'frames',
    frames: usable.slice(0, 4),
    asks: times.times.length > 1 ? 'date' : 'meaning',
    about: textOf(
      reading,
      (metrics.length > 1 ? reading.metrics[0] : twofoldValue(reading))?.piece,
    ),
    assumptions,
    ...(synonym === undefined ? {} : { synonym }),
  };
}

/** Whether a follow-up names a part of a frame, so that leaving the frame as it is is an answer. */
function saysSomething(reading: Reading): boolean {
  const named =
    reading.metrics.length +
    reading.dimensions.length +
    reading.values.length +
    reading.times.length +
    reading.mentioned.length;
  return named > 0 || reading.rank !== null || reading.grain !== null || reading.cues.has('remove');
}

function sameFrame(a: Frame, b: Frame): boolean {
  return JSON.stringify({ ...a, chart: '' }) === JSON.stringify({ ...b, chart: '' });
}

function noteCarried(frame: Frame, reading: Reading, assumptions: Assumption[]): void {
  const carried: string[] = [];
  if (reading.metrics.length === 0 && frame.metrics.length > 0) carried.push(...frame.metrics);
  if (reading.dimensions.length === 0) carried.push(...frame.dimensions);
  for (const filter of frame.filters) {
    if (!reading.values.some((v) => v.options.some((o) => o.dimension === filter.dimension)))
      carried.push(filter.dimension);
  }
  if (reading.times.length === 0 && frame.time !== null) carried.push(frame.time.label);
  if (carried.length > 0) assumptions.push({ key: 'carried', args: [unique(carried).join(', ')] });
}

/** "no, net revenue": the word used before for a metric or dimension now means the corrected one. */
function learned(
  reading: Reading,
  previous: PreviousAnswer,
  frame: Frame | undefined,
): ProposedSynonym | undefined {
  for (const [kind, slots] of [
    ['metric', reading.metrics],
    ['dimension', reading.dimensions],
  ] as const) {
    const name = slots[0]?.names[0];
    if (name === undefined || frame === undefined) continue;
    const said = previous.spans?.find((span) => span.role === kind && span.value !== name);
    if (said !== undefined)
      return { kind, name, language: previous.language ?? reading.language, phrase: said.text };
  }
  return undefined;
}
