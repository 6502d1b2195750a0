import type { Catalogue } from '../../linking/index.js';
import type { Cue } from '../../locales/index.js';
import type { Piece } from '../cover/cover.js';
import type { FigureFrame } from '../frame/frame.js';
import { type Reading, textOf } from '../reading/reading.js';
import { type BuildContext, type BuiltDecline, declined } from './built.js';

type Holds = (frame: FigureFrame, catalogue: Catalogue) => boolean;

const isRanked: Holds = ({ order }) => order.length > 0;
const isCompared: Holds = ({ compare, intent, metrics }) =>
  compare !== null || intent === 'compare' || metrics.length > 1;
const isFiltered: Holds = ({ filters, ratio }) =>
  filters.length > 0 || (ratio?.numerator.filters.length ?? 0) > 0;
const isChange: Holds = (frame, of) =>
  isCompared(frame, of) || frame.intent === 'forecast' || frame.intent === 'anomalies';
const isDivided: Holds = ({ ratio }) => ratio !== null;
const isTransformed: Holds = ({ transform, ratio }) => transform !== null || ratio !== null;
const isStepped: Holds = ({ grain }) => grain !== null;

/**
 * What a frame has when it does what a word asks for. Words that are not here ask for no part of a
 * frame of their own, or are looked after where they are read.
 */
const parts: Readonly<Partial<Record<Cue, Holds>>> = {
  top: isRanked,
  bottom: isRanked,
  best_selling: isRanked,
  worst_selling: isRanked,
  rank: isRanked,
  ascending: isRanked,
  descending: isRanked,
  share: isTransformed,
  cumulative: isTransformed,
  moving_average: isTransformed,
  ratio: isDivided,
  change: isChange,
  level: (frame, of) => isChange(frame, of) || isRanked(frame, of),
  versus: isCompared,
  compare: isCompared,
  previous_period: isCompared,
  same_period_last_year: isCompared,
  period_over_period: isCompared,
  week_earlier: isCompared,
  gt: isFiltered,
  gte: isFiltered,
  lt: isFiltered,
  lte: isFiltered,
  between: isFiltered,
  contains: isFiltered,
  not: isFiltered,
  trend: (frame, of) => isStepped(frame, of) || isChange(frame, of),
  // "by hour of day"
  grain_hour: (frame, of) =>
    isStepped(frame, of) ||
    of.dimensions.some(
      ({ name, calendar }) => calendar === 'hour' && frame.dimensions.includes(name),
    ),
  grain_day: isStepped,
  grain_week: isStepped,
  grain_month: isStepped,
  grain_quarter: isStepped,
  grain_year: isStepped,
  forecast: ({ intent }) => intent === 'forecast',
  // "what caused the spike"
  anomaly: ({ intent }) => intent === 'anomalies' || intent === 'explain',
  retention: ({ intent }) => intent === 'retention',
  funnel: ({ intent }) => intent === 'funnel',
  why: ({ intent }) => intent === 'explain',
  cause: ({ intent }) => intent === 'explain',
  attribute: isFiltered,
  // of a sum the end of a period is another day than its whole
  at_end: ({ intent, metrics }, catalogue) =>
    intent === 'forecast' ||
    catalogue.metrics.every((m) => m.additive === false || !metrics.includes(m.name)),
};

/**
 * Words that were understood but that none of the frames does anything about: better declined than
 * left out. Of a word with several meanings one is enough.
 */
export function unaccounted(
  frames: readonly FigureFrame[],
  reading: Reading,
  { catalogue }: BuildContext,
): BuiltDecline | undefined {
  const left = frames.map((frame) =>
    reading.pieces.find((piece) => isLeft(piece, frame, catalogue)),
  );
  const [first] = left;
  if (first === undefined || left.includes(undefined)) return undefined;
  return declined({ reason: 'unsupported', said: textOf(reading, first) });
}

function isLeft(piece: Piece, frame: FigureFrame, catalogue: Catalogue): boolean {
  if (piece.links.length + piece.times.length > 0 || piece.filler) return false;
  const cues = [...piece.cues.keys()];
  return (
    cues.length > 0 &&
    cues.every((cue) => {
      const holds = parts[cue];
      return holds !== undefined && !holds(frame, catalogue);
    })
  );
}
