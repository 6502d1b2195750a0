import { isJoinable } from '../linking/index.js';
import type { Cue } from '../locales/index.js';
import {
  addUnits,
  civilOf,
  dayOfIso,
  isoOf,
  resolveTime,
  startOfUnit,
  type TimeContext,
  type TimeNode,
  timeRanges,
} from '../time/index.js';
import { comparison, comparisonKind } from './comparison.js';
import {
  type DeclineReason,
  emptyFrame,
  type Frame,
  type FrameComparison,
  type FrameFilter,
  type FrameTime,
  type Grain,
  type Intent,
} from './frame.js';
import type { Reading, ReadingContext, Slot } from './reading.js';
import type { Word } from './words.js';

/** Something the frame rests on that the question did not say. */
export interface Assumption {
  readonly key:
    | 'noTime'
    | 'readAs'
    | 'running'
    | 'baseline'
    | 'limit'
    | 'grain'
    | 'metric'
    | 'carried'
    | 'fiscal'
    | 'notAdditive'
    | 'dayFirst';
  readonly args: readonly string[];
}

/** Frames a reading allows: one is an answer, several are a question back. */
export type Built =
  | {
      readonly kind: 'frames';
      readonly frames: readonly Frame[];
      readonly asks: 'metric' | 'date' | 'meaning';
      readonly about: string;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly about: string };

/** A frame under construction. */
export type Draft = { -readonly [K in keyof Frame]: Frame[K] };

/** The calendar of the tenant beside what the reading needs. */
export interface BuildContext extends ReadingContext {
  readonly time: TimeContext;
}

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

export function isFuture(node: TimeNode): boolean {
  return node.op === 'next' || (node.op === 'day_offset' && node.n > 0);
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
  if (nothing && reading.times.length === 0 && intent !== 'retention')
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
    const steps = funnelSteps(reading);
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
    about: choices.about,
    assumptions,
  };
}

function note(assumptions: Assumption[], assumption: Assumption): void {
  if (
    !assumptions.some((a) => a.key === assumption.key && a.args.join() === assumption.args.join())
  )
    assumptions.push(assumption);
}

function spanText(reading: Reading, cue: Cue): string {
  const piece = reading.pieces.find((p) => p.cues.has(cue));
  return piece === undefined
    ? ''
    : reading.words
        .slice(piece.from, piece.to)
        .map((w) => w.text)
        .join(' ');
}

/** A part that is understood but that no frame can say; better declined than left out. */
export function unsupportedPart(reading: Reading, intent: Intent): string | undefined {
  const textOf = (from: number, to: number) =>
    reading.words
      .slice(from, to)
      .map((w) => w.text)
      .join(' ');
  const { doubtful, pieces } = reading;
  if (doubtful !== undefined) return textOf(Math.max(0, doubtful.from - 1), doubtful.to + 1);
  if (intent === 'funnel' || intent === 'retention') return undefined;
  const asks = pieces.slice(0, 1).find((p) => p.cues.has('where_when_who'));
  if (asks !== undefined && reading.dimensions.length === 0 && reading.grain === null)
    return textOf(asks.from, asks.to);
  if (
    reading.rank !== null &&
    reading.dimensions.length === 0 &&
    reading.grain === null &&
    reading.metrics.length > 0
  ) {
    const piece = pieces.find(
      (p) =>
        p.cues.has('top') ||
        p.cues.has('bottom') ||
        p.cues.has('best_selling') ||
        p.cues.has('worst_selling'),
    );
    if (piece !== undefined) return textOf(piece.from, piece.to);
  }
  if (reading.rank !== null && reading.cues.has('change') && intent === 'query') {
    const piece = pieces.find((p) => p.cues.has('change'));
    if (piece !== undefined) return textOf(piece.from, piece.to);
  }
  if (
    reading.cues.has('how_many') &&
    reading.metrics.length === 0 &&
    reading.rank === null &&
    reading.values.length === 0
  ) {
    const at = pieces.findIndex((p) => p.cues.has('how_many'));
    const counted = reading.dimensions.find((d) => d.piece === pieces[at + 1]);
    if (counted !== undefined) return textOf(counted.piece.from, counted.piece.to);
  }
  for (let i = 1; i < reading.metrics.length; i++) {
    const [a, b] = [reading.metrics[i - 1], reading.metrics[i]];
    if (a === undefined || b === undefined) continue;
    const between = pieces.slice(pieces.indexOf(a.piece) + 1, pieces.indexOf(b.piece));
    const joined = between.some((p) => joining.some((cue) => p.cues.has(cue)));
    if (
      !joined &&
      !reading.conditions.some((c) => c.about !== undefined && b.names.includes(c.about))
    ) {
      return textOf(b.piece.from, b.piece.to);
    }
  }
  return undefined;
}

