import type { Piece } from '../cover/cover.js';
import { isSingularWord } from '../words/singular.js';
import type { Word } from '../words/words.js';
import { alignValues } from './align-values.js';
import { isCommonWord, isNamedValue } from './common-words.js';
import { isOfEntity } from './entities.js';
import { doubtedValues } from './near-values.js';
import { excludedAfter, readCues } from './read-cues.js';
import { readDimension } from './read-dimension.js';
import { readRatio } from './read-ratio.js';
import { readRest } from './read-rest.js';
import { chooseRole } from './read-role.js';
import { kindsOf, type Reading, type ReadingContext } from './reading.js';
import {
  dimensionsIn,
  has,
  mark,
  type ReadingState,
  startReading,
  tellsIn,
  valuesIn,
  wordText,
} from './reading-state.js';
import { isSingular, matters, timeLabel } from './surface.js';
import { comparesWeekdays } from './weekdays.js';

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
  const s = startReading(cover, words, context);
  const daysOfWeek = comparesWeekdays(s);
  for (let k = 0; k < s.pieces.length; k++) {
    const piece = s.pieces[k];
    if (piece === undefined || s.used.has(piece)) continue;
    const before = s.pieces[k - 1];
    const after = s.pieces[k + 1];

    if (piece.score === 0) {
      const word = s.words[piece.from];
      if (word !== undefined && tellsIn(s, word.fold)) continue;
      if (word !== undefined && (matters(word) || belongsToName(s, piece))) {
        if (s.by) s.unknownRole = 'dimension';
        s.unknown.push(word);
        mark(s, piece, 'unknown', word.text);
      }
      s.negated = false;
      continue;
    }

    const bareWeekday =
      piece.times.every((node) => node.op === 'weekday' && !node.strict) &&
      (daysOfWeek || !isOneWeekday(s, piece));
    const isTime =
      piece.times.length > 0 &&
      !(valuesIn(piece).length > 0 && bareWeekday) &&
      !isNamedValue(s, piece, k) &&
      // "Summer 2026" that is the name of a collection
      !(valuesIn(piece).length > 0 && piece.times.every(({ op }) => op === 'season')) &&
      !(valuesIn(piece).length > 0 && piece.times.every((t) => t.op === 'year' && t.year < 1990)) &&
      !(
        piece.links.length > 0 &&
        piece.times.every((t) => t.op === 'month') &&
        kindsOf(piece.links).has('metric')
      );
    if (isTime) {
      const number = numberOfName(s, before, piece);
      if (number !== undefined) s.unknown.push(number);
      s.openBy = undefined;
      if (s.negated && s.pieces.slice(k + 1).some((p) => p.times.length > 0)) {
        // "not last month, this month"
        s.negated = false;
        s.openNot = undefined;
        continue;
      }
      const node = piece.times[0];
      if (node !== undefined)
        s.times.push({ node, label: timeLabel(wordText(s, piece)), against: s.versus, piece });
      mark(s, piece, s.versus ? 'comparison' : 'time', wordText(s, piece));
      s.negated = false;
      s.by = false;
      continue;
    }

    const isValue = piece.links.length > 0 && valuesIn(piece).length === piece.links.length;
    const common = isValue && isCommonWord(s, piece, k);
    if (common && piece.cues.size === 0) {
      const word = s.words[piece.from];
      if (word !== undefined && !piece.filler && matters(word)) s.unknown.push(word);
      continue;
    }

    if (isMissedValue(s, before, piece)) {
      s.unknownRole = 'value';
      s.unknown.push(...s.words.slice(piece.from, piece.to));
      continue;
    }

    if (piece.links.length > 0 && !common) {
      s.openBy = undefined;
      const against = s.versus;
      s.versus = false;
      const kinds = kindsOf(piece.links);
      const role = chooseRole(s, kinds, k);
      const named = (kind: 'metric' | 'dimension' | 'event') => [
        ...new Set(piece.links.flatMap((l) => (l.target.kind === kind ? [l.target.name] : []))),
      ];
      const weight = piece.links[0]?.weight ?? 0;
      if (role === 'metric') {
        if ((s.by && s.rank !== null) || has(before, 'rank')) s.rankBy = named('metric')[0];
        else if (s.by && s.metrics.length > 0 && !has(before, 'and')) s.ratio = piece;
        s.metrics.push({ names: named('metric'), piece, weight });
        mark(s, piece, 'metric', named('metric').join('|'));
        s.by = false;
        s.negated = false;
      } else if (role === 'event') {
        s.events.push({ names: named('event'), piece, weight });
        mark(s, piece, 'event', named('event').join('|'));
      } else if (role === 'dimension') {
        readDimension(s, piece, k, named('dimension'), weight);
      } else {
        const options = valuesIn(piece);
        const previousDimension = dimensionsIn(before);
        const nextDimension = dimensionsIn(after);
        const exact = options.filter(
          (o) => previousDimension.includes(o.dimension) || nextDimension.includes(o.dimension),
        );
        const ofEntity = options.filter((o) =>
          isOfEntity(o.dimension, previousDimension, nextDimension),
        );
        const narrowed = exact.length > 0 ? exact : ofEntity;
        const kept = narrowed.length > 0 ? narrowed : options;
        if (before !== undefined && isNounBefore(before, s, kept)) {
          // "the store in Berlin": no breakdown by stores
          const at = s.dimensions.findIndex((slot) => slot.piece === before);
          s.mentioned.push(...(s.dimensions[at]?.names ?? []));
          s.dimensions.splice(at, 1);
        }
        if (after !== undefined && isNounOf(after, s, kept)) {
          // "the Berlin store": the noun says what the value is of
          s.used.add(after);
          mark(s, after, 'value', wordText(s, after));
        }
        const doubted = doubtedValues(s, piece, kept);
        s.values.push({
          options: (doubted ?? kept).map(({ dimension, value }) => ({ dimension, value })),
          doubted: doubted !== undefined,
          negated: s.negated || excludedAfter(s, k),
          piece,
          weight,
        });
        mark(s, piece, 'value', kept.map((o) => `${o.dimension}=${o.value}`).join('|'));
        if (
          against &&
          s.values.some(
            (v) =>
              v.piece !== piece &&
              v.options.some((o) => kept.some((q) => q.dimension === o.dimension)),
          )
        )
          s.comparesValues = true;
        const absorbed = nextDimension.filter((name) => kept.some((o) => o.dimension === name));
        if (
          after !== undefined &&
          !s.used.has(after) &&
          absorbed.length > 0 &&
          !kindsOf(after.links).has('metric') &&
          !valuesIn(after).length
        ) {
          s.used.add(after);
          s.mentioned.push(...absorbed);
          mark(s, after, 'value', absorbed.join('|'));
        } else if (
          after !== undefined &&
          absorbed.length > 0 &&
          !kindsOf(after.links).has('metric')
        ) {
          s.mentioned.push(...absorbed);
        }
        s.by = false;
        if (s.negated) s.openNot = undefined;
        if (!has(after, 'and')) s.negated = false;
      }
      continue;
    }

    readCues(s, piece, k);
  }

  alignValues(s);
  const ratio = readRatio(s);
  if (ratio === undefined) readRest(s);
  else Object.assign(s, { ratio: undefined, rankBy: undefined } satisfies Partial<ReadingState>);
  const [first, second] = s.pieces;
  return {
    language: s.language,
    text: s.context.text,
    words,
    pieces: s.pieces,
    cues: s.cues,
    first: new Set([
      ...(first?.cues.keys() ?? []),
      ...(has(first, 'and') ? (second?.cues.keys() ?? []) : []),
    ]),
    metrics: s.metrics,
    dimensions: s.dimensions,
    mentioned: s.mentioned,
    setAside: s.setAside,
    values: s.values,
    texts: s.texts,
    conditions: s.conditions,
    times: s.times,
    events: s.events,
    grain: s.grain,
    rank: s.rank,
    per: perOf(s),
    ratio,
    singular: s.singular,
    window: s.window,
    loneNumber: s.loneNumber,
    strayNumbers: s.strayNumbers,
    comparesValues: s.comparesValues,
    rankBy: s.rankBy,
    unknown: s.unknown,
    unknownRole: s.unknownRole,
    doubtful: s.openNot ?? s.ratio ?? s.openBy,
    passedOver: passedOver(cover, words),
    mended: words.filter((word) => word.mended !== undefined),
    spans: s.spans.sort((a, b) => a.from - b.from),
  };
}

