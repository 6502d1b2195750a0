import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  identifier,
  type Statement,
  sql,
} from '@olympus/sql';
import { type AsOf, dayStartOf } from './as-of.js';
import { aggregateOf, type CustomersContext, linesOf } from './people.js';
import {
  frequencyScore,
  type Measured,
  monetaryScore,
  type RfmCuts,
  recencyScore,
  rfmPlace,
  spendPlace,
  valueScore,
} from './scoring.js';

/** Which segments customers are followed through. */
export type SegmentKind = 'rfm' | 'spend';

/** One of the two days, with the cuts of its scores. */
export interface MovementEnd {
  readonly asOf: AsOf;
  readonly cuts: RfmCuts;
}

/** Customers by their segment on an earlier day (0: none yet) and on a later one, from 1. */
export function compileMovement(
  context: CustomersContext,
  dialect: Dialect,
  kind: SegmentKind,
  from: MovementEnd,
  to: MovementEnd,
): Statement {
  const early = sql`f.occurred_at < ${bind('timestamp', from.asOf.endMs)}`;
  const placed = sql`f.entry = 'sale' AND f.orders > 0`;
  const last = (filter: Fragment) => dialect.aggregate('max', sql`f.occurred_at`, filter);
  const base = sql`SELECT ${last(sql`${placed} AND ${early}`)} AS last_1, ${aggregateOf('orders', dialect, early)} AS orders_1, ${aggregateOf('revenue', dialect, early)} AS revenue_1, ${last(placed)} AS last_2, ${aggregateOf('orders', dialect, undefined)} AS orders_2, ${aggregateOf('revenue', dialect, undefined)} AS revenue_2 ${linesOf(context, to.asOf.endMs)} GROUP BY f.customer_key`;
  const placeOf = (end: MovementEnd, number: 1 | 2): Fragment => {
    const measured: Measured = {
      lastAt: sql`b.${identifier(`last_${number}`)}`,
      orders: sql`b.${identifier(`orders_${number}`)}`,
      revenue: dialect.toFloat(sql`b.${identifier(`revenue_${number}`)}`),
      dayStart: dayStartOf(end.asOf, context.timeZone),
    };
    const place =
      kind === 'spend'
        ? spendPlace(measured)
        : rfmPlace(
            recencyScore(measured, end.cuts),
            valueScore(
              dialect,
              frequencyScore(measured, end.cuts),
              monetaryScore(measured, end.cuts),
            ),
          );
    return sql`CASE WHEN ${measured.orders} > 0 THEN ${place} ELSE 0 END`;
  };
  return compile(
    sql`WITH base AS (${base}), moved AS (SELECT ${placeOf(from, 1)} AS place_1, ${placeOf(to, 2)} AS place_2, b.revenue_2 AS revenue FROM base AS b)
SELECT place_1, place_2, count(*), sum(revenue) FROM moved WHERE place_1 > 0 OR place_2 > 0 GROUP BY place_1, place_2 ORDER BY place_1, place_2`,
    dialect,
  );
}