/** What may stand between two measures of one question. */
const joining: readonly Cue[] = [
  'and',
  'versus',
  'compare',
  'rank',
  'top',
  'bottom',
  'add',
  'by',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'which',
];

const conversational: ReadonlySet<Cue> = new Set([
  'remove',
  'filter_word',
  'breakdown_word',
  'undo',
  'correct',
  'replace',
]);

/** Words that only make sense about an earlier question; alone they are not understood. */
function idleWords(reading: Reading): Word[] {
  const idle = reading.pieces.filter(
    (p) =>
      p.cues.size > 0 &&
      !p.filler &&
      p.links.length + p.times.length === 0 &&
      [...p.cues.keys()].every((cue) => conversational.has(cue)),
  );
  return idle.flatMap((p) => reading.words.slice(p.from, p.to));
}

interface PlacedTimes {
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
): PlacedTimes | Extract<Built, { kind: 'decline' }> {
  const asks = !context.time.dayFirst;
  const ranges = (node: TimeNode, label: string) => timeRanges(node, label, context.time, asks);
  let slots = [...reading.times];
  if (draft.intent === 'forecast') {
    const next = slots.find((slot) => isFuture(slot.node));
    const [only] = slots;
    const ahead =
      only === undefined || next !== undefined ? undefined : aheadOf(only.node, context.time);
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
  let main = slots.find((slot) => !slot.against);
  let against = slots.find((slot) => slot !== main && (slot.against || slots.length > 1));
  if (
    main !== undefined &&
    against === undefined &&
    reading.metrics.length === 0 &&
    reading.cues.has('compare')
  ) {
    against = main;
    main = undefined;
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
      return {
        kind: 'decline',
        reason: 'unknown_time',
        about: slots.map((s) => s.label).join(', '),
      };
    }
    const [first, last] = a.from < b.from ? [a, b] : [b, a];
    const both = { from: first.from, to: last.to, label: `${first.label}, ${last.label}` };
    return { kind: 'times', times: [both], against: undefined, mainNode: undefined };
  }
  if (slots.length > 2)
    return { kind: 'decline', reason: 'unknown_time', about: slots.map((s) => s.label).join(', ') };
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
      return {
        kind: 'times',
        times: [range(last)],
        against: { node: a, ranges: [range(first)], label: main.label },
        mainNode: b,
      };
    }
  }
  let mainNode = main?.node;
  let mainLabel = main?.label ?? '';
  if (
    main === undefined &&
    against !== undefined &&
    against.node.op === 'last' &&
    reading.metrics.length > 0
  ) {
    mainNode = { op: 'this', unit: against.node.unit };
    mainLabel = '';
  }
  const times: (FrameTime | null)[] = mainNode === undefined ? [null] : ranges(mainNode, mainLabel);
  if (times.length === 0) return { kind: 'decline', reason: 'unknown_time', about: mainLabel };
  for (const time of times)
    if (time !== null && time.label === '')
      Object.assign(time, { label: `${time.from} – ${time.to}` });
  if (mainNode !== undefined) noteTime(mainNode, mainLabel, assumptions);
  if (against === undefined) return { kind: 'times', times, against: undefined, mainNode };
  const againstRanges = ranges(against.node, against.label);
  if (againstRanges.length === 0)
    return { kind: 'decline', reason: 'unknown_time', about: against.label };
  return {
    kind: 'times',
    times,
    against: { node: against.node, ranges: againstRanges, label: against.label },
    mainNode,
  };
}

function noteTime(node: TimeNode, label: string, assumptions: Assumption[]): void {
  if (node.op === 'this' && node.unit !== 'day') assumptions.push({ key: 'running', args: [] });
  if (node.op === 'fiscal_year' || node.op === 'fiscal_quarter')
    assumptions.push({ key: 'fiscal', args: [] });
  if (node.op === 'numeric' && /^\d{1,2}\/\d{1,2}/.test(node.text))
    assumptions.push({ key: 'dayFirst', args: [label] });
}

