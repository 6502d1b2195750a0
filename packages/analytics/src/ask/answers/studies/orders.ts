import type { OrdersStudy } from '@olympus/language';
import { fill } from '../../texts/index.js';
import { type Answered, unsupported } from '../asking.js';
import { labelOf, unitOf } from '../columns.js';
import {
  dataOf,
  figureOf,
  freshnessOf,
  labelPart,
  nameColumn,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
  textColumn,
} from './studying.js';

const usualRows = 50;

/** Single orders behind a metric, as `analytics.drill` lists them. */
export async function answerOrders(studying: Studying, study: OrdersStudy): Promise<Answered> {
  const { engines, request, time, filters, modelLanguage, words, language } = studying;
  const answer = await engines.drill({
    ...request,
    language: modelLanguage,
    metric: study.metric,
    thresholds: study.conditions,
    order: study.order,
    limit: study.limit ?? usualRows,
    ...(time === undefined ? {} : { time }),
    ...(filters === undefined
      ? {}
      : { filters: filters.map((filter) => ({ ...filter, values: [...filter.values] })) }),
  });
  const label = labelOf(language, study.metric);
  if (answer.kind !== 'order') return unsupported(fill(words.declines.noCounts, { metric: label }));
  const { columns, tables, notes, sentences } = words;
  const unit = unitOf(language, study.metric);
  const at = (name: string) => answer.columns.findIndex((column) => column.name === name);
  const isList = study.shown === 'list';
  // without a lower bound what refunds take is listed as well
  const isPositive = study.conditions.some(
    ({ operator, value }) => ['gt', 'gte', 'equals'].includes(operator) && value >= 0,
  );
  const what = isPositive ? columns.orders : columns.documents;
  const list = tableOf(
    isList ? 'r1' : 'r2',
    tables.list,
    [
      nameColumn('order', columns.order),
      numberColumn('value', label, unit),
      textColumn('at', columns.at),
      textColumn('channel', columns.channel),
      numberColumn('units', columns.units, 'number'),
      textColumn('customer', columns.customer),
    ],
    answer.rows.map(({ value, cells }) => ({
      order: cells[at('order')] ?? null,
      value,
      at: String(cells[at('at')] ?? '')
        .slice(0, 16)
        .replace('T', ' '),
      channel: cells[at('channel')] ?? null,
      units: cells[at('units')] ?? null,
      customer: cells[at('customer')] ?? null,
    })),
  );
  const whole = tableOf(
    isList ? 'r2' : 'r1',
    tables.whole,
    [
      numberColumn('orders', what, 'count'),
      ...(answer.total === null ? [] : [numberColumn('total', label, unit)]),
    ],
    [{ orders: answer.count, ...(answer.total === null ? {} : { total: answer.total }) }],
  );
  const cut = isList && study.limit === null && answer.count > answer.rows.length;
  const written = (value: number) => value.toLocaleString(studying.locale);
  return {
    kind: 'answered',
    data: dataOf(
      studying,
      { range: answer.range, freshness: await freshnessOf(studying) },
      isList ? [list, whole] : [whole, list],
      {
        chart: isList ? 'table' : 'number',
        truncated: cut,
        notes: cut
          ? [
              fill(notes.shownOf, {
                shown: written(answer.rows.length),
                all: written(answer.count),
              }),
            ]
          : [],
      },
    ),
    insights: answer.adds_up
      ? tellSentence(sentences.orders, {
          what: labelPart(what),
          count: figureOf(studying, whole, 0, 'orders'),
          total: figureOf(studying, whole, 0, 'total'),
        })
      : [],
  };
}
