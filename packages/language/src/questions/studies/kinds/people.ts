import { type BuiltDecline, declined } from '../../building/built.js';
import type { StudyMeaning, StudyReader } from '../meaning.js';
import { reachesToday, spanOf, takeNumber, thresholdOf, timeOf } from '../parts.js';
import type { PeopleStudy, StudyCondition } from '../study.js';
import type { StudyPiece, StudyReading } from '../study-reading.js';

type Context = Parameters<StudyReader>[1];

/** Figures of customers by which a rank or a condition goes unless another is named. */
const spent = 'revenue';
const usualLimit = 10;

/** "Customers who did not buy since June", "customers with more than 5 orders", "best customers". */
export const readPeople: StudyReader = (reading, context) => {
  const { studies } = context.catalogue;
  if (studies === undefined || isSplit(reading)) return undefined;
  const segment = reading.pieces.find((piece) => piece.things('segment').length > 0);
  if (!reading.has('who') && segment === undefined) return undefined;
  const conditions: StudyCondition[] = [];
  const silence = takeSilence(reading, context, studies.order.act);
  if (silence?.kind === 'decline') return silence;
  if (silence !== undefined) conditions.push(silence.condition);
  const began = silence === undefined ? takeFirst(reading, context, studies.order.act) : undefined;
  conditions.push(...(began ?? []));
  conditions.push(...takeThresholds(reading, studies.order.act));
  const rank = takeRank(reading);
  const lists = reading.has('list');
  const bought = lists && reading.some((piece) => piece.things('act').includes(studies.order.act));
  if (conditions.length === 0 && segment === undefined && rank === undefined && !bought) {
    return undefined;
  }
  if (segment !== undefined) reading.take((piece) => piece === segment, 'value');
  if (segment !== undefined)
    reading.takeAll(
      (piece) => piece.has('segments', 'rfm') || piece.things('column').includes(spent),
    );
  reading.takeAll((piece) => piece.has('who', 'list'));
  reading.takeAll((piece) => piece.things('act').includes(studies.order.act));
  const counts = reading.some((piece) => piece.hasBase('how_many') || piece.has('count'));
  const people: PeopleStudy = {
    kind: 'people',
    shown: counts && rank === undefined ? 'count' : 'list',
    conditions,
    order: rank?.order ?? { by: spent, direction: 'desc' },
    limit: rank?.limit ?? null,
  };
  const meaning: StudyMeaning = {
    kind: 'meaning',
    studies: [people],
    accepts: [
      'filters',
      ...(silence === undefined && began === undefined ? (['time'] as const) : []),
    ],
  };
  if (segment === undefined) return meaning;
  const columns = studies.segments.filter(({ name }) => segment.things('segment').includes(name));
  return {
    ...meaning,
    studies: columns.map(({ name, column }) => ({
      ...people,
      conditions: [
        ...conditions,
        { column, operator: 'equals', values: [name.slice(name.indexOf(':') + 1)] },
      ],
    })),
    about: segment.text,
  };
};

/** Whether figures of groups are asked for rather than customers. */
const isSplit = (reading: StudyReading): boolean =>
  isOfGroups(reading) ||
  reading.some(
    (piece) =>
      piece.dimensions.length > 0 &&
      !piece.has('who') &&
      reading.pieces[piece.at - 1]?.hasBase('by', 'which', 'top', 'bottom') === true,
  );

/** "Countries with the most new customers": groups are named before who is in them. */
function isOfGroups(reading: StudyReading): boolean {
  const who = reading.pieces.find((piece) => piece.has('who'));
  return reading.pieces
    .slice(0, who?.at ?? 0)
    .some(({ dimensions, values }) => dimensions.length > 0 && values.length === 0);
}

/** "Did not buy since June", "without an order for 90 days". */
function takeSilence(
  reading: StudyReading,
  context: Context,
  order: string,
): { readonly kind: 'condition'; readonly condition: StudyCondition } | BuiltDecline | undefined {
  const denied = reading.pieces.find(
    (piece) =>
      piece.has('denied') &&
      reading.pieces
        .slice(Math.max(0, piece.at - 3), piece.at + 4)
        .some((near) => near.things('act').includes(order)),
  );
  if (denied === undefined) return undefined;
  reading.take((piece) => piece === denied, 'condition');
  const time = reading.take(({ node }) => node !== undefined, 'time');
  const range = time && timeOf(time, context);
  if (time !== undefined && range !== undefined) {
    if (!reachesToday(time, range, context))
      return declined({ reason: 'unsupported', said: `${denied.text} … ${time.text}` });
    return {
      kind: 'condition',
      condition: { column: 'last_order', operator: 'lt', values: [range.from] },
    };
  }
  const span = reading.take((piece) => spanOf(piece, 'silence') !== undefined, 'time');
  const days = span && spanOf(span, 'silence');
  if (days === undefined) return declined({ reason: 'unsupported', said: denied.text });
  return {
    kind: 'condition',
    condition: { column: 'days_since_last_order', operator: 'gte', values: [days] },
  };
}

