import type { BasketsStudy } from '@olympus/language';
import type { AnswerRow } from '@olympus/semantic';
import { fill } from '../../texts/index.js';
import { type Answered, unsupported } from '../asking.js';
import {
  dataOf,
  figureOf,
  labelPart,
  nameColumn,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
} from './studying.js';

const pairsShown = 20;

/** What is bought together, as `baskets.run` tells it; with an item only what goes with it. */
export async function answerBaskets(
  studying: Studying,
  { item, focus }: BasketsStudy,
): Promise<Answered> {
  const { engines, request, time, filters, modelLanguage, words } = studying;
  const id = focus === null ? undefined : await idOf(studying, item, focus);
  if (focus !== null && id === undefined)
    return unsupported(fill(words.declines.noFocus, { name: focus }));
  const answer = await engines.watching.baskets({
    ...request,
    language: modelLanguage,
    item,
    limit: pairsShown,
    ...(id === undefined ? {} : { focus: id }),
    ...(time === undefined ? {} : { time }),
    ...(filters === undefined ? {} : { filters }),
  });
  const { columns } = words;
  const table = tableOf(
    'r1',
    words.tables.list,
    [
      ...(id === undefined ? [nameColumn('item', columns.item)] : []),
      nameColumn('other', columns.other),
      numberColumn('together', columns.together, 'count'),
      numberColumn('confidence', columns.confidence, 'ratio'),
      numberColumn('lift', columns.lift, 'number'),
    ],
    answer.pairs.map((pair): AnswerRow => {
      const isOne = id === undefined || pair.one.id === id;
      const [mine, other] = isOne ? [pair.one, pair.other] : [pair.other, pair.one];
      return {
        ...(id === undefined ? { item: mine.label ?? mine.id } : {}),
        other: other.label ?? other.id,
        together: pair.together,
        confidence: isOne ? pair.confidence_one : pair.confidence_other,
        lift: pair.lift,
      };
    }),
  );
  const [first] = table.rows;
  return {
    kind: 'answered',
    data: dataOf(studying, answer.meta, [table], {
      notes: [fill(words.notes.baskets, { minimum: answer.minimum })],
    }),
    insights:
      first === undefined
        ? []
        : tellSentence(words.sentences.basket, {
            one: labelPart(String(first.item ?? focus ?? '')),
            other: labelPart(String(first.other)),
            lift: figureOf(studying, table, 0, 'lift'),
          }),
  };
}

/** A product's id by its name; categories and brands are their own. */
async function idOf(
  { engines, request }: Studying,
  item: BasketsStudy['item'],
  name: string,
): Promise<string | undefined> {
  if (item !== 'product') return name;
  const { rows } = await engines.query({
    ...request,
    query: {
      tenant_id: request.tenantId,
      metrics: ['orders'],
      dimensions: ['product.id'],
      filters: [{ dimension: 'product.name', operator: 'equals', values: [name] }],
      order: [{ by: 'orders', direction: 'desc' }],
      limit: 1,
    },
  });
  const id = rows[0]?.['product.id'];
  return typeof id === 'string' ? id : undefined;
}
