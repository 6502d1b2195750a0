import { emptyFrame, type Frame, type Intent } from '../frame/frame.js';
import { type Reading, textOf, twofoldValue } from '../reading/reading.js';
import {
  type Assumption,
  type BuildContext,
  type Built,
  type Draft,
  note,
  spanText,
  unique,
} from './built.js';
import { askedChart, blockedBy, finish } from './finish.js';
import { placeComparison, placeRank } from './place-comparison.js';
import { dimensionChoices, mergeFilters, placeFilters } from './place-filters.js';
import { metricChoices } from './place-metrics.js';
import { grainFor, isFuture, placeTimes } from './place-times.js';
import { idleWords, unsupportedPart } from './unsupported.js';

/** The intent the cues name, without the comparison. */
export function intentOf(reading: Reading): Intent {
  const { cues } = reading;
  if (cues.has('funnel') && (reading.events.length > 0 || cues.size > 0)) return 'funnel';
  if (cues.has('retention')) return 'retention';
  if (cues.has('why')) return 'explain';
  if (cues.has('anomaly')) return 'anomalies';
  const future = reading.times.some((slot) => isFuture(slot.node));
  if (cues.has('forecast') || future) return 'forecast';
  return 'query';
}

/** Builds the frames of a question that stands on its own. */
export function buildFrames(reading: Reading, context: BuildContext): Built {
  const { catalogue } = context;
  const { cues } = reading;
  const assumptions: Assumption[] = [];
  const intent = intentOf(reading);
  const nothing =
    reading.metrics.length +
      reading.dimensions.length +
      reading.values.length +
      reading.events.length ===
    0;

  if (cues.has('help') && nothing && reading.unknown.length === 0) {
    return {
      kind: 'frames',
      frames: [{ ...emptyFrame, intent: 'help' }],
      asks: 'meaning',
      about: '',
      assumptions,
    };
  }
  const idle = idleWords(reading);
  if (reading.unknown.length + idle.length > 0) {
    const about = [...reading.unknown, ...idle].map((word) => word.text).join(' ');
    if (nothing && !cues.has('by') && !cues.has('how_many') && reading.times.length === 0)
      return { kind: 'decline', reason: 'out_of_scope', about };
    if (reading.metrics.length === 0 && intent !== 'funnel' && intent !== 'retention')
      return { kind: 'decline', reason: nothing ? 'out_of_scope' : 'unknown_metric', about };
    const reason = reading.unknownRole === 'dimension' ? 'unknown_dimension' : 'unknown_value';
    return { kind: 'decline', reason, about };
  }
  if (cues.has('advice'))
    return { kind: 'decline', reason: 'out_of_scope', about: spanText(reading, 'advice') };
  if (
    cues.has('define') &&
    reading.metrics.length === 1 &&
    reading.dimensions.length + reading.values.length + reading.times.length === 0
  ) {
    // what a measure means is in its description, not in its numbers
    const metrics = (reading.metrics[0]?.names ?? []).slice(0, 4);
    return {
      kind: 'frames',
      frames: metrics.map((name) => ({ ...emptyFrame, intent: 'help', metrics: [name] })),
      asks: 'meaning',
      about: '',
      assumptions,
    };
  }
  const unsaid = unsupportedPart(reading, intent);
  if (unsaid !== undefined) return { kind: 'decline', reason: 'unsupported', about: unsaid };
  if (nothing && reading.times.length === 0 && intent !== 'retention' && intent !== 'funnel')
    return { kind: 'decline', reason: 'out_of_scope', about: context.text.trim() };

  const draft: Draft = { ...emptyFrame, intent };
  const times = placeTimes(reading, context, draft, assumptions);
  if (times.kind === 'decline') return times;
  draft.grain = reading.grain;
  draft.dimensions = unique([
    ...reading.setAside,
    ...reading.dimensions.map((slot) => slot.names[0] ?? ''),
  ]);
  const filtered = placeFilters(reading, context, draft);
  if (filtered !== undefined) return filtered;
  placeTransform(reading, draft, assumptions);
  if (draft.intent === 'funnel') {
    const named = funnelSteps(reading);
    const all = (context.catalogue.events ?? []).map((event) => event.name);
    const steps = named.length === 0 && all.length <= 8 ? all : named;
    if (named.length === 0)
      note(assumptions, {
        key: 'metric',
        args: [
          spanText(reading, 'funnel'),
          (context.catalogue.events ?? []).map((event) => event.label).join(' → '),
        ],
      });
    if (steps.length < 2)
      return {
        kind: 'decline',
        reason: 'unsupported',
        about: reading.events.map((e) => e.names[0]).join(', '),
      };
    draft.steps = steps;
  }

  const choices = metricChoices(reading, context, draft, assumptions);
  if (choices.kind === 'decline') return choices;
  const valueChoices = dimensionChoices(reading);
  const frames: Frame[] = [];
  for (const metrics of choices.sets) {
    for (const filters of valueChoices) {
      for (const time of times.times) {
        const frame: Draft = {
          ...draft,
          metrics,
          time,
          filters: [...mergeFilters(filters), ...draft.filters],
        };
        const compared =
          times.against !== undefined ||
          cues.has('previous_period') ||
          cues.has('same_period_last_year');
        if (
          (cues.has('trend') || frame.transform?.kind === 'cumulative') &&
          frame.grain === null &&
          frame.intent === 'query' &&
          !compared
        ) {
          frame.grain = grainFor(time);
          note(assumptions, { key: 'grain', args: [frame.grain] });
        }
        placeRank(reading, frame, assumptions);
        placeComparison(reading, context, frame, times.against, times.mainNode, assumptions);
        finish(frame, context, assumptions);
        frame.chart = askedChart(reading) ?? frame.chart;
        frames.push(frame);
      }
    }
  }
  const joinable = frames.filter((frame) => blockedBy(frame, context) === undefined);
  const [first] = frames;
  if (joinable.length === 0 && first !== undefined)
    return {
      kind: 'decline',
      reason: 'not_joinable',
      about: `${first.metrics[0] ?? ''}|${blockedBy(first, context) ?? ''}`,
    };
  const average = cues.has('aggregate') && !cues.has('moving_average') && reading.rank === null;
  if (
    average &&
    choices.sets.some((set) =>
      set.some((name) => catalogue.metrics.find((m) => m.name === name)?.additive !== false),
    )
  ) {
    return { kind: 'decline', reason: 'unsupported', about: spanText(reading, 'aggregate') };
  }
  if (reading.strayNumbers.length > 0)
    return {
      kind: 'decline',
      reason: 'unknown_value',
      about: reading.strayNumbers.map((w) => w.text).join(' '),
    };
  return {
    kind: 'frames',
    frames: distinct(joinable).slice(0, 4),
    asks: times.times.length > 1 ? 'date' : choices.asks,
    about: choices.sets.length > 1 ? choices.about : textOf(reading, twofoldValue(reading)?.piece),
    assumptions,
  };
}

function placeTransform(reading: Reading, draft: Draft, assumptions: Assumption[]): void {
  const { cues } = reading;
  if (cues.has('moving_average')) {
    draft.transform = { kind: 'moving_average', window: reading.window ?? 7 };
    draft.grain = draft.grain ?? 'day';
    if (reading.window === null) assumptions.push({ key: 'limit', args: ['7'] });
  } else if (cues.has('cumulative')) draft.transform = { kind: 'cumulative', window: null };
  else if (cues.has('share') && draft.intent === 'query')
    draft.transform = { kind: 'share', window: null };
}

function funnelSteps(reading: Reading): string[] {
  const at = reading.pieces.findIndex((piece) => piece.cues.has('funnel'));
  const before = reading.pieces[at - 1];
  const steps = reading.events
    .filter((slot) => !(slot.piece === before && reading.events.length > 2))
    .map((slot) => slot.names[0] ?? '');
  return steps.filter((step, i) => step !== steps[i - 1]);
}

function distinct(frames: readonly Frame[]): Frame[] {
  const seen = new Set<string>();
  return frames.filter((frame) => {
    const key = JSON.stringify(frame);
    return seen.has(key) ? false : seen.add(key);
  });
}
