import type { CatalogueMetric } from '../../linking/index.js';
import { fold } from '../../text/index.js';
import type { Draft } from '../frame/draft.js';
import type { FigureFrame } from '../frame/frame.js';
import type { Span } from '../frame/outcome.js';
import { type Part, superfluousParts } from '../frame/parts.js';
import { namesNothing, type Reading, saidOf, spanText, textOf } from '../reading/reading.js';
import { type BuildContext, type BuiltDecline, declined } from './built.js';
import { blockedPair } from './finish.js';
import { idleWords, unsupportedPart } from './unsupported.js';

type Intent = FigureFrame['intent'];

/** Words without a meaning here, and advice, which figures do not give. */
export function notUnderstood(reading: Reading, intent: Intent): BuiltDecline | undefined {
  const { cues } = reading;
  const nothing = namesNothing(reading);
  const words = [...reading.unknown, ...idleWords(reading)];
  if (words.length > 0) {
    const said = saidOf(reading, words);
    if (nothing && !cues.has('by') && !cues.has('how_many') && reading.times.length === 0)
      return declined({ reason: 'out_of_scope', said });
    if (reading.metrics.length === 0 && intent !== 'funnel' && intent !== 'retention')
      return declined({ reason: nothing ? 'out_of_scope' : 'unknown_metric', said });
    return declined({ reason: unknownRole(reading), said });
  }
  if (cues.has('advice'))
    return declined({ reason: 'out_of_scope', said: spanText(reading, 'advice') });
  return undefined;
}

export function unknownRole(reading: Reading): 'unknown_dimension' | 'unknown_value' {
  return reading.unknownRole === 'dimension' ? 'unknown_dimension' : 'unknown_value';
}

/** What is understood but no frame can say, and questions that ask for nothing. */
export function notSayable(
  reading: Reading,
  context: BuildContext,
  intent: Intent,
): BuiltDecline | undefined {
  const unsaid = unsupportedPart(reading, intent, context.catalogue);
  if (unsaid !== undefined) return declined({ reason: 'unsupported', said: unsaid });
  if (
    namesNothing(reading) &&
    reading.times.length === 0 &&
    intent !== 'retention' &&
    intent !== 'funnel' &&
    !ranksTime(reading, context)
  )
    return declined({ reason: 'out_of_scope', said: context.text.trim() });
  return undefined;
}

/** "The best day ever", where a catalogue says what that goes by. */
const ranksTime = (reading: Reading, { catalogue }: BuildContext): boolean =>
  catalogue.studies !== undefined && reading.rank !== null && reading.grain !== null;

/** How the words of a part are told apart in a question. */
const roles: Partial<Readonly<Record<Part, Span['role']>>> = {
  time: 'time',
  grain: 'grain',
  compare: 'comparison',
  order: 'rank',
  limit: 'rank',
  transform: 'transform',
  ratio: 'transform',
};

/**
 * A part that was understood but that the intent does nothing with, such as the comparison of a
 * forecast: better declined than left out. Told of the first draft, when all have one.
 */
export function notHeld(
  drafts: readonly Draft[],
  { spans }: Reading,
  { text }: BuildContext,
): BuiltDecline | undefined {
  const parts = drafts.map(superfluousParts);
  if (parts.some((of) => of.length === 0)) return undefined;
  const blamed = (parts[0] ?? []).map((part) => roles[part]);
  const words = spans.find(({ role }) => blamed.includes(role))?.text;
  return declined({ reason: 'unsupported', said: words ?? text.trim() });
}

/** Frames of which none can be asked for, told of the first. */
export function notJoinable(
  frames: readonly FigureFrame[],
  context: BuildContext,
): BuiltDecline | undefined {
  const blocked = frames.map((frame) => blockedPair(frame, context));
  const [first] = blocked;
  if (first === undefined || blocked.includes(undefined)) return undefined;
  return declined({ reason: 'not_joinable', ...first });
}

const averages =
  /^(?:average|mean|avg|on average|im|durchschnitt.*|mittelwert|mittler.*|moyenne?|moyens?|promedio|media|medio|media|medio|gemiddelde?|平均)$/;

/** Names and units of what is an average or a rate by itself. */
const meanNames =
  /average|\bmean\b|\bavg\b|rate\b|ratio|\bper\b|rating|score|share|percentage|durchschnitt|quote\b|\bo\s|\bpro\b|bewertung|anteil|moyen|taux|note\b|promedio|tasa|medio|media\b|taxa|tasso|gemiddeld|graad|percent|%|平均|率/;
const meanUnits = /^(?:percent|ratio|days?|hours?|minutes?|seconds?|stars?|points?|number)$/;

function isMean({ label, name, unit = '', additive }: CatalogueMetric): boolean {
  if (additive !== false) return false;
  return meanUnits.test(unit) || meanNames.test(fold(`${label} ${name.replace(/_/g, ' ')}`));
}

/** A median or what is typical: other figures than the average that a metric may be. */
function otherStatistic({ pieces, ...reading }: Reading): string | undefined {
  const found = pieces.find(
    (piece) =>
      piece.cues.has('aggregate') &&
      ![...piece.cues.keys()].some((cue) => cue === 'top' || cue === 'bottom') &&
      piece.links.length === 0 &&
      !averages.test(reading.words[piece.from]?.fold ?? ''),
  );
  return found === undefined ? undefined : textOf({ pieces, ...reading }, found);
}

/** "average revenue" of a measure that is a sum, and numbers that nothing took up. */
export function leftOver(
  reading: Reading,
  context: BuildContext,
  metricSets: readonly (readonly string[])[],
): BuiltDecline | undefined {
  const { cues, strayNumbers } = reading;
  const average =
    cues.has('aggregate') && !cues.has('moving_average') && reading.ratio === undefined;
  const other = otherStatistic(reading);
  if (other !== undefined) return declined({ reason: 'unsupported', said: other });
  const isSum = (name: string) => {
    const metric = context.catalogue.metrics.find((m) => m.name === name);
    return metric === undefined || !isMean(metric);
  };
  if (average && metricSets.some((set) => set.some(isSum)))
    return declined({ reason: 'unsupported', said: spanText(reading, 'aggregate') });
  if (strayNumbers.length > 0)
    return declined({
      reason: 'unknown_value',
      said: saidOf(reading, strayNumbers),
    });
  return undefined;
}
