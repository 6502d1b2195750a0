import type { Cue } from '../../locales/index.js';
import type { Piece } from '../cover/cover.js';
import type { Grain } from '../frame/frame.js';
import { spokenAttribute } from './attributes.js';
import { measureOf, settleMeasure, soldIn } from './condition-measure.js';
import { directionOf } from './direction.js';
import { type ConditionSlot, kindsOf } from './reading.js';
import { dimensionsIn, has, mark, type ReadingState, valuesIn, wordText } from './reading-state.js';
import { eachWords, grainOf, isSingular } from './surface.js';

const grainCues: readonly (readonly [Cue, Grain])[] = [
  ['grain_hour', 'hour'],
  ['grain_day', 'day'],
  ['grain_week', 'week'],
  ['grain_month', 'month'],
  ['grain_quarter', 'quarter'],
  ['grain_year', 'year'],
];
const conditionCues = ['gt', 'gte', 'lt', 'lte'] as const;
const intentCues: readonly Cue[] = ['why', 'forecast', 'funnel', 'retention', 'anomaly', 'help'];

/** The words a question is built with: what each asks for, or what it waits for. */
export function readCues(s: ReadingState, piece: Piece, k: number): void {
  const before = s.pieces[k - 1];
  const after = s.pieces[k + 1];
  const captured = (cue: Cue) => piece.cues.get(cue);

  const operators = conditionOf(piece);
  if (operators !== undefined) {
    const quantities =
      (
        captured('between') ??
        captured('gt') ??
        captured('gte') ??
        captured('lt') ??
        captured('lte')
      )?.quantities ?? [];
    const numeric = s.catalogue.dimensions.filter(({ type }) => type === 'number');
    const about =
      numberIn(s, after) ??
      numberIn(s, before) ??
      spokenAttribute(s, numeric, piece) ??
      soldIn(s, piece) ??
      aboutOf(s, after, quantities) ??
      aboutOf(s, before, quantities);
    if (
      numberIn(s, after) === undefined &&
      numberIn(s, before) !== undefined &&
      after !== undefined &&
      s.metrics.length > 0 &&
      aboutOf(s, after) !== undefined
    ) {
      // "a length of stay of more than 7 nights": the unit of the number, not another measure
      s.used.add(after);
      mark(s, after, 'condition', about ?? '');
    }
    if (
      about === aboutOf(s, after, quantities) &&
      about !== undefined &&
      after !== undefined &&
      kindsOf(after.links).has('dimension') &&
      !kindsOf(after.links).has('metric')
    ) {
      s.used.add(after);
      mark(s, after, 'condition', about);
    } else if (
      about !== undefined &&
      about === aboutOf(s, after, quantities) &&
      after !== undefined &&
      s.metrics.length > 0
    ) {
      s.used.add(after);
      mark(s, after, 'condition', about);
    }
    settleMeasure(s, before, about, quantities);
    s.conditions.push({ operators, quantities, about, piece });
    mark(s, piece, 'condition', wordText(s, piece));
    return;
  }
  const next = after?.times[0];
  const isAttached = next !== undefined && after?.from === piece.to && after.links.length === 0;
  if (has(piece, 'previous_period') && isAttached && leadsOn.test(wordText(s, piece))) {
    // "the week before Christmas" is that week, and no comparison
    s.unknown.push(...s.words.slice(piece.from, piece.to));
    return;
  }
  const excepts = valuesIn(after).some(({ dimension }) => dimensionsIn(before).includes(dimension));
  const upTo = s.context.text.slice(0, s.words[piece.to - 1]?.to ?? 0);
  if (/\b(?:all|every|any) \S+ but$/i.test(upTo) && excepts) {
    // "all formats but e-books": no breakdown by them
    for (const name of dimensionsIn(before)) {
      const at = s.setAside.indexOf(name);
      if (at >= 0) s.setAside.splice(at, 1);
    }
    s.negated = true;
    s.openNot = piece;
    mark(s, piece, 'condition', 'not');
    return;
  }
  if (has(piece, 'moving_average')) {
    const average = captured('moving_average');
    s.window = average?.n ?? null;
    if (average?.unit !== undefined) s.grain = grainOf(average.unit);
    mark(s, piece, 'transform', 'moving_average');
    return;
  }
  if (has(piece, 'grain_each')) {
    s.openBy = undefined;
    const unit = captured('grain_each')?.unit;
    if (unit !== undefined) s.grain = grainOf(unit);
    s.by = true;
    mark(s, piece, 'grain', s.grain ?? '');
    return;
  }
  const clock = clockOf(s, piece);
  if (clock !== undefined) {
    s.openBy = undefined;
    s.dimensions.push({ names: [clock], piece, weight: 1 });
    mark(s, piece, 'dimension', clock);
    return;
  }
  for (const [cue, value] of grainCues) {
    if (has(piece, cue)) {
      s.openBy = undefined;
      s.grain = value;
      mark(s, piece, 'grain', value);
      return;
    }
  }
  const nextIsValue =
    valuesIn(after).length > 0 ||
    (after !== undefined && dimensionsIn(after).length > 0 && valuesIn(s.pieces[k + 2]).length > 0);
  if (
    has(piece, 'not') &&
    (nextIsValue || !(has(piece, 'bottom') || has(piece, 'only') || has(piece, 'remove')))
  ) {
    if (nextIsValue) {
      s.negated = true;
      s.openNot = piece;
      mark(s, piece, 'condition', 'not');
      return;
    }
    if (!(s.language === 'ja' || s.language === 'zh')) {
      s.negated = true;
      s.openNot = piece;
    } else if (valuesIn(before).length === 0) s.openNot = piece;
  }
  if (
    has(piece, 'not') &&
    !s.negated &&
    k > 0 &&
    !((s.language === 'ja' || s.language === 'zh') && valuesIn(before).length > 0) &&
    after !== undefined &&
    kindsOf(after.links).has('metric')
  )
    s.openNot = piece;
  if (has(piece, 'best_selling') || has(piece, 'worst_selling')) {
    // "worst 10 sellers": the noun alone says nothing of the end that is asked for
    const told = bareSellers.test(wordText(s, piece)) && !s.impliedRank ? s.rank : null;
    s.rank = {
      direction: told?.direction ?? (has(piece, 'best_selling') ? 'desc' : 'asc'),
      n: told?.n ?? numberNear(s, k),
      cut: false,
    };
    s.rankAt = k;
    const last = s.dimensions.at(-1);
    if (last !== undefined && has(s.pieces[s.pieces.indexOf(last.piece) - 1], 'which'))
      s.singular = isSingular(s, last.piece, last.names);
    mark(s, piece, 'rank', s.rank.direction);
  } else if (has(piece, 'top') || has(piece, 'bottom')) {
    const cut = isCut(s, piece);
    const direction = has(piece, 'top') ? 'desc' : 'asc';
    // "top 3 … with the lowest …": the superlative says which end, "top" only that there is a cut
    const kept = s.rank !== null && !s.impliedRank && cut ? s.rank.direction : direction;
    s.rank = {
      direction: kept,
      n: s.rank?.n ?? numberNear(s, k),
      cut: (s.rank?.cut ?? false) || cut,
      judged: judging.test(wordText(s, piece)),
    };
    const ranked = s.dimensions.at(-1);
    // "the author with the lowest sales" is one
    if (ranked !== undefined && ranked.piece === before && !s.by && s.dimensions.length === 1)
      s.singular = s.singular || isSingular(s, ranked.piece, ranked.names);
    s.impliedRank = false;
    s.rankAt = k;
    mark(s, piece, 'rank', s.rank.direction);
  } else if (has(piece, 'ascending') || has(piece, 'descending')) {
    s.rank = {
      direction: has(piece, 'ascending') ? 'asc' : 'desc',
      n: s.rank?.n,
      cut: s.rank?.cut ?? false,
      // "worst first": the highest of a figure that had better be low
      judged: judging.test(wordText(s, piece)),
    };
    mark(s, piece, 'rank', s.rank.direction);
  } else if (has(piece, 'rank')) {
    s.rank = s.rank ?? { direction: 'desc', n: undefined, cut: false };
    s.rankAt = k;
    mark(s, piece, 'rank', 'desc');
  }
  if (
    has(piece, 'by') &&
    s.rank !== null &&
    s.dimensions.length > 0 &&
    eachWords.test(wordText(s, piece)) &&
    !isRankedApart(s)
  )
    s.ratio = piece;
  if (has(piece, 'by') && s.rank !== null && isRankedApart(s) && dimensionsIn(after).length > 0)
    s.perAt = k;
  if (has(piece, 'by')) {
    s.by = true;
    // Japanese says "by" after the thing
    if (!(s.language === 'ja' && dimensionsIn(before).length > 0)) s.openBy = piece;
  } else if (!has(piece, 'and')) s.by = false;
  if (has(piece, 'contains')) s.contains = true;
  if (has(piece, 'versus') || (has(piece, 'compare') && k > 0)) {
    const last = s.times.at(-1);
    if (
      (s.language === 'ja' || s.language === 'zh') &&
      last !== undefined &&
      last.piece === before
    ) {
      // "昨年と比べて今年の売上": what is compared with stands before the word
      s.times[s.times.length - 1] = { ...last, against: true };
    } else s.versus = true;
    mark(s, piece, 'comparison', 'versus');
  }
  if (
    has(piece, 'previous_period') ||
    has(piece, 'same_period_last_year') ||
    has(piece, 'period_over_period')
  )
    mark(s, piece, 'comparison', [...piece.cues.keys()].join('|'));
  if (has(piece, 'share') || has(piece, 'cumulative'))
    mark(s, piece, 'transform', has(piece, 'share') ? 'share' : 'cumulative');
  if (has(piece, 'ratio')) mark(s, piece, 'transform', 'ratio');
  const changes = has(piece, 'change') || (has(piece, 'level') && s.cues.has('why'));
  if (changes && (s.cues.has('why') || !has(piece, 'remove'))) {
    mark(s, piece, 'comparison', directionOf(wordText(s, piece)));
  }
  for (const cue of intentCues) if (has(piece, cue)) mark(s, piece, 'intent', cue);
  if (piece.quantity?.percent === true && piece.cues.size === 0) {
    // "the top 10 % of customers": a part of the rows is no number of them
    s.ratio = piece;
  } else if (piece.quantity !== undefined && piece.cues.size === 0) {
    const beside =
      s.rankAt === k - 1 ||
      has(after, 'top') ||
      has(after, 'bottom') ||
      has(after, 'best_selling') ||
      isCompoundRank(s, k) ||
      dimensionsIn(after).length > 0 ||
      (after !== undefined && s.words[after.from]?.kind === 'cjk');
    if (beside && dimensionsIn(after).length > 0 && s.rank === null) {
      s.rank = { direction: 'desc', n: undefined, cut: false };
      s.impliedRank = true;
    }
    if (beside && Number.isInteger(piece.quantity.value) && piece.quantity.value > 0) {
      if (s.rank !== null && s.rank.n === undefined)
        s.rank = { ...s.rank, n: piece.quantity.value };
      s.loneNumber = piece.quantity.value;
      mark(s, piece, 'rank', String(piece.quantity.value));
      s.rankAt = k;
    } else if (Number.isInteger(piece.quantity.value)) {
      s.loneNumber = piece.quantity.value;
      const word = s.words[piece.from];
      if (word !== undefined && word.kind === 'number') s.strayNumbers.push(word);
    }
  }
}

