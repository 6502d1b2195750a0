import type { TenantId, TimeRange } from '@olympus/core';
import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  join,
  type Statement,
  sql,
} from '@olympus/sql';

/**
 * One row: events in the range; sales lines in the range (amounts of whole orders and revisions
 * apart), those without a customer, and sold ones without a cost.
 * @param range  absent for all time
 */
export function compileQuality(
  tenant: TenantId,
  dialect: Dialect,
  range: TimeRange | undefined,
): Statement {
  const conditions: Fragment[] = [sql`tenant_id = ${bind('string', tenant)}`];
  if (range !== undefined) {
    conditions.push(sql`occurred_at >= ${bind('timestamp', range.fromMs)}`);
    conditions.push(sql`occurred_at < ${bind('timestamp', range.toMs)}`);
  }
  const rows = join(conditions, sql` AND `);
  const count = (filter: Fragment) => dialect.aggregate('count', undefined, filter);
  return compile(
    sql`SELECT e.events, s.lines, s.without_customer, s.without_cost FROM
(SELECT count(*) AS events FROM events WHERE ${rows}) AS e CROSS JOIN
(SELECT count(*) AS lines, ${count(sql`customer_key IS NULL`)} AS without_customer, ${count(sql`cost IS NULL`)} AS without_cost FROM sales WHERE ${rows} AND entry <> 'revision' AND product_id IS NOT NULL) AS s`,
    dialect,
  );
}

/** Rows (code, count): open dead letters by reason, most frequent first. The latest row of a letter counts. */
export function compileOpenDeadLetters(tenant: TenantId, dialect: Dialect): Statement {
  const status = dialect.lastValue(sql`status`, [sql`received_at`, sql`commit_id`]);
  const code = dialect.lastValue(sql`code`, [sql`received_at`, sql`commit_id`]);
  return compile(
    sql`SELECT code, count(*) AS letters FROM (
SELECT dead_letter_id, ${status} AS status, ${code} AS code FROM dead_letters WHERE tenant_id = ${bind('string', tenant)} GROUP BY dead_letter_id) AS d
WHERE status = 'open' GROUP BY code ORDER BY letters DESC, code`,
    dialect,
  );
}
