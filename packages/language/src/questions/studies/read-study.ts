import type { Token } from '../../text/index.js';
import type { Assumption } from '../building/assumption.js';
import {
  type BuildContext,
  type BuiltDecline,
  type BuiltFrames,
  declined,
} from '../building/built.js';
import { coverQuestion } from '../cover/cover.js';
import type { Chart, FrameFilter, FrameTime, Grain, StudyFrame } from '../frame/frame.js';
import { emptyFrame } from '../frame/frame.js';
import type { Span } from '../frame/outcome.js';
import { passedOver } from '../reading/read-question.js';
import { prepareWords, type Word } from '../words/words.js';
import { followStudy } from './follow-study.js';
import { readBaskets } from './kinds/baskets.js';
import { readFunnel } from './kinds/funnel.js';
import { readGoals } from './kinds/goals.js';
import { readOrders } from './kinds/orders.js';
import { readPeople } from './kinds/people.js';
import { readRepeats } from './kinds/repeats.js';
import { readRetention } from './kinds/retention.js';
import { readSegments } from './kinds/segments.js';
import type { StudyMeaning, StudyPart, StudyReader } from './meaning.js';
import { takeBreakdown, takeCompared, takeFilters, takeGrain, takeTimes } from './parts.js';
import type { Study } from './study.js';
import { studyGrammarOf } from './study-grammar.js';
import { type StudyReading, startStudy } from './study-reading.js';
import type { withThings } from './things.js';

/** The kinds of studies, those with the most telling words first. */
const readers: readonly StudyReader[] = [
  readGoals,
  readBaskets,
  readFunnel,
  readRetention,
  readRepeats,
  readOrders,
  readPeople,
  readSegments,
];

/** A question of a study, read: its frames or why there are none. */
export interface ReadStudy {
  readonly built: BuiltFrames | BuiltDecline;
  readonly spans: readonly Span[];
  readonly words: readonly Word[];
  /** Words that change nothing about what is asked. */
  readonly passedOver: readonly Word[];
}

/** What is kept of a catalogue between questions. */
export type StudyLexicon = ReturnType<typeof withThings>;

/**
 * Reads a question that an engine of its own answers; undefined for any other. Each word ends in the
 * study, in its time, filters or breakdown, or the question is declined for it.
 */
export function readStudy(
  tokens: readonly Token[],
  lexicon: StudyLexicon,
  context: BuildContext,
  previous: StudyFrame | undefined,
): ReadStudy | undefined {
  const grammar = studyGrammarOf(context.language);
  if (grammar === undefined || context.catalogue.studies === undefined) return undefined;
  const words = prepareWords(tokens, context.language, grammar.spelling, lexicon);
  const cover = coverQuestion(words, grammar.cover, lexicon);
  const start = startStudy(cover, words, grammar.heavy, context);
  for (const read of readers) {
    const reading = start.anew();
    const meaning = read(reading, context);
    if (meaning === undefined) continue;
    const built = meaning.kind === 'decline' ? meaning : framesOf(meaning, reading, context);
    return { built, spans: reading.spans, words, passedOver: passedOver(cover, words) };
  }
  const reading = start.anew();
  const followed = previous && followStudy(reading, context, previous);
  return (
    followed && {
      built: followed,
      spans: reading.spans,
      words,
      passedOver: passedOver(cover, words),
    }
  );
}

const grains: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter', 'year'];

/** The frames of what a question means; declined for the words that nobody took. */
function framesOf(
  meaning: StudyMeaning,
  reading: StudyReading,
  context: BuildContext,
): BuiltFrames | BuiltDecline {
  const { accepts } = meaning;
  const can = (part: StudyPart) => accepts.includes(part);
  const times = can('time') ? takeTimes(reading, context) : [];
  if ('kind' in times) return times;
  const grain = grains.some(can) ? takeGrain(reading) : undefined;
  if (grain !== undefined && !can(grain)) {
    const said = reading.spans.find(({ role }) => role === 'grain')?.text ?? grain;
    return declined({ reason: 'unsupported', said });
  }
  const step = stepOfNobody(meaning, reading);
  if (step !== undefined) return declined({ reason: 'unsupported', said: step });
  const named = can('breakdown') ? takeBreakdown(reading) : undefined;
  const sets = can('filters') ? ofPeople(takeFilters(reading), meaning, context) : [[]];
  const breakdown =
    named ??
    (can('breakdown') && sets.length === 1 ? takeCompared(reading, sets[0] ?? []) : undefined);
  const left = reading.left();
  if (left.length > 0) return notTaken(reading);
  const mixed = sets.flatMap((filters) => mixedFilter(filters, meaning, context));
  if (mixed[0] !== undefined) return declined({ reason: 'unsupported', said: mixed[0] });
  const spans: readonly (FrameTime | null)[] = times.length === 0 ? [null] : times;
  const frames = meaning.studies.flatMap((study) =>
    sets.flatMap((filters) =>
      spans.map((time) => studyFrame(study, { time, filters, breakdown, grain })),
    ),
  );
  const [first] = spans;
  const assumptions: Assumption[] = [...(meaning.assumptions ?? [])];
  if (first === null && can('time') && meaning.studies.some(needsTime))
    assumptions.push({ key: 'noTime', args: [] });
  return {
    kind: 'frames',
    frames: frames.slice(0, 4),
    asks: spans.length > 1 ? 'date' : 'meaning',
    about: meaning.about ?? reading.spans.find(({ role }) => role === 'value')?.text ?? '',
    assumptions,
  };
}

