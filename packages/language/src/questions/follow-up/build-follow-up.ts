import type { ProposedSynonym } from '../../linking/index.js';
import type { Assumption } from '../building/assumption.js';
import { askedOfValues } from '../building/build-frames.js';
import {
  type BuildContext,
  type BuiltDecline,
  type BuiltFrames,
  declined,
} from '../building/built.js';
import { askedChart, blockedPair, finish } from '../building/finish.js';
import { intentOf } from '../building/intent.js';
import { placeBaseline, placeComparison } from '../building/place-comparison.js';
import { placeRatio } from '../building/place-ratio.js';
import { placeSteps } from '../building/place-steps.js';
import { type PlacedTimes, placeTimes } from '../building/place-times.js';
import { notHeld, notJoinable, unknownRole } from '../building/refuse.js';
import { type Draft, frameOf } from '../frame/draft.js';
import { type FigureFrame, ratioName } from '../frame/frame.js';
import { superfluousParts } from '../frame/parts.js';
import { type Reading, saidOf, textOf, twofoldValue } from '../reading/reading.js';
import { datesOf } from '../telling/labels.js';
import {
  changeComparison,
  changeDimensions,
  changeFilters,
  changeIntent,
  changeMetrics,
  changeRank,
  changeShape,
  compareValues,
  leaveForecast,
  movedTime,
} from './change-frame.js';
import type { FollowedAnswer } from './followed-answer.js';
import { learnedSynonym } from './learned-synonym.js';

/** The frames a follow-up allows, and the word it taught. */
export type FollowUp =
  | (BuiltFrames & { readonly synonym?: ProposedSynonym; readonly undo?: true })
  | BuiltDecline;

/**
 * The previous frame with what the follow-up changes: a time, metric or breakdown takes the place of
 * its like, "also" adds, "without" and "remove" take away, values replace values of their dimension.
 * Everything else is carried and named in the assumptions.
 */
export function buildFollowUp(
  reading: Reading,
  previous: FollowedAnswer,
  context: BuildContext,
): FollowUp {
  if (isUndo(reading)) return undone(previous, context);
  return (
    notUnderstood(reading) ??
    askedOfValues(reading, (one) => buildFollowUp(one, previous, context)) ??
    changedFrames(reading, previous, context)
  );
}

function isUndo(reading: Reading): boolean {
  const { cues, metrics, dimensions, values, times } = reading;
  return (
    cues.has('undo') && metrics.length + dimensions.length + values.length + times.length === 0
  );
}

function undone(previous: FollowedAnswer, context: BuildContext): FollowUp {
  const [last] = previous.history ?? [];
  return last === undefined
    ? declined({ reason: 'nothing_to_undo', said: context.text.trim() })
    : {
        kind: 'frames',
        frames: [last],
        asks: 'meaning',
        about: '',
        assumptions: [],
        undo: true,
      };
}

function notUnderstood(reading: Reading): BuiltDecline | undefined {
  const { unknown, doubtful } = reading;
  if (unknown.length > 0)
    return declined({
      reason: unknownRole(reading),
      said: saidOf(reading, unknown),
    });
  if (doubtful !== undefined && !reading.cues.has('remove'))
    return declined({
      reason: 'unsupported',
      said: textOf(reading, { from: doubtful.from, to: doubtful.to + 1 }),
    });
  return undefined;
}

