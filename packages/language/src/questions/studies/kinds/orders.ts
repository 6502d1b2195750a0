import type { Catalogue } from '../../../linking/index.js';
import type { StudyReader } from '../meaning.js';
import { takeNumber, thresholdOf } from '../parts.js';
import type { OrdersStudy } from '../study.js';
import type { StudyPiece, StudyReading } from '../study-reading.js';

/** "Orders above 500", "orders with a discount", "the orders behind yesterday's revenue". */
export const readOrders: StudyReader = (reading, { catalogue }) => {
  const { studies } = catalogue;
  if (studies === undefined || reading.has('who')) return undefined;
  const undone = readUndone(reading, catalogue);
  if (undone !== undefined) return undone;
  const noun = reading.pieces.find((piece) => piece.things('act').includes(studies.order.act));
  if (noun === undefined) return undefined;
  const threshold = thresholdAfter(reading, noun);
  // a number of the orders themselves, where the catalogue has one
  const attribute = [threshold && threshold.at - 1, threshold && threshold.at + 1].some(
    (at) => at !== undefined && isNumber(reading.pieces[at], catalogue),
  );
  if (attribute) return undefined;
  const isDiscount = reading.has('discount');
  const isBehind = reading.has('behind');
  // "the latest orders", "the last 15 orders"
  const beforeNoun = reading.pieces[noun.at - 1];
  const isCounted = beforeNoun?.piece.quantity !== undefined && beforeNoun.piece.cues.size === 0;
  const isLatest = reading.pieces[noun.at - (isCounted ? 2 : 1)]?.has('latest') === true;
  const ranked = reading.pieces
    .slice(Math.max(0, noun.at - 3), noun.at)
    .find((piece) => piece.hasBase('top') && piece.piece.links.length === 0);
  if (threshold === undefined && !isDiscount && !isBehind && !isLatest && ranked === undefined) {
    return undefined;
  }
  // "countries with orders over 500": a condition on groups
  if (reading.pieces.slice(0, noun.at).some(({ dimensions }) => dimensions.length > 0))
    return undefined;
  reading.take((piece) => piece === noun, 'event', studies.order.act);
  const conditions: OrdersStudy['conditions'][number][] = [];
  let metric = isDiscount ? studies.order.discount : studies.order.metric;
  if (threshold !== undefined) {
    reading.take((piece) => piece === threshold, 'condition');
    conditions.push(...(thresholdOf(threshold)?.conditions ?? []));
    const beside = [reading.pieces[threshold.at + 1], reading.pieces[threshold.at - 1]];
    const named = reading.take(
      (piece) => beside.includes(piece) && piece.metrics.length > 0 && piece !== noun,
      'metric',
    );
    const [unit] = beside.flatMap((piece) => piece?.things('column') ?? []);
    if (unit === 'units' && named === undefined)
      reading.take((piece) => beside.includes(piece) && piece.things('column').includes(unit));
    metric = named?.metrics[0] ?? (unit === 'units' ? unit : metric);
  } else if (isBehind) {
    const measure = reading.take(({ metrics }) => metrics.length > 0, 'metric');
    metric = measure?.metrics[0] ?? metric;
  } else if (isDiscount) {
    reading.take((piece) => piece.metrics.includes(studies.order.discount), 'metric');
  }
  // what refunds take is listed as well, but is no order below an amount or with a discount
  const open = conditions.every(({ operator }) => operator === 'lt' || operator === 'lte');
  if (isDiscount || (open && conditions.length > 0)) conditions.push({ operator: 'gt', value: 0 });
  reading.takeAll((piece) => piece.has('discount', 'behind', 'spending'));
  if (isLatest) reading.take((piece) => piece.has('latest'), 'rank');
  if (ranked !== undefined) reading.take((piece) => piece === ranked, 'rank');
  const limit = ranked !== undefined || isLatest ? (takeNumber(reading) ?? 10) : null;
  const counts = reading.some((piece) => piece.hasBase('how_many') || piece.has('count'));
  reading.takeAll((piece) => piece.has('list'));
  return {
    kind: 'meaning',
    studies: [
      {
        kind: 'orders',
        shown: counts ? 'count' : 'list',
        metric,
        conditions,
        order: isLatest ? 'time' : 'value',
        limit,
      },
    ],
    accepts: ['time', 'filters'],
  };
};