/** Words that lead on to a time: "before", "against last". */
const leadsOn = /\b(?:before|last|previous|prior|davor|vor)$/i;

/** "die 10 umsatzstärksten": the number stands before a figure that is written with its rank. */
function isCompoundRank(s: ReadingState, k: number): boolean {
  const ranked = s.pieces[k + 2];
  return (
    (has(ranked, 'top') || has(ranked, 'bottom')) && s.words[ranked?.from ?? -1]?.spaced === false
  );
}

/** Whether frames can name the first groups inside others. */
const isRankedApart = ({ catalogue }: ReadingState): boolean => catalogue.studies !== undefined;

/** "by hour of day": the hour whatever the day, where the catalogue has that. */
function clockOf(s: ReadingState, piece: Piece): string | undefined {
  // hour after hour of all time says nothing, the hours of the day do
  const timed = s.pieces.some(({ times }) => times.some(({ op }) => op !== 'weekday'));
  if (!has(piece, 'grain_hour') || (timed && piece.to - piece.from < 3)) return undefined;
  return s.catalogue.dimensions.find(({ calendar }) => calendar === 'hour')?.name;
}

/** The operators of a condition; undefined for anything else. */
export function conditionOf(piece: Piece | undefined): ConditionSlot['operators'] | undefined {
  if (piece === undefined || piece.links.length > 0) return undefined;
  if (has(piece, 'between')) return ['gte', 'lte'];
  for (const cue of conditionCues) if (has(piece, cue)) return [cue];
  return undefined;
}