function changedFrames(
  reading: Reading,
  previous: FollowedAnswer,
  context: BuildContext,
): FollowUp {
  const { cues } = reading;
  const assumptions: Assumption[] = [];
  const before = previous.frame;
  const draft: Draft = { ...before };
  if (previous.language !== undefined && previous.language !== context.language) nameless(draft);
  const against = cues.has('compare') || cues.has('versus');
  const compares = against && reading.values.length > 0 && reading.times.length === 0;
  const adds = (cues.has('add') && !cues.has('replace')) || compares;
  const intent = intentOf(reading);
  changeIntent(draft, intent);
  const times = placeTimes(reading, context, draft, assumptions);
  if (times.kind === 'decline') return times;
  if (intent !== 'forecast') leaveForecast(reading, draft, times);
  draft.filters = changeFilters(reading, draft, adds, context);
  changeDimensions(reading, draft, adds);
  if (compares) compareValues(draft);
  const sets = changeMetrics(reading, draft, adds);
  changeShape(reading, draft, intent);
  const stepless =
    reading.events.length > 0 || before.intent !== 'funnel'
      ? placeSteps(reading, context, draft, assumptions)
      : undefined;
  if (stepless !== undefined) return stepless;
  const drafts = sets.flatMap((metrics) =>
    times.times.map((time) => {
      const frame: Draft = { ...draft, metrics, time: time ?? draft.time };
      if (metrics.join() !== before.metrics.join()) {
        frame.order = reordered(before, metrics);
        frame.ratio = null;
      }
      placeRatio(reading, context, frame, []);
      return changedFrame(reading, context, frame, times, assumptions);
    }),
  );
  const frames = drafts.filter((one) => superfluousParts(one).length === 0).map(frameOf);
  const blocked =
    notHeld(drafts, reading, context) ??
    notJoinable(frames, context) ??
    unchanged(reading, context, frames, before);
  if (blocked !== undefined) return blocked;
  const usable = frames.filter((frame) => blockedPair(frame, context) === undefined);
  const [only] = usable;
  if (only !== undefined) noteCarried(only, reading, assumptions);
  const synonym = only === undefined ? undefined : learnedSynonym(reading, previous);
  return {
    kind: 'frames',
    frames: usable.slice(0, 4),
    asks: times.times.length > 1 ? 'date' : 'meaning',
    about: textOf(reading, (sets.length > 1 ? reading.metrics[0] : twofoldValue(reading))?.piece),
    assumptions,
    ...(synonym === undefined ? {} : { synonym }),
  };
}

/** Times were called so in the language of the question before; dates are the same in all. */
function nameless(draft: Draft): void {
  if (draft.time !== null) draft.time = { ...draft.time, label: datesOf(draft.time) };
  if (draft.compare === null) return;
  const { label: _, ...compare } = draft.compare;
  draft.compare = compare;
}

/** The order of the frame before, by the metric that took the place of its own. */
function reordered(before: FigureFrame, metrics: readonly string[]): Draft['order'] {
  return before.order.map((order) =>
    before.metrics.includes(order.by) || order.by === ratioName
      ? { ...order, by: metrics[0] ?? order.by }
      : order,
  );
}

function changedFrame(
  reading: Reading,
  context: BuildContext,
  frame: Draft,
  times: PlacedTimes,
  assumptions: Assumption[],
): Draft {
  const newTime = times.times.some((time) => time !== null);
  changeRank(reading, frame, context);
  const moved = newTime ? undefined : movedTime(reading, frame, context);
  if (moved !== undefined) {
    frame.time = moved;
    changeComparison(frame, context, true);
    if (frame.compare === null) placeBaseline(context, frame, assumptions);
    finish(frame, context, assumptions);
    return frame;
  }
  changeComparison(frame, context, newTime);
  const { against } = times;
  placeComparison(reading, context, frame, { against, mainNode: undefined }, assumptions);
  finish(frame, context, assumptions);
  frame.chart = askedChart(reading) ?? frame.chart;
  return frame;
}

/** A follow-up that names no part of a frame and changes none was not one. */
function unchanged(
  reading: Reading,
  context: BuildContext,
  frames: readonly FigureFrame[],
  before: FigureFrame,
): BuiltDecline | undefined {
  const [first] = frames;
  if (first === undefined || saysSomething(reading) || !sameFrame(first, before)) return undefined;
  return declined({ reason: 'out_of_scope', said: context.text.trim() });
}

/** Whether a follow-up names a part of a frame, so that leaving the frame as it is is an answer. */
function saysSomething(reading: Reading): boolean {
  const { metrics, dimensions, values, times, mentioned } = reading;
  return (
    metrics.length + dimensions.length + values.length + times.length + mentioned.length > 0 ||
    reading.rank !== null ||
    reading.grain !== null ||
    reading.cues.has('remove') ||
    askedChart(reading) !== undefined
  );
}

function sameFrame(a: FigureFrame, b: FigureFrame): boolean {
  return JSON.stringify({ ...a, chart: '' }) === JSON.stringify({ ...b, chart: '' });
}

/** Says what was taken over from the frame before. */
function noteCarried(frame: FigureFrame, reading: Reading, assumptions: Assumption[]): void {
  const carried: string[] = [];
  if (reading.metrics.length === 0 && frame.metrics.length > 0) carried.push(...frame.metrics);
  if (reading.dimensions.length === 0) carried.push(...frame.dimensions);
  for (const filter of frame.filters) {
    if (!reading.values.some((v) => v.options.some((o) => o.dimension === filter.dimension)))
      carried.push(filter.dimension);
  }
  if (reading.times.length === 0 && frame.time !== null) carried.push(frame.time.label);
  if (carried.length > 0)
    assumptions.push({ key: 'carried', args: [[...new Set(carried)].join(', ')] });
}
