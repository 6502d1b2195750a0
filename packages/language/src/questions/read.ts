import type { Link } from '../linking/index.js';
import type { Cue } from '../locales/index.js';
import type { Captured, Piece } from './cover.js';
import type { Grain, Span } from './frame.js';
import {
  type ConditionSlot,
  kindsOf,
  type RankSlot,
  type Reading,
  type ReadingContext,
  type Slot,
  type TimeSlot,
  type ValueSlot,
} from './reading.js';
import { stemOf, type Word } from './words.js';

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

/**
 * Gives every piece of a cover its role, from left to right, by what stands around it: after "by" a
 * name is a breakdown, after "top 10" the thing ranked, after "not" a value is excluded, beside a
 * condition the thing measured. Nothing is dropped: words without a role end up in `unknown`.
 */
export function readQuestion(
  cover: readonly Piece[],
  words: readonly Word[],
  context: ReadingContext,
): Reading {
  const { catalogue, language } = context;
  const isSilent = (piece: Piece) =>
    piece.links.length === 0 &&
    piece.cues.size === 0 &&
    piece.times.length === 0 &&
    piece.quantity === undefined &&
    (piece.filler || piece.unit !== undefined);
  const onlySilent = (piece: Piece) =>
    piece.links.length + piece.times.length === 0 &&
    piece.cues.size === 1 &&
    piece.cues.has('silent');
  const pieces = cover.filter((piece) => !isSilent(piece) && !onlySilent(piece));
  const isUnknown = (piece: Piece) => piece.score === 0;
  const has = (piece: Piece | undefined, cue: Cue) => piece?.cues.has(cue) === true;
  const dimensionsIn = (piece: Piece | undefined) =>
    (piece?.links ?? []).flatMap((l) => (l.target.kind === 'dimension' ? [l.target.name] : []));
  const valuesIn = (piece: Piece | undefined) =>
    (piece?.links ?? []).flatMap((l) => (l.target.kind === 'value' ? [l.target] : []));
  const wordText = (piece: Piece) =>
    context.text.slice(words[piece.from]?.from ?? 0, words[piece.to - 1]?.to ?? 0);

  const cues = new Map<Cue, Captured>();
  const metrics: Slot[] = [];
  const dimensions: Slot[] = [];
  const mentioned: string[] = [];
  const setAside: string[] = [];
  const values: ValueSlot[] = [];
  const texts: { dimension: string; value: string; negated: boolean; contains: boolean }[] = [];
  const conditions: ConditionSlot[] = [];
  const times: TimeSlot[] = [];
  const events: Slot[] = [];
  const spans: Span[] = [];
  const unknown: Word[] = [];
  let unknownRole: Reading['unknownRole'] = 'term';
  let grain: Grain | null = null;
  let rank: RankSlot | null = null;
  let singular = false;
  let window: number | null = null;
  let loneNumber: number | undefined;
  let comparesValues = false;
  const strayNumbers: Word[] = [];

  for (const piece of pieces)
    for (const [cue, captured] of piece.cues) if (!cues.has(cue)) cues.set(cue, captured);
  const isFunnel = cues.has('funnel');
  const otherMetric = (self: Piece) =>
    pieces.some(
      (p) => p !== self && kindsOf(p.links).has('metric') && !kindsOf(p.links).has('dimension'),
    );

  const mark = (piece: Piece, role: Span['role'], value: string) => {
    spans.push({
      from: words[piece.from]?.from ?? 0,
      to: words[piece.to - 1]?.to ?? 0,
      role,
      value,
      text: wordText(piece),
    });
  };
  let by = false;
  let negated = false;
  let contains = false;
  let versus = false;
  let rankAt = -9;
  let impliedRank = false;
  let openNot: Piece | undefined;
  let openBy: Piece | undefined;
  let rankBy: string | undefined;
  let ratio: Piece | undefined;
  const used = new Set<Piece>();

  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k];
    if (piece === undefined || used.has(piece)) continue;
    const before = pieces[k - 1];
    const after = pieces[k + 1];

    if (isUnknown(piece)) {
      const word = words[piece.from];
      if (word !== undefined && matters(word)) {
        if (by) unknownRole = 'dimension';
        unknown.push(word);
        mark(piece, 'unknown', word.text);
      }
      negated = false;
      continue;
    }

    const bareWeekday = piece.times.every((node) => node.op === 'weekday' && !node.strict);
    const isTime =
      piece.times.length > 0 &&
      !(valuesIn(piece).length > 0 && bareWeekday) &&
      !(
        piece.links.length > 0 &&
        piece.times.every((t) => t.op === 'month') &&
        kindsOf(piece.links).has('metric')
      );
    if (isTime) {
      openBy = undefined;
      if (negated && pieces.slice(k + 1).some((p) => p.times.length > 0)) {
        // "not last month, this month"
        negated = false;
        openNot = undefined;
        continue;
      }
      const node = piece.times[0];
      if (node !== undefined) times.push({ node, label: wordText(piece), against: versus, piece });
      mark(piece, versus ? 'comparison' : 'time', wordText(piece));
      negated = false;
      by = false;
      continue;
    }

    if (piece.links.length > 0) {
      openBy = undefined;
      const against = versus;
      versus = false;
      const kinds = kindsOf(piece.links);
      const role = chooseRole(kinds, k);
      const named = (kind: 'metric' | 'dimension' | 'event') => [
        ...new Set(piece.links.flatMap((l) => (l.target.kind === kind ? [l.target.name] : []))),
      ];
      const weight = piece.links[0]?.weight ?? 0;
      if (role === 'metric') {
        if ((by && rank !== null) || has(before, 'rank')) rankBy = named('metric')[0];
        else if (by && metrics.length > 0 && !has(before, 'and')) ratio = piece;
        metrics.push({ names: named('metric'), piece, weight });
        mark(piece, 'metric', named('metric').join('|'));
        by = false;
        negated = false;
      } else if (role === 'event') {
        events.push({ names: named('event'), piece, weight });
        mark(piece, 'event', named('event').join('|'));
      } else if (role === 'dimension') {
        readDimension(piece, k, named('dimension'), weight);
      } else {
        const options = valuesIn(piece);
        const previousDimension = dimensionsIn(before);
        const nextDimension = dimensionsIn(after);
        const narrowed = options.filter(
          (o) => previousDimension.includes(o.dimension) || nextDimension.includes(o.dimension),
        );
        const kept = narrowed.length > 0 ? narrowed : options;
        values.push({
          options: kept.map(({ dimension, value }) => ({ dimension, value })),
          negated: negated || excludedAfter(k),
          piece,
          weight,
        });
        mark(piece, 'value', kept.map((o) => `${o.dimension}=${o.value}`).join('|'));
        if (
          against &&
          values.some(
            (v) =>
              v.piece !== piece &&
              v.options.some((o) => kept.some((q) => q.dimension === o.dimension)),
          )
        )
          comparesValues = true;
        const absorbed = nextDimension.filter((name) => kept.some((o) => o.dimension === name));
        if (
          after !== undefined &&
          absorbed.length > 0 &&
          !kindsOf(after.links).has('metric') &&
          !valuesIn(after).length
        ) {
          used.add(after);
          mentioned.push(...absorbed);
          mark(after, 'value', absorbed.join('|'));
        } else if (
          after !== undefined &&
          absorbed.length > 0 &&
          !kindsOf(after.links).has('metric')
        ) {
          mentioned.push(...absorbed);
        }
        by = false;
        if (negated) openNot = undefined;
        if (!has(after, 'and')) negated = false;
      }
      continue;
    }

    readCues(piece, k);
  }

  if (times.length === 0 && grain === null) {
    // "revenue of the year", "on weekends": a unit that nothing took up is not dropped
    for (const piece of cover) {
      const word = words[piece.from];
      const lone = piece.unit !== undefined && piece.links.length === 0 && piece.cues.size === 0;
      if (
        lone &&
        word !== undefined &&
        !pieces.some((p) => p.quantity !== undefined && p.to === piece.from)
      )
        unknown.push(word);
    }
  } else {
    for (const piece of cover)
      if (piece.unit === 'weekend' && piece.cues.size === 0 && words[piece.from] !== undefined)
        pushWord(words[piece.from]);
  }

  const valuesOf = new Map<string, number>();
  for (const value of values)
    for (const o of value.negated ? [] : value.options.slice(0, 1))
      valuesOf.set(o.dimension, (valuesOf.get(o.dimension) ?? 0) + 1);
  if (cues.has('level') && [...valuesOf.values()].some((n) => n > 1)) comparesValues = true;
  const lone = cover.find(
    (p) =>
      p.unit !== undefined && p.unit !== 'weekend' && p.links.length === 0 && p.cues.size === 0,
  );
  if (rank !== null && lone?.unit !== undefined && dimensions.length === 0 && grain === null) {
    // "the best month", "the lowest day in July"
    grain = grainOf(lone.unit);
    singular = isSingularWord(words[lone.to - 1]);
  }

  // "revenue from orders over 100", "bookings by German guests": the noun that bears a condition
  for (let i = metrics.length - 1; i > 0; i--) {
    const slot = metrics[i];
    const at = slot === undefined ? -1 : pieces.indexOf(slot.piece);
    const countable = catalogue.metrics.some(
      (m) => slot?.names.includes(m.name) && (m.unit === undefined || m.unit === 'count'),
    );
    const bears = [pieces[at - 1], pieces[at + 1]].some(
      (p) =>
        p !== undefined &&
        (values.some((v) => v.piece === p) ||
          conditions.some((c) => c.piece === p) ||
          (conditions.some((c) => c.piece === pieces[at + 2]) &&
            p === pieces[at + 1] &&
            dimensionsIn(p).length > 0)),
    );
    const joined =
      has(pieces[at - 1], 'and') ||
      has(pieces[at - 1], 'versus') ||
      has(pieces[at - 1], 'by') ||
      has(pieces[at - 1], 'top') ||
      has(pieces[at - 1], 'bottom');
    if (
      slot !== undefined &&
      countable &&
      bears &&
      !joined &&
      rankBy === undefined &&
      !conditions.some(
        (c) =>
          c.about !== undefined &&
          slot.names.includes(c.about) &&
          c.quantities.every((q) => q.currency === undefined),
      )
    )
      metrics.splice(i, 1);
  }

  return {
    language,
    words,
    pieces,
    cues,
    first: new Set([
      ...(pieces[0]?.cues.keys() ?? []),
      ...(pieces[0] !== undefined && has(pieces[0], 'and') ? (pieces[1]?.cues.keys() ?? []) : []),
    ]),
    metrics,
    dimensions,
    mentioned,
    setAside,
    values,
    texts,
    conditions,
    times,
    events,
    grain,
    rank,
    singular,
    window,
    loneNumber,
    strayNumbers,
    comparesValues,
    rankBy,
    doubtful: openNot ?? ratio ?? openBy,
    unknown,
    unknownRole,
    mended: words.filter((word) => word.mended !== undefined),
    spans: spans.sort((a, b) => a.from - b.from),
  };

  function pushWord(word: Word | undefined): void {
    if (word !== undefined) unknown.push(word);
  }

  function chooseRole(
    kinds: ReadonlySet<Link['target']['kind']>,
    k: number,
  ): Link['target']['kind'] {
    if (isFunnel && kinds.has('event')) return 'event';
    if (kinds.size === 1) return [...kinds][0] ?? 'metric';
    const before = pieces[k - 1];
    const piece = pieces[k];
    const metric = kinds.has('metric');
    const dimension = kinds.has('dimension');
    if (metric && dimension) {
      const rankedHere = rankAt >= 0 && rankAt === k - 1;
      const counted = before?.quantity !== undefined && before.cues.size === 0;
      if (has(before, 'how_many')) return 'metric';
      if (by)
        return rank !== null && dimensions.length > 0 && metrics.length === 0
          ? 'metric'
          : 'dimension';
      if (rankedHere || counted)
        return dimensions.length > 0 && metrics.length === 0 ? 'metric' : 'dimension';
      if (has(before, 'which') || has(before, 'which_plural')) return 'dimension';
      if (dimensions.length > 0 && metrics.length === 0) return 'metric';
      return piece !== undefined &&
        otherMetric(piece) &&
        !has(before, 'and') &&
        !has(pieces[k + 1], 'and')
        ? 'dimension'
        : 'metric';
    }
    if (metric) return 'metric';
    if (dimension && kinds.has('value')) {
      if (by || has(before, 'which')) return 'dimension';
      return 'value';
    }
    if (kinds.has('value')) return 'value';
    if (dimension) return 'dimension';
    return 'event';
  }

  function readDimension(piece: Piece, k: number, names: string[], weight: number): void {
    const before = pieces[k - 1];
    const after = pieces[k + 1];
    const beforeValue = valuesIn(before).some((o) => names.includes(o.dimension)) && !by;
    const afterValue = valuesIn(after).some((o) => names.includes(o.dimension));
    if (!by && (beforeValue || afterValue)) {
      mentioned.push(...names);
      mark(piece, 'value', names.join('|'));
      return;
    }
    const only = catalogue.dimensions.filter((d) => names.includes(d.name));
    if (!by && only.every((d) => d.type === 'number') && only.length > 0) {
      // a number is spoken of with its condition; the condition looks for it
      const next = conditionOf(after) ?? conditionOf(before);
      if (next !== undefined) {
        mentioned.push(...names);
        mark(piece, 'condition', names.join('|'));
        return;
      }
    }
    if (!by || !rank) {
      const open = only.find((d) => d.type === 'string' && (d.values ?? []).length === 0);
      const value = open === undefined ? undefined : openValue(k);
      if (open !== undefined && value !== undefined) {
        texts.push({ dimension: open.name, value, negated, contains });
        if (negated) openNot = undefined;
        mentioned.push(open.name);
        mark(piece, 'value', `${open.name}=${value}`);
        negated = false;
        return;
      }
    }
    if (has(after, 'filter_word') || (has(before, 'remove') && !by)) {
      mentioned.push(...names);
      if (!has(after, 'filter_word')) setAside.push(...names.slice(0, 1));
      return;
    }
    dimensions.push({ names, piece, weight });
    mark(piece, 'dimension', names.join('|'));
    if (
      has(before, 'which') ||
      has(before, 'top') ||
      has(before, 'bottom') ||
      has(before, 'best_selling') ||
      has(before, 'worst_selling')
    ) {
      singular = singular || isSingular(piece, names);
    }
    if (has(before, 'which_plural')) singular = false;
  }

  /** A name written straight after an open dimension: quoted, capitalised, or with a digit. */
  function openValue(k: number): string | undefined {
    const quoted: Word[] = [];
    const own = pieces[k];
    if (own === undefined) return undefined;
    const start = own.to;
    if (words[start]?.fold === '"') {
      for (let i = start + 1; i < words.length && words[i]?.fold !== '"'; i++) {
        const word = words[i];
        if (word !== undefined) quoted.push(word);
      }
      const last = quoted.at(-1);
      const first = quoted[0];
      if (first === undefined || last === undefined) return undefined;
      for (const piece of pieces)
        if (piece.from >= start && piece.to <= start + quoted.length + 2) used.add(piece);
      return context.text.slice(first.from, last.to);
    }
    const run: Piece[] = [];
    for (let i = k + 1; i < pieces.length; i++) {
      const piece = pieces[i];
      if (piece === undefined || piece.from !== (run.at(-1)?.to ?? start)) break;
      const word = words[piece.from];
      if (
        word === undefined ||
        !(isUnknown(piece) || (piece.quantity !== undefined && piece.cues.size === 0))
      )
        break;
      if (isUnknown(piece) && !/^[\p{Lu}\d]/u.test(word.text)) break;
      run.push(piece);
    }
    const first = words[run[0]?.from ?? -1];
    const last = words[(run.at(-1)?.to ?? 0) - 1];
    if (first === undefined || last === undefined) return undefined;
    for (const piece of run) used.add(piece);
    return context.text.slice(first.from, last.to);
  }

  function isSingular(piece: Piece, names: readonly string[]): boolean {
    const word = words[piece.to - 1];
    if (word === undefined) return false;
    const fold = word.mended ?? word.fold;
    const link = piece.links.find(
      (l) => l.target.kind === 'dimension' && names.includes(l.target.name),
    );
    if (link === undefined) return false;
    if (language === 'en' || language === 'es' || language === 'pt' || language === 'fr')
      return !/[sx]$/.test(fold) || /(ss|us|is|ys)$/.test(fold);
    if (language === 'it') return !/i$/.test(fold) && (!/e$/.test(fold) || !link.inflected);
    if (language === 'nl') return !/(en|s)$/.test(fold);
    if (language === 'de') return !link.inflected || stemOf(word, 'de') === fold;
    return true;
  }

  function conditionOf(piece: Piece | undefined): ConditionSlot['operators'] | undefined {
    if (piece === undefined || piece.links.length > 0) return undefined;
    if (has(piece, 'between')) return ['gte', 'lte'];
    for (const cue of conditionCues) if (has(piece, cue)) return [cue];
    return undefined;
  }

  function isSingularWord(word: Word | undefined): boolean {
    return (
      (word !== undefined &&
        !/(s|meses|mesi|anni|giorni|settimane|trimestri|tage|tagen|wochen|monate|monaten|quartale|jahre|jahren|dagen|weken|maanden|kwartalen|jaren)$/.test(
          word.fold,
        )) ||
      word?.fold === 'mois' ||
      word?.fold === 'mes'
    );
  }

  /** Japanese and Chinese put "except" after the value. */
  function excludedAfter(k: number): boolean {
    return (
      (language === 'ja' || language === 'zh') &&
      has(pieces[k + 1], 'not') &&
      pieces[k + 1]?.links.length === 0
    );
  }

  function readCues(piece: Piece, k: number): void {
    const before = pieces[k - 1];
    const after = pieces[k + 1];
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
      const about = numberIn(after) ?? numberIn(before) ?? aboutOf(after) ?? aboutOf(before);
      if (
        numberIn(after) === undefined &&
        numberIn(before) !== undefined &&
        after !== undefined &&
        metrics.length > 0 &&
        aboutOf(after) !== undefined
      ) {
        // "a length of stay of more than 7 nights": the unit of the number, not another measure
        used.add(after);
        mark(after, 'condition', about ?? '');
      }
      if (
        about === aboutOf(after) &&
        about !== undefined &&
        after !== undefined &&
        kindsOf(after.links).has('dimension') &&
        !kindsOf(after.links).has('metric')
      ) {
        used.add(after);
        mark(after, 'condition', about);
      } else if (
        about !== undefined &&
        about === aboutOf(after) &&
        after !== undefined &&
        metrics.length > 0
      ) {
        used.add(after);
        mark(after, 'condition', about);
      }
      conditions.push({ operators, quantities, about, piece });
      mark(piece, 'condition', wordText(piece));
      return;
    }
    if (has(piece, 'moving_average')) {
      const average = captured('moving_average');
      window = average?.n ?? null;
      if (average?.unit !== undefined) grain = grainOf(average.unit);
      mark(piece, 'transform', 'moving_average');
      return;
    }
    if (has(piece, 'grain_each')) {
      openBy = undefined;
      const unit = captured('grain_each')?.unit;
      if (unit !== undefined) grain = grainOf(unit);
      by = true;
      mark(piece, 'grain', grain ?? '');
      return;
    }
    for (const [cue, value] of grainCues) {
      if (has(piece, cue)) {
        openBy = undefined;
        grain = value;
        mark(piece, 'grain', value);
        return;
      }
    }
    const nextIsValue =
      valuesIn(after).length > 0 ||
      (after !== undefined && dimensionsIn(after).length > 0 && valuesIn(pieces[k + 2]).length > 0);
    if (
      has(piece, 'not') &&
      (nextIsValue || !(has(piece, 'bottom') || has(piece, 'only') || has(piece, 'remove')))
    ) {
      if (nextIsValue) {
        negated = true;
        openNot = piece;
        mark(piece, 'condition', 'not');
        return;
      }
      if (!(language === 'ja' || language === 'zh')) {
        negated = true;
        openNot = piece;
      } else if (valuesIn(before).length === 0) openNot = piece;
    }
    if (
      has(piece, 'not') &&
      !negated &&
      k > 0 &&
      after !== undefined &&
      kindsOf(after.links).has('metric')
    )
      openNot = piece;
    if (has(piece, 'best_selling') || has(piece, 'worst_selling')) {
      rank = {
        direction: has(piece, 'best_selling') ? 'desc' : 'asc',
        n: numberNear(k),
        cut: false,
      };
      rankAt = k;
      const last = dimensions.at(-1);
      if (last !== undefined && has(pieces[pieces.indexOf(last.piece) - 1], 'which'))
        singular = isSingular(last.piece, last.names);
      mark(piece, 'rank', rank.direction);
    } else if (has(piece, 'top') || has(piece, 'bottom')) {
      const cut = isCut(piece);
      const direction = has(piece, 'top') ? 'desc' : 'asc';
      // "top 3 … with the lowest …": the superlative says which end, "top" only that there is a cut
      const kept = rank !== null && !impliedRank && cut ? rank.direction : direction;
      rank = { direction: kept, n: rank?.n ?? numberNear(k), cut: (rank?.cut ?? false) || cut };
      impliedRank = false;
      rankAt = k;
      mark(piece, 'rank', rank.direction);
    } else if (has(piece, 'ascending') || has(piece, 'descending')) {
      rank = {
        direction: has(piece, 'ascending') ? 'asc' : 'desc',
        n: rank?.n,
        cut: rank?.cut ?? false,
      };
      mark(piece, 'rank', rank.direction);
    } else if (has(piece, 'rank')) {
      rank = rank ?? { direction: 'desc', n: undefined, cut: false };
      rankAt = k;
      mark(piece, 'rank', 'desc');
    }
    if (
      has(piece, 'by') &&
      rank !== null &&
      dimensions.length > 0 &&
      eachWords.test(wordText(piece))
    )
      ratio = piece;
    if (has(piece, 'by')) {
      by = true;
      // Japanese says "by" after the thing
      if (!(language === 'ja' && dimensionsIn(before).length > 0)) openBy = piece;
    } else if (!has(piece, 'and')) by = false;
    if (has(piece, 'contains')) contains = true;
    if (has(piece, 'versus') || (has(piece, 'compare') && k > 0)) {
      versus = true;
      mark(piece, 'comparison', 'versus');
    }
    if (
      has(piece, 'previous_period') ||
      has(piece, 'same_period_last_year') ||
      has(piece, 'period_over_period')
    )
      mark(piece, 'comparison', [...piece.cues.keys()].join('|'));
    if (has(piece, 'share') || has(piece, 'cumulative'))
      mark(piece, 'transform', has(piece, 'share') ? 'share' : 'cumulative');
    for (const cue of intentCues) if (has(piece, cue)) mark(piece, 'intent', cue);
    if (piece.quantity !== undefined && piece.cues.size === 0) {
      const beside =
        rankAt === k - 1 ||
        has(after, 'top') ||
        has(after, 'bottom') ||
        has(after, 'best_selling') ||
        dimensionsIn(after).length > 0 ||
        (after !== undefined && words[after.from]?.kind === 'cjk');
      if (beside && dimensionsIn(after).length > 0 && rank === null) {
        rank = { direction: 'desc', n: undefined, cut: false };
        impliedRank = true;
      }
      if (beside && Number.isInteger(piece.quantity.value) && piece.quantity.value > 0) {
        if (rank !== null && rank.n === undefined) rank = { ...rank, n: piece.quantity.value };
        loneNumber = piece.quantity.value;
        mark(piece, 'rank', String(piece.quantity.value));
        rankAt = k;
      } else if (Number.isInteger(piece.quantity.value)) {
        loneNumber = piece.quantity.value;
        const word = words[piece.from];
        if (word !== undefined && word.kind === 'number') strayNumbers.push(word);
      }
    }
  }

  function numberIn(piece: Piece | undefined): string | undefined {
    return dimensionsIn(piece).find((name) =>
      catalogue.dimensions.some((d) => d.name === name && d.type === 'number'),
    );
  }

  function aboutOf(piece: Piece | undefined): string | undefined {
    if (piece === undefined) return undefined;
    for (const { target } of piece.links) {
      if (
        target.kind === 'dimension' &&
        catalogue.dimensions.find((d) => d.name === target.name)?.type === 'number'
      )
        return target.name;
      if (target.kind === 'metric') return target.name;
    }
    return undefined;
  }

  /** The number that belongs to a rank: just before or after it, or before the thing ranked. */
  function numberNear(k: number): number | undefined {
    for (const piece of [pieces[k + 1], pieces[k - 1], pieces[k - 2], pieces[k - 3]]) {
      if (
        piece?.quantity !== undefined &&
        piece.cues.size === 0 &&
        piece.links.length === 0 &&
        piece.times.length === 0 &&
        Number.isInteger(piece.quantity.value)
      )
        return piece.quantity.value;
      if (
        piece !== pieces[k + 1] &&
        piece !== undefined &&
        piece.links.length === 0 &&
        !has(piece, 'which')
      )
        break;
    }
    return undefined;
  }

  function isCut(piece: Piece): boolean {
    const word = words[piece.from];
    return (
      piece.to - piece.from === 1 &&
      word !== undefined &&
      /^(top|best|worst|bottom|flop|meilleurs?|meilleures?|pires?|mejor(es)?|peor(es)?|melhor(es)?|pior(es)?|miglior[ei]?|peggior[ei]?|beste[nrs]?|slechtste|schlechteste[nrs]?)$/.test(
        word.fold,
      )
    );
  }
}

function grainOf(unit: string): Grain | null {
  switch (unit) {
    case 'day':
    case 'week':
    case 'month':
    case 'quarter':
    case 'year':
      return unit;
    case 'fiscal_quarter':
      return 'quarter';
    case 'fiscal_year':
      return 'year';
    default:
      return null;
  }
}

/** "for each": a rank inside each group, which no frame can say. */
const eachWords =
  /\b(each|every|jede[nrsm]?|chaque|cada|ogni|ciascun[ao]?|elk|elke|iedere?)\b|每|ごと/i;

/** Whether an unknown word may carry meaning: not a lone letter, a sign or a kana. */
function matters(word: Word): boolean {
  if (word.kind === 'punctuation') return false;
  if (word.kind === 'cjk')
    return /[\u4e00-\u9fff\u30a0-\u30ff]/.test(word.fold) && word.fold !== 'ー';
  if (word.kind === 'number' || word.kind === 'date') return true;
  return word.fold.length > 1;
}
