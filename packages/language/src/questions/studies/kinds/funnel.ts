import type { CatalogueStudies } from '../../../linking/index.js';
import { declined } from '../../building/built.js';
import type { StudyReader } from '../meaning.js';
import { takeWithin } from '../parts.js';
import type { StudyPiece, StudyReading } from '../study-reading.js';

/** "Conversion from product view to order", "who added to the cart but did not buy?" */
export const readFunnel: StudyReader = (reading, { catalogue: { studies } }) => {
  if (studies === undefined) return undefined;
  const acts = actsIn(reading);
  if (isRateOfOrders(reading, acts, studies)) return undefined;
  // "customers that we lost" are no step of a way
  const leaves =
    reading.tells('leaving') &&
    (acts.length > 1 || reading.has('where') || (acts.length > 0 && !asksMoney(reading)));
  const { ofCustomer } = studies;
  const isOfVisitors =
    reading.has('visitors') &&
    reading.has('rate') &&
    acts.length === 1 &&
    acts[0]?.things('act').includes(studies.order.act) === true;
  if (!reading.has('funnel') && !leaves && !isOfVisitors && !isWay(reading, acts)) return undefined;
  const denies = reading.some((piece) => piece.has('denied') && acts.length > 1);
  for (const act of acts) reading.take((piece) => piece === act, 'event', act.things('act')[0]);
  reading.takeAll((piece) => isSaidAgain(piece, acts), 'event');
  const within = takeWithin(reading) ?? null;
  reading.takeAll((piece) =>
    piece.has(
      'funnel',
      'leaving',
      'conversion',
      'but',
      'next',
      'after',
      'who',
      'rate',
      'list',
      'where',
      ...(denies ? (['denied'] as const) : []),
    ),
  );
  reading.takeAll(
    (piece) =>
      piece.has('from', 'to') &&
      piece.values.length === 0 &&
      // "nach Gerät"
      !(piece.hasBase('by') && (reading.pieces[piece.at + 1]?.dimensions.length ?? 0) > 0),
  );
  reading.takeAll((piece) => piece.hasBase('funnel'));
  // visitors' countries are known of hardly any but those who bought
  const told = reading.pieces.find(({ values }) =>
    values.some(({ dimension }) => ofCustomer.includes(dimension)),
  );
  if (told !== undefined) return declined({ reason: 'unsupported', said: told.text });
  // "what percentage of visitors buy"
  const steps = isOfVisitors
    ? [studies.way[0] ?? '', studies.order.act]
    : stepsOf(reading, acts, studies, leaves && reading.has('where'));
  if (steps.length < 2) return declined({ reason: 'unsupported', said: acts[0]?.text ?? '' });
  return {
    kind: 'meaning',
    studies: [{ kind: 'funnel', steps, shown: leaves || denies ? 'dropped' : 'steps', within }],
    accepts: ['time', 'filters', 'breakdown', 'day', 'week', 'month'],
  };
};

/** "How much did we lose to refunds": money, where nobody is spoken of. */
const asksMoney = (reading: StudyReading): boolean =>
  !reading.has('who', 'visitors') &&
  reading.pieces.some(({ text }) => /^(?:how much|wie ?viel|money|geld)\b/i.test(text));

/** Whether a piece names an act that was named before. */
const isSaidAgain = (piece: StudyPiece, acts: readonly StudyPiece[]): boolean =>
  acts.some((act) => act.things('act')[0] === piece.things('act')[0]) &&
  piece.things('act').length > 0;

/** "Checkout funnel: cart, checkout, order": the word only names the funnel whose steps follow. */
function isModifier(reading: StudyReading, { at }: StudyPiece): boolean {
  const after = reading.pieces.slice(at + 2).filter((piece) => piece.things('act').length > 0);
  return reading.pieces[at + 1]?.has('funnel') === true && after.length > 1;
}

/** Acts one after another, each once. */
function actsIn(reading: StudyReading): StudyPiece[] {
  const seen = new Set<string>();
  return reading.pieces.filter((piece) => {
    const [name] = piece.things('act');
    if (name === undefined || seen.has(name) || piece.has('who')) return false;
    if (isModifier(reading, piece)) return false;
    seen.add(name);
    return true;
  });
}

/** Whether acts are told as steps of one way: "from … to …", "… but did not …". */
function isWay(reading: StudyReading, acts: readonly StudyPiece[]): boolean {
  const [first, last] = [acts[0], acts.at(-1)];
  if (first === undefined || last === undefined || first === last) return false;
  const between = reading.pieces.slice(first.at + 1, last.at);
  const joined = between.some((piece) => piece.has('denied', 'but', 'next', 'after'));
  const led = reading.pieces.slice(0, first.at).some((piece) => piece.has('from'));
  const isAlone =
    first.at <= 1 && between.every((piece) => piece.has('to') || piece.piece.score <= 9);
  const before = reading.pieces.slice(Math.max(0, first.at - 2), first.at);
  const isRelative = before.some(({ text }) => /(?:^|\s)(?:who|that|die|welche)$/i.test(text));
  return (
    joined ||
    isRelative ||
    (isAlone && between.some((piece) => piece.has('to') && !piece.hasBase('and'))) ||
    reading.some((piece) => piece.has('conversion') || piece.hasBase('funnel')) ||
    (led && between.some((piece) => piece.has('to') && !piece.hasBase('by')))
  );
}

/**
 * The steps as they were named; with one, or asked where people are lost between two, the shop's own
 * way between them.
 */
function stepsOf(
  reading: StudyReading,
  acts: readonly StudyPiece[],
  { way, order }: CatalogueStudies,
  between: boolean,
): readonly string[] {
  const named = acts.flatMap((piece) => piece.things('act').slice(0, 1));
  const [first, second] = acts;
  if (first === undefined) return way;
  if (second === undefined) {
    const [only = ''] = named;
    return only === order.act ? way : [only, order.act];
  }
  const isTurned = reading.pieces
    .slice(first.at + 1, second.at)
    .some((piece) => piece.has('after'));
  const steps = isTurned ? named.toReversed() : named;
  const [from, to] = [way.indexOf(steps[0] ?? ''), way.indexOf(steps.at(-1) ?? '')];
  return between && steps.length === 2 && from >= 0 && from < to ? way.slice(from, to + 1) : steps;
}

/** "What percentage of orders get cancelled": single orders, of which metrics tell, and not people. */
function isRateOfOrders(
  reading: StudyReading,
  acts: readonly StudyPiece[],
  { order }: CatalogueStudies,
): boolean {
  const [first, second] = acts;
  if (first === undefined || second === undefined || acts.length > 2) return false;
  return (
    reading.has('rate') &&
    !reading.has('who', 'visitors', 'funnel') &&
    first.things('act').includes(order.act) &&
    first.metrics.includes(order.count) &&
    second.things('act').includes('order.cancelled')
  );
}