/** Japanese and Chinese put "except" after the value. */
export function excludedAfter(s: ReadingState, k: number): boolean {
  return (
    (s.language === 'ja' || s.language === 'zh') &&
    has(s.pieces[k + 1], 'not') &&
    s.pieces[k + 1]?.links.length === 0
  );
}

function numberIn(s: ReadingState, piece: Piece | undefined): string | undefined {
  return dimensionsIn(piece).find((name) =>
    s.catalogue.dimensions.some((d) => d.name === name && d.type === 'number'),
  );
}

/** What a number may be about, beside it: of several measures the one whose unit the number has. */
function aboutOf(
  s: ReadingState,
  piece: Piece | undefined,
  quantities: ConditionSlot['quantities'] = [],
): string | undefined {
  if (piece === undefined) return undefined;
  const fitting = measureOf(s, piece, quantities);
  if (fitting !== undefined) return fitting;
  for (const { target } of piece.links) {
    if (
      target.kind === 'dimension' &&
      s.catalogue.dimensions.find((d) => d.name === target.name)?.type === 'number'
    )
      return target.name;
    if (target.kind === 'metric') return target.name;
  }
  return undefined;
}

/** The number that belongs to a rank: just before or after it, or before the thing ranked. */
function numberNear(s: ReadingState, k: number): number | undefined {
  for (const piece of [s.pieces[k + 1], s.pieces[k - 1], s.pieces[k - 2], s.pieces[k - 3]]) {
    if (
      piece?.quantity !== undefined &&
      piece.quantity.percent !== true &&
      piece.cues.size === 0 &&
      piece.links.length === 0 &&
      piece.times.length === 0 &&
      Number.isInteger(piece.quantity.value)
    )
      return piece.quantity.value;
    if (
      piece !== s.pieces[k + 1] &&
      piece !== undefined &&
      piece.links.length === 0 &&
      !has(piece, 'which')
    )
      break;
  }
  return undefined;
}

function isCut(s: ReadingState, piece: Piece): boolean {
  const word = s.words[piece.from];
  return (
    piece.to - piece.from === 1 &&
    word !== undefined &&
    /^(top|best|worst|bottom|flop|meilleurs?|meilleures?|pires?|mejor(es)?|peor(es)?|melhor(es)?|pior(es)?|miglior[ei]?|peggior[ei]?|beste[nrs]?|slechtste|schlechteste[nrs]?)$/.test(
      word.fold,
    )
  );
}

/** Products that sell, without a word on how well. */
const bareSellers = /^sellers?$/i;

/** Words for the better or the worse end rather than the upper or the lower. */
const judging =
  /\b(?:best|worst|poorest|fastest|slowest|beste[nrsm]?|schlechteste[nrsm]?|schnellste[nrsm]?|langsamste[nrsm]?|meilleure?s?|pires?|mejor(?:es)?|peor(?:es)?|melhor(?:es)?|pior(?:es)?|miglior[ei]?|peggior[ei]?|slechtste)\b/i;