/** "in October", asked of the future: the next October, and how far ahead that is. */
function aheadOf(
  node: TimeNode,
  calendar: TimeContext,
): { from: string; to: string; horizon: Frame['horizon'] } | undefined {
  if (node.op !== 'month' && node.op !== 'quarter') return undefined;
  const year = civilOf(calendar.today).year;
  const years =
    node.year === undefined
      ? [year, year + 1]
      : [node.year.kind === 'absolute' ? node.year.year : year + node.year.n];
  for (const y of years) {
    const range = resolveTime({ ...node, year: { kind: 'absolute', year: y } }, calendar);
    if (range === undefined || range.from <= calendar.today) continue;
    let n = 0;
    for (
      let at = startOfUnit(calendar.today, node.op, calendar);
      at < range.from;
      at = addUnits(at, node.op, 1)
    )
      n++;
    return { from: isoOf(range.from), to: isoOf(range.to), horizon: { n, grain: node.op } };
  }
  return undefined;
}

function horizonOf(node: TimeNode): Frame['horizon'] {
  if (node.op === 'next') {
    const grain: Grain =
      node.unit === 'fiscal_quarter'
        ? 'quarter'
        : node.unit === 'fiscal_year'
          ? 'year'
          : node.unit === 'weekend'
            ? 'week'
            : node.unit;
    return { n: node.n, grain };
  }
  return { n: 1, grain: 'day' };
}

function placeFilters(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
): Extract<Built, { kind: 'decline' }> | undefined {
  const filters: FrameFilter[] = [];
  for (const { dimension, value, negated, contains } of reading.texts) {
    filters.push({
      dimension,
      operator: contains ? 'contains' : negated ? 'not_equals' : 'equals',
      values: [value],
    });
  }
  for (const condition of reading.conditions) {
    const about = conditionTarget(condition.about, condition.quantities, reading, context);
    if (about === undefined)
      return {
        kind: 'decline',
        reason: 'unknown_term',
        about: reading.words
          .slice(condition.piece.from, condition.piece.to)
          .map((w) => w.text)
          .join(' '),
      };
    condition.operators.forEach((operator, i) => {
      const quantity = condition.quantities[i];
      if (quantity !== undefined)
        filters.push({ dimension: about, operator, values: [quantity.value] });
    });
  }
  draft.filters = filters;
  draft.dimensions = draft.dimensions.filter(
    (name) =>
      !filters.some(
        (f) =>
          f.dimension === name &&
          (f.operator === 'gt' ||
            f.operator === 'lt' ||
            f.operator === 'gte' ||
            f.operator === 'lte'),
      ),
  );
  return undefined;
}

