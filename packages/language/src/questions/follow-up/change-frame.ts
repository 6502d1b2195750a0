import type { BuildContext } from '../building/built.js';
import { comparison } from '../building/comparison.js';
import { mergeFilters } from '../building/place-filters.js';
import { grainFor, isFuture, type PlacedTimes } from '../building/place-times.js';
import { judgedDirection } from '../building/polarity.js';
import type { Draft } from '../frame/draft.js';
import { emptyFrame, type FrameFilter, type FrameTime, ratioName } from '../frame/frame.js';
import { superfluousParts } from '../frame/parts.js';
import type { Reading, Slot, ValueSlot } from '../reading/reading.js';

/** "with more than 100 orders": a measure that only bears a condition. */
export function isConditional(slot: Slot, reading: Reading): boolean {
  return reading.conditions.some((c) => c.about !== undefined && slot.names.includes(c.about));
}

/** "and the month before?": the same question of the period before, not a comparison. */
export function movedTime(
  reading: Reading,
  frame: Draft,
  context: BuildContext,
): FrameTime | undefined {
  const { cues, first } = reading;
  const earlier = cues.has('previous_period')
    ? 'previous_period'
    : cues.has('same_period_last_year')
      ? 'same_period_last_year'
      : undefined;
  if (
    earlier === undefined ||
    frame.time === null ||
    cues.has('versus') ||
    cues.has('compare') ||
    !first.has('follow')
  )
    return undefined;
  const range = comparison(earlier, frame.time, context.time, context.time.today);
  return range.from === undefined || range.to === undefined
    ? undefined
    : { from: range.from, to: range.to, label: `${range.from} – ${range.to}` };
}

/** Turns to what the follow-up asks to be done; parts that made sense only before are let go of. */
export function changeIntent(draft: Draft, intent: Draft['intent']): void {
  if (intent === 'query') return;
  draft.intent = intent;
  for (const part of superfluousParts(draft)) Object.assign(draft, { [part]: emptyFrame[part] });
  if (intent === 'forecast') draft.time = null;
}

/** A time that is past takes a forecast back to the figures. */
export function leaveForecast(reading: Reading, draft: Draft, { times }: PlacedTimes): void {
  const past =
    times.some((time) => time !== null) && !reading.times.some((slot) => isFuture(slot.node));
  if (draft.intent === 'forecast' && past)
    Object.assign(draft, { intent: 'query', horizon: null } satisfies Partial<Draft>);
}

function withoutComparison(draft: Draft): void {
  draft.compare = null;
  if (draft.intent === 'compare') draft.intent = 'query';
}

export function changeFilters(
  reading: Reading,
  draft: Draft,
  adds: boolean,
  context: BuildContext,
): FrameFilter[] {
  let filters = [...draft.filters];
  if (reading.cues.has('remove') && reading.values.length === 0)
    filters = removeNamed(reading, draft, filters);
  for (const slot of reading.values) filters = changeValue(reading, draft, adds, filters, slot);
  for (const text of reading.texts) {
    filters = filters.filter((f) => f.dimension !== text.dimension);
    filters.push({
      dimension: text.dimension,
      operator: text.contains ? 'contains' : text.negated ? 'not_equals' : 'equals',
      values: [text.value],
    });
  }
  for (const condition of reading.conditions) {
    const about = condition.about ?? thresholdOf(draft, context);
    if (about === undefined) continue;
    filters = filters.filter((f) => f.dimension !== about);
    condition.operators.forEach((operator, i) => {
      const quantity = condition.quantities[i];
      if (quantity !== undefined)
        filters.push({ dimension: about, operator, values: [quantity.value] });
    });
  }
  return mergeFilters(filters);
}

/** What "more than 1000" is about: the figure that is broken down, else what is told as a number. */
function thresholdOf({ metrics, dimensions }: Draft, { catalogue }: BuildContext) {
  const [metric] = metrics;
  if (metric !== undefined && metrics.length === 1 && dimensions.length > 0) return metric;
  return catalogue.dimensions.find(({ type }) => type === 'number')?.name;
}

/** "remove the comparison", "without the breakdown", "remove the country filter". */
function removeNamed(reading: Reading, draft: Draft, filters: FrameFilter[]): FrameFilter[] {
  const { cues } = reading;
  if (cues.has('compare')) {
    withoutComparison(draft);
    return filters;
  }
  if (cues.has('breakdown_word')) {
    Object.assign(draft, { dimensions: [], order: [], limit: null });
    return filters;
  }
  const named = [...reading.mentioned, ...reading.dimensions.flatMap((d) => d.names)];
  if (named.length > 0) return filters.filter((f) => !named.includes(f.dimension));
  if (!cues.has('filter_word')) return filters;
  if (filters.length === 0) withoutComparison(draft);
  return [];
}