/** "Customers in Hamburg": where they live, of what a value may be. */
function ofPeople(
  sets: readonly (readonly FrameFilter[])[],
  { studies }: StudyMeaning,
  { catalogue }: BuildContext,
): readonly (readonly FrameFilter[])[] {
  if (sets.length < 2 || studies.some(({ kind }) => kind !== 'people')) return sets;
  const ofCustomer = catalogue.studies?.ofCustomer ?? [];
  const own = sets.filter((set) => set.every(({ dimension }) => ofCustomer.includes(dimension)));
  return own.length > 0 ? own : sets;
}

/** "By week", of a study that has no steps of time; cohorts are told by when they began anyway. */
function stepOfNobody({ studies }: StudyMeaning, reading: StudyReading): string | undefined {
  if (studies.some(({ kind }) => kind === 'retention' || kind === 'repeats')) return undefined;
  return reading.pieces.find(
    (piece) =>
      !reading.isTaken(piece) &&
      piece.hasBase('grain_each', 'grain_day', 'grain_week', 'grain_month', 'grain_quarter'),
  )?.text;
}

/**
 * What lists of customers cannot say of what they bought: both of two products, or not one of them. A
 * filter on that holds for single lines of orders.
 */
function mixedFilter(
  filters: readonly FrameFilter[],
  { studies }: StudyMeaning,
  { catalogue }: BuildContext,
): string[] {
  if (!studies.some(({ kind }) => kind === 'people' || kind === 'orders')) return [];
  const ofCustomer = catalogue.studies?.ofCustomer ?? [];
  return filters
    .filter(({ dimension }) => !ofCustomer.includes(dimension))
    .filter(({ operator, values }) => operator === 'not_equals' || values.length > 1)
    .map(({ values }) => values.map(String).join(', '));
}

/** Whether a study without a time is one of all time; a funnel is one of the last 28 days. */
const needsTime = ({ kind }: Study): boolean => kind !== 'funnel' && kind !== 'goals';

/** Declined for the first words that nobody took: unknown ones before understood ones. */
export function notTaken(reading: StudyReading): BuiltDecline {
  const left = reading.left();
  const unknown = left.filter(({ piece }) => piece.score === 0);
  const blamed = unknown.length > 0 ? unknown : left.slice(0, 1);
  const said = blamed.map(({ text }) => text).join(' ');
  return declined({ reason: unknown.length > 0 ? 'unknown_term' : 'unsupported', said });
}

const charts: Readonly<Partial<Record<Study['kind'], Chart>>> = {
  funnel: 'funnel',
  retention: 'cohort',
};

/** A funnel in steps of time is a line; tables of others hold a column of time. */
const chartInTime = (study: Study): Chart =>
  study.kind === 'funnel' ? 'line' : (charts[study.kind] ?? 'table');

/** The frame of a study with what else was said. */
export function studyFrame(
  study: Study,
  {
    time,
    filters,
    breakdown,
    grain,
  }: {
    readonly time: FrameTime | null;
    readonly filters: readonly FrameFilter[];
    readonly breakdown?: string | undefined;
    readonly grain?: Grain | undefined;
  },
): StudyFrame {
  return {
    ...emptyFrame,
    intent: 'study',
    study,
    dimensions: breakdown === undefined ? [] : [breakdown],
    filters,
    time,
    grain: grain ?? null,
    chart: grain === undefined ? (charts[study.kind] ?? 'table') : chartInTime(study),
  };
}