/** What a number is compared with: a number dimension, or a metric when something is broken down. */
function conditionTarget(
  about: string | undefined,
  quantities: readonly { currency?: string }[],
  reading: Reading,
  context: BuildContext,
): string | undefined {
  const { catalogue } = context;
  const numeric = catalogue.dimensions.filter((d) => d.type === 'number');
  if (about !== undefined && numeric.some((d) => d.name === about)) return about;
  const metric = catalogue.metrics.find((m) => m.name === about);
  const money = quantities.some((q) => q.currency !== undefined);
  if (metric !== undefined && reading.dimensions.length > 0 && !(money && metric.unit === 'count'))
    return metric.name;
  if (metric !== undefined) {
    // "orders over 100 euros": the number dimension that speaks of an order
    const words = metric.name.split('_').map((w) => w.replace(/s$/, ''));
    const near = numeric.filter((d) => words.some((w) => w.length > 3 && d.name.includes(w)));
    if (near.length === 1) return near[0]?.name;
  }
  return about === undefined &&
    numeric.length === 1 &&
    reading.mentioned.includes(numeric[0]?.name ?? '')
    ? numeric[0]?.name
    : undefined;
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

type Choices = {
  readonly kind: 'sets';
  readonly sets: readonly (readonly string[])[];
  readonly asks: 'metric' | 'meaning';
  readonly about: string;
};

/** The metrics meant; several sets when a word fits several metrics or none was named. */
function metricChoices(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
  assumptions: Assumption[],
): Choices | Extract<Built, { kind: 'decline' }> {
  const { catalogue, lexicon } = context;
  const { cues } = reading;
  const conceptual = (id: string) =>
    catalogue.metrics
      .filter((m) => lexicon.conceptOf.get(m.name)?.has(id) === true)
      .map((m) => m.name);
  let slots = [...reading.metrics];
  if (draft.intent === 'funnel') slots = [];
  if (draft.intent === 'retention') slots = slots.filter((slot) => !isHeadcount(slot, context));
  const filteredOn = new Set(draft.filters.map((f) => f.dimension));
  if (slots.length > 1) {
    const others = slots.filter((slot) => !filteredOn.has(slot.names[0] ?? ''));
    if (others.length > 0) slots = others;
  }
  if (slots.length > 0) {
    let sets: string[][] = [[]];
    let about = '';
    for (const slot of slots) {
      const names = slot.names
        .filter((name) => draft.dimensions.every((d) => isJoinable(catalogue, name, d)))
        .slice(0, 4);
      const usable = names.length > 0 ? names : slot.names.slice(0, 4);
      const text = reading.words
        .slice(slot.piece.from, slot.piece.to)
        .map((w) => w.text)
        .join(' ');
      if (usable.length > 1) about = text;
      else if (slot.weight < 0.95)
        assumptions.push({ key: 'metric', args: [text, usable[0] ?? ''] });
      sets = sets.flatMap((set) =>
        usable.map((name) => (set.includes(name) ? set : [...set, name])),
      );
    }
    return {
      kind: 'sets',
      sets: sets.slice(0, 4),
      asks: about === '' ? 'metric' : 'meaning',
      about,
    };
  }
  if (draft.intent === 'funnel' || draft.intent === 'retention')
    return { kind: 'sets', sets: [[]], asks: 'metric', about: '' };
  const sold = cues.has('how_much_sold')
    ? conceptual('revenue')
    : cues.has('best_selling') || cues.has('worst_selling')
      ? conceptual('units')
      : [];
  const fallback =
    sold.length > 0
      ? sold
      : cues.has('best_selling') || cues.has('worst_selling')
        ? conceptual('revenue')
        : [];
  const counted =
    cues.has('how_many') &&
    reading.words.some((w) => /^(sell|sold|verkauf|vend|verkop|verkocht|verkoop)/.test(w.fold))
      ? conceptual('units')
      : [];
  const found = fallback.length > 0 ? fallback : counted;
  if (found.length > 0) {
    const only = found[0] ?? '';
    assumptions.push({
      key: 'metric',
      args: [
        spanText(
          reading,
          cues.has('how_much_sold')
            ? 'how_much_sold'
            : cues.has('how_many')
              ? 'how_many'
              : 'best_selling',
        ),
        only,
      ],
    });
    return {
      kind: 'sets',
      sets: found.slice(0, 4).map((name) => [name]),
      asks: 'metric',
      about: '',
    };
  }
  const dimensions = [
    ...draft.dimensions,
    ...reading.values.flatMap((v) => v.options.map((o) => o.dimension)).slice(0, 1),
  ];
  const counts = (unit: string | undefined) => (cues.has('how_many') && unit === 'count' ? 0 : 1);
  const offered = catalogue.metrics
    .filter((m) => dimensions.every((d) => isJoinable(catalogue, m.name, d)))
    .sort((a, b) => counts(a.unit) - counts(b.unit));
  if (
    reading.dimensions.length + reading.values.length + reading.times.length === 0 ||
    offered.length === 0
  )
    return { kind: 'decline', reason: 'out_of_scope', about: context.text.trim() };
  return {
    kind: 'sets',
    sets: offered.slice(0, 4).map((m) => [m.name]),
    asks: 'metric',
    about: '',
  };
}

/** "customers" in "retention of customers" is who is retained, not a measure. */
function isHeadcount(slot: Slot, context: BuildContext): boolean {
  return context.catalogue.metrics.some(
    (m) => slot.names.includes(m.name) && (m.unit === undefined || m.unit === 'count'),
  );
}

/** Every way to read values that belong to several dimensions; usually one. */
function dimensionChoices(reading: Reading): FrameFilter[][] {
  let choices: FrameFilter[][] = [[]];
  for (const slot of reading.values) {
    choices = choices.flatMap((filters) =>
      slot.options.slice(0, 4).map((option): FrameFilter[] => {
        const negative = slot.negated && typeof option.value === 'boolean';
        return [
          ...filters,
          {
            dimension: option.dimension,
            operator: slot.negated && !negative ? 'not_equals' : 'equals',
            values: [negative ? false : option.value],
          },
        ];
      }),
    );
  }
  return choices.slice(0, 4);
}

/** One filter a dimension and operator. */
export function mergeFilters(filters: readonly FrameFilter[]): FrameFilter[] {
  const merged: FrameFilter[] = [];
  for (const filter of filters) {
    const at = merged.findIndex(
      (f) =>
        f.dimension === filter.dimension &&
        f.operator === filter.operator &&
        (f.operator === 'equals' || f.operator === 'not_equals'),
    );
    const known = merged[at];
    if (known === undefined) merged.push(filter);
    else merged[at] = { ...known, values: [...new Set([...known.values, ...filter.values])] };
  }
  return merged;
}

/** Order and limit from "top 5", "the highest", "which … most". */
export function placeRank(reading: Reading, frame: Draft, assumptions: Assumption[]): void {
  const { rank } = reading;
  if (rank === null || frame.metrics.length === 0) return;
  if (frame.dimensions.length === 0 && frame.grain === null) return;
  const by =
    reading.rankBy !== undefined && frame.metrics.includes(reading.rankBy)
      ? reading.rankBy
      : (frame.metrics[0] ?? '');
  frame.order = [{ by, direction: rank.direction }];
  frame.limit = rank.n ?? (reading.singular ? 1 : rank.cut ? 10 : null);
  if (
    rank.n === undefined &&
    !reading.singular &&
    rank.cut &&
    !assumptions.some((a) => a.key === 'limit')
  )
    assumptions.push({ key: 'limit', args: ['10'] });
}

/** The comparison a reading asks for, if any. */
export function placeComparison(
  reading: Reading,
  context: BuildContext,
  frame: Draft,
  against: PlacedTimes['against'],
  mainNode: TimeNode | undefined,
  assumptions: Assumption[],
): void {
  const { cues } = reading;
  const { time: calendar } = context;
  const found = namedComparison();
  if (found !== undefined) frame.compare = found;
  else if (frame.intent === 'explain') {
    frame.compare = comparison('previous_period', frame.time, calendar, calendar.today);
    if (!assumptions.some((a) => a.key === 'baseline'))
      assumptions.push({ key: 'baseline', args: [] });
  }
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
    frame.dimensions = unique([...frame.dimensions, ...compared]);
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
      return comparison('same_period_last_year', frame.time, calendar, calendar.today);
    if (cues.has('previous_period') || cues.has('period_over_period'))
      return comparison('previous_period', frame.time, calendar, calendar.today);
    const range = against?.ranges[0];
    if (against !== undefined && range !== undefined) {
      const kind = comparisonKind(mainNode, against.node);
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

/** Grain, chart and the notes every frame gets. */
export function finish(frame: Draft, context: BuildContext, assumptions: Assumption[]): void {
  if (
    frame.time === null &&
    frame.horizon === null &&
    frame.intent !== 'help' &&
    frame.intent !== 'command'
  )
    note(assumptions, { key: 'noTime', args: [] });
  if (
    (frame.transform?.kind === 'share' || frame.transform?.kind === 'cumulative') &&
    frame.metrics.length > 0
  ) {
    for (const name of frame.metrics)
      if (context.catalogue.metrics.find((m) => m.name === name)?.additive === false)
        note(assumptions, { key: 'notAdditive', args: [name] });
  }
  frame.chart = chartOf(frame);
}

/** The chart a question names. */
export function askedChart(reading: Reading): Frame['chart'] | undefined {
  if (reading.cues.has('chart_line')) return 'line';
  if (reading.cues.has('chart_bar')) return 'bar';
  return reading.cues.has('chart_table') ? 'table' : undefined;
}

function chartOf(frame: Frame): Frame['chart'] {
  if (frame.intent === 'funnel') return 'funnel';
  if (frame.intent === 'retention') return 'cohort';
  if (frame.intent === 'forecast' || frame.intent === 'anomalies' || frame.grain !== null)
    return 'line';
  if (frame.dimensions.length > 1 || frame.metrics.length > 2) return 'table';
  return frame.dimensions.length === 1 || frame.compare !== null ? 'bar' : 'number';
}

/** A grain for "over time" by the length of the range: about 12 to 40 points. */
export function grainFor(time: FrameTime | null): Grain {
  if (time === null) return 'month';
  const days = (Date.parse(time.to) - Date.parse(time.from)) / 86_400_000;
  return days <= 35 ? 'day' : days <= 120 ? 'week' : days <= 1200 ? 'month' : 'year';
}

/** The dimension a metric of the frame cannot be combined with, if any. */
export function blockedBy(frame: Frame, context: ReadingContext): string | undefined {
  for (const metric of frame.metrics) {
    for (const dimension of [...frame.dimensions, ...frame.filters.map((f) => f.dimension)]) {
      if (!isJoinable(context.catalogue, metric, dimension)) return dimension;
    }
  }
  return undefined;
}

function distinct(frames: readonly Frame[]): Frame[] {
  const seen = new Set<string>();
  return frames.filter((frame) => {
    const key = JSON.stringify(frame);
    return seen.has(key) ? false : seen.add(key);
  });
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
