import { currencyOf } from '../../numbers/index.js';
import { stem, tokenise } from '../../text/index.js';
import { isSingularWord } from '../words/singular.js';
import { dimensionsIn, has, mark, type ReadingState, tellsIn, wordText } from './reading-state.js';
import { grainOf } from './surface.js';

/** What only the whole question shows: units nobody took up, values set against each other, nouns that bear a condition. */
export function readRest(s: ReadingState): void {
  readSigns(s);
  readWorkingDays(s);
  readSeller(s);
  readBearers(s);
  // "unusual weeks": the step that is looked at; days are looked at anyway
  const looked = s.cues.has('anomaly') ? s.cover.find(isLoneUnit)?.unit : undefined;
  if (looked !== undefined && looked !== 'day') s.grain = s.grain ?? grainOf(looked);
  if (s.times.length === 0 && s.grain === null && looked === undefined) {
    // "revenue of the year", "on weekends": a unit that nothing took up is not dropped
    for (const piece of s.cover) {
      const word = s.words[piece.from];
      if (
        isLoneUnit(piece) &&
        word !== undefined &&
        !isRanked(s, piece) &&
        !readWeekend(s, piece) &&
        !s.pieces.some((p) => p.quantity !== undefined && p.to === piece.from)
      )
        s.unknown.push(word);
    }
  } else {
    for (const piece of s.cover)
      if (
        isLoneUnit(piece) &&
        looked === undefined &&
        isForeign(s, piece) &&
        !readWeekend(s, piece)
      )
        s.unknown.push(...s.words.slice(piece.from, piece.from + 1));
  }

  const valuesOf = new Map<string, number>();
  for (const value of s.values)
    for (const o of value.negated ? [] : value.options.slice(0, 1))
      valuesOf.set(o.dimension, (valuesOf.get(o.dimension) ?? 0) + 1);
  const divides = s.pieces.some(
    (piece, k) =>
      dividing.test(wordText(s, piece)) &&
      s.values.some((value) => value.piece === s.pieces[k + 1]),
  );
  if ((s.cues.has('level') || divides) && [...valuesOf.values()].some((n) => n > 1))
    s.comparesValues = true;
  const lone = s.cover.find(
    (p) =>
      p.unit !== undefined && p.unit !== 'weekend' && p.links.length === 0 && p.cues.size === 0,
  );
  if (
    s.rank !== null &&
    lone?.unit !== undefined &&
    s.dimensions.length === 0 &&
    s.grain === null
  ) {
    // "the best month", "the lowest day in July"
    s.grain = grainOf(lone.unit);
    s.singular = isSingularWord(s.words[lone.to - 1]);
  }

  // "revenue from orders over 100", "bookings by German guests": the noun that bears a condition
  for (let i = s.metrics.length - 1; i > 0; i--) {
    const slot = s.metrics[i];
    const at = slot === undefined ? -1 : s.pieces.indexOf(slot.piece);
    const countable = s.catalogue.metrics.some(
      (m) => slot?.names.includes(m.name) && (m.unit === undefined || m.unit === 'count'),
    );
    const bears = [s.pieces[at - 1], s.pieces[at + 1]].some(
      (p) =>
        p !== undefined &&
        (s.values.some((v) => v.piece === p) ||
          s.conditions.some((c) => c.piece === p) ||
          (s.conditions.some((c) => c.piece === s.pieces[at + 2]) &&
            p === s.pieces[at + 1] &&
            dimensionsIn(p).length > 0)),
    );
    const joined =
      has(s.pieces[at - 1], 'and') ||
      has(s.pieces[at - 1], 'versus') ||
      has(s.pieces[at - 1], 'by') ||
      has(s.pieces[at - 1], 'top') ||
      has(s.pieces[at - 1], 'bottom');
    if (
      slot !== undefined &&
      countable &&
      bears &&
      !joined &&
      s.rankBy === undefined &&
      !s.conditions.some(
        (c) =>
          c.about !== undefined &&
          slot.names.includes(c.about) &&
          c.quantities.every((q) => q.currency === undefined),
      )
    )
      s.metrics.splice(i, 1);
  }
}

/** What divides figures among the values that follow. */
const dividing =
  /\b(?:split|divided|broken down|aufgeteilt|unterteilt|verteilt|verteilung|among|between)\b/i;

/** "best day ever": the step that is ranked. */
function isRanked(s: ReadingState, { unit }: ReadingState['cover'][number]): boolean {
  return s.rank !== null && s.dimensions.length === 0 && unit !== 'weekend';
}

