import type { Link } from '../../linking/index.js';
import type { Cue } from '../../locales/index.js';
import type { Piece } from '../cover/cover.js';
import type { Word } from '../words/words.js';
import { proportionIn } from './ratio-words.js';
import type { ReadingContext } from './reading.js';

/** What figures are called by the words around them, and by no name of theirs. */
interface Spoken extends ReadingContext {
  readonly pieces: readonly Piece[];
  readonly words: readonly Word[];
}

const sold = /^(?:sold|verkauft(?:e[mnrs]?)?)$/;
const itemWords =
  /^(?:items?|units?|pieces?|pcs|articles?|stuck(?:e|s)?|stk|artikels?|einheit(?:en)?)$/;
const countedItems = /^(?:units?|pieces?|pcs|stuck(?:e|s)?|stk)$/;
const dividing = /^(?:per|pro|je|each|every|for each)$/;
const moreWords =
  /^(?:more|less|most|least|spend|spent|mehr|weniger|meisten|wenigsten|ausgegeben)$/;
const spenders = /^(?:customers|people|buyers|kunden)$/;
const orderWords = /^(?:order|purchase|basket|bestellung|einkauf|auftrag)$/;
const weekdayWords =
  /^(?:(?:or|and|than|vs|versus) )?(?:(?:during|in|on) )?(?:the )?(?:weekdays?|week|workdays?|working days?|werktags?|werktagen?|wochentags?|unter der woche)$/;
const weekendWords = /^(?:weekends?|wochenenden?)$/;
const cancelled = /^(?:cancell?ed|storniert(?:e[nr]?)?)$/;
const shopping = /^(?:shop|store)$/;
const shoppers = /^(?:people|customers|they|buyers|visitors|we)$/;

/**
 * Pieces whose figure is told by the words around it: "per item sold" are units, "more per order" is the
 * average order value, "orders that get cancelled" are cancellations, "when people shop" no shop.
 */
export function spokenFigures(
  pieces: readonly Piece[],
  words: readonly Word[],
  context: ReadingContext,
): readonly Piece[] {
  const spoken: Spoken = { ...context, pieces, words };
  const readers = [
    proportions,
    wholes,
    soldItems,
    perOrder,
    weekendsAndWeekdays,
    cancelledOrders,
    shoppingPeople,
  ];
  return [...readers, modifiers].reduce((now, read) => read({ ...spoken, pieces: now }), pieces);
}

/** "revenue per item sold", "more than 200 pcs": how many were sold rather than which. */
function soldItems(s: Spoken): readonly Piece[] {
  const units = metricOf(s, 'units');
  if (units === undefined) return s.pieces;
  return s.pieces.map((piece, k) => {
    const [first = '', ...others] = foldOf(s, piece).split(' ');
    const isSoldInside = others.length > 0 && sold.test(first);
    const said = isSoldInside ? others.join(' ') : [first, ...others].join(' ');
    if (!itemWords.test(said) || (namesMetric(piece) && !namesDimension(piece))) return piece;
    const [before, after] = [s.words[piece.from - 1]?.fold ?? '', s.words[piece.to]?.fold ?? ''];
    const isSold = isSoldInside || sold.test(before) || sold.test(after);
    const at = isSoldInside || !sold.test(before) ? piece.from - 1 : piece.from - 2;
    const isPer = isSold && dividing.test(s.words[at]?.fold ?? '');
    const last = s.pieces[k - 1];
    const isCounted = countedItems.test(said) && last !== undefined && isCondition(last);
    return isPer || isCounted ? named(piece, units) : piece;
  });
}

