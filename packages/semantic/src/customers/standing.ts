import {
  compile,
  type Dialect,
  type Fragment,
  integerLiteral,
  join,
  type Statement,
  sql,
} from '@olympus/sql';
import { daysSince, type PeopleContext, peopleRows } from './people.js';
import { type Cuts, type RfmCuts, spendPlace } from './scoring.js';
import { type SpendSegmentId, spendSegments } from './segments.js';

/** Customers with the same scores in the same spend segment. */
export interface StandingGroup {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly spend: SpendSegmentId;
  readonly customers: number;
  readonly revenue: number;
  readonly orders: number;
  readonly days: readonly [least: number, most: number];
  readonly orderCount: readonly [least: number, most: number];
  /** As the warehouse gave them: exact. */
  readonly spent: readonly [least: number | string, most: number | string];
}

/**
 * The score from 1 to 5 of a rank: how many fifths of all customers are strictly worse. Those with
 * the same value share a score, so a fifth that lies within them goes to the lower one.
 */
function fifth(rank: Fragment): Fragment {
  const cases = [4, 3, 2, 1].map(
    (fifths) =>
      sql`WHEN 5 * (${rank} - 1) >= ${integerLiteral(fifths)} * n THEN ${integerLiteral(fifths + 1)}`,
  );
  return sql`CASE ${join(cases, sql` `)} ELSE 1 END`;
}

/**
 * Everybody's scores on a day, as at most 625 groups of customers; see `readStanding`. One pass over
 * the sales up to the day, and one sort a score.
 */
export function compileStanding(context: PeopleContext, dialect: Dialect): Statement {
  const base = peopleRows(context, dialect, ['last_at', 'orders', 'revenue']);
  const days = daysSince(context, dialect, sql`b.last_at`);
  const place = spendPlace({ days: sql`days`, orders: sql`orders`, revenue: sql`revenue` });
  return compile(
    sql`WITH base AS (${base}),
measured AS (SELECT ${days} AS days, b.orders AS orders, b.revenue AS revenue FROM base AS b),
ranked AS (SELECT days, orders, revenue, rank() OVER (ORDER BY days DESC) AS r, rank() OVER (ORDER BY orders) AS f, rank() OVER (ORDER BY revenue) AS m, count(*) OVER () AS n FROM measured),
scored AS (SELECT days, orders, revenue, ${fifth(sql`r`)} AS recency, ${fifth(sql`f`)} AS frequency, ${fifth(sql`m`)} AS monetary, ${place} AS spend FROM ranked)
SELECT recency, frequency, monetary, spend, count(*), sum(revenue), sum(orders), min(days), max(days), min(orders), max(orders), min(revenue), max(revenue) FROM scored GROUP BY recency, frequency, monetary, spend ORDER BY recency, frequency, monetary, spend`,
    dialect,
  );
}

const exact = (cell: unknown): number | string =>
  typeof cell === 'string' ? cell : Number(cell ?? 0);

/** The groups that a standing's statement gave. */
export function readStanding(rows: readonly (readonly unknown[])[]): readonly StandingGroup[] {
  return rows.map((row) => {
    const number = (index: number) => Number(row[index] ?? 0);
    return {
      recency: number(0),
      frequency: number(1),
      monetary: number(2),
      spend: spendSegments[number(3) - 1]?.id ?? 'regular',
      customers: number(4),
      revenue: number(5),
      orders: number(6),
      days: [number(7), number(8)],
      orderCount: [number(9), number(10)],
      spent: [exact(row[11]), exact(row[12])],
    };
  });
}

/** From which value on each score was given, worst of the score's members. */
export function cutsOf(groups: readonly StandingGroup[]): RfmCuts {
  const cuts = (
    scoreOf: (group: StandingGroup) => number,
    measureOf: (group: StandingGroup) => number | string,
    worse: (a: number, b: number) => boolean,
  ): Cuts =>
    [2, 3, 4, 5].flatMap((score) => {
      const values = groups.filter((group) => scoreOf(group) === score).map(measureOf);
      const [first, ...others] = values;
      if (first === undefined) return [];
      const from = others.reduce((a, b) => (worse(Number(b), Number(a)) ? b : a), first);
      return [{ score, from }];
    });
  return {
    recency: cuts(
      (group) => group.recency,
      ({ days }) => days[1],
      (a, b) => a > b,
    ),
    frequency: cuts(
      (group) => group.frequency,
      ({ orderCount }) => orderCount[0],
      (a, b) => a < b,
    ),
    monetary: cuts(
      (group) => group.monetary,
      ({ spent }) => spent[0],
      (a, b) => a < b,
    ),
  };
}