/** Whether a piece is one thing that the value after it belongs to, and was read as a breakdown. */
function isNounBefore(
  piece: Piece,
  s: ReadingState,
  values: readonly { readonly dimension: string }[],
): boolean {
  const slot = s.dimensions.find((one) => one.piece === piece);
  const lead = s.pieces[s.pieces.indexOf(piece) - 1];
  return (
    slot !== undefined &&
    !has(lead, 'by') &&
    !has(lead, 'which') &&
    s.rank === null &&
    isSingular(s, piece, slot.names) &&
    values.every(({ dimension }) => isOfEntity(dimension, slot.names))
  );
}

/** Whether a piece is the noun that a value before it belongs to: "store" of "the Berlin store". */
function isNounOf(
  piece: Piece,
  s: ReadingState,
  values: readonly { readonly dimension: string }[],
): boolean {
  const names = dimensionsIn(piece);
  return (
    names.length > 0 &&
    !s.by &&
    !kindsOf(piece.links).has('metric') &&
    values.every(({ dimension }) => isOfEntity(dimension, names))
  );
}

/** Words of idle pieces, in their order. */
export const passedOver = (cover: readonly Piece[], words: readonly Word[]): readonly Word[] =>
  cover.filter(({ idle }) => idle === true).flatMap(({ from, to }) => words.slice(from, to));