/** "do weekends bring more per order": what an order comes to. */
function perOrder(s: Spoken): readonly Piece[] {
  const value = s.catalogue.metrics.find(
    ({ name }) => s.lexicon.conceptOf.get(name)?.has('average order value') === true,
  );
  const more = s.pieces.findIndex(
    (piece, k) =>
      moreWords.test(foldOf(s, piece)) &&
      dividing.test(foldOf(s, s.pieces[k + 1])) &&
      orderWords.test(foldOf(s, s.pieces[k + 2])),
  );
  const isSpender = (piece: Piece) => spenders.test(foldOf(s, piece));
  const others = s.pieces.filter(
    (piece, k) => k !== more + 2 && namesMetric(piece) && !isSpender(piece),
  );
  if (value === undefined || more < 0 || others.length > 0) return s.pieces;
  return s.pieces.map((piece, k) => {
    if (k === more || k === more + 1 || isSpender(piece)) return silent(piece);
    return k === more + 2 ? named(piece, value.name) : piece;
  });
}

/** "weekends than weekdays": the two kinds of days, and not which day of the week. */
function weekendsAndWeekdays(s: Spoken): readonly Piece[] {
  const dimension = s.catalogue.dimensions.find(({ calendar }) => calendar === 'weekend');
  const [workdays, weekend] = dimension?.values ?? [];
  const ends = s.pieces.filter((piece) => weekendWords.test(foldOf(s, piece)));
  const days = s.pieces.filter((piece) => weekdayWords.test(foldOf(s, piece)));
  if (dimension === undefined || workdays === undefined || weekend === undefined) return s.pieces;
  if (ends.length !== 1 || days.length !== 1) return s.pieces;
  const value = (piece: Piece, one: string): Piece => ({
    ...silent(piece),
    filler: false,
    links: [
      {
        target: { kind: 'value', dimension: dimension.name, value: one },
        weight: 1,
        inflected: false,
      },
    ],
  });
  return s.pieces.map((piece) => {
    if (ends.includes(piece)) return value(piece, weekend);
    return days.includes(piece) ? value(piece, workdays) : piece;
  });
}

/** "what percentage of orders get cancelled": cancellations by orders. */
function cancelledOrders(s: Spoken): readonly Piece[] {
  const metric = metricOf(s, 'cancellation');
  const asksShare = s.pieces.some((piece) => piece.cues.has('share'));
  const orders = s.pieces.some(({ links }) =>
    links.some(
      ({ target }) => target.kind === 'metric' && target.name === s.catalogue.studies?.order.count,
    ),
  );
  if (metric === undefined || !asksShare || !orders) return s.pieces;
  return s.pieces.map((piece) => (cancelled.test(foldOf(s, piece)) ? named(piece, metric) : piece));
}

/** "when do people shop": a verb, where a shop is a place elsewhere. */
function shoppingPeople(s: Spoken): readonly Piece[] {
  return s.pieces.map((piece) =>
    shopping.test(foldOf(s, piece)) && shoppers.test(s.words[piece.from - 1]?.fold ?? '')
      ? silent(piece)
      : piece,
  );
}

/** "refunds relative to revenue": one measure by the other. */
function proportions(s: Spoken): readonly Piece[] {
  const metrics = s.pieces.filter(namesMetric);
  const [first, last] = [metrics[0], metrics.at(-1)];
  if (first === undefined || last === undefined || first === last) return s.pieces;
  const place = proportionIn(s.words.slice(first.to, last.from).map(({ fold }) => fold));
  if (place === undefined) return s.pieces;
  const [from, to] = [first.to + place.from, first.to + place.to];
  const inside = s.pieces.filter((piece) => piece.from >= from && piece.to <= to);
  const crossed = s.pieces.some(
    (piece) => piece.from < to && piece.to > from && !inside.includes(piece),
  );
  const [start] = inside;
  if (crossed || start === undefined) return s.pieces;
  const ratio: Piece = {
    ...silent(start),
    from,
    to,
    filler: false,
    cues: new Map([['ratio', { quantities: [] }]]),
  };
  return s.pieces.flatMap((piece) => {
    if (piece === start) return [ratio];
    return inside.includes(piece) ? [] : [piece];
  });
}

const wholeWords =
  /^(?:an|am|among|amongst|unter|of|von|in|the|all|allen|our|unseren|den|der|total|every)$/;

