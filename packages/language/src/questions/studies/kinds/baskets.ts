import type { StudyReader } from '../meaning.js';
import type { BasketsStudy } from '../study.js';
import type { StudyReading } from '../study-reading.js';

/** "What is bought together with X?" */
export const readBaskets: StudyReader = (reading, { catalogue: { studies } }) => {
  if (studies === undefined || !reading.has('together')) return undefined;
  const items = Object.entries(studies.items) as [BasketsStudy['item'], string][];
  const itemOf = (dimension: string) => items.find(([, name]) => name === dimension)?.[0];
  if (
    !isOfItems(
      reading,
      items.map(([, name]) => name),
    )
  )
    return undefined;
  reading.takeAll((piece) => piece.has('together', 'who', 'list'));
  const focus = reading.take(
    ({ values }) => values.some(({ dimension }) => itemOf(dimension) !== undefined),
    'value',
  );
  const options = (focus?.values ?? []).flatMap(({ dimension, value }) => {
    const item = itemOf(dimension);
    return item === undefined || typeof value !== 'string' ? [] : [{ item, focus: value }];
  });
  const named = reading.take(
    ({ dimensions }) => dimensions.some((name) => itemOf(name) !== undefined),
    'dimension',
  );
  const items_ = (named?.dimensions ?? []).flatMap((name) => itemOf(name) ?? []);
  reading.takeAll((piece) => piece.things('act').includes(studies.order.act));
  reading.takeAll((piece) => piece.has('to', 'from', 'rate'));
  const fitting = options.filter(({ item }) => items_.length === 0 || items_.includes(item));
  const meant =
    fitting.length > 0
      ? fitting
      : options.length > 0
        ? options
        : [{ item: items_[0] ?? ('product' as const), focus: null }];
  return {
    kind: 'meaning',
    studies: meant.map((one) => ({ kind: 'baskets', ...one })),
    accepts: ['time', 'filters'],
    about: focus?.text,
  };
};

/** Words that may say that something is added rather than bought together. */
const weak = /^(?:dazu|kombination(?:en)?|passt|passen|gemeinsam|zusammen)$/i;

/** Whether things that are bought are spoken of: "dazu" of "kamen dazu" is a part of a verb. */
function isOfItems(reading: StudyReading, items: readonly string[]): boolean {
  const isItem = (name: string) => items.includes(name);
  return reading.some(
    ({ has, text, values, dimensions }) =>
      (has('together') && !weak.test(text)) ||
      values.some(({ dimension }) => isItem(dimension)) ||
      dimensions.some(isItem),
  );
}