/** Weekdays as they are said of all of them: "on Saturdays", "samstags". */
const eachWeek = /(?:days|tags|tagen?|wochs|wochen|abends|abenden?|dis|imanches|abados|omingos)$/;

/** "On Saturday", where the calendar tells weekdays apart: the last one, and not all of them. */
function isOneWeekday(s: ReadingState, piece: Piece): boolean {
  const values = valuesIn(piece);
  const ofCalendar = values.every(({ dimension }) =>
    s.catalogue.dimensions.some(
      ({ name, calendar }) => name === dimension && calendar === 'weekday',
    ),
  );
  const word = s.words[piece.to - 1];
  return values.length > 0 && ofCalendar && word !== undefined && !eachWeek.test(word.fold);
}

/** The dimension that follows a "by" after a rank: the rank holds inside each of its values. */
function perOf(s: ReadingState): Reading['per'] {
  const piece = s.pieces[s.perAt + 1];
  const slot = s.dimensions.find((dimension) => dimension.piece === piece);
  const ranked = s.dimensions.some((dimension) => dimension !== slot);
  const sold = s.pieces[s.perAt - 1];
  return ranked || has(sold, 'best_selling') || has(sold, 'worst_selling') ? slot : undefined;
}

/** "der Kategorie Kaffee", read as another word than a value of the dimension: no slip, a value that is not there. */
function isMissedValue(s: ReadingState, before: Piece | undefined, piece: Piece): boolean {
  const isSlip = s.words.slice(piece.from, piece.to).some((word) => word.mended !== undefined);
  if (!isSlip || s.by || s.rank !== null || before?.to !== piece.from) return false;
  const listed = s.catalogue.dimensions.some(
    ({ name, values = [] }) => dimensionsIn(before).includes(name) && values.length > 0,
  );
  const within = !kindsOf(before.links).has('metric') && valuesIn(piece).length === 0;
  return listed && within && piece.times.length === 0 && /^\p{Lu}/u.test(wordText(s, piece));
}

/** A lone letter after a value, as in "Line B", or before a number, as in "T-11": a part of a name. */
function belongsToName(s: ReadingState, { from }: Piece): boolean {
  const next = s.words[from + 1];
  if (next?.kind === 'number' && !next.spaced) return true;
  return (
    /^\p{Lu}$/u.test(s.words[from]?.text ?? '') && s.values.some(({ piece }) => piece.to === from)
  );
}

/**
 * The number of "Lamp 3 last month", which is part of the name before it rather than of the period: "3
 * last months" would be in the plural.
 */
function numberOfName(
  s: ReadingState,
  before: Piece | undefined,
  { from, to }: Piece,
): Word | undefined {
  const word = s.words[from];
  const isNumber = word?.kind === 'number' && /^[02-9]$|^\d{2,3}$/.test(word.fold);
  const follows = s.values.some(({ piece }) => piece === before && piece.to === from);
  return isNumber && follows && to - from > 2 && isSingularWord(s.words[to - 1]) ? word : undefined;
}
