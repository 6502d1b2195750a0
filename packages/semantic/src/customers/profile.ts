import { bind, compile, type Dialect, integerLiteral, type Statement, sql } from '@olympus/sql';
import type { OneCustomer } from './timeline.js';

/**
 * A customer's orders, newest first: order, when it was placed, units, net less what was taken back,
 * refunds and cancellations as positive amounts, channel.
 */
export function compileCustomerOrders(
  { tenantId, key }: OneCustomer,
  dialect: Dialect,
  limit: number,
): Statement {
  const net = sql`f.net`;
  const placed = dialect.aggregate(
    'min',
    sql`f.occurred_at`,
    sql`f.entry = 'sale' AND f.orders > 0`,
  );
  const taken = (entry: 'refund' | 'cancellation') => {
    const booked = entry === 'refund' ? sql`f.entry = 'refund'` : sql`f.entry = 'cancellation'`;
    return sql`-coalesce(${dialect.aggregate('sum', net, booked)}, 0)`;
  };
  return compile(
    sql`SELECT order_id, placed_at, units, net, refunded, cancelled, channel FROM (SELECT f.order_id AS order_id, ${placed} AS placed_at, sum(f.quantity) AS units, sum(f.net) AS net, ${taken('refund')} AS refunded, ${taken('cancellation')} AS cancelled, max(f.channel) AS channel FROM sales AS f WHERE f.tenant_id = ${bind('string', tenantId)} AND f.customer_key = ${bind('string', key)} AND f.order_id IS NOT NULL GROUP BY f.order_id) AS o WHERE placed_at IS NOT NULL ORDER BY placed_at DESC, order_id LIMIT ${integerLiteral(limit)}`,
    dialect,
  );
}

/** What is known of a customer beside the sales: country, city, year of birth, segment, when. */
export function compileCustomerRecord({ tenantId, key }: OneCustomer, dialect: Dialect): Statement {
  return compile(
    sql`SELECT c.country, c.city, c.birth_year, c.segment, c.version_at FROM customers AS c WHERE c.tenant_id = ${bind('string', tenantId)} AND c.customer_key = ${bind('string', key)}`,
    dialect,
  );
}
