import type { TenantId, TimeRange } from '@olympus/core';
import {
  bind,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  sql,
} from '@olympus/sql';
import type { DataBounds } from '../plan/plan.js';
import { type AsOf, localDay } from './as-of.js';

/** What customers are reckoned on. */
export interface CustomersContext {
  readonly tenantId: TenantId;
  readonly timeZone: string;
  readonly asOf: AsOf;
  /** First and last instant that the business has data of. */
  readonly data: DataBounds;
}

const and = sql` AND `;

/** The tenant's id, bound once a statement. */
export const tenantOf = ({ tenantId }: Pick<CustomersContext, 'tenantId'>): Fragment =>
  bind('string', tenantId);

const sold = sql`f.entry = 'sale'`;
/** The line that bears an order's 1: when the order was placed. */
const placed = sql`f.entry = 'sale' AND f.orders > 0`;

const during = ({ fromMs, toMs }: Pick<TimeRange, 'fromMs' | 'toMs'>) =>
  sql`f.occurred_at >= ${bind('timestamp', fromMs)} AND f.occurred_at < ${bind('timestamp', toMs)}`;

/** Sums of one customer's lines. `all_…` are of all time, the others of the period asked for. */
export type Aggregate =
  | 'first_at'
  | 'last_at'
  | 'all_orders'
  | 'all_revenue'
  | 'orders'
  | 'units'
  | 'revenue'
  | 'discounts'
  | 'refunds'
  | 'order_country';

/** An aggregate over lines `f`. @param span  a condition on the lines that count */
export function aggregateOf(
  name: Aggregate,
  dialect: Dialect,
  span: Fragment | undefined,
): Fragment {
  const within = (...conditions: readonly Fragment[]) => {
    const all = span === undefined ? conditions : [...conditions, span];
    return all.length === 0 ? undefined : join(all, and);
  };
  const sum = (of: Fragment, filter: Fragment | undefined) =>
    sql`coalesce(${dialect.aggregate('sum', of, filter)}, 0)`;
  switch (name) {
    case 'first_at':
      return dialect.aggregate('min', sql`f.occurred_at`, placed);
    case 'last_at':
      return dialect.aggregate('max', sql`f.occurred_at`, placed);
    case 'all_orders':
      return sum(sql`f.orders`, sold);
    case 'all_revenue':
      return sum(sql`f.net`, undefined);
    case 'orders':
      return sum(sql`f.orders`, within(sold));
    case 'units':
      return sum(sql`f.quantity`, within());
    case 'revenue':
      return sum(sql`f.net`, within());
    case 'discounts':
      return sum(sql`f.discount`, within());
    case 'refunds':
      return sql`-(${sum(sql`f.net`, within(sql`f.entry = 'refund'`))})`;
    case 'order_country':
      return dialect.lastValue(sql`f.country`, [sql`f.occurred_at`, sql`f.event_id`]);
  }
}

/** Lines of known customers up to a day's end, under the alias `f`. */
export const linesOf = (context: Pick<CustomersContext, 'tenantId'>, endMs: number): Fragment =>
  sql`FROM sales AS f WHERE f.tenant_id = ${tenantOf(context)} AND f.customer_key IS NOT NULL AND f.occurred_at < ${bind('timestamp', endMs)}`;

/**
 * A row for each customer who ordered up to the day (in the period, where there is one), with the
 * aggregates asked for; lines without a customer are left out.
 * @param conditions  on lines `f` beside
 */
export function peopleRows(
  context: CustomersContext,
  dialect: Dialect,
  aggregates: Iterable<Aggregate>,
  {
    period,
    conditions = [],
  }: {
    readonly period?: TimeRange | undefined;
    readonly conditions?: readonly Fragment[];
  } = {},
): Fragment {
  const span = period === undefined ? undefined : during(period);
  const columns = [...aggregates].map(
    (name) => sql`${aggregateOf(name, dialect, span)} AS ${identifier(name)}`,
  );
  const more = conditions.map((condition) => sql` AND ${condition}`);
  return sql`SELECT ${join([sql`f.customer_key AS customer_key`, ...columns])} ${linesOf(context, context.asOf.endMs)}${join(more, sql``)} GROUP BY f.customer_key HAVING ${aggregateOf('orders', dialect, span)} > 0`;
}

/** The span in which offsets of the zone matter: that of the data, up to the day. */
export const spanOf = ({ data, asOf }: CustomersContext) => ({
  fromMs: data.fromMs,
  toMs: Math.max(data.fromMs, asOf.endMs),
});

/** Whole days from a timestamp's local day to the day that customers are reckoned on. */
export function daysSince(
  context: CustomersContext,
  dialect: Dialect,
  timestamp: Fragment,
): Fragment {
  const day = localDay(dialect, timestamp, context.timeZone, spanOf(context));
  return sql`(${integerLiteral(context.asOf.day)} - (${day}))`;
}