/** "on weekdays", "unter der Woche": days that are of no weekend, where the catalogue tells that. */
function readWorkingDays(s: ReadingState): void {
  const dimension = s.catalogue.dimensions.find(({ calendar }) => calendar === 'weekend');
  const [value] = dimension?.values ?? [];
  for (const piece of s.pieces) {
    if (!has(piece, 'working_days')) continue;
    if (dimension === undefined || value === undefined) {
      s.unknown.push(...s.words.slice(piece.from, piece.to));
      continue;
    }
    const { name } = dimension;
    s.values.push({
      options: [{ dimension: name, value }],
      negated: false,
      piece,
      weight: 1,
      doubted: false,
    });
    mark(s, piece, 'value', `${name}=${value}`);
  }
}

/** "our best seller": a product, where the catalogue says what products are. */
function readSeller(s: ReadingState): void {
  const product = s.catalogue.studies?.items.product;
  if (product === undefined || s.dimensions.length > 0 || s.grain !== null) return;
  const piece = s.pieces.find((one) => has(one, 'best_selling') || has(one, 'worst_selling'));
  const other = s.pieces.find(
    (one) => one !== piece && (has(one, 'best_selling') || has(one, 'worst_selling')),
  );
  // "best sellers and worst sellers": one list has one order
  if (other !== undefined) {
    s.unknown.push(...s.words.slice(other.from, other.to));
    return;
  }
  const asksWhat = asking.test(s.context.text);
  if (piece === undefined || !(asksWhat || sellers.test(wordText(s, piece)))) return;
  s.dimensions.push({ names: [product], piece, weight: 1 });
  s.singular = s.singular || /(?:seller|schlager|renner|hüter)$/i.test(wordText(s, piece));
}

/** "What sold best", "tell me what we sold most of". */
const asking =
  /^(?:what|was)\b(?! (?:is|are|was|were) (?:the|our)?)|\bwhat (?:we |did we |has |have )?(?:sold|sells?|selling)\b/i;

/** Nouns of products that sell, rather than how things sell. */
const sellers = /(?:sellers?|bestsellern?|schlager|renner|hüter)$/i;

/** "on weekends": whatever weekend it was, where the catalogue tells that of a moment. */
function readWeekend(s: ReadingState, piece: ReadingState['cover'][number]): boolean {
  const dimension = s.catalogue.dimensions.find(({ calendar }) => calendar === 'weekend');
  const [, value] = dimension?.values ?? [];
  if (piece.unit !== 'weekend' || dimension === undefined || value === undefined) return false;
  const general = s.pieces.some((one) => has(one, 'working_days'));
  if (isSingularWord(s.words[piece.to - 1]) && !general) return false;
  const { name } = dimension;
  s.values.push({
    options: [{ dimension: name, value }],
    negated: false,
    piece,
    weight: 1,
    doubted: false,
  });
  mark(s, piece, 'value', `${name}=${value}`);
  return true;
}

/** A calendar unit that nothing took up. */
function isLoneUnit(piece: ReadingState['cover'][number]): boolean {
  return (
    piece.unit !== undefined &&
    piece.links.length === 0 &&
    piece.times.length === 0 &&
    piece.cues.size === 0
  );
}

/** "revenue in $": a sign of a currency that figures are not told in. */
function readSigns(s: ReadingState): void {
  for (const piece of s.cover) {
    const word = s.words[piece.from];
    const isSign =
      word?.kind === 'punctuation' && piece.quantity === undefined && piece.cues.size === 0;
    if (isSign && currencyOf(word.fold) !== undefined && !tellsIn(s, word.fold))
      s.unknown.push(word);
  }
}

/** Whether a lone unit is none of the question's periods and steps: "the year 2026" is one of them. */
function isForeign(s: ReadingState, { unit }: ReadingState['cover'][number]): boolean {
  if (unit === 'weekend') return true;
  if (s.rank !== null || s.grain !== null) return false;
  return s.times.every(({ node }) => {
    switch (node.op) {
      case 'this':
      case 'to_date':
      case 'last':
      case 'next':
      case 'ago':
        return node.unit !== unit;
      case 'year':
      case 'month':
      case 'quarter':
      case 'week':
        return node.op !== unit && unit !== 'year';
      case 'day_offset':
      case 'weekday':
      case 'holiday':
        return unit !== 'day';
      default:
        return false;
    }
  });
}

/** How many words a noun may be away from the condition that it bears. */
const nearBy = 3;

/** "customers older than 65" of a customer age: the noun is a part of the attribute's name. */
function readBearers(s: ReadingState): void {
  for (const { about, piece } of s.conditions) {
    const attribute = s.catalogue.dimensions.find(({ name }) => name === about);
    const stems = tokenise(attribute?.label ?? '').map(({ fold }) => stem(fold, s.language));
    const at = s.unknown.findIndex(
      (word) =>
        Math.abs(s.words.indexOf(word) - piece.from) <= nearBy &&
        stems.includes(stem(word.fold, s.language)),
    );
    if (at >= 0) s.unknown.splice(at, 1);
  }
}
