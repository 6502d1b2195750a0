import { type BuildContext, type Draft, unique } from '../building/built.js';
import { comparison } from '../building/comparison.js';
import { mergeFilters } from '../building/place-filters.js';
import type { Frame, FrameFilter } from '../frame/frame.js';
import type { Reading, Slot } from '../reading/reading.js';

/** "with more than 100 orders": a measure that only bears a condition. */
export function isConditional(slot: Slot, reading: Reading): boolean {
  return reading.conditions.some((c) => c.about !== undefined && slot.names.includes(c.about));
}

/** "and the month before?": the same question of the period before, not a comparison. */
export function movedTime(
  reading: Reading,
  frame: Frame,
  context: BuildContext,
): Frame['time'] | undefined {
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

export function changeFilters(
  reading: Reading,
  draft: Draft,
  adds: boolean,
  context: BuildContext,
): FrameFilter[] {
  const { cues } = reading;
  let filters = [...draft.filters];
  const removes = cues.has('remove') && reading.values.length === 0;
  if (removes && cues.has('compare'))
    Object.assign(draft, {
      compare: null,
      intent: draft.intent === 'compare' ? 'query' : draft.intent,
    });
  else if (removes && cues.has('breakdown_word'))
    Object.assign(draft, { dimensions: [], order: [], limit: null });
  else if (removes) {
    const named = unique([...reading.mentioned, ...reading.dimensions.flatMap((d) => d.names)]);
    if (named.length > 0) filters = filters.filter((f) => !named.includes(f.dimension));
    else if (cues.has('filter_word') && filters.length > 0) filters = [];
    else if (cues.has('filter_word'))
      Object.assign(draft, {
        compare: null,
        intent: draft.intent === 'compare' ? 'query' : draft.intent,
      });
  }
  for (const slot of reading.values) {
    const known = slot.options.find(
      (o) =>
        filters.some((f) => f.dimension === o.dimension) || draft.dimensions.includes(o.dimension),
    );
    const option = known ?? slot.options[0];
    if (option === undefined) continue;
    const { dimension, value } = option;
    const included = filters.find((f) => f.dimension === dimension && f.operator === 'equals');
    const negated = slot.negated || (cues.has('remove') && !cues.has('add'));
    if (negated && included?.values.includes(value)) {
      const values = included.values.filter((v) => v !== value);
      filters = filters.flatMap((f) =>
        f !== included ? [f] : values.length > 0 ? [{ ...f, values }] : [],
      );
      // "not the app" of only the app: everything else
      if (values.length === 0 && slot.negated)
        filters.push({ dimension, operator: 'not_equals', values: [value] });
      continue;
    }
    const operator = negated ? 'not_equals' : 'equals';
    const fromHere = reading.values
      .filter((s) => s.options.some((o) => o.dimension === dimension))
      .flatMap((s) => s.options.filter((o) => o.dimension === dimension).map((o) => o.value));
    if (!adds)
      filters = filters.filter(
        (f) =>
          f.dimension !== dimension ||
          f.values.some((v) => fromHere.some((h) => h === v && f.operator === operator)) ||
          (f.operator !== operator && operator === 'not_equals'),
      );
    filters.push({ dimension, operator, values: [value] });
  }
  for (const text of reading.texts) {
    filters = filters.filter((f) => f.dimension !== text.dimension);
    filters.push({
      dimension: text.dimension,
      operator: text.contains ? 'contains' : text.negated ? 'not_equals' : 'equals',
      values: [text.value],
    });
  }
  for (const condition of reading.conditions) {
    const about =
      condition.about ?? context.catalogue.dimensions.find((d) => d.type === 'number')?.name;
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

export function changeDimensions(reading: Reading, draft: Draft, adds: boolean): void {
  const named = unique(reading.dimensions.map((slot) => slot.names[0] ?? ''));
  if (named.length === 0) {
    if (reading.grain !== null && reading.cues.has('replace')) draft.dimensions = [];
    return;
  }
  if (reading.cues.has('remove') && !reading.cues.has('by')) {
    draft.dimensions = draft.dimensions.filter((d) => !named.includes(d));
    return;
  }
  draft.dimensions = adds ? unique([...draft.dimensions, ...named]) : named;
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
    sets = sets.flatMap((set) => slot.names.slice(0, 4).map((name) => unique([...set, name])));
  return sets.slice(0, 4);
}

/** "instead of margin": the measure that goes. */
function isReplaced(slot: Slot, reading: Reading): boolean {
  return reading.pieces[reading.pieces.indexOf(slot.piece) - 1]?.cues.has('replace') === true;
}

export function changeRank(reading: Reading, frame: Draft): void {
  const by = frame.order[0]?.by ?? frame.metrics[0];
  if (by === undefined) return;
  if (reading.rank !== null && (frame.dimensions.length > 0 || frame.grain !== null)) {
    frame.order = [
      {
        by: reading.rankBy ?? (reading.metrics.length > 0 ? (frame.metrics[0] ?? by) : by),
        direction: reading.rank.direction,
      },
    ];
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
