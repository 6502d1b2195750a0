import type { StudyMeaning, StudyReader } from '../meaning.js';
import { takeWithin, timeOf } from '../parts.js';
import type { RepeatsStudy, Study } from '../study.js';
import type { StudyPiece, StudyReading } from '../study-reading.js';

/** "What share buys a second time?", "days between orders", "did March's new customers come back?" */
export const readRepeats: StudyReader = (reading, context) => {
  const { studies } = context.catalogue;
  if (studies === undefined) return undefined;
  const orders = reading.some((piece) => piece.things('act').includes(studies.order.act));
  const who = reading.has('who');
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
  if (isDenied && !isInterval) reading.takeAll((piece) => piece.has('denied'), 'condition');
  reading.takeAll((piece) => piece.things('act').includes(studies.order.act));
  const within = takeWithin(reading) ?? null;
  const study: RepeatsStudy = { kind: 'repeats', shown, within };
  return {
    kind: 'meaning',
    studies: [study],
    accepts: ['time', 'filters', 'month'],
    ...(isFirst || isRate || shown !== 'rate' ? {} : cameBackIn(reading, context, study)),
  };
};

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
