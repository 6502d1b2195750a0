import type { StudyMeaning, StudyReader } from '../meaning.js';
import { takeWithin, timeOf } from '../parts.js';
import type { RepeatsStudy, Study } from '../study.js';
import type { StudyPiece, StudyReading } from '../study-reading.js';

/** "What share buys a second time?", "days between orders", "did March's new customers come back?" */
export const readRepeats: StudyReader = (reading, context) => {
  const { studies } = context.catalogue;
  if (studies === undefined) return undefined;
  const orders = reading.some((piece) => piece.things('act').includes(studies.order.act));
  const who = reading.has('who') || reading.some(({ metrics }) => isNewCustomers(metrics, context));
  const isInterval = reading.has('interval') && orders;
  const isAgain =
    reading.tells('again') &&
    (orders || who || reading.has('rate') || reading.some((piece) => isWhole(piece)));
  const isOnce = reading.has('once') && (orders || who);
  const isBack = reading.has('back') && (who || reading.has('rate', 'first'));
  if (!isInterval && !isAgain && !isBack && !isOnce) return undefined;
  const isDenied = reading.has('denied');
  const isFirst = reading.has('first');
  const isRate = reading.has('rate');
  const shown = isInterval ? 'interval' : isDenied || isOnce ? 'once' : 'rate';
  reading.takeAll((piece) => piece.has('again', 'back', 'first', 'who', 'rate', 'once', 'next'));
  reading.takeAll((piece) => piece.has('list', 'cohort_table'));
  if (isInterval) reading.takeAll((piece) => piece.has('interval', 'to', 'from'));
  // "after their first order": after what everybody comes back from
  const firstOrder = reading.take(
    ({ at, dimensions }) =>
      !isInterval &&
      dimensions.some((name) => /first_order/.test(name)) &&
      reading.pieces.slice(Math.max(0, at - 2), at).some((one) => one.has('after')),
  );
  reading.takeAll((piece) => piece.has('after') && (firstOrder !== undefined || isFirst));
  // "the customers we won in March": those whose first order was then
  const won = reading.take(({ metrics }) => isNewCustomers(metrics, context), 'metric');
  if (isDenied && !isInterval) reading.takeAll((piece) => piece.has('denied'), 'condition');
  reading.takeAll((piece) => piece.things('act').includes(studies.order.act));
  const within = takeWithin(reading) ?? null;
  const study: RepeatsStudy = { kind: 'repeats', shown, within };
  return {
    kind: 'meaning',
    studies: [study],
    accepts: ['time', 'filters', 'month'],
    ...(won !== undefined || isFirst || isRate || shown !== 'rate'
      ? {}
      : cameBackIn(reading, context, study)),
  };
};

/** Whether a metric counts who ordered for the first time. */
const isNewCustomers = (
  metrics: readonly string[],
  { lexicon }: Parameters<StudyReader>[1],
): boolean => metrics.some((name) => lexicon.conceptOf.get(name)?.has('new customers') === true);

/** "Repeat rate": a word of its own. */
const isWhole = (piece: StudyPiece): boolean => piece.has('again') && piece.hasBase('retention');

/**
 * "How many customers came back last month?": those who ordered then and were customers before, or
 * those whose first order was then and who ordered again. Both are offered.
 */
function cameBackIn(
  reading: StudyReading,
  context: Parameters<StudyReader>[1],
  study: RepeatsStudy,
): Partial<StudyMeaning> {
  const piece = reading.pieces.find(({ node }) => node !== undefined);
  const range = piece && timeOf(piece, context);
  if (piece === undefined || range === undefined || study.within !== null) return {};
  const before: Study = {
    kind: 'people',
    shown: 'count',
    conditions: [{ column: 'first_order', operator: 'lt', values: [range.from] }],
    order: { by: 'revenue', direction: 'desc' },
    limit: null,
  };
  return { studies: [before, study], about: piece.text };
}