/** "Who first bought in March". */
function takeFirst(
  reading: StudyReading,
  context: Context,
  order: string,
): readonly StudyCondition[] | undefined {
  const isFirst =
    reading.has('first') && reading.some((piece) => piece.things('act').includes(order));
  const time = reading.pieces.find(({ node }) => node !== undefined);
  const range = time && timeOf(time, context);
  if (!isFirst || range === undefined) return undefined;
  reading.takeAll((piece) => piece.has('first'));
  reading.take((piece) => piece === time, 'time');
  return [
    { column: 'first_order', operator: 'gte', values: [range.from] },
    { column: 'first_order', operator: 'lt', values: [range.to] },
  ];
}

/** "More than 5 orders", "spent more than 500". */
function takeThresholds(reading: StudyReading, order: string): readonly StudyCondition[] {
  const found: StudyCondition[] = [];
  for (const piece of reading.pieces) {
    const threshold = reading.isTaken(piece) ? undefined : thresholdOf(piece);
    if (threshold === undefined) continue;
    const [before, after] = [reading.pieces[piece.at - 1], reading.pieces[piece.at + 1]];
    const column =
      columnOf(after, order) ?? columnOf(before, order) ?? columnBefore(reading, piece);
    const named = threshold.money ? (column === 'orders' ? spent : (column ?? spent)) : column;
    if (named === undefined) continue;
    reading.take((one) => one === piece, 'condition');
    reading.takeAll((one) => isOf(one, piece) && columnOf(one, order) !== undefined, 'condition');
    reading.takeAll((one) => isOf(one, piece) && one.has('spending', 'times'), 'condition');
    found.push(
      ...threshold.conditions.map(({ operator, value }) => ({
        column: named,
        operator,
        values: [value],
      })),
    );
  }
  return found;
}

/** Whether a piece stands within two pieces of another. */
const isOf = (one: StudyPiece, other: StudyPiece): boolean =>
  one !== other && Math.abs(one.at - other.at) <= 2 && one.node === undefined;

const columnBefore = (reading: StudyReading, { at }: StudyPiece): string | undefined =>
  reading.pieces.slice(Math.max(0, at - 2), at).some((piece) => piece.has('spending'))
    ? spent
    : undefined;

/** The figure of a customer that a piece names; acts of ordering are counted. */
function columnOf(piece: StudyPiece | undefined, order: string): string | undefined {
  if (piece === undefined) return undefined;
  const [column] = piece.things('column');
  if (column !== undefined) return column;
  if (piece.has('times') || piece.things('act').includes(order)) return 'orders';
  return piece.has('spending') ? spent : undefined;
}

/** "Best customers", "top 10 customers by orders", "customers with the most orders". */
function takeRank(
  reading: StudyReading,
): { readonly order: PeopleStudy['order']; readonly limit: number } | undefined {
  const ranked = reading.pieces.find(
    (piece) =>
      !reading.isTaken(piece) &&
      // "Bestellung" begins like "beste"
      piece.piece.links.length === 0 &&
      piece.hasBase('top', 'bottom', 'best_selling') &&
      reading.pieces.slice(Math.max(0, piece.at - 2), piece.at + 3).some((near) => near.has('who')),
  );
  if (reading.some(({ piece }) => piece.unit !== undefined)) return undefined;
  if (ranked === undefined) return undefined;
  reading.take((piece) => piece === ranked, 'rank');
  const limit = takeNumber(reading) ?? usualLimit;
  reading.take((piece) => piece.hasBase('by'));
  const named = reading.take((piece) => piece.things('column').length > 0, 'metric');
  const direction = ranked.hasBase('bottom') ? 'asc' : 'desc';
  return { order: { by: named?.things('column')[0] ?? spent, direction }, limit };
}
