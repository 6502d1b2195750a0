import { bind, type Fragment, join, sql } from '@olympus/sql';
import { actNames, actOfEvent } from './act.js';
import { type ActSpan, inSpan, type PeopleContext } from './compile-acts.js';

/** How often each act was done in the span: its name, how often, and when last, in microseconds. */
export function compileActCounts(context: PeopleContext, span: ActSpan): Fragment {
  const { dialect, tenant } = context;
  const last = sql`max(${dialect.microseconds(sql`occurred_at`)})`;
  const rows = sql`tenant_id = ${tenant} AND ${join(inSpan(span, sql`occurred_at`), sql` AND `)}`;
  const text = (value: string) => bind('string', value);
  const told = join([...actNames, ...Object.keys(actOfEvent)].map(text));
  return join(
    [
      sql`SELECT action AS act, count(*) AS n, ${last} AS last_at FROM sessions WHERE ${rows} AND (visitor_key IS NOT NULL OR customer_key IS NOT NULL) GROUP BY 1`,
      sql`SELECT ${text('order.placed')}, count(*), ${last} FROM sales WHERE ${rows} AND entry = 'sale' AND orders = 1 AND customer_key IS NOT NULL`,
      sql`SELECT ${text('order.refunded')}, count(DISTINCT document_id), ${last} FROM sales WHERE ${rows} AND entry = 'refund' AND customer_key IS NOT NULL`,
      sql`SELECT ${text('order.cancelled')}, count(DISTINCT order_id), ${last} FROM sales WHERE ${rows} AND entry = 'cancellation' AND customer_key IS NOT NULL`,
      sql`SELECT concat('payment.', status), count(*), ${last} FROM payments WHERE ${rows} AND customer_key IS NOT NULL GROUP BY 1`,
      sql`SELECT ${text('feedback.submitted')}, count(*), ${last} FROM feedback WHERE ${rows} AND customer_key IS NOT NULL`,
      sql`SELECT ${text('experiment.exposed')}, count(*), ${last} FROM exposures WHERE ${rows}`,
      sql`SELECT CASE entry WHEN 'started' THEN ${text('conversation.started')} WHEN 'closed' THEN ${text('conversation.closed')} ELSE ${text('message.sent')} END, count(*), ${last} FROM messages WHERE ${rows} AND customer_key IS NOT NULL GROUP BY 1`,
      sql`SELECT type, count(*), ${last} FROM events WHERE ${rows} AND type NOT IN (${told}) AND (subject IS NOT NULL OR ${dialect.jsonText(sql`data`, 'anonymous_id')} IS NOT NULL) GROUP BY 1`,
    ],
    sql` UNION ALL `,
  );
}