/** "Anteil der Bestandskunden an den Kunden": the customers are the whole, and no breakdown. */
function wholes(s: Spoken): readonly Piece[] {
  const share = s.pieces.findIndex((piece) => piece.cues.has('share'));
  const part = s.pieces.find((piece, k) => k > share && share >= 0 && namesMetric(piece));
  if (part === undefined) return s.pieces;
  const whole = s.pieces.find((piece) => piece.from > part.to && piece.links.length > 0);
  if (whole === undefined || !namesMetric(whole) || !namesDimension(whole)) return s.pieces;
  const between = s.words.slice(part.to, whole.from).map(({ fold }) => fold);
  if (!between.every((word) => wholeWords.test(word))) return s.pieces;
  const links = whole.links.filter(({ target }) => target.kind === 'metric');
  return s.pieces.map((piece) => {
    if (piece === whole) return { ...piece, links };
    return piece.from >= part.to && piece.to <= whole.from ? silent(piece) : piece;
  });
}

/** "buy-and-fly customers": words joined to a modifier that says nothing known are not passed over. */
function modifiers(s: Spoken): readonly Piece[] {
  const isJoined = (at: number) =>
    s.text.slice(s.words[at]?.to ?? 0, s.words[at + 1]?.from ?? 0) === '-';
  return s.pieces.flatMap((piece, k) => {
    const isPart = s.words.slice(piece.from, piece.to).every((_, i) => {
      const at = piece.from + i;
      return isJoined(at) || isJoined(at - 1);
    });
    if (!isPart || !saysNothing(piece)) return [piece];
    const rest = s.pieces.slice(k);
    const end = rest.findIndex((one) => !isJoined(one.to - 1));
    const start = s.pieces.slice(0, k).findLastIndex((one) => !isJoined(one.to - 1)) + 1;
    const whole = [...s.pieces.slice(start, k), ...rest.slice(0, end + 1)];
    const next = rest[end + 1];
    const isModifier = whole.length > 1 && whole.every(saysNothing) && next !== undefined;
    return isModifier && next.links.length > 0 ? unknown(piece) : [piece];
  });
}

const idle: readonly Cue[] = ['and', 'silent', 'follow', 'add'];

/** Whether a piece is filler or not known at all. */
const saysNothing = ({ links, times, cues, unit }: Piece): boolean =>
  links.length + times.length === 0 &&
  unit === undefined &&
  [...cues.keys()].every((cue) => idle.includes(cue));

/** The words of a piece, as words that are not known. */
const unknown = (piece: Piece): Piece[] =>
  Array.from({ length: piece.to - piece.from }, (_, i) => ({
    ...silent(piece),
    from: piece.from + i,
    to: piece.from + i + 1,
    score: 0,
    filler: false,
  }));

function metricOf({ catalogue, lexicon }: ReadingContext, concept: string): string | undefined {
  return catalogue.metrics.find(({ name }) => lexicon.conceptOf.get(name)?.has(concept) === true)
    ?.name;
}

const namesMetric = ({ links }: Piece): boolean =>
  links.some(({ target }) => target.kind === 'metric');

const namesDimension = ({ links }: Piece): boolean =>
  links.some(({ target }) => target.kind === 'dimension');

const isCondition = ({ cues }: Piece): boolean =>
  (['gt', 'gte', 'lt', 'lte', 'between'] as const).some((cue) => cues.has(cue));

function foldOf({ words }: Spoken, piece: Piece | undefined): string {
  if (piece === undefined) return '';
  return words
    .slice(piece.from, piece.to)
    .map(({ fold }) => fold)
    .join(' ');
}

/** A piece that says nothing. */
function silent({ from, to, score }: Piece): Piece {
  return {
    from,
    to,
    score: Math.max(score, 1),
    links: [],
    cues: new Map(),
    times: [],
    filler: true,
  };
}

/** A piece that names a metric and nothing else. */
function named(piece: Piece, name: string): Piece {
  const link: Link = { target: { kind: 'metric', name }, weight: 1, inflected: false };
  return { ...silent(piece), filler: false, links: [link] };
}
