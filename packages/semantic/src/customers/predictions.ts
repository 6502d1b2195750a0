import type { TenantId } from '@olympus/core';
import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  identifier,
  join,
  type Statement,
  sql,
} from '@olympus/sql';
import { ledgers } from '../ledgers/ledgers.js';
import { fromRow, type LedgerRow, type LedgerValues } from '../ledgers/row.js';

const columnsOf = (): readonly string[] =>
  ledgers.find(({ name }) => name === 'predictions')?.columns.map(({ name }) => name) ?? [];

/** The newest prediction about each customer, or about some; read it with {@link readPredictions}. */
export function compileLatestPredictions(
  tenantId: TenantId,
  dialect: Dialect,
  keys?: readonly string[],
): Statement {
  return compile(newest(tenantId, dialect, some(keys)), dialect);
}

/** The newest prediction about each customer before an instant: what was said then. */
export function compilePredictionsBefore(
  tenantId: TenantId,
  dialect: Dialect,
  beforeMs: number,
): Statement {
  const before = sql` AND p.occurred_at < ${bind('timestamp', beforeMs)}`;
  return compile(newest(tenantId, dialect, before), dialect);
}

const some = (keys: readonly string[] | undefined): Fragment =>
  keys === undefined
    ? sql``
    : sql` AND p.customer_key IN (${join(keys.map((key) => bind('string', key)))})`;

/** One scoring is one moment, so the newest of a customer's rows has the last moment and id. */
function newest(tenantId: TenantId, dialect: Dialect, more: Fragment): Fragment {
  const values = columnsOf().map((name) => {
    if (name === 'customer_key') return sql`p.customer_key`;
    if (name === 'tenant_id') return sql`${bind('string', tenantId)}`;
    return dialect.lastValue(sql`p.${identifier(name)}`, [sql`p.occurred_at`, sql`p.event_id`]);
  });
  return sql`SELECT ${join(values)} FROM predictions AS p WHERE p.tenant_id = ${bind('string', tenantId)}${more} GROUP BY p.customer_key ORDER BY p.customer_key`;
}

/** Predictions from the rows of the statements of this file. */
export const readPredictions = (
  rows: readonly (readonly unknown[])[],
): readonly LedgerValues<'predictions'>[] =>
  rows.map((row) => fromRow('predictions', row as unknown as LedgerRow<'predictions'>));
