import { isJoinable } from '../../linking/index.js';
import type { Cue } from '../../locales/index.js';
import type { Draft } from '../frame/draft.js';
import { type Reading, type Slot, spanText, textOf } from '../reading/reading.js';
import type { Assumption } from './assumption.js';
import { type BuildContext, type BuiltDecline, declined } from './built.js';
import { ranksChange } from './place-ranking.js';
import { asksSuccess, successText } from './success.js';

type Choices = {
  readonly kind: 'sets';
  readonly sets: readonly (readonly string[])[];
  readonly asks: 'metric' | 'meaning';
  readonly about: string;
};

/** The metrics meant; several sets when a word fits several metrics or none was named. */
export function metricChoices(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
  assumptions: Assumption[],
): Choices | BuiltDecline {
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
    // "points for customers under 30": a noun that only bears a condition on something else
    const bears = (slot: Slot) =>
      slot.weight < 0.7 &&
      reading.conditions.some(({ about }) => about !== undefined && slot.names.includes(about));
    const others = slots.filter((slot) => !filteredOn.has(slot.names[0] ?? '') && !bears(slot));
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
      const text = textOf(reading, slot.piece);
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
          (['how_much_sold', 'best_selling', 'worst_selling'] as const).find((cue) =>
            cues.has(cue),
          ) ?? 'how_many',
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
  const usual = rankedBy(reading, context, draft);
  if (usual !== undefined) {
    const said =
      (reading.rank === null && successText(reading)) ||
      rankText(reading) ||
      context.text.trim().slice(0, longestQuote);
    assumptions.push({ key: 'metric', args: [said, usual] });
    return { kind: 'sets', sets: [[usual]], asks: 'metric', about: '' };
  }
  const dimensions = [
    ...draft.dimensions,
    ...reading.values.flatMap((v) => v.options.map((o) => o.dimension)).slice(0, 1),
  ];
  if (asksTheUsual(reading, context, draft, dimensions)) {
    const metric = context.catalogue.studies?.order.metric ?? '';
    assumptions.push({ key: 'metric', args: [context.text.trim().slice(0, longestQuote), metric] });
    return { kind: 'sets', sets: [[metric]], asks: 'metric', about: '' };
  }
  const counts = (unit: string | undefined) => (cues.has('how_many') && unit === 'count' ? 0 : 1);
  const offered = catalogue.metrics
    .filter((m) => dimensions.every((d) => isJoinable(catalogue, m.name, d)))
    .sort((a, b) => counts(a.unit) - counts(b.unit));
  if (
    reading.dimensions.length + reading.values.length + reading.times.length === 0 ||
    offered.length === 0
  )
    return declined({ reason: 'out_of_scope', said: context.text.trim() });
  return {
    kind: 'sets',
    sets: offered.slice(0, 4).map((m) => [m.name]),
    asks: 'metric',
    about: '',
  };
}

/** Longer questions are not told again in full. */
const longestQuote = 60;

/** Words that rank, compare or follow something through time, whatever it is measured by. */
const measuring: readonly Cue[] = ['versus', 'compare', 'level', 'trend', 'change', 'best_selling'];

/**
 * "Top cities", "spring against summer", "what will December look like": what is meant of a shop that
 * says no more is what its orders come to, where that is known of everything the question names.
 */
function asksTheUsual(
  reading: Reading,
  { catalogue }: BuildContext,
  { intent }: Draft,
  dimensions: readonly string[],
): boolean {
  const metric = catalogue.studies?.order.metric;
  if (metric === undefined || reading.cues.has('how_many')) return false;
  const isMeasured =
    reading.rank !== null ||
    reading.comparesValues ||
    intent === 'forecast' ||
    intent === 'anomalies' ||
    measuring.some((cue) => reading.cues.has(cue));
  return isMeasured && dimensions.every((name) => isJoinable(catalogue, metric, name));
}

/** Words of how much is going on rather than of what is earned. */
const busy =
  /\b(?:people|customers|they) (?:usually |mostly )?(?:shop|buy|order)\b|\b(?:leute|die meisten) (?:einkaufen|kaufen|bestellen)\b|\b(?:gekauft|bestellt|eingekauft)$|\bkunden (?:einkaufen|kaufen|bestellen)\b|\b(?:busiest|quietest|geschaftigst|meistbesucht|vollst|ruhigst)|\bam meisten los\b|\bviel los\b|\bbusy\b/;

/**
 * What "the best weekday" and "the product that grew most" go by: what orders come to; how many there
 * are for "the busiest hour". Only where a catalogue says which these are.
 */
function rankedBy(reading: Reading, { catalogue }: BuildContext, draft: Draft): string | undefined {
  const { studies } = catalogue;
  if (studies === undefined) return undefined;
  if (asksSuccess(reading) || draft.intent === 'explain') return studies.order.metric;
  const isBusy = busy.test(reading.words.map(({ fold }) => fold).join(' '));
  const isCalendar = (name: string) =>
    catalogue.dimensions.find((one) => one.name === name)?.calendar !== undefined;
  const { dimensions } = draft;
  // "when during the day do people buy"
  if (isBusy && dimensions.length > 0 && dimensions.every(isCalendar)) return studies.order.count;
  if (reading.rank === null) return undefined;
  const isOfTime = dimensions.length > 0 ? dimensions.every(isCalendar) : reading.grain !== null;
  const isInside = reading.per !== undefined && reading.grain === null;
  if (!isOfTime && !isInside && !ranksChange(reading, catalogue)) return undefined;
  return isBusy ? studies.order.count : studies.order.metric;
}

/** The words that rank, or those that ask why. */
const rankText = ({ spans }: Reading): string =>
  spans.find(({ role }) => role === 'rank' || role === 'intent')?.text ?? '';

/** "customers" in "retention of customers" is who is retained, not a measure. */
function isHeadcount(slot: Slot, context: BuildContext): boolean {
  return context.catalogue.metrics.some(
    (m) => slot.names.includes(m.name) && (m.unit === undefined || m.unit === 'count'),
  );
}
