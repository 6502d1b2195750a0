import type { PeopleStudy } from '@olympus/language';
import type { AnswerRow } from '@olympus/semantic';
import type { AskColumn, AskTable } from '../../ask-answer.js';
import { fill } from '../../texts/index.js';
import type { Answered } from '../asking.js';
import {
  dataOf,
  dateColumn,
  figureOf,
  freshnessOf,
  nameColumn,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
  textColumn,
} from './studying.js';

/** Customers that are listed unless a number was asked for. */
const usualRows = 50;

/** Customers of whom conditions hold, as `customers.list` finds them; nothing personal. */
export async function answerPeople(studying: Studying, study: PeopleStudy): Promise<Answered> {
  const { engines, request, time, filters, modelLanguage, words } = studying;
  const rows = study.limit ?? usualRows;
  const page = await engines.customers.list({
    ...request,
    query: {
      where: study.conditions.map(({ column, operator, values }) => ({
        column,
        operator,
        values: [...values],
      })),
      order: [{ ...study.order }],
      ...(filters === undefined
        ? {}
        : { filters: filters.map((filter) => ({ ...filter, values: [...filter.values] })) }),
      ...(time === undefined ? {} : { time }),
    },
    limit: rows,
    offset: 0,
    language: modelLanguage,
  });
  const columns = page.columns.map(({ name, type, label }): AskColumn => {
    switch (type) {
      case 'text':
        return name === 'customer_key' ? nameColumn(name, label) : textColumn(name, label);
      case 'word':
        return textColumn(name, label);
      case 'date':
        return dateColumn(name, label);
      case 'currency':
        return numberColumn(name, label, 'currency');
      case 'count':
      case 'days':
        return numberColumn(name, label, 'count');
      default:
        return numberColumn(name, label, 'number');
    }
  });
  const isList = study.shown === 'list';
  const list = tableOf(
    isList ? 'r1' : 'r2',
    words.tables.list,
    ordered(columns, study.order.by),
    page.rows.map((row) => inWords(row, page.words)),
  );
  const whole = tableOf(
    isList ? 'r2' : 'r1',
    words.tables.whole,
    [
      numberColumn('customers', words.columns.customers, 'count'),
      numberColumn('revenue', words.columns.revenue, 'currency'),
    ],
    [{ customers: page.total, revenue: page.revenue }],
  );
  const { locale } = studying;
  const cut = page.total > page.rows.length && study.limit === null && isList;
  const { notes } = words;
  const tables: AskTable[] = isList ? [list, whole] : [whole, list];
  return {
    kind: 'answered',
    data: dataOf(studying, { range: page.range, freshness: await freshnessOf(studying) }, tables, {
      chart: isList ? 'table' : 'number',
      truncated: cut,
      notes: [
        notes.people,
        ...(page.range === null ? [] : [notes.period]),
        ...(cut
          ? [
              fill(notes.shownOf, {
                shown: page.rows.length.toLocaleString(locale),
                all: page.total.toLocaleString(locale),
              }),
            ]
          : []),
      ],
    }),
    // of the first ten of a list all customers are no part of the answer
    insights:
      study.limit !== null
        ? []
        : tellSentence(words.sentences.people, {
            count: figureOf(studying, whole, 0, 'customers'),
            revenue: figureOf(studying, whole, 0, 'revenue'),
          }),
  };
}

/** The columns with the one that the list is ordered by behind the key. */
function ordered(columns: readonly AskColumn[], by: string): readonly AskColumn[] {
  const first = columns.find(({ name }) => name === by);
  const [key, ...others] = columns;
  if (first === undefined || key === undefined || first === key) return columns;
  return [key, first, ...others.filter((column) => column !== first)];
}

/** A row with segments by their names. */
function inWords(
  row: AnswerRow,
  words: Readonly<Record<string, Readonly<Record<string, string>>>>,
): AnswerRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? (words[name]?.[value] ?? value) : value,
    ]),
  );
}
