import type { StudyReader } from '../meaning.js';
import { takeNumber, thresholdOf } from '../parts.js';
import type { OrdersStudy } from '../study.js';
import type { StudyPiece, StudyReading } from '../study-reading.js';

/** "Orders above 500", "orders with a discount", "the orders behind yesterday's revenue". */
export const readOrders: StudyReader = (reading, { catalogue: { studies } }) => {
  if (studies === undefined || reading.has('who')) return undefined;
  const noun = reading.pieces.find((piece) => piece.things('act').includes(studies.order.act));
  if (noun === undefined) return undefined;
  const threshold = thresholdAfter(reading, noun);
  const isDiscount = reading.has('discount');
  const isBehind = reading.has('behind');
  const isLatest = reading.pieces[noun.at - 1]?.has('latest') === true;
  const ranked = reading.pieces
    .slice(Math.max(0, noun.at - 3), noun.at)
    .find((piece) => piece.hasBase('top'));
  if (threshold === undefined && !isDiscount && !isBehind && !isLatest && ranked === undefined) {
    return undefined;
  }
  if (isSplit(reading)) return undefined;
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
    metric = named?.metrics[0] ?? metric;
  } else if (isBehind) {
    const measure = reading.take(({ metrics }) => metrics.length > 0, 'metric');
    metric = measure?.metrics[0] ?? metric;
  } else if (isDiscount) {
    reading.take((piece) => piece.metrics.includes(studies.order.discount), 'metric');
  }
  reading.takeAll((piece) => piece.has('discount', 'behind', 'spending'));
  if (isLatest) reading.take((piece) => piece.has('latest'), 'rank');
  if (ranked !== undefined) reading.take((piece) => piece === ranked, 'rank');
  const limit = ranked !== undefined || isLatest ? (takeNumber(reading) ?? 10) : null;
  const counts = reading.some((piece) => piece.hasBase('how_many'));
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

/** The condition of "orders above 500"; "more than 500 orders" is one on their number. */
function thresholdAfter(reading: StudyReading, noun: StudyPiece): StudyPiece | undefined {
  return reading.pieces.find((piece) => {
    const threshold = thresholdOf(piece);
    return threshold !== undefined && piece.at > noun.at;
  });
}

/** Whether figures are broken down, which lists are not. */
const isSplit = (reading: StudyReading): boolean =>
  reading.some(
    (piece) =>
      piece.dimensions.length > 0 && reading.pieces[piece.at - 1]?.hasBase('by', 'which') === true,
  );
