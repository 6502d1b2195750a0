import type { Draft } from '../frame/draft.js';
import { frameOf } from '../frame/draft.js';
import { emptyFrame, type FigureFrame, type FrameFilter, type FrameTime } from '../frame/frame.js';
import { superfluousParts } from '../frame/parts.js';
import { doubtedReadings, type Reading, textOf, twofoldValue } from '../reading/reading.js';
import { unaccounted } from './accounted.js';
import { type Assumption, note } from './assumption.js';
import { helpAsked, meaningAsked } from './build-help.js';
import type { BuildContext, Built } from './built.js';
import { askedChart, blockedPair, finish } from './finish.js';
import { intentOf } from './intent.js';
import { placeComparison, placeRank } from './place-comparison.js';
import { dimensionChoices, mergeFilters, placeFilters } from './place-filters.js';
import { metricChoices } from './place-metrics.js';
import { placeRanking } from './place-ranking.js';
import { isOwn, placeRatio, sharedReading } from './place-ratio.js';
import { placeSteps } from './place-steps.js';
import { grainFor, type PlacedTimes, placeTimes } from './place-times.js';
import { placeTransform, wholeOfItself } from './place-transform.js';
import { leftOver, notHeld, notJoinable, notSayable, notUnderstood } from './refuse.js';
import { noteAlike } from './value-sets.js';

/** Builds the frames of a question that stands on its own. */
export function buildFrames(reading: Reading, context: BuildContext): Built {
  return (
    askedOfValues(reading, (one) => buildFrames(one, context)) ?? plainFrames(reading, context)
  );
}

/** Words that name no value for sure are asked about: a frame for each value that they may mean. */
export function askedOfValues<T extends Built>(
  reading: Reading,
  build: (reading: Reading) => T,
): T | undefined {
  const [first, ...others] = doubtedReadings(reading).map(build);
  if (first?.kind !== 'frames') return first;
  const frames = [first, ...others].flatMap((one) => (one.kind === 'frames' ? one.frames : []));
  const doubted = reading.values.find((slot) => slot.doubted);
  return {
    ...first,
    frames: frames.slice(0, 4),
    asks: 'value',
    about: textOf(reading, doubted?.piece),
  };
}

function plainFrames(reading: Reading, context: BuildContext): Built {
  const intent = intentOf(reading);
  return (
    helpAsked(reading) ??
    notUnderstood(reading, intent) ??
    meaningAsked(reading) ??
    notSayable(reading, context, intent) ??
    figureFrames(reading, context, { ...emptyFrame, intent })
  );
}

/** Every part of the question finds its place in the draft; where it may be several, frames part. */
function figureFrames(reading: Reading, context: BuildContext, draft: Draft): Built {
  const assumptions: Assumption[] = [];
  const times = placeTimes(reading, context, draft, assumptions);
  if (times.kind === 'decline') return times;
  draft.grain = reading.grain;
  draft.dimensions = [
    ...new Set([...reading.setAside, ...reading.dimensions.map((slot) => slot.names[0] ?? '')]),
  ];
  const unplaced = placeFilters(sharedReading(reading), context, draft);
  if (unplaced !== undefined) return unplaced;
  placeTransform(reading, draft, assumptions);
  noteAlike(reading, assumptions);
  const stepless = placeSteps(reading, context, draft, assumptions);
  if (stepless !== undefined) return stepless;
  const choices = metricChoices(reading, context, draft, assumptions);
  if (choices.kind === 'decline') return choices;
  const valueChoices = dimensionChoices(reading);
  const drafts = choices.sets.flatMap((metrics) =>
    valueChoices.flatMap((filters) =>
      times.times.map((time) =>
        chosenFrame(reading, context, draft, { metrics, filters, time, times }, assumptions),
      ),
    ),
  );
  const frames = drafts.filter((one) => superfluousParts(one).length === 0).map(frameOf);
  return (
    notHeld(drafts, reading, context) ??
    notJoinable(frames, context) ??
    leftOver(reading, context, choices.sets) ??
    wholeOfItself(frames, reading) ??
    unaccounted(frames, reading, context) ?? {
      kind: 'frames',
      frames: distinct(frames.filter((frame) => blockedPair(frame, context) === undefined)).slice(
        0,
        4,
      ),
      asks: times.times.length > 1 ? 'date' : choices.asks,
      about:
        choices.sets.length > 1 ? choices.about : textOf(reading, twofoldValue(reading)?.piece),
      assumptions,
    }
  );
}

/** One way to read what may be read in several ways. */
interface Choice {
  readonly metrics: readonly string[];
  readonly filters: readonly FrameFilter[];
  readonly time: FrameTime | null;
  readonly times: PlacedTimes;
}

function chosenFrame(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
  { metrics, filters, time, times }: Choice,
  assumptions: Assumption[],
): Draft {
  const ofSide = (own: boolean) =>
    filters.filter((_, i) => {
      const slot = reading.values[i];
      return slot !== undefined && isOwn(reading, slot) === own;
    });
  const frame: Draft = {
    ...draft,
    metrics,
    time,
    filters: [...mergeFilters(ofSide(false)), ...draft.filters],
  };
  placeRatio(reading, context, frame, ofSide(true));
  placeTrend(reading, frame, times, assumptions);
  placeRank(reading, context, frame, assumptions);
  placeRanking(reading, context, frame, assumptions);
  placeComparison(reading, context, frame, times, assumptions);
  finish(frame, context, assumptions);
  frame.chart = askedChart(reading) ?? frame.chart;
  return frame;
}

/** "over time" without a step: one that fits the range. */
function placeTrend(
  reading: Reading,
  frame: Draft,
  times: PlacedTimes,
  assumptions: Assumption[],
): void {
  const { cues } = reading;
  const compared =
    times.against !== undefined || cues.has('previous_period') || cues.has('same_period_last_year');
  const series = frame.transform?.kind === 'cumulative';
  if (
    !(series || (cues.has('trend') && !compared)) ||
    frame.grain !== null ||
    frame.intent !== 'query'
  )
    return;
  frame.grain = grainFor(frame.time);
  note(assumptions, { key: 'grain', args: [frame.grain] });
}

function distinct(frames: readonly FigureFrame[]): FigureFrame[] {
  const seen = new Set<string>();
  return frames.filter((frame) => {
    const key = JSON.stringify(frame);
    return seen.has(key) ? false : seen.add(key);
  });
}
