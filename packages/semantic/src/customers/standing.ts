import {
  compile,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  type Statement,
  sql,
} from '@olympus/sql';
import { dayStartOf, localDay } from './as-of.js';
import { type CustomersContext, peopleRows, spanOf } from './people.js';
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
 * The score from 1 to 5 of a value where more is better: one more than the number of whole fifths
 * of all customers who are strictly worse, which are those fifths whose last value it exceeds.
 */
function fifthOf(name: string): Fragment {
  const cases = [4, 3, 2, 1].map(
    (fifths) =>
      sql`WHEN m.${identifier(name)} > q.${identifier(`${name}_${fifths}`)} THEN ${integerLiteral(fifths + 1)}`,
  );
  return sql`CASE ${join(cases, sql` `)} ELSE 1 END AS ${identifier(`${name}_score`)}`;
}

const measures = ['day', 'orders', 'revenue'];

/**
 * Everybody's scores on a day, as at most 625 groups of customers; see `readStanding`. One pass over
 * the sales up to the day; the scores need no sorting.
 */
export function compileStanding(context: CustomersContext, dialect: Dialect): Statement {
  const { asOf, timeZone } = context;
  const base = peopleRows(context, dialect, ['last_at', 'orders', 'revenue']);
  const day = localDay(dialect, sql`b.last_at`, timeZone, spanOf(context));
  const place = spendPlace({
    lastAt: sql`m.last_at`,
    orders: sql`m.orders`,
    revenue: sql`m.revenue`,
    dayStart: dayStartOf(asOf, timeZone),
  });
  const ends = measures.flatMap((name) =>
    [1, 2, 3, 4].map(
      (fifths) =>
        sql`${dialect.valueAtTenth(identifier(name), 2 * fifths)} AS ${identifier(`${name}_${fifths}`)}`,
    ),
  );
  const days = sql`(${integerLiteral(asOf.day)} - m.day)`;
  return compile(
    sql`WITH base AS (${base}),
measured AS (SELECT b.last_at AS last_at, ${day} AS day, b.orders AS orders, ${dialect.toFloat(sql`b.revenue`)} AS revenue FROM base AS b),
ends AS (SELECT ${join(ends)} FROM measured),
scored AS (SELECT ${days} AS days, m.orders AS orders, m.revenue AS revenue, ${join(measures.map(fifthOf))}, ${place} AS spend FROM measured AS m CROSS JOIN ends AS q)
SELECT day_score, orders_score, revenue_score, spend, count(*), sum(revenue), sum(orders), min(days), max(days), min(orders), max(orders), min(revenue), max(revenue) FROM scored GROUP BY day_score, orders_score, revenue_score, spend ORDER BY day_score, orders_score, revenue_score, spend`,
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
