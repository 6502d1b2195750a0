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
  /** Whole days since the last order. */
  readonly days: Fragment;
  readonly orders: Fragment;
  readonly revenue: Fragment;
}

const decimal = (value: number | string) => bind('decimal', String(value));

function scoreOf(value: Fragment, cuts: Cuts, better: '>=' | '<='): Fragment {
  const cases = [...cuts]
    .sort((a, b) => b.score - a.score)
    .map(({ score, from }) => {
      const bound = decimal(from);
      const holds = better === '>=' ? sql`${value} >= ${bound}` : sql`${value} <= ${bound}`;
      return sql`WHEN ${holds} THEN ${integerLiteral(score)}`;
    });
  if (cases.length === 0) return integerLiteral(1);
  return sql`CASE ${join(cases, sql` `)} ELSE 1 END`;
}

export const recencyScore = ({ days }: Measured, cuts: RfmCuts) =>
  scoreOf(days, cuts.recency, '<=');
export const frequencyScore = ({ orders }: Measured, cuts: RfmCuts) =>
  scoreOf(orders, cuts.frequency, '>=');
export const monetaryScore = ({ revenue }: Measured, cuts: RfmCuts) =>
  scoreOf(revenue, cuts.monetary, '>=');

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

function spendCondition({ days, orders, revenue }: Measured, rule: SpendRule): readonly Fragment[] {
  return [
    ...(rule.revenueAbove === undefined ? [] : [sql`${revenue} > ${decimal(rule.revenueAbove)}`]),
    ...(rule.daysBelow === undefined ? [] : [sql`${days} < ${integerLiteral(rule.daysBelow)}`]),
    ...(rule.daysAbove === undefined ? [] : [sql`${days} > ${integerLiteral(rule.daysAbove)}`]),
    ...(rule.orders === undefined ? [] : [sql`${orders} = ${integerLiteral(rule.orders)}`]),
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
