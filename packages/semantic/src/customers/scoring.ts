import { bind, type Dialect, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import { rfmIndexOf, type SpendRule, spendSegments } from './segments.js';

/** From which value on a score from 2 to 5 is given; a score that nobody has is left out. */
export type Cuts = readonly { readonly score: number; readonly from: number | string }[];

/** Where the scores of one day begin: days count downwards, fewer are better. */
export interface RfmCuts {
  readonly recency: Cuts;
  readonly frequency: Cuts;
  readonly monetary: Cuts;
}

/** What the segments are made of, of one customer at one day. */
export interface Measured {
  /** When the customer last ordered. */
  readonly lastAt: Fragment;
  readonly orders: Fragment;
  /** As a double: many times as fast as a wide decimal, and exact for sums of cents. */
  readonly revenue: Fragment;
  /** The instant at which the local day so many days before that day began. */
  readonly dayStart: (daysBefore: number) => number;
}

const number = (value: number | string) => bind('float', Number(value));
const instant = (ms: number) => bind('timestamp', ms);

function scoreOf(cuts: Cuts, reaches: (from: number) => Fragment): Fragment {
  const cases = [...cuts]
    .sort((a, b) => b.score - a.score)
    .map(({ score, from }) => sql`WHEN ${reaches(Number(from))} THEN ${integerLiteral(score)}`);
  if (cases.length === 0) return integerLiteral(1);
  return sql`CASE ${join(cases, sql` `)} ELSE 1 END`;
}

export const recencyScore = ({ lastAt, dayStart }: Measured, cuts: RfmCuts) =>
  scoreOf(cuts.recency, (days) => sql`${lastAt} >= ${instant(dayStart(days))}`);
export const frequencyScore = ({ orders }: Measured, cuts: RfmCuts) =>
  scoreOf(cuts.frequency, (from) => sql`${orders} >= ${integerLiteral(from)}`);
export const monetaryScore = ({ revenue }: Measured, cuts: RfmCuts) =>
  scoreOf(cuts.monetary, (from) => sql`${revenue} >= ${number(from)}`);

/** The mean of the scores for frequency and money, halves rounded up. */
export const valueScore = (dialect: Dialect, frequency: Fragment, monetary: Fragment): Fragment =>
  dialect.divideWhole(sql`((${frequency}) + (${monetary}) + 1)`, 2);

const scores = [1, 2, 3, 4, 5];

/** Place from 1 in `rfmSegments` of a pair of scores. */
export function rfmPlace(recency: Fragment, value: Fragment): Fragment {
  const cells = scores.flatMap((r) =>
    scores.map(
      (v) => sql`WHEN ${integerLiteral(10 * r + v)} THEN ${integerLiteral(rfmIndexOf(r, v) + 1)}`,
    ),
  );
  return sql`CASE 10 * (${recency}) + (${value}) ${join(cells, sql` `)} END`;
}

function spendCondition(
  { lastAt, orders, revenue, dayStart }: Measured,
  { revenueAbove, daysBelow, daysAbove, orders: exactly }: SpendRule,
): readonly Fragment[] {
  return [
    ...(revenueAbove === undefined ? [] : [sql`${revenue} > ${number(revenueAbove)}`]),
    ...(daysBelow === undefined ? [] : [sql`${lastAt} >= ${instant(dayStart(daysBelow - 1))}`]),
    ...(daysAbove === undefined ? [] : [sql`${lastAt} < ${instant(dayStart(daysAbove))}`]),
    ...(exactly === undefined ? [] : [sql`${orders} = ${integerLiteral(exactly)}`]),
  ];
}

/** Place from 1 in `spendSegments` of a customer. */
export function spendPlace(measured: Measured): Fragment {
  const cases = spendSegments.flatMap(({ rule }, place) => {
    const conditions = spendCondition(measured, rule);
    if (conditions.length === 0) return [];
    return [sql`WHEN ${join(conditions, sql` AND `)} THEN ${integerLiteral(place + 1)}`];
  });
  return sql`CASE ${join(cases, sql` `)} ELSE ${integerLiteral(spendSegments.length)} END`;
}
