import type { RepeatsStudy } from '@olympus/language';
import type { RepeatsAnswer } from '../../../repeats/repeats.js';
import { fill } from '../../texts/index.js';
import type { Answered } from '../asking.js';
import {
  dataOf,
  figureOf,
  labelPart,
  nameColumn,
  numberColumn,
  type Studying,
  shareOf,
  tableOf,
  tellSentence,
} from './studying.js';

/** Second orders and the time until them, as `repeat_purchases.run` tells them. */
export async function answerRepeats(studying: Studying, study: RepeatsStudy): Promise<Answered> {
  const { engines, request, time, filters, modelLanguage } = studying;
  const answer = await engines.watching.repeats({
    ...request,
    language: modelLanguage,
    ...(study.within === null ? {} : { windows: [study.within] }),
    ...(time === undefined ? {} : { time }),
    ...(filters === undefined ? {} : { filters }),
  });
  return study.shown === 'interval'
    ? intervals(studying, answer)
    : secondOrders(studying, answer, study);
}

function secondOrders(
  studying: Studying,
  answer: RepeatsAnswer,
  { shown, within }: RepeatsStudy,
): Answered {
  const { words, frame } = studying;
  const { columns, notes } = words;
  const isOnce = shown === 'once';
  const column = isOnce ? 'once' : 'again';
  const rowOf = (customers: number, again: number) => {
    const counted = isOnce ? customers - again : again;
    return { customers, [column]: counted, share: shareOf(counted, customers) };
  };
  const figures = [
    numberColumn('customers', columns.customers, 'count'),
    numberColumn(column, columns[column], 'count'),
    numberColumn('share', isOnce ? columns.shareOnce : columns.shareAgain, 'ratio'),
  ];
  const counted = answer.cohorts.map((cohort) => {
    const rate = cohort.rates.find(({ within_days: days }) => days === within);
    return { month: cohort.month, ...(within === null ? cohort : (rate ?? cohort)) };
  });
  const sum = (of: 'customers' | 'again') => counted.reduce((all, one) => all + one[of], 0);
  const byMonth = frame.grain !== null;
  const whole = tableOf(byMonth ? 'r2' : 'r1', words.tables.whole, figures, [
    rowOf(sum('customers'), sum('again')),
  ]);
  const cohorts = tableOf(
    byMonth ? 'r1' : 'r2',
    words.tables.cohorts,
    [{ name: 'time', label: columns.firstOrder, type: 'date', role: 'time' }, ...figures],
    counted.map(({ month, customers, again }) => ({ time: month, ...rowOf(customers, again) })),
  );
  return {
    kind: 'answered',
    data: dataOf(studying, answer.meta, byMonth ? [cohorts, whole] : [whole, cohorts], {
      chart: byMonth ? 'table' : 'number',
      grain: 'month',
      notes:
        within === null ? [notes.again, notes.running] : [fill(notes.within, { days: within })],
    }),
    insights: tellSentence(
      words.sentences[within === null ? column : (`${column}Within` as const)],
      {
        days: labelPart(String(within)),
        [column]: figureOf(studying, whole, 0, column),
        customers: figureOf(studying, whole, 0, 'customers'),
        share: figureOf(studying, whole, 0, 'share'),
      },
    ),
  };
}

function intervals(studying: Studying, { meta, intervals: found }: RepeatsAnswer): Answered {
  const { words } = studying;
  const { columns, tables } = words;
  const whole = tableOf(
    'r1',
    tables.whole,
    [
      numberColumn('median_days', columns.medianDays, 'number'),
      numberColumn('orders', columns.laterOrders, 'count'),
    ],
    [{ median_days: found.median_days, orders: found.orders }],
  );
  const spans = tableOf(
    'r2',
    tables.distribution,
    [nameColumn('days', columns.days), numberColumn('orders', columns.orders, 'count')],
    found.distribution.map(({ from_days: from, to_days: to, orders }) => ({
      days: to === null ? `${from}+` : to - 1 === from ? String(from) : `${from}–${to - 1}`,
      orders,
    })),
  );
  return {
    kind: 'answered',
    data: dataOf(studying, meta, [whole, spans], { chart: 'number' }),
    insights:
      found.median_days === null
        ? []
        : tellSentence(words.sentences.interval, {
            days: figureOf(studying, whole, 0, 'median_days'),
          }),
  };
}