/** A value takes the place of the others of its dimension, joins them, or goes. */
function changeValue(
  reading: Reading,
  draft: Draft,
  adds: boolean,
  before: FrameFilter[],
  slot: ValueSlot,
): FrameFilter[] {
  const { cues } = reading;
  let filters = before;
  const known = slot.options.find(
    (o) =>
      filters.some((f) => f.dimension === o.dimension) || draft.dimensions.includes(o.dimension),
  );
  const option = known ?? slot.options[0];
  if (option === undefined) return filters;
  const { dimension, value } = option;
  const included = filters.find((f) => f.dimension === dimension && f.operator === 'equals');
  const negated = slot.negated || (cues.has('remove') && !cues.has('add'));
  if (negated && included?.values.includes(value)) {
    const values = included.values.filter((v) => v !== value);
    filters = filters.flatMap((f) =>
      f !== included ? [f] : values.length > 0 ? [{ ...f, values }] : [],
    );
    // "not the app" of only the app: everything else
    return values.length === 0 && slot.negated
      ? [...filters, { dimension, operator: 'not_equals', values: [value] }]
      : filters;
  }
  const operator = negated ? 'not_equals' : 'equals';
  const fromHere = reading.values.flatMap((s) =>
    s.options.filter((o) => o.dimension === dimension).map((o) => o.value),
  );
  if (!adds)
    filters = filters.filter(
      (f) =>
        f.dimension !== dimension ||
        f.values.some((v) => fromHere.some((h) => h === v && f.operator === operator)) ||
        (f.operator !== operator && operator === 'not_equals'),
    );
  return [...filters, { dimension, operator, values: [value] }];
}

export function changeDimensions(reading: Reading, draft: Draft, adds: boolean): void {
  const named = [...new Set(reading.dimensions.map((slot) => slot.names[0] ?? ''))];
  if (named.length === 0) {
    if (reading.grain !== null && reading.cues.has('replace')) draft.dimensions = [];
    return;
  }
  if (reading.cues.has('remove') && !reading.cues.has('by')) {
    draft.dimensions = draft.dimensions.filter((d) => !named.includes(d));
    return;
  }
  draft.dimensions = adds ? [...new Set([...draft.dimensions, ...named])] : named;
}

/** Values set against each other are broken down by. */
export function compareValues(draft: Draft): void {
  draft.intent = 'compare';
  const several = draft.filters
    .filter((f) => f.operator === 'equals' && f.values.length > 1)
    .map((f) => f.dimension);
  draft.dimensions = [...new Set([...draft.dimensions, ...several])];
}

/** The step of the series, and what is made of the figures. */
export function changeShape(reading: Reading, draft: Draft, intent: Draft['intent']): void {
  const { cues } = reading;
  if (reading.grain !== null) draft.grain = reading.grain;
  if (cues.has('trend') && draft.grain === null) draft.grain = grainFor(draft.time);
  if (cues.has('share') && intent === 'query') draft.transform = { kind: 'share', window: null };
  if (cues.has('cumulative')) draft.transform = { kind: 'cumulative', window: null };
  if (cues.has('moving_average')) {
    draft.transform = { kind: 'moving_average', window: reading.window ?? 7 };
    draft.grain = draft.grain ?? 'day';
  }
}

export function changeMetrics(reading: Reading, draft: Draft, adds: boolean): string[][] {
  if (reading.metrics.length === 0) return [[...draft.metrics]];
  const slots = reading.metrics.filter(
    (slot) =>
      !isConditional(slot, reading) && !(reading.metrics.length > 1 && isReplaced(slot, reading)),
  );
  if (slots.length === 0) return [[...draft.metrics]];
  let sets: string[][] = [adds || reading.rankBy !== undefined ? [...draft.metrics] : []];
  for (const slot of slots)
    sets = sets.flatMap((set) =>
      slot.names.slice(0, 4).map((name) => [...new Set([...set, name])]),
    );
  return sets.slice(0, 4);
}

/** "instead of margin": the measure that goes. */
function isReplaced(slot: Slot, reading: Reading): boolean {
  return reading.pieces[reading.pieces.indexOf(slot.piece) - 1]?.cues.has('replace') === true;
}

export function changeRank(reading: Reading, frame: Draft, { catalogue }: BuildContext): void {
  const by = frame.order[0]?.by ?? (frame.ratio === null ? frame.metrics[0] : ratioName);
  if (by === undefined) return;
  if (reading.rank !== null && (frame.dimensions.length > 0 || frame.grain !== null)) {
    const ordered =
      reading.rankBy ??
      (reading.metrics.length > 0 && frame.ratio === null ? (frame.metrics[0] ?? by) : by);
    const metric = catalogue.metrics.find(
      ({ name }) => name === (frame.ratio?.numerator.metric ?? ordered),
    );
    frame.order = [{ by: ordered, direction: judgedDirection(reading.rank, metric) }];
    frame.limit =
      reading.rank.n ??
      (reading.loneNumber !== undefined ? reading.loneNumber : reading.rank.cut ? 10 : frame.limit);
  } else if (reading.loneNumber !== undefined && frame.dimensions.length > 0) {
    frame.limit = reading.loneNumber;
    if (frame.order.length === 0) frame.order = [{ by, direction: 'desc' }];
  }
}

/** A carried comparison follows a new time; a fixed range does not fit it any more. */
export function changeComparison(frame: Draft, context: BuildContext, newTime: boolean): void {
  const { compare } = frame;
  if (compare === null || !newTime) return;
  frame.compare =
    compare.kind === 'range'
      ? null
      : comparison(compare.kind, frame.time, context.time, context.time.today);
  if (frame.compare === null && frame.intent === 'compare') frame.intent = 'query';
}
