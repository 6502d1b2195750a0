import type { TenantId } from '@olympus/core';
import { bind, compile, type Dialect, type Statement, sql } from '@olympus/sql';

/** How far a tenant's data reaches, in milliseconds since 1970. */
export interface DataProfile {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly lastReceivedMs: number;
}

/**
 * One row: first and last time that something occurred, last time that something was received; each
 * null when there is nothing new.
 * @param known  what is known already: ledgers only grow, so only rows beyond it are looked at,
 *   which the engine finds without reading the rest
 */
export function compileFreshness(
  tenant: TenantId,
  dialect: Dialect,
  known?: DataProfile,
): Statement {
  const id = bind('string', tenant);
  if (known === undefined) {
    return compile(
      sql`SELECT min(a), max(b), max(c) FROM (
SELECT min(occurred_at) AS a, max(occurred_at) AS b, max(received_at) AS c FROM events WHERE tenant_id = ${id}
UNION ALL SELECT min(occurred_at), max(occurred_at), max(received_at) FROM sales WHERE tenant_id = ${id}) AS r`,
      dialect,
    );
  }
  const first = bind('timestamp', known.firstMs);
  const last = bind('timestamp', known.lastMs);
  const received = bind('timestamp', known.lastReceivedMs);
  return compile(
    sql`SELECT min(a), max(b), max(c) FROM (
SELECT min(occurred_at) AS a, NULL AS b, NULL AS c FROM events WHERE tenant_id = ${id} AND occurred_at < ${first}
UNION ALL SELECT NULL, max(occurred_at), NULL FROM events WHERE tenant_id = ${id} AND occurred_at > ${last}
UNION ALL SELECT NULL, NULL, max(received_at) FROM events WHERE tenant_id = ${id} AND received_at > ${received}
UNION ALL SELECT min(occurred_at), NULL, NULL FROM sales WHERE tenant_id = ${id} AND occurred_at < ${first}
UNION ALL SELECT NULL, max(occurred_at), NULL FROM sales WHERE tenant_id = ${id} AND occurred_at > ${last}) AS r`,
    dialect,
  );
}

/** The statement's row (timestamps as milliseconds) joined with what was known; undefined without data. */
export function readFreshness(
  row: readonly unknown[] | undefined,
  known?: DataProfile,
): DataProfile | undefined {
  const pick = (index: number, old: number | undefined) => {
    const value = row?.[index];
    return typeof value === 'number' ? value : old;
  };
  const firstMs = pick(0, known?.firstMs);
  const lastMs = pick(1, known?.lastMs);
  const lastReceivedMs = pick(2, known?.lastReceivedMs);
  if (firstMs === undefined || lastMs === undefined || lastReceivedMs === undefined) {
    return undefined;
  }
  return { firstMs, lastMs, lastReceivedMs };
}