/** What happened to orders that people ask to see one by one, by what they are called in the concepts. */
const undoing: readonly (readonly [act: string, said: RegExp])[] = [
  ['order.refunded', /^(?:refund|return|erstatt|r(?:u|ü)ckerstatt|retour|zur(?:u|ü)ckgeschickt)/i],
  ['order.cancelled', /^(?:cancel|storn)/i],
];

/** "Liste der", "a list of", which other questions have for mere politeness. */
const listing = /(?:^|\W)(?:list|liste|auflisten|einzeln|individually|one by one)(?:\W|$)/i;

/** "List the cancelled orders", "Liste der Stornos": the orders themselves and not how many they are. */
function readUndone(reading: StudyReading, catalogue: Catalogue): ReturnType<StudyReader> {
  const { studies } = catalogue;
  if (studies === undefined) return undefined;
  const kindOf = ({ text }: StudyPiece) => undoing.find(([, said]) => said.test(text));
  const noun = reading.pieces.find(
    (piece) =>
      (piece.piece.links.length > 0 || piece.piece.score === 0) && kindOf(piece) !== undefined,
  );
  if (noun === undefined) return undefined;
  const [act] = kindOf(noun) ?? [];
  const metric = studies.order.undone?.[act ?? ''];
  if (metric === undefined) return undefined;
  const isOrders = (piece: StudyPiece) => piece.things('act').includes(studies.order.act);
  const orders = reading.pieces.find(
    (piece) => isOrders(piece) && Math.abs(piece.at - noun.at) <= 3,
  );
  const before = reading.pieces.slice(0, noun.at);
  // a list of the orders, not of what has most refunds
  const list = reading.pieces.find((piece) => piece.has('list') || listing.test(piece.text));
  const isNear =
    list !== undefined &&
    before
      .slice(list.at + 1)
      .every(({ piece }) => piece.links.length === 0 || piece === orders?.piece);
  const isWhich = list !== undefined && /^(?:which|what|welche)/i.test(list.text);
  const isListed =
    list !== undefined &&
    (listing.test(list.text) || (isNear && (isWhich || orders !== undefined)));
  const others = reading.some(
    (piece) =>
      piece !== noun &&
      piece !== orders &&
      (piece.metrics.length > 0 || (piece.dimensions.length > 0 && piece.values.length === 0)),
  );
  const isGrouped = reading.some(
    ({ piece, hasBase }) =>
      piece.links.length === 0 &&
      hasBase(
        'by',
        'grain_each',
        'top',
        'bottom',
        'share',
        'how_many',
        'aggregate',
        'trend',
        'compare',
        'versus',
        'why',
        'change',
      ),
  );
  if (!isListed || others || isGrouped) return undefined;
  reading.takeAll((piece) => piece === noun || piece === orders, 'metric');
  reading.takeAll((piece) => piece.has('list') || listing.test(piece.text));
  const study: OrdersStudy = {
    kind: 'orders',
    shown: 'list',
    metric,
    conditions: [{ operator: 'gt', value: 0 }],
    order: 'time',
    limit: null,
  };
  return { kind: 'meaning', studies: [study], accepts: ['time', 'filters'] };
}

/** Whether a piece names a dimension of numbers. */
const isNumber = (piece: StudyPiece | undefined, { dimensions }: Catalogue): boolean =>
  dimensions.some(
    ({ name, type }) => type === 'number' && piece?.dimensions.includes(name) === true,
  );

/** The condition of "orders above 500"; "more than 500 orders" is one on their number. */
function thresholdAfter(reading: StudyReading, noun: StudyPiece): StudyPiece | undefined {
  return reading.pieces.find((piece) => {
    const threshold = thresholdOf(piece);
    return threshold !== undefined && piece.at > noun.at;
  });
}
